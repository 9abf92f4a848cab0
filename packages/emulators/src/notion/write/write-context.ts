import type { SourceProperty } from '../schema/property.ts';
import type { Access } from '../state/access.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Cell } from '../values/cell.ts';

/** What a value that has the right shape is checked against. */
export interface WriteContext {
  readonly workspace: Workspace;
  readonly access: Access;
  readonly property: SourceProperty;
  /** Done once everything in the request has passed: one bad property fails the whole request. */
  readonly onAccepted: (() => void)[];
}

/** Turns a value of the right shape into a cell, `undefined` for an empty one; throws where the data source refuses it. */
export type Settle = (context: WriteContext) => Cell | undefined;

/** Checks the shape of what was sent for one type of column, knowing nothing of the data source yet. */
export type ValueReader = (value: unknown, path: string) => Settle;
