import type { Column, Model } from "../../model/column";
import type { RowBlock } from "../../rows/row-block";
import { NativeOutput } from "./native-output";
import { ValueEncoder } from "./value-encoder";

/** One block in ClickHouse's Native format. Plain data: `bytes.buffer` can be transferred to another thread. */
export interface NativeBatch {
  readonly rows: number;
  /** The names of the columns in their order. */
  readonly columns: readonly string[];
  /** The format's bytes. They begin at the start of their buffer, which may be longer. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Encodes the blocks of one table, one after another, in any thread; it needs no connection. */
export class NativeEncoder {
  private readonly columns: ReadonlyMap<string, { readonly column: Column; readonly encoder: ValueEncoder }>;
  /** The most that a row has taken so far. */
  private bytesARow = 0;

  /** @param model the columns that the server has */
  constructor(model: Model) {
    this.columns = new Map(model.map((column) => [column.name, { column, encoder: new ValueEncoder(column) }]));
  }

  /**
   * @param memory used for the batch, if it is large enough: the buffer of one that is no longer needed. Default: new
   * @throws TypeError for a column that the model lacks, or whose type can't take the block's values
   */
  encode(block: RowBlock, memory?: ArrayBuffer): NativeBatch {
    const out = new NativeOutput(memory ?? this.newMemory(block.rows));
    out.appendVarint(block.columns.length);
    out.appendVarint(block.rows);
    for (const { name, values } of block.columns) {
      const found = this.columns.get(name);
      if (found === undefined) throw new TypeError(`the block's column ${name} is not in the model`);
      const { column, encoder } = found;
      appendText(out, name);
      appendText(out, column.clickhouseType);
      try {
        encoder.appendPrefix(out);
        encoder.append(out, values, 0, block.rows);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new TypeError(`column ${name} ${column.clickhouseType}: ${error.message}`, { cause: error });
      }
    }
    this.bytesARow = Math.max(this.bytesARow, out.length / (block.rows + 1));
    return {
      rows: block.rows,
      columns: block.columns.map(({ name }) => name),
      bytes: new Uint8Array(out.bytes.buffer as ArrayBuffer, 0, out.length),
    };
  }

  /** Not filled with zeros, as that costs as much as writing a tenth of the batch. */
  private newMemory(rows: number): ArrayBuffer {
    return Buffer.allocUnsafeSlow(Math.ceil((this.bytesARow * 1.05 + 8) * (rows + 1)) + 4096).buffer as ArrayBuffer;
  }
}

function appendText(out: NativeOutput, text: string): void {
  const bytes = Buffer.from(text);
  out.appendString(bytes, 0, bytes.length);
}
