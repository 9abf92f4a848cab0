import type { Random } from '../core/index.ts';
import { CursorStore } from './query/paging.ts';
import { RowOrders } from './query/row-order.ts';
import type { DataSource, Page } from './state/records.ts';
import type { Workspace } from './state/workspace.ts';

/** What a test may switch while the emulator runs. */
export interface NotionBehaviour {
  /** Rows one query or search gives at most: 10,000 in the live API. */
  queryCap: number;
  /** `stable`: a listing keeps its rows while it is paged; `live`: it follows every change, and rows are skipped or repeated. */
  cursors: 'stable' | 'live';
  /** Whether `in_trash: true` in a query gives the rows in the trash; the documentation says it does not. */
  isTrashQueryable: boolean;
  /** Pages that may still be created (Free workspaces); `null`: any number. */
  blocksLeft: number | null;
  /** Whether a filter by an option that its column does not have is an error; which one is not published. */
  refusesUnknownOptions: boolean;
  /** Whether a write leaves out columns that do not exist, as one user saw with 2026-03-11, instead of refusing them. */
  dropsUnknownColumns: boolean;
  /** Each entry cuts one page of a query to that many rows, with `has_more` still true. */
  readonly shortPages: number[];
}

/** What the routes share. */
export class Services {
  readonly workspace: Workspace;
  readonly behaviour: NotionBehaviour;
  readonly orders: RowOrders;
  readonly rows: CursorStore<Page>;
  readonly found: CursorStore<Page | DataSource>;
  readonly items: CursorStore<Record<string, unknown>>;
  /** Where the emulator is reached, known once it listens. */
  origin = '';

  /** `random` is not the workspace's, whose ids must not depend on how often somebody asked. */
  constructor(workspace: Workspace, { behaviour, random }: { behaviour: NotionBehaviour; random: Random }) {
    const newId = () => random.uuid();
    this.workspace = workspace;
    this.behaviour = behaviour;
    this.orders = new RowOrders(workspace);
    this.rows = new CursorStore(newId);
    this.found = new CursorStore(newId);
    this.items = new CursorStore(newId);
  }

  /** Makes every cursor given out so far invalid. */
  expireCursors(): void {
    this.rows.expire();
    this.found.expire();
    this.items.expire();
  }
}
