import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { quoteString } from "../../app/model/quoting";
import { isFull } from "./disk-floor";
import type { Engine, EngineAnswer, StatementContext } from "./engine";
import { ServerException } from "./server-exception";
import type { Spool } from "./spool";

/** An answer of up to this many bytes in the engine's columns stays in memory. */
const MEMORY_BYTES = 32 << 20;
const RESULT_TOO_LARGE = 396;

const LOOK_MILLISECONDS = 250;

/** Formats in which the answers of the blocks, one after the other, are the answer of the whole. */
const BLOCK_BY_BLOCK =
  /^(JSON(Compact)?(Strings)?EachRow|JSONLines|NDJSON|(TabSeparated|TSV)(Raw)?|TSKV|CSV|RowBinary|Native|LineAsString|RawBLOB|MsgPack)$/;
/** What puts something around the whole answer, or behind it, in any of them. */
const AROUND_THE_WHOLE = /array_of_rows|\btotals\b|\bextremes\b/i;

/** A SELECT as far as its answer's way depends on it. */
export interface Select {
  /** What stands before INTO OUTFILE's place, and after it. */
  readonly parts: readonly [string, string];
  readonly format: string;
  /** Whether the statement names the format itself. */
  readonly namesFormat: boolean;
  readonly context: StatementContext;
}

/** What goes to a client, and is disposed of in the end. */
export interface Answer {
  /** Of the statement, where the engine told them before the first byte. */
  readonly figures: Omit<EngineAnswer, "bytes">;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  dispose(): Promise<void>;
}

const NO_FIGURES = { elapsedSeconds: 0, resultRows: 0, resultBytes: 0, writtenRows: 0, writtenBytes: 0 };

/** An answer that is in memory. */
export function inMemory(answer: EngineAnswer): Answer {
  return { figures: answer, content: [answer.bytes], dispose: async () => {} };
}

/**
 * Runs a SELECT: through memory where the answer fits. Otherwise once more: block by block as the client takes
 * them, or into a file where the format does not allow that.
 * @param gone aborted when the client has left: then the statement is ended
 * @throws ServerException
 */
export async function runSelect(
  engine: Engine,
  spool: Spool,
  select: Select,
  gone: AbortSignal,
): Promise<Answer> {
  const { parts, format, context } = select;
  const mark = `/* ${randomUUID()} */`;
  const sql = (text: string) => `${text}\n${mark}`;
  const watch = new Watch(engine, mark, gone);
  try {
    const settings = new Map([
      ["max_result_bytes", String(MEMORY_BYTES)],
      ["result_overflow_mode", "throw"],
      ...context.settings,
    ]);
    try {
      return inMemory(await engine.query(sql(parts.join("")), format, { ...context, settings }));
    } catch (error) {
      if (!(error instanceof ServerException) || error.code !== RESULT_TOO_LARGE) throw error;
    }
    const whole = `${parts.join("")} ${[...context.settings.keys()].join(" ")}`;
    if (BLOCK_BY_BLOCK.test(format) && !AROUND_THE_WHOLE.test(whole)) {
      const blocks = engine.stream(sql(parts.join("")), format, context);
      const first = await blocks.next();
      return {
        figures: NO_FIGURES,
        content: following(first, blocks),
        dispose: async () => void (await blocks.return()),
      };
    }
    const file = spool.newFile();
    const dispose = () => rm(file, { force: true });
    const into = ` INTO OUTFILE ${quoteString(file)} COMPRESSION 'none' ${select.namesFormat ? "" : `FORMAT ${format}`} `;
    watch.spare(dirname(file));
    try {
      const figures = await engine.query(sql(parts.join(into)), format, context);
      return { figures, content: createReadStream(file, { highWaterMark: 1 << 18 }), dispose };
    } catch (error) {
      await dispose();
      throw watch.full ?? error;
    }
  } finally {
    watch.end();
  }
}

async function* following(
  first: IteratorResult<Uint8Array, void>,
  blocks: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  if (first.done) return;
  yield first.value;
  yield* blocks;
}

/** Ends a statement when its client has left, or when its answer would fill the disk. */
class Watch {
  /** What the client is told where the disk was the reason. */
  full: ServerException | undefined;
  private folder: string | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly engine: Engine,
    private readonly mark: string,
    private readonly gone: AbortSignal,
  ) {
    // Again and again: the engine may not have begun with it when it is asked to end it.
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_MILLISECONDS);
  }

  /** From now on the disk of this folder is looked at, too. */
  spare(folder: string): void {
    this.folder = folder;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.folder !== undefined && this.full === undefined && (await isFull(this.folder)))
      this.full = new ServerException(
        243,
        "The answer would fill the disk: ask for less of it, or in a format that is sent row by row, such as JSONEachRow (NOT_ENOUGH_SPACE)",
      );
    if (this.gone.aborted || this.full !== undefined) await this.engine.kill(this.mark);
  }
}
