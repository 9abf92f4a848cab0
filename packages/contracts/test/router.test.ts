import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as contracts from '../src/index.ts';
import { appRouter, type RouterContext } from '../src/router/index.ts';

const provider = 'airtable';
/** What the procedures that need something are asked. */
const INPUTS: Readonly<Record<string, object>> = {
  'connectors.save': { provider, is_active: true },
  'connectors.delete': { provider },
  'connectors.test': { provider },
  'connectors.policies': { provider },
  'connectors.schema': { provider },
  'connectors.samples': { provider },
  'connectors.usage': { provider },
  'connectors.savePolicies': { provider, conflict: 'local' },
  'connectors.schedule': { provider },
  'connectors.saveSchedule': { provider, every_minutes: 30, direction: 'import' },
  'connectors.deleteSchedule': { provider },
  'sync.import': { provider },
  'sync.export': { provider },
  'sync.preview': { provider, direction: 'import' },
  'sync.sync': { provider },
  'plans.run': { id: 7 },
  'plans.start': { id: 7 },
  'plans.get': { id: 7 },
  'plans.records': { id: 7 },
  'sync.start': { provider, direction: 'import' },
  'runs.get': { id: 7 },
  'runs.records': { id: 7 },
  'runs.exchanges': { id: 7 },
  'runs.cancel': { id: 7 },
  'runs.resume': { id: 7 },
  'runs.undo': { id: 7 },
  'runs.causes': { id: 7 },
  'runs.correct': { id: 7, position: 3, values: { montant_brut: '1200' } },
  'runs.retry': { id: 7 },
  'runs.startRetry': { id: 7 },
  'conflicts.settle': { ids: [4], keep: 'local' },
  'deletions.decide': { ids: [4], decision: 'keep' },
  'deals.history': { id: 7 },
  'deals.get': { id: 7 },
  'deals.create': { client: 'Atelier Morel', statut: 'gagné', montant_brut: 1 },
  'deals.update': { id: 7, notes: null },
  'deals.delete': { id: 7 },
};
/** A subscription hands its input over when it is listened to. */
const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
const names = Object.keys(procedures).filter((name) => procedures[name]?._def.type !== 'subscription');

describe('the contract', () => {
  it('has only examples that its own schemas accept', () => {
    const schemas = Object.values(contracts).filter((member) => member instanceof z.ZodType);
    const examples = schemas.flatMap((schema) =>
      (schema.meta()?.examples ?? []).map((example) => ({ schema, example })),
    );
    expect(examples.length).toBeGreaterThan(10);
    for (const { schema, example } of examples) expect(schema.parse(example)).toEqual(example);
  });

  it.each(names)('hands %s to the service of the same name', async (name) => {
    const [resource = '', method = ''] = name.split('.');
    const asked: unknown[] = [];
    const services = { [resource]: { [method]: async (input: unknown) => void asked.push(input) } };
    const ctx = { services, requestId: 'r1', signal: undefined, nextCursor: () => {} };
    const caller = appRouter.createCaller(ctx as unknown as RouterContext) as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    const input = INPUTS[name] ?? {};
    await expect(caller[resource]?.[method]?.(input)).rejects.toThrow('Output validation failed');
    expect(asked).toEqual([input]);
  });
});
