import type { Binding } from "./bind-parameters";
import { Latencies, median } from "./latencies";
import type { Load, QueryMeasure, ReadFigures, TableRead } from "./query-results";
import type { Query } from "./query";
import type { QuerySender, SentQuery } from "./query-sender";
import { countReads, type LoggedFigures, NO_FIGURES } from "./read-figures";
import { type Bounds, closedLoop, openLoop } from "./send-loops";
import { explainReads } from "./table-reads";

/** Runs, with other parameters each, by which the embedded engine's reads are told. */
const COUNTED_RUNS = 3;

/** One query under one load while it is measured: in parts, between which others are. */
export class QueryRuns {
  readonly #latencies = new Latencies();
  readonly #server: number[] = [];
  readonly #parts: number[] = [];
  #cold: SentQuery | undefined;
  #summary: { rows: number; bytes: number } | undefined;
  #counted: ReadFigures | undefined;
  #keys: readonly TableRead[] = [];
  #begun = 0;
  #seconds = 0;
  #errors = 0;
  #unanswered = 0;
  #error: string | undefined;

  constructor(
    readonly query: Query,
    readonly load: Load,
    private readonly sender: QuerySender,
    private readonly binding: Binding,
    /** The comment of its runs in the server's log. */
    readonly mark: string,
  ) {}

  /** Whether the server refuses the query. */
  get failed(): boolean {
    return this.#cold?.error !== undefined;
  }

  /** For how long it has been measured. */
  get seconds(): number {
    return this.#seconds;
  }

  /** The first run of all, and what the query reads; it is measured only where this had an answer. */
  async begin(signal: AbortSignal): Promise<void> {
    const { sender, query, binding } = this;
    const send = () => sender.send(query.sql, binding(this.#begun++), signal, `${this.mark} cold`);
    this.#cold = await send();
    if (this.#cold.error !== undefined) {
      this.#errors++;
      this.#error = this.#cold.error;
      return;
    }
    // What is read was told before the filling began.
    if (this.load.kind === "filling") return;
    this.#keys = await explainReads(sender.client, query.sql, binding(0), sender.settings);
    const { server } = this.#cold;
    if (server?.countsAnswer) {
      const runs = Array.from({ length: COUNTED_RUNS }, () => send);
      this.#counted = await countReads(sender.client, runs);
    }
  }

  /** Measures for a part of the time. */
  async measure(bounds: Bounds, signal: AbortSignal): Promise<void> {
    if (this.#cold === undefined || this.failed) return;
    const { sender, query, binding, mark, load } = this;
    const part: number[] = [];
    const ended = (latency: number, run: SentQuery | "unanswered") => {
      if (run === "unanswered") this.#unanswered++;
      else if (run.error !== undefined) {
        this.#errors++;
        this.#error ??= run.error;
        return;
      } else if (run.server !== undefined) {
        this.#server.push(run.server.took);
        this.#summary = run.server;
      }
      this.#latencies.record(latency);
      part.push(latency);
    };
    const loop = { sender, sql: query.sql, binding, first: this.#begun, signal, mark, ended };
    const from = sender.clock.monotonic();
    this.#begun += await (load.kind === "open"
      ? openLoop(loop, load.rate, bounds)
      : closedLoop(loop, load.clients, bounds));
    this.#seconds += (sender.clock.monotonic() - from) / 1000;
    const middle = median(part);
    if (middle !== undefined) this.#parts.push(Math.round(middle));
  }

  /** @param logged what the server's log has of the runs */
  result(logged: LoggedFigures | undefined, answer: QueryMeasure["answer"]): QueryMeasure {
    const server = logged?.serverMedian ?? median(this.#server);
    return {
      name: this.query.name,
      load: this.load,
      runs: this.#latencies.count - this.#unanswered,
      errors: this.#errors,
      unanswered: this.#unanswered,
      error: this.#error ?? null,
      seconds: Number(this.#seconds.toFixed(3)),
      cold: this.#cold !== undefined && !this.failed ? Math.round(this.#cold.took) : null,
      latency: this.#latencies.percentiles() ?? null,
      serverMedian: server === undefined ? null : Math.round(server),
      parts: this.#parts,
      histogram: this.#latencies.counts(),
      read: this.#figures(logged),
      keys: this.#keys,
      answer,
    };
  }

  #figures(logged: LoggedFigures | undefined): ReadFigures {
    if (logged !== undefined) {
      const { serverMedian: _, ...figures } = logged;
      return figures;
    }
    if (this.#counted !== undefined) return this.#counted;
    if (this.#summary === undefined) return NO_FIGURES;
    const { rows, bytes } = this.#summary;
    return { ...NO_FIGURES, rows, bytes, source: "summary" };
  }
}
