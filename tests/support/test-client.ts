import { Readable } from "node:stream";
import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";

/** Runs statements one after another. */
export async function run(client: ClickHouseClient, ...statements: string[]): Promise<void> {
  for (const query of statements) await client.command({ query });
}

/** Inserts a ready-made body. */
export async function insertBody(
  client: ClickHouseClient,
  table: string,
  format: string,
  body: Buffer,
  clickhouse_settings: ClickHouseSettings = {},
): Promise<void> {
  const { stream } = await client.exec({
    query: `INSERT INTO ${table} FORMAT ${format}`,
    values: Readable.from([body]),
    clickhouse_settings,
  });
  for await (const _ of stream) void _;
}
