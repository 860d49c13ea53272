import type { ClickHouseSettings } from "@clickhouse/client";
import type { Model } from "../../app/model/column";
import { WRITER_NAMES, type WriterName } from "../../app/request/request-options";
import type { RowBlock } from "../../app/rows/row-block";
import type { Connection } from "../../app/server/connection";
import type { EncodedBlock } from "../../app/writer/encoder";
import type { Batch, OpenWriter, SendOptions } from "../../app/writer/writer";
import { WRITERS } from "../../app/writer/writers";
import { readModel } from "./olap-insert";

export { WRITER_NAMES };

/** A writer with its encoder. */
export interface BlockWriter extends Omit<OpenWriter, "send"> {
  encode(block: RowBlock): EncodedBlock;
  /**
   * @param blocks of one insert
   * @param before called before block `i` is handed out, from 0 on
   */
  send(
    blocks: EncodedBlock | readonly EncodedBlock[],
    options: SendOptions,
    before?: (i: number) => void,
  ): Promise<void>;
}

/** @param model default: what the server says of the table */
export async function openWriter(
  name: WriterName,
  connection: Connection,
  table: string,
  model?: Model,
  settings?: ClickHouseSettings,
): Promise<BlockWriter> {
  model ??= await readModel(connection, table);
  const encoder = WRITERS[name].encoder(model);
  const writer = await WRITERS[name].open(
    connection,
    { database: connection.database, table },
    model,
    settings,
  );
  return {
    ...writer,
    encode: (block) => encoder.encode(block),
    send: (blocks, options, before) => writer.send(batchOf([blocks].flat(), before), options),
  };
}

/** A batch of blocks that are made already, one or more. @param before as of `BlockWriter.send` */
export function batchOf(blocks: readonly EncodedBlock[], before: (i: number) => void = () => {}): Batch {
  return {
    rows: blocks.reduce((sum, { rows }) => sum + rows, 0),
    columns: blocks[0]!.columns,
    blocks: (async function* () {
      for (const [i, block] of blocks.entries()) {
        before(i);
        yield block;
      }
    })(),
  };
}

/** A batch of one row that takes these bytes. */
export function batchOfBytes(bytes: Uint8Array): Batch {
  return batchOf([{ rows: 1, columns: [], bytes: bytes as EncodedBlock["bytes"] }]);
}
