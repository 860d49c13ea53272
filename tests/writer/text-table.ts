import type { WriterName } from "../../app/request/request-options";
import type { RowBlock } from "../../app/rows/row-block";
import type { Connection } from "../../app/server/connection";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { readModel, sql } from "../support/olap-insert";
import { type BlockWriter, openWriter } from "../support/writers";

const TEXT = "text ";
/** Of each row. */
export const TEXT_BYTES = 300;

/** Rows of the table, with ids from `first` on. */
export function textBlock(rows: number, first = 1, textBytes = TEXT_BYTES): RowBlock {
  const bytes = Buffer.alloc(rows * textBytes, TEXT);
  return {
    firstRow: first,
    rows,
    columns: [
      {
        name: "id",
        values: { kind: "number", values: Uint32Array.from({ length: rows }, (_, i) => first + i) },
      },
      {
        name: "text",
        values: {
          kind: "string",
          bytes,
          offsets: Uint32Array.from({ length: rows + 1 }, (_, i) => i * textBytes),
        },
      },
    ],
  };
}

/** A table `t` of a server of its own, empty before each test. */
export interface TextTable {
  connection(): Connection;
  count(): Promise<number>;
  /** @param connection default: the server's */
  open(name: WriterName, connection?: Connection): Promise<BlockWriter>;
}

export function useTextTable(): TextTable {
  let server: TestEmbedded;
  beforeAll(async () => {
    server = await startTestEmbedded();
    await sql(server.connection, "CREATE TABLE t (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
  });
  afterAll(() => server.stop());
  beforeEach(() => sql(server.connection, "TRUNCATE TABLE t"));
  return {
    connection: () => server.connection,
    count: async () => Number(await sql(server.connection, "SELECT count() FROM t")),
    open: async (name, connection = server.connection) =>
      openWriter(name, connection, "t", await readModel(server.connection, "t")),
  };
}
