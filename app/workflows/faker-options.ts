import type { OlapTable } from "@514labs/moose-lib";
import type { References } from "../domains/spec/builder/references";
import type { CheckedFills, ColumnBuilder, ColumnFills } from "../domains/spec/builder/column-builder";

/**
 * The options of `dataFaker`.
 * @example { table: imagesAnalytical, defaultRows: 100_000, refill: { every: "1m", targetRows: 100_000 } }
 */
export interface DataFakerOptions<
  T = any,
  Fills = ColumnFills<T>,
  Strict extends boolean = boolean,
  R extends References = any,
> {
  /** The table to fill. */
  readonly table: OlapTable<T>;
  /** The column in which a row's number stands. Default: inferred, as a rule what Moose has as the `Key`. */
  readonly key?: keyof T & string;
  /**
   * The tables that rows refer to, by names for `columns`. Those tables are to be filled first; `fake-all` does so.
   * @example references: { customer: { to: customers, children: { min: 0, max: 40, skew: { zipf: 1.1 } } } }
   */
  readonly references?: R;
  /**
   * The names of tables whose rows are children of these, by names for `c.total`.
   * @example children: { items: "order_items" }
   */
  readonly children?: Readonly<Record<string, string>>;
  /**
   * How columns are filled; the others are filled as the ledger has it, or as is inferred.
   * @example columns: (c) => ({ country: c.weighted({ US: 50, DE: 10 }), note: c.nullable(0.3, c.sentence([3, 12])) })
   */
  readonly columns?: (c: ColumnBuilder<T, R>) => CheckedFills<T, Fills, Strict>;
  /** Whether `columns` must name every column; `c.inferred` says that one is filled as is inferred. Default false. */
  readonly strict?: Strict;
  /** Target of a new run that does not name one: an integer from 1 to 10^12, default 100,000. */
  readonly defaultRows?: number;
  /**
   * The scheduled refill; `false` for none. Default `{}`: every minute, up to `defaultRows`.
   * `DATA_FAKER_REFILL=on` or `off` overrides whether there is one.
   */
  readonly refill?: false | RefillOptions;
  /**
   * The workflows are `fake-<name>`, `work-<name>` and `refill-<name>`. Letters, digits, `-` and `_`, beginning with a letter
   * or a digit; no two calls may share one. Default: `images` for a table `images_analytical`, otherwise the
   * table's name with dashes for underscores.
   */
  readonly name?: string;
  /**
   * Names of columns that are left to the server, which gives them their default, in refills as well. Default
   * `[]`; an input's `skipColumns` overrides it.
   */
  readonly skipColumns?: readonly string[];
  /**
   * Prefix of the names of the two state tables, which say how far each run is: letters, digits and `_`, not beginning with a digit. Default
   * `data_faker`, for `data_faker_runs` and `data_faker_steps`. Calls with the same prefix share the tables.
   */
  readonly stateTables?: string;
  /**
   * The cluster whose shards have the table's rows: a name that the server knows, or the shards' HTTP addresses,
   * `"host:port,host:port"`. The state tables then lie on the first shard. Default: the rows are on Moose's server.
   */
  readonly cluster?: string;
  /**
   * With `cluster`: the expression by which the Distributed table over the rows finds a row's shard, as it stands in
   * that table's engine, e.g. `"cityHash64(image_id)"`. Default: the shards take turns, by row number.
   */
  readonly shardingKey?: string;
  /**
   * `"dev"` (the default): the workflows exist under `moose dev` only; `"always"`: in production as well.
   */
  readonly register?: "dev" | "always";
  /**
   * Whether Moose serves the page that shows runs and tables, at `/data-faker`, under `moose dev` only. One page
   * shows all tables: `false` in every call for none. Default true.
   */
  readonly page?: boolean;
}

/**
 * The options of the scheduled refill.
 * @example { every: "30s", targetRows: 1_000_000, step: 50_000 }
 */
export interface RefillOptions {
  /**
   * Time between two refills: an integer from 1 to 999,999 and its unit, `s`, `m` or `h`: "1s" to "999999h",
   * default "1m". `DATA_FAKER_REFILL_EVERY` overrides it.
   */
  readonly every?: string;
  /**
   * Rows to which the latest run is topped up: an integer from 1 to 10^12, default `defaultRows`.
   * `DATA_FAKER_REFILL_TARGET` overrides it.
   */
  readonly targetRows?: number;
  /**
   * The most rows that one refill adds: an integer from 1 to 10^12, default as many as are missing.
   * `DATA_FAKER_REFILL_STEP` overrides it.
   */
  readonly step?: number;
  /**
   * Whether rows that vanished from the table are written again, default true. `DATA_FAKER_REFILL_REPAIR=on` or
   * `off` overrides it.
   */
  readonly repair?: boolean;
}
