import type { Model } from "../../app/model/column";
import type { RowBlock } from "../../app/rows/row-block";
import type { Connection } from "../../app/server/connection";
import type { EncodedBatch } from "../../app/writer/encoder";
import { NativeEncoder } from "../../app/writer/native/native-encoder";
import { createNativeWriter } from "../../app/writer/native/native-writer";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import { createOlapWriter } from "../../app/writer/olap/olap-writer";
import { runtimeOlapTable } from "../../app/writer/olap/runtime-olap-table";
import type { Writer } from "../../app/writer/writer";
import { readModel } from "./olap-insert";

/** A writer with its encoder. */
export interface BlockWriter extends Writer {
  encode(block: RowBlock): EncodedBatch;
}

/** By name: makes a writer for a table of the server that Moose is connected to. */
export const WRITERS: Readonly<
  Record<"olap" | "native", (table: string, database: string, model: Model) => BlockWriter>
> = {
  olap: (table, database, model) =>
    withEncoder(createOlapWriter(runtimeOlapTable(table, database, model)), new JsonEncoder(model)),
  native: (table, database, model) =>
    withEncoder(createNativeWriter({ database, table }), new NativeEncoder(model)),
};

export const WRITER_NAMES = Object.keys(WRITERS) as (keyof typeof WRITERS)[];

export async function openWriter(
  name: keyof typeof WRITERS,
  connection: Connection,
  table: string,
): Promise<BlockWriter> {
  return WRITERS[name](table, connection.database, await readModel(connection, table));
}

function withEncoder(writer: Writer, encoder: JsonEncoder | NativeEncoder): BlockWriter {
  return { ...writer, encode: (block) => encoder.encode(block) };
}
