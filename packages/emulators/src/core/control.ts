import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { type Clock, isMovable } from './clock.ts';
import { type Fault, FaultInput, type FaultScript, NamedFaultInput, type NamedFaults } from './faults.ts';
import { CONTROL_PREFIX, type Interference } from './interference.ts';
import type { Recorder } from './recorder.ts';
import { VendorError } from './vendor-error.ts';

const Faults = z.array(z.union([FaultInput, NamedFaultInput]));
const ClockInput = z.strictObject({ advanceMs: z.number().min(0) });
const LatencyInput = z.strictObject({ latencyMs: z.number().min(0) });
const LimitsInput = z.strictObject({ limits: z.unknown() });

/** The control API of a running emulator: no token, no limit, nothing recorded. Vendors add their own paths beside these. */
export function registerControl(
  app: FastifyInstance,
  parts: {
    clock: Clock;
    faults: FaultScript;
    recorder: Recorder;
    interference: Interference;
    namedFaults: NamedFaults;
    setLimits(setting: unknown): void;
  },
): void {
  app.register(
    async (control) => {
      control.addHook('onRequest', async (request) => {
        // A web page must not steer an emulator behind its user's back.
        if (request.headers.origin !== undefined)
          throw refused(403, 'the control API does not serve browsers');
      });
      control.get('/requests', async () => parts.recorder.requests);
      control.delete('/requests', async () => {
        parts.recorder.clear();
        return {};
      });
      control.get('/faults', async () => parts.faults.pending);
      control.post('/faults', async (request) => {
        const input = parseControl(Faults, Array.isArray(request.body) ? request.body : [request.body]);
        parts.faults.add(...input.map((one) => ('kind' in one ? one : faultNamed(parts.namedFaults, one))));
        return parts.faults.pending;
      });
      control.get('/faults/names', async () => Object.keys(parts.namedFaults));
      control.delete('/faults', async () => {
        parts.faults.clear();
        return {};
      });
      control.get('/clock', async () => ({ now: new Date(parts.clock.now()).toISOString() }));
      control.post('/clock', async (request) => {
        const { advanceMs } = parseControl(ClockInput, request.body);
        if (!isMovable(parts.clock)) throw refused(409, 'this clock cannot be moved');
        parts.clock.advance(advanceMs);
        return { now: new Date(parts.clock.now()).toISOString() };
      });
      control.post('/latency', async (request) => {
        parts.interference.latencyMs = parseControl(LatencyInput, request.body).latencyMs;
        return {};
      });
      control.post('/limits', async (request) => {
        const { limits } = parseControl(LimitsInput, request.body);
        try {
          parts.setLimits(limits);
        } catch (error) {
          throw refused(400, error instanceof Error ? error.message : String(error));
        }
        return {};
      });
    },
    { prefix: CONTROL_PREFIX },
  );
}

function faultNamed(named: NamedFaults, asked: z.infer<typeof NamedFaultInput>): Fault {
  const make = Object.hasOwn(named, asked.name) ? named[asked.name] : undefined;
  if (make !== undefined) return make(asked);
  throw refused(400, `there is no fault ${asked.name}, only ${Object.keys(named).join(', ')}`);
}

/** The body as the schema has it, or a 400 that says what is wrong. */
export function parseControl<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw refused(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function refused(status: number, error: string): VendorError {
  return new VendorError(status, { error });
}
