import type { ClickHouseClient } from "@clickhouse/client";
import { quoteString } from "../model/quoting";
import { select } from "../server/select";
import { describeServerError } from "../server/server-error";
import { quoteTable, type TableName } from "../server/table-name";

/** Rows of a sample, about; tables of up to twice as many are read whole. */
export const SAMPLE_ROWS = 2_000_000;
/** Rows that a part's rows are sampled by, so that others need not be read: those of a granule. */
const GRANULE = 8_192;

/** A table that a report asks of: which of its rows, and what it was not allowed to know. */
export class ReportTable {
  readonly #leftOut: string[] = [];

  /** @param every the sample has one granule of so many; 1: all rows */
  constructor(
    readonly client: ClickHouseClient,
    readonly name: TableName,
    readonly every: number,
  ) {}

  /** What could not be asked, and why, one sentence each. */
  get leftOut(): readonly string[] {
    return this.#leftOut;
  }

  /**
   * FROM and PREWHERE of the sample: of each part every so many-th granule, from one on that its name decides. As the
   * rows of a part are sorted, that is nearer to all rows than a draw would be.
   */
  get sample(): string {
    const from = `FROM ${quoteTable(this.name)}`;
    if (this.every === 1) return from;
    return `${from} PREWHERE intDiv(_part_offset, ${GRANULE}) % ${this.every} = cityHash64(_part) % ${this.every}`;
  }

  /** A few rows from all over the table. @param one in how many */
  scattered(one: number): string {
    return `FROM ${quoteTable(this.name)} PREWHERE cityHash64(_part, _part_offset) % ${Math.max(1, one)} = 0`;
  }

  select<Row>(query: string, parameters: Record<string, unknown> = {}): Promise<Row[]> {
    return select<Row>(this.client, query, parameters);
  }

  /** SQL that holds for the table's rows in a system table. */
  get isThis(): string {
    return `database = ${quoteString(this.name.database)} AND table = ${quoteString(this.name.table)}`;
  }

  /**
   * The answer; where the server refuses the question, `undefined`, and a sentence in {@link leftOut}.
   * @param what is left out then, as the beginning of the sentence; `undefined`: nothing is said
   */
  async attempt<T>(what: string | undefined, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      const { kind, meaning, message } = describeServerError(error);
      if (kind !== "answered") throw error;
      const why = meaning === "right-missing" ? `the user may not read it (${message})` : message;
      if (what !== undefined) this.#leftOut.push(`${what}: ${why}`);
      return undefined;
    }
  }
}
