import { Refusal } from "../../errors";
import { rangeOf } from "../../ledger/step-row";
import type { Decision } from "../../plan/decide";
import { gaps, type Range } from "../../plan/range";
import { quoted } from "../../request/quoted";
import { grouped } from "../../request/whole-number";
import { coverColumns } from "../../rows/column-coverage";
import { columnsNamed } from "../../table/sharding-key";
import { firstFreeId, idsWithin } from "../../table/survey";
import type { TargetTable } from "../../table/target-table";
import { isSmall, SMALL_RUN } from "../../plan/batch-rows";
import type { RunOptions } from "../session/run-options";
import { refuseTooLarge } from "./disk-room";
import { requireKey } from "./require-key";

/** @throws Refusal where the table cannot be filled exactly */
export function refuseTable(table: TargetTable): void {
  const { table: name } = table.name;
  requireKey(table);
  const { defaultKind, expires } = table.key.column!;
  if (defaultKind !== "" && defaultKind !== "DEFAULT") {
    throw new Refusal(
      "key-computed",
      `The column ${table.key.name} of the table ${name} is computed by the server (${defaultKind}), so rows can't be given their numbers: make it an ordinary column or one with a DEFAULT`,
      { column: table.key.name, defaultKind },
    );
  }
  if (expires) {
    throw new Refusal(
      "key-expires",
      `The column ${table.key.name} of the table ${name} has a TTL, so rows lose their numbers over time: remove the TTL`,
      { column: table.key.name },
    );
  }
  if (table.obstacles.length > 0)
    throw new Refusal(
      "table-unfit",
      `The table ${name} can't be filled exactly: ${table.obstacles.join("; ")}`,
    );
}

/** @throws Refusal `sharding-key` where rows can't be made anew by what the key reads */
export function refuseShardingKey({ name, model, domain, shardedBy }: TargetTable): void {
  if (shardedBy === undefined) return;
  const { compared } = coverColumns(model, domain);
  const columns = columnsNamed(shardedBy.expression, model);
  const other = columns.find((column) => !compared.includes(column));
  if (other === undefined && columns.length > 0) return;
  const why =
    other === undefined
      ? `it names no column of ${name.table} that is filled`
      : `the column ${other.name} of ${name.table} is not filled, or not compared, so where a row belongs is not known`;
  throw new Refusal("sharding-key", `--sharding-key ${quoted(shardedBy.expression)}: ${why}`);
}

/**
 * Before the claim, so that a refusal leaves no trace in the ledger.
 * @param bytesARow of the rows to write
 * @throws Refusal `ids-taken`, `disk-too-small`
 */
export async function refuseTaken(
  options: RunOptions,
  decision: Decision,
  bytesARow: Promise<number>,
): Promise<void> {
  const { ledger, emit } = options;
  const { settings } = decision;
  const own = decision.kind === "new" ? [] : await ledger.spans(decision.run.runId);
  const whole = { first: settings.firstRow, rows: settings.targetRows };
  for (const gap of gaps(whole, own.map(rangeOf))) await refuseForeign(options, gap);
  const rowsDue = settings.targetRows - own.reduce((sum, step) => sum + step.rows, 0);
  await refuseTooLarge(options, rowsDue, bytesARow);
  if (settings.batchSize < SMALL_RUN && !isSmall(settings)) {
    emit({
      kind: "warning",
      message: `a batch size of ${grouped(settings.batchSize)} makes many small inserts; ClickHouse prefers ${grouped(SMALL_RUN)} rows or more`,
    });
  }
}

/** @throws Refusal `ids-taken` where the table holds ids of a range that no step of the run covers */
export async function refuseForeign(
  { client, table }: Pick<RunOptions, "client" | "table">,
  gap: Range,
): Promise<void> {
  const found = await idsWithin(client, table, gap);
  if (found.rows === 0) return;
  const free = await firstFreeId(client, table, gap);
  const way =
    free > table.key.largest!
      ? "none behind them is free: choose other ones with --start-image-id"
      : `the first free id is ${free}: start there with --start-image-id ${free}`;
  throw new Refusal(
    "ids-taken",
    `The table ${table.name.table} holds ${grouped(found.rows)} rows with the numbers ${grouped(found.min!)} to ${grouped(found.max!)} that this run did not write; ${way}`,
    { free },
  );
}
