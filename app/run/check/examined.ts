import type { ClickHouseClient } from "@clickhouse/client";
import { epochOf } from "../../ledger/step-revision";
import type { StepRow } from "../../ledger/step-row";
import type { Model } from "../../model/column";
import type { KeyedTable } from "../../table/table-key";
import type { ExpectedChecksums } from "./expected-checksum";

/** The table that one run's steps are checked against, and what they should be. */
export interface Examined {
  readonly client: ClickHouseClient;
  readonly table: KeyedTable;
  /** The columns that are compared: those that are filled, and keep their values. */
  readonly columns: Model;
  readonly expected: ExpectedChecksums;
  /** The names of the columns that were compared under an epoch. */
  readonly columnsAt: (epoch: number) => readonly string[] | undefined;
}

/**
 * The columns that were compared when a step was written and still are.
 * @returns whether the model has come (`more`) or gone (`fewer`) by columns since
 */
export function columnsOf(
  { columns, columnsAt }: Pick<Examined, "columns" | "columnsAt">,
  step: StepRow,
): { common: Model; more: boolean; fewer: boolean } {
  const names = new Set(columnsAt(epochOf(step.revision)) ?? columns.map(({ name }) => name));
  const common = columns.filter(({ name }) => names.has(name));
  return { common, more: common.length < columns.length, fewer: common.length < names.size };
}
