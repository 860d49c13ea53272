import type { ClickHouseClient, ClickHouseSettings, InsertParams } from "@clickhouse/client";
import type { OlapTable } from "@514labs/moose-lib";
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { execInsert } from "../../server/exec-insert";

/**
 * A table for inserts. Moose does not show in its types where a table gets the client that its `insert` uses.
 */
export interface ConnectedTable extends Pick<OlapTable<any>, "insert" | "closeClient"> {
  getMemoizedClient(): Promise<{ client: ClickHouseClient; config: unknown }>;
}

/**
 * The same table with a client of its own, so that closing it affects no one else, and with the client's
 * errors thrown as they are: Moose would keep only their message, without ClickHouse's error code.
 */
export function withOwnClient(table: OlapTable<any>): ConnectedTable {
  return Object.create(table, {
    _memoizedClient: { value: undefined, writable: true },
    _configHash: { value: undefined, writable: true },
    handleInsertionError: {
      value: (error: unknown) => {
        throw error;
      },
    },
  }) as ConnectedTable;
}

/** The table, which inserts by a client that is not Moose's, and which whoever gives it closes. */
export function withClient(table: OlapTable<any>, client: ClickHouseClient): OlapTable<any> {
  const connected = Promise.resolve({ client, config: undefined });
  return Object.create(table, { getMemoizedClient: { value: () => connected } }) as OlapTable<any>;
}

/**
 * The table as of `withOwnClient`, whose `insert` takes a stream of ready-made bytes and sends them as they
 * are: the client would make JSON of each of a stream's objects by itself, one by one, which takes four times
 * as long as making a batch as a whole.
 * @param settings of each insert, besides Moose's
 */
export function withRawInsert(table: OlapTable<any>, settings: ClickHouseSettings = {}): ConnectedTable {
  const own = withOwnClient(table);
  const getMemoizedClient = async () => {
    const { client, config } = await own.getMemoizedClient();
    const insert = ({ table: quoted, format, values, clickhouse_settings }: InsertParams<Readable>) =>
      execInsert(client, {
        query: `INSERT INTO ${quoted} FORMAT ${format}`,
        values: values as Readable,
        clickhouse_settings: {
          ...clickhouse_settings,
          ...settings,
          // What a server keeps back could land after a later owner's survey.
          async_insert: 0,
          // Else a server that compares inserts drops rows that are written again after they were removed.
          insert_deduplication_token: randomUUID(),
          // Several batches are parsed side by side; taking each apart for several threads costs a sixth more.
          input_format_parallel_parsing: 0,
        },
      });
    return { client: Object.create(client, { insert: { value: insert } }) as typeof client, config };
  };
  return Object.create(own, { getMemoizedClient: { value: getMemoizedClient } }) as typeof own;
}
