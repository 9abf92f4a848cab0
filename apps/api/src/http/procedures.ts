import type { AppRouter, ProcedureMeta, RouterContext } from '@passerelle/contracts/router';
import type { AnyTRPCProcedure } from '@trpc/server';
import { getInputOutputParsers, type OpenApiProcedure } from 'trpc-openapi';
import * as z from 'zod';

/** A procedure of the contract, ready to be mounted or described. */
export interface MountedProcedure {
  /** Such as `connectors.list`. */
  readonly name: string;
  readonly meta: ProcedureMeta;
  /** Fields of the input. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  call(input: unknown, ctx: RouterContext): Promise<unknown>;
}

/** Every procedure of the router that promises a REST path; subscriptions do not. */
export function listProcedures(router: AppRouter): MountedProcedure[] {
  const procedures = Object.entries(router._def.procedures) as unknown as [string, Callable][];
  return procedures
    .filter(([, procedure]) => procedure._def.type !== 'subscription')
    .map(([name, procedure]) => ({
      name,
      meta: procedure._def.meta as ProcedureMeta,
      fields: fieldsOf(procedure),
      call: (input, ctx) => procedure({ ctx, getRawInput: () => Promise.resolve(input) }),
    }));
}

/** What tRPC calls a procedure with, less what only its own adapters read: it copies every entry at each of its steps. */
type Callable = AnyTRPCProcedure & ((options: CallOptions) => Promise<unknown>);
interface CallOptions {
  readonly ctx: RouterContext;
  readonly getRawInput: () => Promise<unknown>;
}

function fieldsOf(procedure: Callable): Record<string, z.ZodType> {
  const { inputParser } = getInputOutputParsers(procedure as unknown as OpenApiProcedure);
  let schema: unknown = inputParser;
  while (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault) schema = schema.unwrap();
  if (schema instanceof z.ZodObject) return schema.shape;
  throw new TypeError(
    'The input of a procedure must be an object, for its fields to have names in a path or query.',
  );
}
