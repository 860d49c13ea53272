import type { Column } from "../model/column";
import type { KeyForm } from "../model/key-form";
import type { ColumnDefinition } from "./column-definition";
import type { Contents } from "./factors";
import type { Streams } from "./random/stream";

/** What the rows of a table mean. The engine knows of it only this. */
export interface Domain {
  /** As plain data, from which a thread makes it again: a name, or a specification. */
  readonly source: string | object;
  /** By which the stream of its key is named. */
  readonly name: string;
  /** The column in which a row's number stands, e.g. `image_id`; the engine fills it. */
  readonly key: string;
  /** How it stands there. Default: the number itself, in an integer column. */
  readonly keyForm?: KeyForm;
  /** The largest row number that there are values for, and the column that sets it. Absent: there is no bound. */
  readonly capacity?: { readonly largestRow: number; readonly column: string };
  /** The other columns that it knows, by name. */
  readonly columns: ReadonlyMap<string, ColumnDefinition>;
  /** Makes what its first row would have to wait for; for threads that make rows. */
  prepare?(): void;
  /** What fills a column that it does not know, or not in this type; `undefined` where nothing can. */
  otherColumn(column: Column): ColumnDefinition | undefined;
  /**
   * For rows that show what others show, such as duplicates: takes the rows' own numbers, and returns in their
   * places the numbers that their contents are drawn by. Absent: each row has its own.
   */
  readonly contents?: (streams: Streams) => Contents;
}
