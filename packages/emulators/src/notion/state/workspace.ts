import type { Clock, Random } from '../../core/index.ts';
import type { Change } from './change.ts';
import type { Database, DataSource, Integration, Page, PageVersion, Person } from './records.ts';

/** Everything the emulated workspace holds. */
export class Workspace {
  readonly id: string;
  readonly name = 'Espace de travail émulé';
  readonly databases = new Map<string, Database>();
  readonly sources = new Map<string, DataSource>();
  readonly pages = new Map<string, Page>();
  readonly people = new Map<string, Person>();
  /** By token. */
  readonly integrations = new Map<string, Integration>();
  /** How long a write stays invisible to queries and search. */
  indexLagMs: number;
  /** Told of every change, for webhooks. */
  onChange: (change: Change) => void = () => {};
  readonly clock: Clock;
  readonly random: Random;
  /** Author of what no integration did. */
  readonly ownerId: string;

  constructor(options: { clock: Clock; random: Random; indexLagMs: number }) {
    this.clock = options.clock;
    this.random = options.random;
    this.indexLagMs = options.indexLagMs;
    this.id = this.newId();
    this.ownerId = this.newId();
    this.people.set(this.ownerId, {
      id: this.ownerId,
      name: 'Camille Moreau',
      email: 'camille.moreau@example.com',
    });
  }

  now(): number {
    return this.clock.now();
  }

  newId(): string {
    return this.random.uuid();
  }

  /** Four characters, URL-encoded as the API does; unused in `taken`. */
  newPropertyId(taken: ReadonlyMap<string, unknown>): string {
    for (;;) {
      let raw = '';
      while (raw.length < 4) raw += this.random.pick(PROPERTY_ID_CHARACTERS);
      const id = encodeURIComponent(raw);
      if (!taken.has(id)) return id;
    }
  }

  /** Short id of an option. */
  newOptionId(): string {
    return this.random.text(4);
  }

  /** The data sources of a database, in their order. */
  sourcesOf(database: Database): DataSource[] {
    return database.sourceIds.flatMap((id) => this.sources.get(id) ?? []);
  }

  /** The page as queries and search see it, which lags behind; `null` while they do not know it. */
  indexed(page: Page): PageVersion | null {
    if (page.past === null) return page;
    const seen = this.now() - this.indexLagMs;
    const earlier = page.past.find((version) => version.untilMs > seen);
    return earlier === undefined ? page : earlier.version;
  }

  /** Keeps what the page was for as long as the index shows it. */
  remember(page: Page, before: PageVersion | null): void {
    if (this.indexLagMs <= 0) return;
    const seen = this.now() - this.indexLagMs;
    const still = (page.past ?? []).filter((version) => version.untilMs > seen);
    page.past = [...still, { untilMs: this.now(), version: before }];
  }
}

const PROPERTY_ID_CHARACTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:;<>?@[]^_`{|}~='];
