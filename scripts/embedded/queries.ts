import type { Engine, StatementContext } from "./engine";
import type { Fifo } from "./fifo";
import type { QueryRequest } from "./query-request";
import type { RequestBody } from "./request-body";
import { type Answer, inMemory, runSelect } from "./select-answer";
import { ServerException } from "./server-exception";
import type { Spool } from "./spool";
import { quoteString } from "../../app/model/quoting";
import { parseStatement, type InsertData } from "./statement";

/** The longest statement that is taken, not counting the rows of an INSERT. */
const MAX_STATEMENT_BYTES = 64 << 20;

export interface QueryResult {
  readonly format: string;
  /** Whoever takes the result disposes of it. */
  readonly answer: Answer;
}

/**
 * Carries out requests on the engine, one at a time, in the order in which they were complete. A long answer is
 * sent while the next ones are carried out.
 */
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
   * @param gone aborted when the client has left: nothing is begun for it, and a SELECT under way is ended
   * @throws ServerException
   */
  async run(request: QueryRequest, body: RequestBody, gone: AbortSignal): Promise<QueryResult> {
    const work = await this.prepare(request, body, gone);
    return this.queue.run(async () => {
      if (gone.aborted) throw new ServerException(210, "The client has left (NETWORK_ERROR)");
      return work();
    });
  }

  private async prepare(
    request: QueryRequest,
    body: RequestBody,
    gone: AbortSignal,
  ): Promise<() => Promise<QueryResult>> {
    const before = Buffer.from(
      request.urlQuery !== "" && body.size > 0 ? `${request.urlQuery}\n` : request.urlQuery,
    );
    // One character a byte, so that offsets into the text are offsets into the bytes.
    const statement = parseStatement(Buffer.concat([before, body.head]).toString("latin1"));
    const context: StatementContext = {
      database: request.database,
      session: request.session,
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
        answer: inMemory(
          noParams ? await this.engine.insert(sql, context) : await this.engine.query(sql, "Null", context),
        ),
      });
    }
    const text = Buffer.concat([before, await body.text(MAX_STATEMENT_BYTES)]);
    const sql = withReadableSystemTables(text.toString());
    if (statement.kind === "other" && statement.verb === "insert" && noParams) {
      return async () => ({
        format: request.defaultFormat,
        answer: inMemory(await this.engine.insert(sql, context)),
      });
    }
    const format = (statement.kind === "other" ? statement.format : undefined) ?? request.defaultFormat;
    const bounded = request.settings.has("max_result_bytes") || request.settings.has("max_result_rows");
    if (statement.kind === "other" && statement.verb === "select" && !bounded) {
      const [before, after] = [text.subarray(0, statement.outputAt), text.subarray(statement.outputAt)].map(
        (part) => withReadableSystemTables(part.toString()),
      );
      const namesFormat = statement.format !== undefined;
      const select = { parts: [before!, after!], format, namesFormat, context } as const;
      return async () => ({ format, answer: await runSelect(this.engine, this.spool, select, gone) });
    }
    return async () => ({ format, answer: inMemory(await this.engine.query(sql, format, context)) });
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
