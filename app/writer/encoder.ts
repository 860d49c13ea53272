import type { Column, Model } from "../model/column";
import type { ByteBuffer } from "../rows/byte-buffer";
import type { RowBlock } from "../rows/row-block";

/** Rows as a part of an insert's body. Plain data, in memory that threads share. */
export interface EncodedBlock {
  readonly rows: number;
  /** The names of the columns in their order. */
  readonly columns: readonly string[];
  /** They begin at the start of their buffer, which may be longer. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

/** Encodes the blocks of one table, one after another, in any thread; it needs no connection. */
export abstract class Encoder {
  private readonly columns: ReadonlyMap<string, Column>;
  /** The most that a row has taken so far. */
  private bytesARow = 0;

  /** @param model the columns that the server has */
  constructor(model: Model) {
    this.columns = new Map(model.map((column) => [column.name, column]));
  }

  /**
   * Keeps nothing of the block.
   * @param memory used for it, if it is large enough: the buffer of one that is no longer needed.
   * Default: new
   * @throws TypeError for a column that the model lacks, or whose type can't take the block's values
   */
  encode(block: RowBlock, memory?: SharedArrayBuffer): EncodedBlock {
    const out = this.fill(memory ?? this.newMemory(block.rows), block);
    this.bytesARow = Math.max(this.bytesARow, out.length / (block.rows + 1));
    return {
      rows: block.rows,
      columns: block.columns.map(({ name }) => name),
      bytes: new Uint8Array(out.bytes.buffer as SharedArrayBuffer, 0, out.length),
    };
  }

  /** Writes a block from the start of `memory` on, or of larger memory. */
  protected abstract fill(memory: SharedArrayBuffer, block: RowBlock): ByteBuffer;

  protected column(name: string): Column {
    const column = this.columns.get(name);
    if (column === undefined) throw new TypeError(`the block's column ${name} is not in the model`);
    return column;
  }

  /**
   * Shared: handing unshared memory to another thread and back makes the collector of both run with every
   * batch.
   */
  private newMemory(rows: number): SharedArrayBuffer {
    return new SharedArrayBuffer(Math.ceil((this.bytesARow * 1.05 + 8) * (rows + 1)) + 4096);
  }
}

/** Does what concerns one column, such that a TypeError names it. */
export function inColumn<T>({ name, clickhouseType }: Column, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`column ${name} ${clickhouseType}: ${error.message}`, { cause: error });
  }
}
