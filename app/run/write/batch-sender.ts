import { grouped } from "../../request/whole-number";
import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../../model/column";
import { batchesOf, common, type Range, rowsOf } from "../../plan/range";
import { addChecksums } from "../../rows/checksum";
import { describeServerError } from "../../server/server-error";
import { rowsPresent } from "../../table/rows-present";
import { addressesOf, allEnded, clientsOf } from "../../table/shards";
import type { KeyedTable } from "../../table/table-key";
import { InsertError } from "../../writer/insert-error";
import type { OpenWriter } from "../../writer/writer";
import { awaitEarlierInserts } from "../claim/earlier-inserts";
import type { Clock } from "../claim/clock";
import type { Ownership } from "../claim/ownership";
import type { Retries } from "./retries";
import type { BatchMaker } from "./batch-maker";
import type { BatchThreads } from "./threads/batch-threads";
import type { Part, RowPlaces } from "./row-places";
import type { InsertLimit } from "./insert-limit";

export interface BatchSenderOptions {
  readonly client: ClickHouseClient;
  readonly table: KeyedTable;
  readonly clock: Clock;
  readonly threads: Pick<BatchThreads, "checksum">;
  readonly maker: BatchMaker;
  readonly places: RowPlaces;
  /** To the server of a shard. */
  readonly writerOf: (shard: number) => Promise<OpenWriter>;
  /** Most rows of an insert that the server makes one part of. */
  readonly insertRows: Promise<number>;
  readonly limit: InsertLimit;
  readonly retries: Retries;
  readonly ownership: Ownership;
  /** The columns that are compared. */
  readonly columns: Model;
  /** Called once, when inserts begin to be cut because one may not touch as many partitions. */
  readonly onCut: () => void;
}

/** Brings batches into the table, each exactly once, whatever the answers are. */
export class BatchSender {
  /** Rows of an insert that stays below the server's limit of partitions, as far as is known. */
  private partitionRows = Infinity;

  constructor(private readonly options: BatchSenderOptions) {}

  /**
   * Sends the rows of some ranges, in one insert for each shard that has some of them, where the server takes it.
   * @param ranges sorted and disjoint, on one shard where they take turns, at most `MAX_BLOCK_ROWS` rows in all
   * @param token not used before for these rows, unless they are known not to have vanished since
   * @returns their checksum
   */
  async send(ranges: readonly Range[], token: string): Promise<bigint> {
    const { retries, places } = this.options;
    const parts = await retries.run(() => places.partsOf(ranges));
    return addChecksums(await allEnded(parts.map((part) => this.sendPart(part, ranges, token))));
  }

  /** @param whole what the part is of */
  private sendPart(part: Part, whole: readonly Range[], token: string): Promise<bigint> {
    const { retries, threads, columns } = this.options;
    const { ranges } = part;
    return retries.run(async (attempt) => {
      let due = attempt === 1 ? ranges : await this.missing(part, whole);
      for (;;) {
        const sums = await this.writeAll(part, due, token);
        if (sums !== undefined)
          return rowsOf(due) === rowsOf(ranges) ? addChecksums(sums) : threads.checksum(ranges, columns);
        due = await this.look(part, whole);
      }
    });
  }

  /**
   * @param due of the part
   * @returns the checksum of each insert; `undefined` where one has to be smaller, which the next ones are
   */
  private async writeAll(
    { shard, ranges }: Part,
    due: readonly Range[],
    token: string,
  ): Promise<bigint[] | undefined> {
    const sums: bigint[] = [];
    const whole = rowsOf(ranges);
    const mostRows = Math.min(await this.options.insertRows, this.partitionRows);
    for (const piece of batchesOf(due, mostRows)) {
      const rows = rowsOf(piece);
      // A table that deduplicates would drop the second of two pieces with one token.
      const own = rows === whole ? token : `${token}/${piece[0]!.first}+${rows}`;
      try {
        sums.push(await this.options.limit.run(() => this.write(shard, piece, own)));
      } catch (error) {
        if (rows === 1 || !tooManyPartitions(error)) throw error;
        if (this.partitionRows === Infinity) this.options.onCut();
        this.partitionRows = Math.min(this.partitionRows, Math.ceil(rows / 2));
        return undefined;
      }
    }
    return sums;
  }

  private async write(shard: number, ranges: readonly Range[], token: string): Promise<bigint> {
    const { table, maker, writerOf, ownership } = this.options;
    const last = ranges[ranges.length - 1]!;
    const at = addressesOf(table)?.[shard];
    const id = `rows ${grouped(ranges[0]!.first)} to ${grouped(last.first + last.rows - 1)}${at === undefined ? "" : ` at ${at}`}`;
    const { batch, checksum, end } = await maker.make(ranges);
    let landed = false;
    try {
      const writer = await writerOf(shard);
      await writer.send(batch, { id, token, commit: ownership.commit, signal: ownership.lost.signal });
      landed = true;
      return checksum();
    } finally {
      end(landed);
    }
  }

  /** What is missing of a part, once no insert of ours can still arrive. */
  private async missing(part: Part, whole: readonly Range[]): Promise<readonly Range[]> {
    const { table, clock } = this.options;
    await awaitEarlierInserts(this.clientOf(part), table.name, clock);
    return this.look(part, whole);
  }

  /** @param whole fewer ranges than those of the part may be, for the server to look at */
  private async look(part: Part, whole: readonly Range[]): Promise<readonly Range[]> {
    const found = await rowsPresent([this.clientOf(part)], this.options.table, whole);
    return [
      ...common(
        found.flatMap(({ missing }) => [...missing]),
        part.ranges,
      ),
    ];
  }

  private clientOf({ shard }: Part): ClickHouseClient {
    const { client, table } = this.options;
    return clientsOf(client, table)[shard]!;
  }
}

function tooManyPartitions(error: unknown): boolean {
  return error instanceof InsertError && describeServerError(error.cause).meaning === "too-many-partitions";
}
