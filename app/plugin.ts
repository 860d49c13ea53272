import type { OlapTable, Workflow } from "@514labs/moose-lib";
import { declareLedgerTables } from "../datamodels/ledger-tables";
import { checkOptions } from "./workflows/check-options";
import { declareFakeAll } from "./workflows/fake-all";
import { declareFaker } from "./workflows/declared-fakers";
import { declareFakeImages } from "./workflows/fake-images";
import type { NoReferences, References } from "./domains/spec/builder/references";
import type { ColumnFills } from "./domains/spec/builder/column-builder";
import type { DataFakerOptions } from "./workflows/faker-options";
import { declarePage } from "./workflows/declare-page";
import { mooseCommand } from "./workflows/moose-command";
import { declareRefillImages } from "./workflows/refill-images";
import { declareWorkImages } from "./workflows/work-images";

export { EnvironmentFailure, ExpectedError, Refusal } from "./errors";
export type { ColumnBuilder, ColumnFills, Fill } from "./domains/spec/builder/column-builder";
export type { WorkflowInput } from "./request/workflow-input";
export type { DataFakerOptions, RefillOptions } from "./workflows/faker-options";

/** What `dataFaker` declared. */
export interface DataFaker<T = any> {
  /** The table that is filled. */
  readonly table: OlapTable<T>;
  /** The two state tables; they are protected from Moose's migrations. */
  readonly runs: OlapTable<any>;
  readonly steps: OlapTable<any>;
  /** `undefined` outside of `moose dev`, unless `register` is `"always"`. */
  readonly fakeImages: Workflow | undefined;
  /** `undefined` likewise. */
  readonly workImages: Workflow | undefined;
  /** `undefined` likewise, and where the refill is off. */
  readonly refillImages: Workflow | undefined;
}

/** Commands under which a project is developed; `workflow` is the one that starts and cancels workflows. */
const DEV = ["dev", "workflow"];

/**
 * Declares in a Moose project what Data Faker needs to fill a table: two state tables, the workflow
 * `fake-images`, `work-images`, which writes beside it, and the scheduled one `refill-images`; from the second table on also `fake-all`, which fills all tables; and under `moose dev` a page at `/data-faker` that shows them. Call it from the app's index, each time that it is
 * loaded.
 * @example
 * export const faker = dataFaker({
 *   table: imagesAnalytical,
 *   defaultRows: 100_000, // 1 to 10^12, default 100,000
 *   refill: { every: "1m", targetRows: 100_000 }, // "1s" to "999999h", default "1m"
 * });
 * @throws Refusal `invalid-option` naming the option, or the environment variable, that is wrong
 */
export function dataFaker<
  T,
  const Fills extends ColumnFills<T> = ColumnFills<T>,
  const Strict extends boolean = false,
  const R extends References = NoReferences,
>(options: DataFakerOptions<T, Fills, Strict, R>): DataFaker<T> {
  const settings = checkOptions(options as DataFakerOptions, process.env);
  declareFaker(settings);
  const tables = { table: options.table, ...declareLedgerTables(settings.stateTables) };
  const isDev = DEV.includes(mooseCommand() ?? "");
  if (isDev && settings.page) declarePage();
  if (options.register !== "always" && !isDev) {
    return { ...tables, fakeImages: undefined, workImages: undefined, refillImages: undefined };
  }
  const declared = {
    ...tables,
    fakeImages: declareFakeImages(settings),
    workImages: declareWorkImages(settings),
    refillImages: settings.refill && declareRefillImages(settings, settings.refill),
  };
  declareFakeAll();
  return declared;
}
