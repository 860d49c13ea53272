import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../../model/column";
import type { Range } from "../../plan/range";
import { missingIds, survey } from "../../table/survey";
import type { KeyedTable } from "../../table/table-key";
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
}

/** Brings batches into the table, each exactly once, whatever the answers are. */
export class BatchSender {
  constructor(private readonly options: BatchSenderOptions) {}

  /**
   * Sends the rows of a range in one insert; at most `MAX_BLOCK_ROWS`.
   * @param token not used before for this range, unless its rows are known not to have vanished since
   * @returns their checksum
   */
  send(range: Range, token: string): Promise<bigint> {
    const { retries, limit, expected, columns } = this.options;
    return retries.run(async (attempt) => {
      const due = attempt === 1 ? [range] : await this.missing(range);
      let checksum: bigint | undefined;
      for (const piece of due) {
        // A table that deduplicates would drop the second of two pieces with one token.
        const own = piece.rows === range.rows ? token : `${token}/${piece.first}+${piece.rows}`;
        const sum = await limit.run(() => this.write(piece, own));
        if (piece.rows === range.rows) checksum = sum;
      }
      return checksum ?? expected.of(range, columns);
    });
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
    const { client, table, clock } = this.options;
    await awaitEarlierInserts(client, table.name, clock);
    const [difference] = await survey(client, table, [range]);
    if (difference === undefined) return [];
    return difference.copies === 0 ? [range] : missingIds(client, table, range);
  }
}
