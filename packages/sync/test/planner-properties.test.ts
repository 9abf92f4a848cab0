import type { DealField } from '@passerelle/deals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRecord, type MergeRules } from '../src/decide-record.ts';
import { type AgreedBase, baseAfter } from '../src/merge-record.ts';

const FIELDS: readonly DealField[] = ['client', 'notes', 'secteur'];
type Side = Record<string, string | null>;

interface World {
  readonly local: Side;
  readonly remote: Side;
  readonly base: AgreedBase | null;
}

/** One run on one record: what it writes on each side, and what each side held before it was written over. */
function run({ local, remote, base }: World, rules: Omit<MergeRules, 'writable'>) {
  const editedAt = { local: '2026-11-22T10:00:00Z', remote: '2026-11-22T11:00:00Z' };
  const versions = { fields: FIELDS, local, remote, base };
  const { toLocal, toRemote, conflicts } = decideRecord(
    { ...versions, editedAt },
    { ...rules, writable: FIELDS },
  );
  const pick = (side: Side, fields: readonly DealField[]) =>
    Object.fromEntries(fields.map((field) => [field, side[field] ?? null]));
  const after = {
    local: { ...local, ...pick(remote, toLocal) },
    remote: { ...remote, ...pick(local, toRemote) },
  };
  const agreed = baseAfter(base, { fields: FIELDS, ...after }, new Set([...toLocal, ...toRemote]));
  const overwritten = [
    ...toLocal.map((field) => ({ field, value: local[field] ?? null })),
    ...toRemote.map((field) => ({ field, value: remote[field] ?? null })),
  ];
  return { world: { ...after, base: agreed }, changed: [...toLocal, ...toRemote], conflicts, overwritten };
}

const value = fc.constantFrom<string | null>(null, 'a', 'b', 'c');
const side = fc.record({ client: value, notes: value, secteur: value });
const world: fc.Arbitrary<World> = fc.record({
  local: side,
  remote: side,
  base: fc.option(fc.record({ local: side, remote: side })),
});
const direction = fc.constantFrom<MergeRules['direction']>('import', 'export', 'sync');
const conflict = fc.constantFrom<MergeRules['conflict']>('remote', 'local', 'newest', 'ask');
const edits = fc.array(
  fc.record({
    on: fc.constantFrom('local' as const, 'remote' as const),
    field: fc.constantFrom(...FIELDS),
    value,
  }),
  { maxLength: 12 },
);

describe('the planner', () => {
  test('has nothing left to do once a run was applied, whatever its direction and policy', () => {
    fc.assert(
      fc.property(world, direction, conflict, (start, way, policy) => {
        const rules = { direction: way, conflict: policy };
        const first = run(start, rules);
        const second = run(first.world, rules);
        expect(second.changed).toEqual([]);
        expect(second.world).toEqual(first.world);
      }),
    );
  });

  test('makes both sides equal after any edits on either, once people have chosen', () => {
    const policy = fc.constantFrom<MergeRules['conflict']>('remote', 'local', 'newest');
    fc.assert(
      fc.property(side, edits, policy, (start, made, kept) => {
        const rules = { direction: 'sync', conflict: kept } as const;
        let now: World = { local: start, remote: start, base: { local: start, remote: start } };
        for (const { on, field, value: typed } of made) {
          now = { ...now, [on]: { ...now[on], [field]: typed } };
          if (typed === 'c') now = run(now, rules).world;
        }
        const end = run(now, rules).world;
        expect(end.local).toEqual(end.remote);
      }),
    );
  });

  test('overwrites no value that was typed without naming it: as the other side’s change, or as a conflict with both values', () => {
    fc.assert(
      fc.property(world, direction, conflict, (start, way, policy) => {
        const { overwritten, conflicts } = run(start, { direction: way, conflict: policy });
        for (const { field, value: lost } of overwritten) {
          const told = conflicts.find((one) => one.field === field);
          const wasAgreed = [start.base?.local[field] ?? null, start.base?.remote[field] ?? null];
          const kept = told ? [told.local, told.remote] : [...wasAgreed, null];
          expect(kept).toContain(lost);
        }
      }),
    );
  });

  test('that asks leaves every conflict as it is on both sides', () => {
    fc.assert(
      fc.property(world, direction, (start, way) => {
        const { world: end, conflicts } = run(start, { direction: way, conflict: 'ask' });
        for (const { field, kept } of conflicts) {
          expect(kept).toBeNull();
          expect([end.local[field], end.remote[field]]).toEqual([start.local[field], start.remote[field]]);
        }
      }),
    );
  });
});
