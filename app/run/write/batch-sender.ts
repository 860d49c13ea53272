import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../../model/column";
import { pieces, type Range, rowsOf } from "../../plan/range";
import { addChecksums } from "../../rows/checksum";
import { describeServerError } from "../../server/server-error";
import { missingIds, survey } from "../../table/survey";
import type { KeyedTable } from "../../table/table-key";
import { InsertError } from "../../writer/insert-error";
import type { OpenWriter } from "../../writer/writer";
import { awaitEarlierInserts } from "../claim/earlier-inserts";
import type { Clock } from "../claim/clock";
import type { ExpectedChecksums } from "../check/expected-checksum";
import type { Ownership } from "../claim/ownership";
import type { Retries } from "./retries";
import type { BatchThreads } from "./threads/batch-threads";
import type { InsertLimit } from "./insert-limit";

export interface BatchSenderOptions {
  readonly client: ClickHouseClient;
  readonly table: KeyedTable;
  readonly clock: Clock;
  readonly threads: BatchThreads;
  readonly writer: Promise<OpenWriter>;
  readonly limit: InsertLimit;
  readonly retries: Retries;
  readonly ownership: Ownership;
  readonly expected: ExpectedChecksums;
  /** The columns that are compared. */
  readonly columns: Model;
  /** Called once, when inserts begin to be cut because one may not touch as many partitions. */
  readonly onCut: () => void;
}

/** Brings batches into the table, each exactly once, whatever the answers are. */
export class BatchSender {
  /** Rows of an insert that stays below the server's limit of partitions, as far as is known. */
  private mostRows = Infinity;

  constructor(private readonly options: BatchSenderOptions) {}

  /**
   * Sends the rows of a range, in one insert where the server takes it; at most `MAX_BLOCK_ROWS`.
   * @param token not used before for this range, unless its rows are known not to have vanished since
   * @returns their checksum
   */
  send(range: Range, token: string): Promise<bigint> {
    const { retries, expected, columns } = this.options;
    return retries.run(async (attempt) => {
      let due = attempt === 1 ? [range] : await this.missing(range);
      for (;;) {
        const sums = await this.writeAll(due, range, token);
        if (sums !== undefined)
          return rowsOf(due) === range.rows ? addChecksums(sums) : expected.of(range, columns);
        due = await this.look(range);
      }
    });
  }

  /**
   * @param whole the batch that the ranges are due of
   * @returns the checksum of each insert; `undefined` where one has to be smaller, which the next ones are
   */
  private async writeAll(due: readonly Range[], whole: Range, token: string): Promise<bigint[] | undefined> {
    const sums: bigint[] = [];
    for (const piece of pieces(due, this.mostRows)) {
      // A table that deduplicates would drop the second of two pieces with one token.
      const own = piece.rows === whole.rows ? token : `${token}/${piece.first}+${piece.rows}`;
      try {
        sums.push(await this.options.limit.run(() => this.write(piece, own)));
      } catch (error) {
        if (piece.rows === 1 || !tooManyPartitions(error)) throw error;
        if (this.mostRows === Infinity) this.options.onCut();
        this.mostRows = Math.min(this.mostRows, Math.ceil(piece.rows / 2));
        return undefined;
      }
    }
    return sums;
  }

  private async write(range: Range, token: string): Promise<bigint> {
    const { threads, writer, ownership } = this.options;
    const { batch, checksum, release } = await threads.make(range);
    const id = `rows ${range.first} to ${range.first + range.rows - 1}`;
    await (await writer).send(batch, { id, token, commit: ownership.commit, signal: ownership.lost.signal });
    release();
    return checksum;
  }

  /** What is missing from the table in a range, once no insert of ours can still arrive. */
  private async missing(range: Range): Promise<readonly Range[]> {
    await awaitEarlierInserts(this.options.client, this.options.table.name, this.options.clock);
    return this.look(range);
  }

  private async look(range: Range): Promise<readonly Range[]> {
    const { client, table } = this.options;
    const [difference] = await survey(client, table, [range]);
    if (difference === undefined) return [];
    return difference.copies === 0 ? [range] : missingIds(client, table, range);
  }
}

function tooManyPartitions(error: unknown): boolean {
  return error instanceof InsertError && describeServerError(error.cause).meaning === "too-many-partitions";
}
