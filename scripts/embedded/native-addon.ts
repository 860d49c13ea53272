import { dirname, join } from "node:path";
import { EnvironmentFailure } from "../../app/errors";

/**
 * The part of chdb's native addon that is used here: what gives a promise runs off the event loop.
 */
export interface NativeAddon {
  CreateConnection(folder: string, args?: readonly string[]): object;
  QueryAsyncConnection(
    connection: object,
    sql: string,
    format: string,
    params?: Record<string, string>,
  ): Promise<NativeResult>;
  InsertRawAsyncConnection(
    connection: object,
    prefix: string,
    data: Buffer,
    countLines: boolean,
  ): Promise<NativeInsert>;
  StreamQuery(connection: object, sql: string, format: string, params?: Record<string, string>): object;
  /** The next block of the answer, in the format as if it were the whole. */
  StreamFetch(stream: object): Promise<NativeBlock>;
  /** Not while a fetch is under way. */
  StreamCancel(stream: object): void;
  CloseConnection(connection: object): void;
}

type NativeBlock = { readonly done: true } | { readonly done: false; readonly bytes: Uint8Array };

interface NativeResult {
  readonly bytes: Uint8Array;
  readonly elapsed: number;
  readonly rowsRead: number;
  readonly bytesRead: number;
}

interface NativeInsert {
  readonly elapsed: number;
  readonly rowsWritten: number;
  readonly bytesWritten: number;
}

/** @throws EnvironmentFailure `embedded-missing` where chdb is not installed */
export function nativeAddonFolder(): string {
  try {
    return dirname(require.resolve("chdb/package.json"));
  } catch (error) {
    throw new EnvironmentFailure(
      "embedded-missing",
      "The embedded ClickHouse is not installed: npm install -D chdb@3.4.0, or pnpm add -D chdb@3.4.0 (with -w in a workspace); or use a ClickHouse server of your own",
      {},
      { cause: error },
    );
  }
}

/** @throws EnvironmentFailure `embedded-missing` where chdb is not installed or not made for this machine */
export function loadNativeAddon(): NativeAddon {
  const folder = nativeAddonFolder();
  try {
    // The package's own Session writes only into plainly named tables and does not say how many rows an
    // INSERT of a file wrote; its loader, one level below, does both.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a file inside the package
    const loader = require(join(folder, "dist", "loader.js")) as { loadNative(): NativeAddon };
    return loader.loadNative();
  } catch (error) {
    throw new EnvironmentFailure(
      "embedded-missing",
      `The embedded ClickHouse cannot be loaded on ${process.platform}-${process.arch}: ${firstLine(error as Error)}`,
      { platform: process.platform, arch: process.arch },
      { cause: error },
    );
  }
}

/** Of an error's message. */
export function firstLine(error: Error): string {
  return error.message.split("\n", 1)[0]!;
}
