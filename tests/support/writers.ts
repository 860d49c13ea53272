import type { Model } from "../../app/model/column";
import { WRITER_NAMES, type WriterName } from "../../app/request/request-options";
import type { RowBlock } from "../../app/rows/row-block";
import type { Connection } from "../../app/server/connection";
import type { EncodedBatch } from "../../app/writer/encoder";
import type { OpenWriter } from "../../app/writer/writer";
import { WRITERS } from "../../app/writer/writers";
import { readModel } from "./olap-insert";

export { WRITER_NAMES };

/** A writer with its encoder. */
export interface BlockWriter extends OpenWriter {
  encode(block: RowBlock): EncodedBatch;
}

/** @param model default: what the server says of the table */
export async function openWriter(
  name: WriterName,
  connection: Connection,
  table: string,
  model?: Model,
): Promise<BlockWriter> {
  model ??= await readModel(connection, table);
  const encoder = WRITERS[name].encoder(model);
  const writer = await WRITERS[name].open(connection, { database: connection.database, table }, model);
  return { ...writer, encode: (block) => encoder.encode(block) };
}
