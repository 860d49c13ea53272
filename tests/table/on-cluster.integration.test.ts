import { getTables } from "@514labs/moose-lib";
import "../../moose/index";
import { quoteString } from "../../app/model/quoting";
import { createTableSql } from "../../app/table/create-table";
import { ON_EVERY_SERVER, onCluster } from "../../app/table/on-cluster";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { sql } from "../support/olap-insert";
import "../support/moose-tables";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** The engine's own reading of a statement, written anew. */
const read = (statement: string) =>
  sql(server.connection, `SELECT formatQuery(${quoteString(statement)}) FORMAT TSVRaw`);

describe.each(
  [...getTables().values()].map((table) => [table.generateTableName(), createTableSql(table, "shop")]),
)("the statement of %s", (_, statement) => {
  it.each([
    ["the servers' own place", undefined, []],
    ["one place", ON_EVERY_SERVER, ["'/clickhouse/tables/{database}/{table}'", "'{shard}-{replica}'"]],
  ])("creates it on a cluster, in Keeper at %s, and is the same otherwise", async (_, place, own) => {
    const plain = await read(statement);
    const replicated = await read(onCluster(statement, "two halves", place));
    const [, engine, , parameters] = /\nENGINE = (\w+)(\((.*)\))?\n/.exec(plain)!;
    const all = [...own, ...(parameters ? [parameters] : [])].join(", ");
    expect(replicated).toBe(
      plain
        .replace("\n", " ON CLUSTER `two halves`\n")
        .replace("non_replicated_dedup", "replicated_dedup")
        .replace(/\nENGINE = .*\n/, () => `\nENGINE = Replicated${engine}${all && `(${all})`}\n`),
    );
  });
});
