import type { ClickHouseClient } from "@clickhouse/client";
import { setTimeout as pause } from "node:timers/promises";
import { EnvironmentFailure } from "../errors";
import { pieces, type Range } from "../plan/steps";
import { blockChecksum } from "../rows/checksum";
import { MAX_BLOCK_ROWS, type RowGenerator } from "../rows/row-generator";
import { describeServerError } from "../table/server-error";
import { missingIds, survey } from "../table/survey";
import type { TableName } from "../table/table-name";
import { insertsUnderWay, serverNow } from "../table/table-state";
import { InsertError } from "../writer/insert-error";
import type { Writer } from "../writer/writer";
import type { Ownership } from "./ownership";
import type { RunEvent } from "./run-event";

/** Tries of one batch before the run gives up; with the waits between them about four minutes. */
const TRIES = 12;
const LONGEST_WAIT_SECONDS = 30;
const BARRIER_MILLISECONDS = 60_000;

export interface BatchSenderOptions {
  readonly client: ClickHouseClient;
  readonly name: TableName;
  readonly generator: RowGenerator;
  readonly writer: Writer;
  readonly ownership: Ownership;
  readonly random: () => number;
  readonly emit: (event: RunEvent) => void;
}

/** Makes batches and brings each into the table exactly once, whatever the answers are. */
export class BatchSender {
  constructor(private readonly options: BatchSenderOptions) {}

  /** Sends the rows of a range in one insert; at most `MAX_BLOCK_ROWS`. @returns their checksum */
  async send(range: Range): Promise<bigint> {
    const { generator, writer, ownership, emit, random } = this.options;
    let due: readonly Range[] = [range];
    let checksum: bigint | undefined;
    for (let attempt = 1; ; attempt++) {
      try {
        for (const { first, rows } of due) {
          const block = generator.generate(first, rows);
          if (due[0] === range) checksum = blockChecksum(block, generator.columns);
          const id = `rows ${first} to ${first + rows - 1}`;
          await writer.send(writer.encode(block), { id, commit: ownership.commit, signal: ownership.lost.signal });
        }
        return checksum!;
      } catch (error) {
        if (ownership.lost.signal.aborted) throw ownership.lost.signal.reason;
        if (!(error instanceof InsertError) || error.kind === "fatal" || attempt === TRIES) throw error;
        const delaySeconds = Math.min(LONGEST_WAIT_SECONDS, 2 ** (attempt - 1)) * (0.5 + random() / 2);
        emit({ kind: "retry", attempt, delaySeconds, reason: error.message });
        await pause(delaySeconds * 1000, undefined, { signal: ownership.lost.signal });
        due = await this.missing(range, attempt);
        if (due.length === 0) return checksum!;
      }
    }
  }

  /** What the table lacks of a range, once no insert of ours can still arrive. */
  private async missing(range: Range, attempt: number): Promise<readonly Range[]> {
    const { client, name } = this.options;
    try {
      await barrier(client, name);
      const [difference] = await survey(client, name, [range]);
      if (difference === undefined) return [];
      return difference.copies === 0 ? [range] : await missingIds(client, name, range);
    } catch (error) {
      if (describeServerError(error).kind !== "gone" || attempt >= TRIES - 1) throw asFailure(error);
      await pause(1_000 * Math.min(attempt, 10));
      return this.missing(range, attempt + 1);
    }
  }

  /** Resolves while the claim holds: before anything but an insert is done to the table. */
  requireClaim(): Promise<void> {
    return this.options.ownership.commit();
  }

  /** The checksum that the rows of a range should have, made anew. */
  checksumOf(range: Range): bigint {
    const { generator } = this.options;
    let sum = 0n;
    for (const { first, rows } of pieces([range], MAX_BLOCK_ROWS)) sum += blockChecksum(generator.generate(first, rows), generator.columns);
    return BigInt.asUintN(64, sum);
  }
}

/** Waits until no insert into the table that began before now is under way. */
export async function barrier(client: ClickHouseClient, name: TableName): Promise<void> {
  const before = await serverNow(client);
  const waitUntil = performance.now() + BARRIER_MILLISECONDS;
  for (;;) {
    const left = await insertsUnderWay(client, name, before);
    if (left === undefined) return void (await pause(10_000));
    if (left.length === 0) return;
    if (performance.now() > waitUntil) {
      throw new EnvironmentFailure("inserts-under-way", `${left.length} inserts into ${name.table} that began earlier are still under way after a minute: see system.processes, then run the same command again`);
    }
    await pause(500);
  }
}

function asFailure(error: unknown): unknown {
  const { kind, message } = describeServerError(error);
  return kind === "bug" ? error : new EnvironmentFailure("server-failed", `ClickHouse failed: ${message}; run the same command again to go on`, {}, { cause: error });
}
