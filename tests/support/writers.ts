import type { Model } from "../../app/model/column";
import type { Connection } from "../../app/table/connection";
import { createNativeWriter } from "../../app/writer/native/native-writer";
import { createOlapWriter } from "../../app/writer/olap/olap-writer";
import { runtimeOlapTable } from "../../app/writer/olap/runtime-olap-table";
import type { Writer } from "../../app/writer/writer";
import { readModel } from "./olap-insert";

/** By name: makes a writer for a table of the server that Moose is connected to. */
export const WRITERS: Readonly<Record<"olap" | "native", (table: string, database: string, model: Model) => Writer<any>>> = {
  olap: (table, database, model) => createOlapWriter(runtimeOlapTable(table, database, model), model),
  native: (table, database, model) => createNativeWriter({ database, table }, model),
};

export const WRITER_NAMES = Object.keys(WRITERS) as (keyof typeof WRITERS)[];

export async function openWriter(name: keyof typeof WRITERS, connection: Connection, table: string): Promise<Writer<any>> {
  return WRITERS[name](table, connection.database, await readModel(connection, table));
}
