import { execFileSync } from "node:child_process";
import { closeSync, constants, createReadStream, mkdtempSync, openSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { pipeline } from "node:stream/promises";
import { quoteString } from "../../app/model/quoting";
import { loadNativeAddon } from "./native-addon";

const RELEASE_MILLISECONDS = 20;

/** Rows to be written in another of ClickHouse's formats. */
export interface Conversion {
  /** In ClickHouse's Native format: blocks, one after another. */
  readonly native: Iterable<Uint8Array>;
  /** The columns' names, quoted where need be, and types: `id UInt64, name String`. */
  readonly structure: string;
  /** As ClickHouse calls it: `CSVWithNames`, `Parquet`. */
  readonly format: string;
  /** Settings of ClickHouse, for the format. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/**
 * Writes rows in another format while they are made, in constant memory: named pipes lead through the embedded
 * ClickHouse, which keeps nothing. `out` stays open.
 * @throws EnvironmentFailure `embedded-missing` where chdb is not installed
 * @throws Error with the engine's words where the format can't hold a column's type; as `out` fails
 */
export async function convertRows(conversion: Conversion, out: Writable): Promise<void> {
  const addon = loadNativeAddon();
  const folder = mkdtempSync(join(tmpdir(), "data-faker-"));
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  try {
    execFileSync("mkfifo", [from, to]);
    const connection = addon.CreateConnection(join(folder, "data"));
    const converted = addon.QueryAsyncConnection(connection, statement(conversion, from, to), "Null");
    const failed = new AbortController();
    const work = [converted, feed(conversion.native, from, failed.signal), drain(to, out)];
    for (const part of work) part.catch(() => failed.abort());
    const ended = Promise.allSettled(work);
    try {
      await Promise.all(work);
    } finally {
      while (!(await Promise.race([ended, sleep(RELEASE_MILLISECONDS)]))) release(from, to);
      addon.CloseConnection(connection);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function statement({ structure, format, settings }: Conversion, from: string, to: string): string {
  const file = (path: string, as: string): string =>
    `file(${[path, as, structure].map(quoteString).join(", ")})`;
  // One thread keeps the rows in order.
  const set = Object.entries({ ...settings, max_threads: 1 }).map(
    ([name, value]) => `${name} = ${typeof value === "string" ? quoteString(value) : value}`,
  );
  return `INSERT INTO FUNCTION ${file(to, format)} SELECT * FROM ${file(from, "Native")} SETTINGS ${set.join(", ")}`;
}

async function feed(native: Iterable<Uint8Array>, to: string, signal: AbortSignal): Promise<void> {
  // Waits for the engine, which then sees the end, whatever becomes of the rows.
  const pipe = await open(to, "w");
  await pipeline(Readable.from(native), pipe.createWriteStream(), { signal });
}

const drain = (from: string, out: Writable): Promise<void> =>
  pipeline(createReadStream(from), out, { end: false });

/** Whoever waits for the engine to open a pipe, which it does not do any more, sees it closed. */
function release(from: string, to: string): void {
  for (const [path, mode] of [
    [from, constants.O_RDONLY],
    [to, constants.O_WRONLY],
  ] as const) {
    try {
      closeSync(openSync(path, mode | constants.O_NONBLOCK));
    } catch {
      // Nobody waits.
    }
  }
}
