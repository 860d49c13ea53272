import type { Model } from "../../model/column";
import type { RowBlock } from "../../rows/row-block";
import { Encoder, inColumn } from "../encoder";
import { NativeOutput } from "./native-output";
import { ValueEncoder } from "./value-encoder";

/** Encodes a block as one block of ClickHouse's Native format. */
export class NativeEncoder extends Encoder {
  private readonly values: ReadonlyMap<string, ValueEncoder>;

  constructor(model: Model) {
    super(model);
    this.values = new Map(model.map((column) => [column.name, new ValueEncoder(column)]));
  }

  protected override fill(memory: SharedArrayBuffer, block: RowBlock): NativeOutput {
    const out = new NativeOutput(memory);
    out.appendVarint(block.columns.length);
    out.appendVarint(block.rows);
    for (const { name, values } of block.columns) {
      const column = this.column(name);
      const encoder = this.values.get(name)!;
      appendText(out, name);
      appendText(out, column.clickhouseType);
      inColumn(column, () => {
        encoder.appendPrefix(out);
        encoder.append(out, values, 0, block.rows);
      });
    }
    return out;
  }
}

function appendText(out: NativeOutput, text: string): void {
  const bytes = Buffer.from(text);
  out.appendString(bytes, 0, bytes.length);
}
