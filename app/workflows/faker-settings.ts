import type { OlapTable } from "@514labs/moose-lib";
import type { GivenSpec } from "../domains/spec/given-spec";
import type { LedgerNames } from "../../datamodels/ledger-names";

/** The factory's options after checking. */
export interface FakerSettings {
  readonly table: OlapTable<any>;
  /** Target of a run for which nothing was said. */
  readonly defaultRows: number;
  /** Names of columns that are left to the server. */
  readonly skipColumns: readonly string[];
  readonly stateTables: LedgerNames;
  /** As the options have it. */
  readonly cluster: string | undefined;
  readonly shardingKey: string | undefined;
  /** What is said of the rows. */
  readonly given: GivenSpec;
  /** Names of the workflows. */
  readonly workflows: { readonly fill: string; readonly refill: string; readonly work: string };
  readonly refill: RefillSettings | undefined;
  /** Whether there is to be a page. */
  readonly page: boolean;
}

export interface RefillSettings {
  /** As Moose's schedules have it, e.g. `@every 1m`. */
  readonly schedule: string;
  readonly targetRows: number;
  /** Most rows added each time; `undefined`: all that are missing. */
  readonly step: number | undefined;
  /** Whether rows that vanished are written again. */
  readonly repair: boolean;
}
