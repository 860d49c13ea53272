import { mkdirSync } from "node:fs";
import { loadNativeAddon, type NativeAddon, nativeAddonFolder } from "./native-addon";
import { openFolder } from "./open-folder";
import { ServerException } from "./server-exception";
import { type SessionRequest, Sessions } from "./sessions";
import { quoteIdentifier, quoteString } from "../../app/model/quoting";

/** chdb reads `x` as `SELECT x` unless it is told not to; a server takes it for a mistake. */
const AS_A_SERVER: ReadonlyMap<string, string> = new Map([["implicit_select", "0"]]);

/** What surrounds a statement: the same for every statement of one request. */
export interface StatementContext {
  /** `undefined`: the session's. */
  readonly database: string | undefined;
  /** Whose temporary tables and settings the statement shares; `undefined`: nobody's. */
  readonly session: SessionRequest | undefined;
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

export const NO_CONTEXT: StatementContext = {
  database: "default",
  session: undefined,
  settings: new Map(),
  params: {},
};

/**
 * chdb on one data folder. Each statement outside a session gets a connection of its own (0.6 ms), so that no
 * setting, database or parameter outlives its request. Statements may run at the same time; the caller decides which do.
 */
export class Engine {
  private readonly sessions = new Sessions(
    () => this.addon.CreateConnection(this.dataFolder),
    (connection) => this.addon.CloseConnection(connection),
  );

  private constructor(
    private readonly addon: NativeAddon,
    private readonly dataFolder: string,
    /** Held open: the engine, and its lock on the folder, live as long as a connection does. */
    private readonly anchor: object,
    readonly version: string,
    readonly timezone: string,
  ) {}

  /**
   * Opens the data in `dataFolder`, which is created where it is missing. Inserts into MergeTree tables are
   * refused (243) where fewer than `minFreeBytes` of the disk are free.
   * @param more further elements of ClickHouse's configuration file
   * @throws EnvironmentFailure `embedded-folder-in-use` where another process has it, `embedded-missing`
   * where chdb is not installed, `embedded-failed` for anything else
   */
  static async open(dataFolder: string, minFreeBytes: number, more = ""): Promise<Engine> {
    const addon = loadNativeAddon();
    mkdirSync(dataFolder, { recursive: true });
    const anchor = await openFolder(addon, dataFolder, minFreeBytes, more);
    const facts = await addon.QueryAsyncConnection(anchor, "SELECT version(), timezone()", "TabSeparated");
    const [version, timezone] = Buffer.from(facts.bytes).toString().trimEnd().split("\t") as [string, string];
    return new Engine(addon, dataFolder, anchor, version, timezone);
  }

  /** @throws EnvironmentFailure `embedded-missing` where chdb is not installed; loads nothing */
  static requireAddon(): void {
    nativeAddonFolder();
  }

  /** Runs one statement whose answer fits into memory. @throws ServerException as the engine reports it */
  query(sql: string, format: string, context: StatementContext): Promise<EngineAnswer> {
    return this.connected(context, async (connection) => {
      const result = await this.addon.QueryAsyncConnection(connection, sql, format, paramsOf(context));
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
   * Runs one INSERT that brings its rows along (FROM INFILE, SELECT) and takes no parameters; unlike {@link
   * query}, the answer says how many rows were written.
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

  /**
   * Runs one SELECT and gives its answer block by block, each in the format as if it were the whole. The
   * engine works no further than is asked of it.
   */
  async *stream(sql: string, format: string, context: StatementContext): AsyncGenerator<Uint8Array, void> {
    const connection = await this.connect(context);
    let stream: object | undefined;
    try {
      stream = this.addon.StreamQuery(connection, sql, format, paramsOf(context));
      for (;;) {
        const block = await this.addon.StreamFetch(stream);
        if (block.done) return;
        yield block.bytes;
      }
    } catch (error) {
      throw ServerException.fromEngine(error as Error);
    } finally {
      if (stream !== undefined) this.addon.StreamCancel(stream);
      await this.disconnect(connection, context);
    }
  }

  /** Ends the statements under way whose text ends like this; they fail with QUERY_WAS_CANCELLED. */
  async kill(end: string): Promise<void> {
    await this.query(`KILL QUERY WHERE endsWith(query, ${quoteString(end)}) ASYNC`, "Null", NO_CONTEXT);
  }

  /** To be called when no statement runs. */
  close(): void {
    this.sessions.endAll();
    this.addon.CloseConnection(this.anchor);
  }

  private async connected<T>(
    context: StatementContext,
    work: (connection: object) => Promise<T>,
  ): Promise<T> {
    const connection = await this.connect(context);
    try {
      return await work(connection);
    } catch (error) {
      throw ServerException.fromEngine(error as Error);
    } finally {
      await this.disconnect(connection, context);
    }
  }

  private async connect(context: StatementContext): Promise<object> {
    const { session } = context;
    const connection =
      session === undefined ? this.addon.CreateConnection(this.dataFolder) : this.sessions.take(session);
    try {
      await this.addon.QueryAsyncConnection(connection, preamble(context), "Null");
      return connection;
    } catch (error) {
      await this.disconnect(connection, context);
      throw ServerException.fromEngine(error as Error);
    }
  }

  private async disconnect(connection: object, { session, settings }: StatementContext): Promise<void> {
    if (session === undefined) return this.addon.CloseConnection(connection);
    // Those of the request do not outlive it.
    const defaults = [...settings.keys()].map((name) => `${name} = DEFAULT`).join(", ");
    if (defaults !== "")
      await this.addon.QueryAsyncConnection(connection, `SET ${defaults}`, "Null").catch(() => undefined);
    this.sessions.giveBack(session);
  }
}

function paramsOf({ params }: StatementContext): Record<string, string> | undefined {
  return Object.keys(params).length > 0 ? params : undefined;
}

function preamble(context: StatementContext): string {
  const settings = [...AS_A_SERVER, ...context.settings].map(
    ([name, value]) => `${name} = ${quoteString(value)}`,
  );
  const use = context.database === undefined ? "" : `USE ${quoteIdentifier(context.database)}; `;
  return `${use}SET ${settings.join(", ")}`;
}
