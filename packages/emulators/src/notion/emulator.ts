import {
  type Clock,
  createRandom,
  createVendorServer,
  type Fault,
  FaultScript,
  listenOnLoopback,
  type RecordedRequest,
  Recorder,
  RunningClock,
  type ServerFailure,
} from '../core/index.ts';
import { ConnectionLimits, type NotionLimitsSetting } from './connection-limits.ts';
import { registerNotionControl } from './control-routes.ts';
import { Gate } from './gate.ts';
import { namedNotionFaults } from './named-faults.ts';
import { NotionApiError, unknownUrl } from './notion-api-error.ts';
import { RequestMarks } from './request-marks.ts';
import { registerEndpoints } from './routes/register.ts';
import { type NotionBehaviour, Services } from './services.ts';
import { NotionState } from './state/notion-state.ts';
import type { DatabaseSeed, PersonSeed, TokenGrant } from './state/seeds.ts';
import { Workspace } from './state/workspace.ts';
import { NOTION_VERSIONS, type NotionVersion } from './versions.ts';
import { Webhooks } from './webhooks/webhooks.ts';

/** What the emulator starts with. Everything can be left out. */
export interface NotionEmulatorOptions {
  /** 0, the default, picks a free one. */
  readonly port?: number | undefined;
  /** A loopback address; `127.0.0.1` when left out. */
  readonly host?: string | undefined;
  /** What each token opens. Without tokens every request gets 401. */
  readonly tokens?: Readonly<Record<string, TokenGrant>> | undefined;
  readonly people?: readonly PersonSeed[] | undefined;
  readonly databases?: readonly DatabaseSeed[] | undefined;
  /** `strict` by default: 180 calls in each window of 60 seconds. */
  readonly limits?: NotionLimitsSetting | undefined;
  /** Real milliseconds that each request takes at least. */
  readonly latencyMs?: number | undefined;
  /** Rows one query gives at most; 10,000 by default. */
  readonly queryCap?: number | undefined;
  /** How long a write stays invisible to queries and search; 0 by default. */
  readonly indexLagMs?: number | undefined;
  /** `stable` by default; `live` cursors follow every change. */
  readonly cursors?: NotionBehaviour['cursors'] | undefined;
  /** Pages a Free workspace may still create; any number by default. */
  readonly blocksLeft?: number | undefined;
  /** Whether a query can ask for the rows in the trash; `false` by default. */
  readonly isTrashQueryable?: boolean | undefined;
  /** Whether a filter by an option that its column does not have is an error; `false` by default. */
  readonly refusesUnknownOptions?: boolean | undefined;
  /** Whether a write leaves out columns that do not exist instead of refusing them; `false` by default. */
  readonly dropsUnknownColumns?: boolean | undefined;
  /** Versions that are accepted; all by default. */
  readonly versions?: readonly NotionVersion[] | undefined;
  readonly clock?: Clock | undefined;
  readonly faults?: readonly Fault[] | undefined;
  /** Decides all ids; 1 by default. */
  readonly seed?: number | undefined;
}

/** A running emulator. */
export interface NotionEmulator {
  /** Ends in `/v1`, as the vendor's address does. */
  readonly url: string;
  /** The address without path, which the official client calls `baseUrl`. */
  readonly origin: string;
  readonly port: number;
  readonly state: NotionState;
  readonly behaviour: NotionBehaviour;
  readonly webhooks: Webhooks;
  readonly clock: Clock;
  readonly faults: FaultScript;
  readonly recorder: Recorder;
  /** Every vendor request so far. */
  readonly requests: readonly RecordedRequest[];
  setLimits(setting: NotionLimitsSetting): void;
  /** Makes every cursor given out so far invalid. */
  expireCursors(): void;
  close(): Promise<void>;
}

/** A request may weigh 500 KB. */
const BODY_LIMIT = 500 * 1024;

/** Starts a Notion of its own on a loopback port. */
export async function startNotionEmulator(options: NotionEmulatorOptions = {}): Promise<NotionEmulator> {
  const clock = options.clock ?? new RunningClock();
  const faults = new FaultScript(options.faults);
  const recorder = new Recorder();
  const limits = new ConnectionLimits(options.limits ?? 'strict');
  const seed = options.seed ?? 1;
  const workspace = new Workspace({
    clock,
    random: createRandom(seed),
    indexLagMs: options.indexLagMs ?? 0,
  });
  const state = new NotionState(workspace);
  for (const person of options.people ?? []) state.addPerson(person);
  for (const [token, grant] of Object.entries(options.tokens ?? {})) state.setToken(token, grant);
  state.addDatabases(...(options.databases ?? []));
  const behaviour = behaviourOf(options);
  const random = createRandom(seed + 1);
  const services = new Services(workspace, { behaviour, random });
  const webhooks = new Webhooks(workspace, random);
  const marks = new RequestMarks(random);
  const setLimits = (setting: unknown): void => limits.set(setting);
  const app = createVendorServer({
    clock,
    faults,
    recorder,
    namedFaults: namedNotionFaults,
    latencyMs: options.latencyMs,
    errorAnswer: (failure, request) => marks.refuse(errorOf(failure), request),
    setLimits,
    bodyLimit: BODY_LIMIT,
  });
  const gate = new Gate({ workspace, limits, versions: options.versions ?? NOTION_VERSIONS });
  gate.install(app, (error, request) => marks.refuse(error, request));
  marks.install(app);
  registerEndpoints(app, {
    services,
    gate,
    requestId: (request) => marks.of(request).requestId,
    refuse: (error, request) => marks.refuse(error, request),
    onCommitted: (request, id) => {
      marks.of(request).committedId = id;
    },
  });
  registerNotionControl(app, { state, services, webhooks });
  const { origin, port } = await listenOnLoopback(app, {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
  });
  services.origin = origin;
  return {
    url: `${origin}/v1`,
    origin,
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
    expireCursors: () => services.expireCursors(),
    close: () => app.close(),
  };
}

const QUERY_CAP = 10_000;

function behaviourOf(options: NotionEmulatorOptions): NotionBehaviour {
  return {
    queryCap: options.queryCap ?? QUERY_CAP,
    cursors: options.cursors ?? 'stable',
    isTrashQueryable: options.isTrashQueryable ?? false,
    refusesUnknownOptions: options.refusesUnknownOptions ?? false,
    dropsUnknownColumns: options.dropsUnknownColumns ?? false,
    blocksLeft: options.blocksLeft ?? null,
    shortPages: [],
  };
}

function errorOf(failure: ServerFailure): NotionApiError {
  switch (failure) {
    case 'route-unknown':
      return unknownUrl();
    case 'body-not-json':
      return new NotionApiError(400, 'invalid_json', { message: 'Error parsing JSON body.' });
    case 'body-too-large':
      return new NotionApiError(413, 'validation_error', { message: 'Request body is too large.' });
    case 'unexpected':
      return new NotionApiError(500, 'internal_server_error', { message: 'Unexpected error occurred.' });
  }
}
