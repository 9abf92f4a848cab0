import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseAfter, mergeRecord, type RecordVersions } from '../src/merge-record.ts';

const value = fc.constantFrom<string | null>(null, 'a', 'b', 'c');
const side = fc.record({ client: value, notes: value });
const versions: fc.Arbitrary<RecordVersions> = fc.record({
  fields: fc.constant(['client', 'notes'] as const),
  local: side,
  remote: side,
  base: fc.option(fc.record({ local: side, remote: side })),
});
const winner = fc.constantFrom('local' as const, 'remote' as const);

function apply(versions: RecordVersions, to: 'local' | 'remote', side: 'local' | 'remote') {
  const from = to === 'local' ? 'remote' : 'local';
  const taken = mergeRecord(versions, side).filter(({ take }) => take === from);
  const changes = Object.fromEntries(taken.map(({ field }) => [field, versions[from][field] ?? null]));
  const after = { ...versions, [to]: { ...versions[to], ...changes } };
  const base = baseAfter(versions.base, after, new Set(taken.map(({ field }) => field)));
  return { taken, after: { ...after, base } };
}

describe('the merge of a record', () => {
  test('has nothing left to do once it was applied', () => {
    fc.assert(
      fc.property(
        versions,
        winner,
        fc.constantFrom('local' as const, 'remote' as const),
        (start, side, to) => {
          const first = apply(start, to, side);
          expect(apply(first.after, to, side).taken).toEqual([]);
        },
      ),
    );
  });

  test('makes both sides equal after an import and an export, unless they differ as they always did', () => {
    fc.assert(
      fc.property(versions, (start) => {
        const imported = apply(start, 'local', 'remote').after;
        const exported = apply(imported, 'remote', 'local').after;
        for (const field of start.fields) {
          const changed =
            start.base === null ||
            start.local[field] !== start.base.local[field] ||
            start.remote[field] !== start.base.remote[field];
          if (changed) expect(exported.local[field] ?? null).toBe(exported.remote[field] ?? null);
        }
      }),
    );
  });

  test('never lets an unchanged remote value overwrite a local edit', () => {
    fc.assert(
      fc.property(versions, winner, (start, side) => {
        fc.pre(start.base !== null);
        for (const { field, take } of mergeRecord(start, side)) {
          if (start.remote[field] === start.base?.remote[field]) expect(take).not.toBe('remote');
        }
      }),
    );
  });

  test('calls a conflict what both sides changed to different values, and gives it to the winner', () => {
    const base = { local: { notes: 'a' }, remote: { notes: 'a' } };
    const both = { fields: ['notes'] as const, local: { notes: 'b' }, remote: { notes: 'c' }, base };
    expect(mergeRecord(both, 'remote')).toEqual([{ field: 'notes', take: 'remote', conflict: true }]);
    expect(mergeRecord(both, 'local')).toEqual([{ field: 'notes', take: 'local', conflict: true }]);
  });
});
