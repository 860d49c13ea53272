import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import type { Clock } from "../run/claim/clock";
import type { ParameterValues } from "./bind-parameters";
import { describeServerError } from "../server/server-error";

/** How a run ended. Times are in microseconds. */
export interface SentQuery {
  /** From sending to the last byte of the answer, as the clock has it. */
  readonly took: number;
  /** The server's message, where there was no answer. */
  readonly error: string | undefined;
  readonly server: ServerFigures | undefined;
}

/** What the server says with an answer. */
export interface ServerFigures {
  readonly took: number;
  readonly rows: number;
  readonly bytes: number;
  /** The embedded engine counts the answer's rows and bytes, not those that were read. */
  readonly countsAnswer: boolean;
}

/** How the embedded engine names itself. */
const EMBEDDED = "data-faker-embedded";

/** Sends queries that only read, and takes their whole answers. */
export class QuerySender {
  private constructor(
    readonly client: ClickHouseClient,
    readonly clock: Clock,
    /** What forbids the server to write; empty where the user may not set it, and may not write either. */
    readonly settings: ClickHouseSettings,
  ) {}

  /** A user who may not set the one may not set the other. */
  private get mayMark(): boolean {
    return this.settings.readonly !== undefined;
  }

  /** Asks the server whether it lets itself be forbidden to write. */
  static async open(client: ClickHouseClient, clock: Clock): Promise<QuerySender> {
    const settings: ClickHouseSettings = { readonly: "2" };
    const allowed = await client
      .command({ query: "SELECT 1", clickhouse_settings: settings })
      .then(() => true)
      .catch((error: unknown) => {
        const { kind } = describeServerError(error);
        if (kind !== "answered") throw error;
        return false;
      });
    return new QuerySender(client, clock, allowed ? settings : {});
  }

  /**
   * An aborted run rejects with the signal's reason; what the server refuses is an answer.
   * @param mark the query's comment in the server's log
   */
  async send(
    query: string,
    parameters: ParameterValues,
    signal: AbortSignal,
    mark: string,
  ): Promise<SentQuery> {
    const from = this.clock.monotonic();
    const took = () => (this.clock.monotonic() - from) * 1000;
    try {
      const { stream, response_headers: headers } = await this.client.exec({
        query,
        query_params: { ...parameters },
        // The summary is whole only where the answer is held back until its end.
        clickhouse_settings: {
          ...this.settings,
          ...(this.mayMark ? { log_comment: mark } : {}),
          wait_end_of_query: 1,
        },
        abort_signal: signal,
      });
      for await (const _ of stream) void _;
      return { took: took(), error: undefined, server: serverFigures(headers) };
    } catch (error) {
      signal.throwIfAborted();
      const { kind, message } = describeServerError(error);
      if (kind === "bug") throw error;
      return { took: took(), error: message, server: undefined };
    }
  }
}

function serverFigures(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ServerFigures | undefined {
  const summary = headers["x-clickhouse-summary"];
  if (typeof summary !== "string") return undefined;
  const { read_rows, read_bytes, elapsed_ns } = JSON.parse(summary) as Readonly<Record<string, string>>;
  return {
    took: Number(elapsed_ns ?? 0) / 1000,
    rows: Number(read_rows),
    bytes: Number(read_bytes),
    countsAnswer: headers["x-clickhouse-server-display-name"] === EMBEDDED,
  };
}
