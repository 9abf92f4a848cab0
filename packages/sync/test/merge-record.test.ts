import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRecord, type EditTimes, type MergeRules } from '../src/decide-record.ts';
import { baseAfter, type RecordVersions } from '../src/merge-record.ts';

const value = fc.constantFrom<string | null>(null, 'a', 'b', 'c');
const side = fc.record({ client: value, notes: value });
const versions: fc.Arbitrary<RecordVersions> = fc.record({
  fields: fc.constant(['client', 'notes'] as const),
  local: side,
  remote: side,
  base: fc.option(fc.record({ local: side, remote: side })),
});
const winner = fc.constantFrom('local' as const, 'remote' as const);

const editedAt: EditTimes = { local: null, remote: null };
const rulesFor = (to: 'local' | 'remote', conflict: MergeRules['conflict']): MergeRules => ({
  direction: to === 'local' ? 'import' : 'export',
  conflict,
  writable: ['client', 'notes'],
});

function apply(versions: RecordVersions, to: 'local' | 'remote', side: 'local' | 'remote') {
  const from = to === 'local' ? 'remote' : 'local';
  const { toLocal, toRemote } = decideRecord({ ...versions, editedAt }, rulesFor(to, side));
  const taken = [...toLocal, ...toRemote];
  const changes = Object.fromEntries(taken.map((field) => [field, versions[from][field] ?? null]));
  const after = { ...versions, [to]: { ...versions[to], ...changes } };
  const base = baseAfter(versions.base, after, new Set(taken));
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
        for (const field of decideRecord({ ...start, editedAt }, rulesFor('local', side)).toLocal) {
          expect(start.remote[field]).not.toBe(start.base?.remote[field]);
        }
      }),
    );
  });

  test('calls a conflict what both sides changed to different values, and gives it to the winner', () => {
    const base = { local: { notes: 'a' }, remote: { notes: 'a' } };
    const both = { fields: ['notes'] as const, local: { notes: 'b' }, remote: { notes: 'c' }, base };
    const conflict = { field: 'notes', local: 'b', remote: 'c' };
    const decide = (to: 'local' | 'remote', policy: MergeRules['conflict'], times = editedAt) =>
      decideRecord({ ...both, editedAt: times }, rulesFor(to, policy));
    const [kept, asked] = [
      (side: 'local' | 'remote') => [{ ...conflict, kept: side }],
      [{ ...conflict, kept: null }],
    ];
    const nothing = { toLocal: [], toRemote: [] };
    expect(decide('local', 'remote')).toEqual({ ...nothing, toLocal: ['notes'], conflicts: kept('remote') });
    expect(decide('local', 'local')).toEqual({ ...nothing, conflicts: kept('local') });
    expect(decide('remote', 'local')).toEqual({ ...nothing, toRemote: ['notes'], conflicts: kept('local') });
    expect(decide('local', 'ask')).toEqual({ ...nothing, conflicts: asked });
    expect(decide('local', 'newest')).toEqual({ ...nothing, conflicts: asked });
    const [early, late] = ['2026-11-22T10:00:00Z', '2026-11-22T11:00:00.000Z'];
    expect(decide('local', 'newest', { local: early, remote: late }).toLocal).toEqual(['notes']);
    expect(decide('local', 'newest', { local: late, remote: early }).toLocal).toEqual([]);
  });
});
