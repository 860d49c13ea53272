import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";

/**
 * The rows of an answer as objects; 64-bit integers are strings.
 * @param parameters the values of `{name:Type}` in the query
 */
export async function select<Row>(
  client: ClickHouseClient,
  query: string,
  parameters: Record<string, unknown> = {},
  settings: ClickHouseSettings = {},
): Promise<Row[]> {
  const answer = await client.query({
    query,
    query_params: parameters,
    format: "JSONEachRow",
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1, ...settings },
  });
  return answer.json<Row>();
}
