import type { CellValue, Connector, RemoteSchema } from '../connector.ts';

/** A column of one type, a value somebody put into it, and what must come of reading and writing it. */
export interface TypeCase {
  /** The vendor's name of the type. */
  readonly type: string;
  /** Name of the column that stands for it; one for each case. */
  readonly column: string;
  /** In French, where one type has several cases. */
  readonly about?: string;
  /** What the value that is there must be read as. */
  readonly reads: CellValue;
  /** What an empty cell is read as; `null` when left out. */
  readonly empty?: CellValue;
  /** True for a column that the vendor fills in, so that no row is without a value. */
  readonly neverEmpty?: boolean;
  /** Values that must be written, and read back the same; none for a column that cannot be written. */
  readonly writes: readonly CellValue[];
  /** Values that must be refused with a reason and change nothing. */
  readonly refuses: readonly CellValue[];
  /** What a cell that was emptied is read as; as an empty one when left out. */
  readonly cleared?: CellValue;
}

/** A running emulator with a column for each case, and a connection to it. */
export interface TypesUnderTest extends AsyncDisposable {
  readonly connector: Connector;
  readonly schema: RemoteSchema;
  readonly cases: readonly TypeCase[];
  /** Adds a row that holds the case's value, as a person would; answers its id. */
  addRow(typeCase: TypeCase): Promise<string> | string;
  /** Adds a row with nothing in it. */
  addEmptyRow(): Promise<string> | string;
  /** What the vendor itself holds in the case's column of the row. */
  held(externalId: string, typeCase: TypeCase): Promise<unknown> | unknown;
  countRows(): number;
}
