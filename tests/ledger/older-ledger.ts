import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { run } from "../support/test-client";

/** The state tables as the first version made them, Moose and the command line alike. */
function olderTables({ runs, steps }: LedgerNames): string[] {
  const settings =
    "enable_mixed_granularity_parts = 1, index_granularity = 8192, index_granularity_bytes = 10485760";
  return [
    `CREATE TABLE ${runs} (
      target_table String, epoch UInt32, kind LowCardinality(String) COMMENT '\`claim\`, \`beat\` or \`stop\`.',
      owner String COMMENT 'Id of the process that wrote the row.', revision UInt64,
      at DateTime64(3) DEFAULT now64(3), state LowCardinality(String) COMMENT 'Of a beat: \`running\` or \`released\`.',
      message String, host LowCardinality(String),
      process String COMMENT 'Boot, pid namespace, pid and start time of the process: tells whether it is gone.',
      pid UInt32, door LowCardinality(String), intent LowCardinality(String) COMMENT '\`fill\` or \`reset\`.',
      run_id String, seed String, stream_versions String COMMENT 'JSON: stream name -> version.',
      columns String COMMENT 'JSON: the names of the columns that are filled.',
      first_image_id UInt64, target_rows UInt64, batch_size UInt32, checkpoint_interval UInt32
    ) ENGINE = ReplacingMergeTree(revision) ORDER BY (target_table, epoch, kind, owner)
    SETTINGS ${settings}, non_replicated_deduplication_window = 10000`,
    `CREATE TABLE ${steps} (
      target_table String, run_id String, first_image_id UInt64, revision UInt64, at DateTime64(3) DEFAULT now64(3),
      rows UInt64, batches UInt32, state LowCardinality(String) COMMENT '\`announced\`, \`written\` or \`dropped\`.',
      checksum UInt64 COMMENT 'Sum of the rows\\' checksums, mod 2^64.', seconds Float64
    ) ENGINE = ReplacingMergeTree(revision) ORDER BY (target_table, run_id, first_image_id) SETTINGS ${settings}`,
  ];
}

/**
 * Makes a ledger of the first version: into `images` a complete run of 300 rows in three steps, one of them
 * announced before it was written, and into `other` a run that was interrupted.
 * @param beaten how long ago the interrupted run's owner was last heard of, in seconds
 */
export async function makeOlderLedger(
  client: ClickHouseClient,
  names: LedgerNames,
  beaten = 60,
): Promise<void> {
  await run(client, ...olderTables(names));
  const who = "'host' AS host, 'process' AS process, 7 AS pid, 'terminal' AS door";
  const facts = `'fill' AS intent, '42' AS seed, '{"caption":1}' AS stream_versions, '["image_id"]' AS columns, 100 AS batch_size, 1 AS checkpoint_interval`;
  const row = (table: string, kind: string, revision: number, state: string, ago: number, first: number) =>
    `SELECT '${table}' AS target_table, 1 AS epoch, '${kind}' AS kind, 'owner' AS owner, ${revision} AS revision, now64(3) - ${ago} AS at,
      '${state}' AS state, '' AS message, ${who}, ${facts}, '${table}/1/owner' AS run_id, ${first} AS first_image_id, 300 AS target_rows`;
  const columns =
    "target_table, epoch, kind, owner, revision, at, state, message, host, process, pid, door, intent, seed, stream_versions, columns, batch_size, checkpoint_interval, run_id, first_image_id, target_rows";
  const rows = [
    row("images", "claim", 1, "running", beaten + 9, 1),
    row("images", "beat", 3, "running", beaten + 5, 1),
    row("images", "beat", 4, "released", beaten + 4, 1),
    row("other", "claim", 1, "running", beaten + 3, 1001),
    row("other", "beat", 2, "running", beaten, 1001),
  ];
  for (const text of rows) await run(client, `INSERT INTO ${names.runs} (${columns}) ${text}`);
  await run(
    client,
    `INSERT INTO ${names.steps} (target_table, run_id, first_image_id, revision, rows, batches, state, checksum, seconds)
      SELECT 'images', 'images/1/owner', 1 + 100 * number, 16777217, 100, 0, 'announced', 0, 0 FROM numbers(3)`,
    `INSERT INTO ${names.steps} (target_table, run_id, first_image_id, revision, rows, batches, state, checksum, seconds)
      SELECT 'images', 'images/1/owner', 1 + 100 * number, 16777218, 100, 1, 'written', 18446744073709551615 - number, 0.5 FROM numbers(3)`,
    `INSERT INTO ${names.steps} (target_table, run_id, first_image_id, revision, rows, batches, state, checksum, seconds)
      VALUES ('other', 'other/1/owner', 1001, 16777217, 100, 0, 'announced', 0, 0)`,
  );
}
