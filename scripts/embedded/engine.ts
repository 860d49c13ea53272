import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import { ServerException } from "./server-exception";
import { quoteIdentifier, quoteString } from "./statement";

/** The part of chdb's native addon that is used here: every call but the first and the last runs off the event loop. */
interface NativeAddon {
  CreateConnection(folder: string, args?: readonly string[]): object;
  QueryAsyncConnection(connection: object, sql: string, format: string, params?: Record<string, string>): Promise<NativeResult>;
  InsertRawAsyncConnection(connection: object, prefix: string, data: Buffer, countLines: boolean): Promise<NativeInsert>;
  CloseConnection(connection: object): void;
}

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

/** What surrounds a statement: the same for every statement of one request. */
export interface StatementContext {
  readonly database: string;
  /** Setting names must be identifiers. */
  readonly settings: ReadonlyMap<string, string>;
  /** Query parameters, escaped as in TabSeparated (the form in which HTTP clients send them). */
  readonly params: Readonly<Record<string, string>>;
}

export interface EngineAnswer {
  readonly bytes: Uint8Array;
  readonly elapsedSeconds: number;
  readonly resultRows: number;
  readonly resultBytes: number;
  readonly writtenRows: number;
  readonly writtenBytes: number;
}

/**
 * chdb on one data folder. Each statement gets a connection of its own (0.6 ms), so that no setting, database or
 * parameter outlives its request. The caller sees to it that one statement runs at a time.
 */
export class Engine {
  private constructor(
    private readonly addon: NativeAddon,
    private readonly dataFolder: string,
    /** Held open: the engine, and its lock on the folder, live as long as a connection does. */
    private readonly anchor: object,
    readonly version: string,
    readonly timezone: string,
  ) {}

  /**
   * Opens the data in `dataFolder`, which is created where it is missing.
   * @throws EnvironmentFailure `embedded-folder-in-use` where another process has it, `embedded-missing` where chdb is
   *   not installed, `embedded-failed` for anything else
   */
  static async open(dataFolder: string): Promise<Engine> {
    const addon = loadAddon();
    mkdirSync(dataFolder, { recursive: true });
    let anchor: object;
    try {
      anchor = addon.CreateConnection(dataFolder);
    } catch (error) {
      throw openFailure(dataFolder, error as Error);
    }
    const facts = await addon.QueryAsyncConnection(anchor, "SELECT version(), timezone()", "TabSeparated");
    const [version, timezone] = Buffer.from(facts.bytes).toString().trimEnd().split("\t");
    return new Engine(addon, dataFolder, anchor, version, timezone);
  }

  /** @throws EnvironmentFailure `embedded-missing` where chdb is not installed; loads nothing */
  static requireAddon(): void {
    addonFolder();
  }

  /** Runs one statement whose answer fits into memory. @throws ServerException as the engine reports it */
  query(sql: string, format: string, context: StatementContext): Promise<EngineAnswer> {
    return this.connected(context, async (connection) => {
      const params = Object.keys(context.params).length > 0 ? context.params : undefined;
      const result = await this.addon.QueryAsyncConnection(connection, sql, format, params);
      return {
        bytes: result.bytes,
        elapsedSeconds: result.elapsed,
        resultRows: result.rowsRead,
        resultBytes: result.bytesRead,
        writtenRows: 0,
        writtenBytes: 0,
      };
    });
  }

  /**
   * Runs one INSERT that brings its rows along (FROM INFILE, SELECT) and takes no parameters; unlike {@link query}, the
   * answer says how many rows were written.
   */
  insert(sql: string, context: StatementContext): Promise<EngineAnswer> {
    return this.connected(context, async (connection) => {
      const result = await this.addon.InsertRawAsyncConnection(connection, sql, Buffer.alloc(0), false);
      return {
        bytes: new Uint8Array(0),
        elapsedSeconds: result.elapsed,
        resultRows: 0,
        resultBytes: 0,
        writtenRows: result.rowsWritten,
        writtenBytes: result.bytesWritten,
      };
    });
  }

  /** To be called when no statement runs. */
  close(): void {
    this.addon.CloseConnection(this.anchor);
  }

  private async connected<T>(context: StatementContext, work: (connection: object) => Promise<T>): Promise<T> {
    const connection = this.addon.CreateConnection(this.dataFolder);
    try {
      await this.addon.QueryAsyncConnection(connection, preamble(context), "Null");
      return await work(connection);
    } catch (error) {
      throw ServerException.fromEngine(error as Error);
    } finally {
      this.addon.CloseConnection(connection);
    }
  }
}

function preamble(context: StatementContext): string {
  const settings = [...context.settings].map(([name, value]) => `${name} = ${quoteString(value)}`);
  const use = `USE ${quoteIdentifier(context.database)}`;
  return settings.length > 0 ? `${use}; SET ${settings.join(", ")}` : use;
}

function addonFolder(): string {
  try {
    return dirname(require.resolve("chdb/package.json"));
  } catch (error) {
    throw new EnvironmentFailure(
      "embedded-missing",
      "The embedded ClickHouse is not installed: npm install chdb@3.4.0 (or use a ClickHouse server of your own)",
      {},
      { cause: error },
    );
  }
}

function loadAddon(): NativeAddon {
  const folder = addonFolder();
  try {
    // The package's own Session writes only into plainly named tables and does not say how many rows an INSERT of a
    // file wrote; its loader, one level below, does both.
    return require(join(folder, "dist", "loader.js")).loadNative() as NativeAddon;
  } catch (error) {
    throw new EnvironmentFailure(
      "embedded-missing",
      `The embedded ClickHouse cannot be loaded on ${process.platform}-${process.arch}: ${firstLine(error as Error)}`,
      { platform: process.platform, arch: process.arch },
      { cause: error },
    );
  }
}

function openFailure(dataFolder: string, error: Error): EnvironmentFailure {
  const inUse = /Code: 76\b|CANNOT_OPEN_FILE|Another server instance/.test(error.message);
  return inUse
    ? new EnvironmentFailure(
        "embedded-folder-in-use",
        `Another process has the embedded ClickHouse in ${dataFolder} open: stop it, or use another folder`,
        { folder: dataFolder },
        { cause: error },
      )
    : new EnvironmentFailure(
        "embedded-failed",
        `The embedded ClickHouse cannot open ${dataFolder}: ${firstLine(error)}`,
        { folder: dataFolder },
        { cause: error },
      );
}

function firstLine(error: Error): string {
  return error.message.split("\n", 1)[0];
}
