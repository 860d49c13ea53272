import type { OlapTable } from "@514labs/moose-lib";

/** What `dataFaker` is told. */
export interface DataFakerOptions {
  /** The table to fill; it needs an integer column `image_id`. */
  readonly table: OlapTable<any>;
  /** Rows of a new run for which nothing was said, from 1 to 10^12. Default 100,000. */
  readonly defaultRows?: number;
  /** `false`: no refill. Default: every minute. `DATA_FAKER_REFILL=off` and `=on` go before it. */
  readonly refill?: false | RefillOptions;
  /**
   * The workflows are `fake-<name>` and `refill-<name>`. Default `images` for a table `images_analytical`,
   * otherwise the table's name with dashes.
   */
  readonly name?: string;
  /**
   * How the names of the ledger's tables begin. Default `data_faker`: `data_faker_runs` and
   * `data_faker_steps`, shared by all calls.
   */
  readonly stateTables?: string;
  /** `"dev"` (the default): the workflows exist under `moose dev` only; `"always"`: in production too. */
  readonly register?: "dev" | "always";
}

export interface RefillOptions {
  /** `30s`, `1m`, `2h`. Default `1m`. `DATA_FAKER_REFILL_EVERY` goes before it. */
  readonly every?: string;
  /**
   * Rows up to which the latest run is topped up. Default: `defaultRows`. `DATA_FAKER_REFILL_TARGET` goes
   * before it.
   */
  readonly targetRows?: number;
  /** Most rows added each time. Default: all that lack. `DATA_FAKER_REFILL_STEP` goes before it. */
  readonly step?: number;
  /**
   * Whether rows that vanished from the table are written again. Default true. `DATA_FAKER_REFILL_REPAIR=off`
   * goes before it.
   */
  readonly repair?: boolean;
}
