import { rm } from "node:fs/promises";
import type { Engine, EngineAnswer, StatementContext } from "./engine";
import type { Fifo } from "./fifo";
import type { QueryRequest } from "./query-request";
import type { RequestBody } from "./request-body";
import { ServerException } from "./server-exception";
import type { Spool } from "./spool";
import { quoteString } from "../../app/model/quoting";
import { parseStatement, type InsertData, type OtherStatement } from "./statement";

/** The longest statement that is taken, not counting the rows of an INSERT. */
const MAX_STATEMENT_BYTES = 64 << 20;

/**
 * An answer of up to this many bytes in the engine's columns stays in memory, a larger one goes through a
 * file.
 */
const MEMORY_BYTES = 32 << 20;
const RESULT_TOO_LARGE = 396;

export interface QueryResult {
  readonly format: string;
  readonly answer: EngineAnswer;
  /** Holds the answer instead of `answer.bytes`; whoever takes the result removes it. */
  readonly file: string | undefined;
}

/** Carries out requests on the engine, one at a time, in the order in which they were complete. */
export class Queries {
  constructor(
    private readonly engine: Engine,
    private readonly queue: Fifo,
    private readonly spool: Spool,
  ) {}

  get version(): string {
    return this.engine.version;
  }

  get timezone(): string {
    return this.engine.timezone;
  }

  /**
   * @param body complete: what is cut short at the end of a row would pass for whole
   * @param isGone asked when the turn comes: nothing is begun for a client that has left
   * @throws ServerException
   */
  async run(request: QueryRequest, body: RequestBody, isGone: () => boolean): Promise<QueryResult> {
    const work = await this.prepare(request, body);
    return this.queue.run(async () => {
      if (isGone()) throw new ServerException(210, "The client has left (NETWORK_ERROR)");
      return work();
    });
  }

  private async prepare(request: QueryRequest, body: RequestBody): Promise<() => Promise<QueryResult>> {
    const before = Buffer.from(
      request.urlQuery !== "" && body.size > 0 ? `${request.urlQuery}\n` : request.urlQuery,
    );
    // One character a byte, so that offsets into the text are offsets into the bytes.
    const statement = parseStatement(Buffer.concat([before, body.head]).toString("latin1"));
    const context: StatementContext = {
      database: request.database,
      settings: request.settings,
      params: request.params,
    };
    if (statement.kind === "empty") throw new ServerException(62, "Syntax error: Empty query (SYNTAX_ERROR)");
    if (statement.kind === "several")
      throw new ServerException(62, "Syntax error: Multi-statements are not allowed (SYNTAX_ERROR)");
    const noParams = Object.keys(request.params).length === 0;
    if (statement.kind === "insert-data" && (noParams || statement.format !== "Values")) {
      const sql = await insertFromFile(statement, before, body);
      return async () => ({
        format: request.defaultFormat,
        file: undefined,
        answer: noParams
          ? await this.engine.insert(sql, context)
          : await this.engine.query(sql, "Null", context),
      });
    }
    const text = Buffer.concat([before, await body.text(MAX_STATEMENT_BYTES)]);
    const sql = withReadableSystemTables(text.toString());
    if (statement.kind === "other" && statement.verb === "insert" && noParams) {
      return async () => ({
        format: request.defaultFormat,
        file: undefined,
        answer: await this.engine.insert(sql, context),
      });
    }
    const format = (statement.kind === "other" ? statement.format : undefined) ?? request.defaultFormat;
    const bounded = request.settings.has("max_result_bytes") || request.settings.has("max_result_rows");
    if (statement.kind === "other" && statement.verb === "select" && !bounded) {
      return () => this.select(text, statement, format, context);
    }
    return async () => ({ format, file: undefined, answer: await this.engine.query(sql, format, context) });
  }

  /**
   * Through memory where the answer fits, else once more into a file: the engine never waits for a slow
   * reader.
   */
  private async select(
    text: Buffer,
    statement: OtherStatement,
    format: string,
    context: StatementContext,
  ): Promise<QueryResult> {
    const settings = new Map([
      ["max_result_bytes", String(MEMORY_BYTES)],
      ["result_overflow_mode", "throw"],
      ...context.settings,
    ]);
    try {
      const sql = withReadableSystemTables(text.toString());
      return {
        format,
        file: undefined,
        answer: await this.engine.query(sql, format, { ...context, settings }),
      };
    } catch (error) {
      if (!(error instanceof ServerException) || error.code !== RESULT_TOO_LARGE) throw error;
    }
    const file = this.spool.newFile();
    const parts = [text.subarray(0, statement.outputAt), text.subarray(statement.outputAt)].map((part) =>
      withReadableSystemTables(part.toString()),
    );
    const into = ` INTO OUTFILE ${quoteString(file)} COMPRESSION 'none' ${statement.format === undefined ? `FORMAT ${format}` : ""} `;
    try {
      return { format, file, answer: await this.engine.query(parts.join(into), format, context) };
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }
}

/**
 * The INSERT with its rows in a file: the engine takes every format from there, and no body has to fit into
 * memory.
 */
async function insertFromFile(statement: InsertData, before: Buffer, body: RequestBody): Promise<string> {
  const text = Buffer.concat([before, body.head]);
  // Only a person at a prompt puts rows into the address in front of the body's.
  const inAddress = before.subarray(Math.min(statement.dataAt, before.length));
  const file = await body.fileFrom(Math.max(statement.dataAt - before.length, 0), inAddress);
  const part = (from: number, to: number): string => text.subarray(from, to).toString();
  const target = part(0, statement.sourceAt);
  const settings = part(statement.sourceAt, statement.formatAt);
  return `${target} FROM INFILE ${quoteString(file)} COMPRESSION 'none' ${settings} FORMAT ${statement.format}`;
}

/** The engine denies `system.row_policies`, which has no rows here; Moose's command line wants to read it. */
function withReadableSystemTables(sql: string): string {
  return sql.replace(/\bsystem\s*\.\s*row_policies\b/g, EMPTY_ROW_POLICIES);
}

const EMPTY_ROW_POLICIES = `(SELECT ${[
  ...["name", "short_name", "database", "table", "storage"].map((name) => `'' AS ${name}`),
  "generateUUIDv4() AS id",
  ...["select_filter", "apply_to_list", "apply_to_except"].map((name) =>
    name === "select_filter"
      ? "CAST(NULL AS Nullable(String)) AS select_filter"
      : `CAST([] AS Array(String)) AS ${name}`,
  ),
  "toUInt8(0) AS is_restrictive",
  "toUInt8(0) AS apply_to_all",
].join(", ")} WHERE 0)`;
