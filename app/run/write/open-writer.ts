import type { Model } from "../../model/column";
import type { WriterName } from "../../request/request-options";
import type { Connection } from "../../server/connection";
import type { TableName } from "../../server/table-name";
import type { Writer } from "../../writer/writer";

/**
 * Makes a writer of one of the two kinds. Moose's library takes half a second: it is loaded here and not
 * before.
 */
export async function openWriter(
  name: WriterName,
  connection: Connection,
  { database, table }: TableName,
  model: Model,
): Promise<Writer> {
  const [{ connectMoose }, { runtimeOlapTable }] = await Promise.all([
    import("../../writer/olap/moose-connection"),
    import("../../writer/olap/runtime-olap-table"),
  ]);
  await connectMoose(connection);
  if (name === "native")
    return (await import("../../writer/native/native-writer")).createNativeWriter({ database, table });
  return (await import("../../writer/olap/olap-writer")).createOlapWriter(
    runtimeOlapTable(table, database, model),
  );
}
