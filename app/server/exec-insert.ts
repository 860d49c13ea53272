import type { ClickHouseClient } from "@clickhouse/client";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";

export type InsertRequest = Parameters<ClickHouseClient["exec"]>[0] & { readonly values: Readable };

/** Sends an INSERT with its data, and resolves when the server has acknowledged all of it. */
export async function execInsert(client: ClickHouseClient, request: InsertRequest): Promise<void> {
  const { stream } = await client.exec(request);
  stream.resume();
  await finished(stream);
}
