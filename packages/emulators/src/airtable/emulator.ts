import {
  type Clock,
  createRandom,
  createVendorServer,
  type Fault,
  FaultScript,
  type LimitsSetting,
  listenOnLoopback,
  type RecordedRequest,
  Recorder,
  RunningClock,
  type ServerFailure,
  type VendorError,
} from '../core/index.ts';
import { type AirtableTokenGrant, TokenRegistry } from './access.ts';
import { airtableError, notFound, unparsedBody } from './airtable-error.ts';
import { airtableFaults } from './airtable-faults.ts';
import { AirtableLimiter, type AirtableLimits } from './airtable-limits.ts';
import type { BaseSeed } from './base.ts';
import { type AirtableBehaviour, changeBehaviour, newBehaviour } from './behaviour.ts';
import { registerAirtableControl } from './control-routes.ts';
import { Gate } from './gate.ts';
import { Listings } from './listing.ts';
import { registerMetaRoutes } from './meta-routes.ts';
import { registerRecordRoutes } from './record-routes.ts';
import { AirtableState } from './state.ts';
import { WebhookRegistry } from './webhooks/webhook-registry.ts';
import { registerWebhookRoutes } from './webhooks/webhook-routes.ts';

/** What the emulator starts with. Everything can be left out. */
export interface AirtableEmulatorOptions {
  /** 0, the default, picks a free one. */
  readonly port?: number | undefined;
  /** A loopback address; `127.0.0.1` when left out. */
  readonly host?: string | undefined;
  /** What each token opens. Without tokens every request gets 401. */
  readonly tokens?: Readonly<Record<string, AirtableTokenGrant>> | undefined;
  readonly bases?: readonly BaseSeed[] | undefined;
  /** `strict` by default. */
  readonly limits?: LimitsSetting<AirtableLimits> | undefined;
  /** Real milliseconds that each request takes at least. */
  readonly latencyMs?: number | undefined;
  /** Pages hold no more than this, so that paging can be tried on little data; 100 by default. */
  readonly pageCap?: number | undefined;
  /** How long an offset lives after its last use; 10 minutes by default (Airtable's own figure is not published). */
  readonly iteratorLifetimeMs?: number | undefined;
  /** The rest of what can be changed while it runs. */
  readonly behaviour?: Partial<AirtableBehaviour> | undefined;
  readonly clock?: Clock | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** Decides all ids; 1 by default. */
  readonly seed?: number | undefined;
}

/** A running emulator. */
export interface AirtableEmulator {
  /** Ends in `/v0`, as the vendor's address does. */
  readonly url: string;
  readonly port: number;
  readonly state: AirtableState;
  readonly behaviour: AirtableBehaviour;
  readonly webhooks: WebhookRegistry;
  readonly clock: Clock;
  readonly faults: FaultScript;
  readonly recorder: Recorder;
  /** Every vendor request so far. */
  readonly requests: readonly RecordedRequest[];
  setLimits(setting: LimitsSetting<AirtableLimits>): void;
  close(): Promise<void>;
}

/** Starts an Airtable of its own on a loopback port. */
export async function startAirtableEmulator(
  options: AirtableEmulatorOptions = {},
): Promise<AirtableEmulator> {
  const clock = options.clock ?? new RunningClock();
  const faults = new FaultScript(options.faults);
  const recorder = new Recorder();
  const random = createRandom(options.seed ?? 1);
  const limiter = new AirtableLimiter(options.limits ?? 'strict');
  const tokens = new TokenRegistry(options.tokens ?? {}, random);
  const { pageCap, iteratorLifetimeMs } = options;
  const behaviour = changeBehaviour(newBehaviour(), { pageCap, iteratorLifetimeMs, ...options.behaviour });
  const listings = new Listings({ clock, behaviour });
  const state = new AirtableState({ clock, random, listings, tokens });
  for (const base of options.bases ?? []) state.addBase(base);
  const webhooks = new WebhookRegistry({ clock, random });
  const gate = new Gate({ clock, tokens, limiter, state, behaviour });
  const setLimits = (setting: unknown): void => limiter.set(setting);
  const app = createVendorServer({
    clock,
    faults,
    recorder,
    namedFaults: airtableFaults,
    latencyMs: options.latencyMs,
    errorAnswer: (failure) => errorAnswer(failure, behaviour),
    setLimits,
  });
  app.register(
    async (vendor) => {
      vendor.addHook('onRequest', async (request) => gate.admit(request));
      registerMetaRoutes(vendor, { gate, state, behaviour });
      registerWebhookRoutes(vendor, { gate, webhooks, clock });
      registerRecordRoutes(vendor, { gate, listings });
    },
    { prefix: '/v0' },
  );
  registerAirtableControl(app, { state, behaviour, webhooks });
  const { origin, port } = await listenOnLoopback(app, {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
  });
  return {
    url: `${origin}/v0`,
    port,
    state,
    behaviour,
    webhooks,
    clock,
    faults,
    recorder,
    get requests() {
      return recorder.requests;
    },
    setLimits,
    close: () => {
      webhooks.close();
      return app.close();
    },
  };
}

function errorAnswer(failure: ServerFailure, behaviour: AirtableBehaviour): VendorError {
  switch (failure) {
    case 'route-unknown':
      return notFound();
    case 'body-not-json':
      return unparsedBody(behaviour.unparsedBodyStatus);
    case 'body-too-large':
      return airtableError(413, 'REQUEST_TOO_LARGE', 'Request body is too large');
    case 'unexpected':
      return airtableError(500, 'SERVER_ERROR', 'Server error');
  }
}
