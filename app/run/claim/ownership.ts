import { EnvironmentFailure, InternalError } from "../../errors";
import { winners } from "../../ledger/holder";
import type { Ledger } from "../../ledger/ledger";
import type { ClaimFacts, NewRunRow } from "../../ledger/run-row";
import type { Part } from "../../ledger/standing";
import { type Trouble, troubleMessage } from "../../ledger/trouble";
import { quoteTable } from "../../server/table-name";
import type { RunEvent } from "../run-event";
import type { Clock } from "./clock";
import { abandonedClaims } from "./abandoned-claims";
import type { Owner } from "./owner";

/**
 * How long a confirmed claim allows writing, counted from the sending of the confirmation, in milliseconds.
 */
export const LEASE = 5_000;
/** Between two confirmations, each a beat and a query, in milliseconds. */
export const CONFIRM_EVERY = 2_000;
/** How long an owner that took over waits for the lease of the one before it to have run out, in milliseconds. */
export const TAKEOVER_WAIT = LEASE + 1_000;
/** How long the last word of an owner that failed may take, in milliseconds. */
const LAST_WORD = 2_000;

/**
 * The right to write: one claim at a time per table, or one lease per part of a run (ClickHouse's insert token is
 * the test-and-set), kept alive by beats. An owner whose confirmation has run out does not write; one that takes
 * over waits until it must have run out.
 */
export class Ownership {
  /** Aborted when the claim is lost; the reason is the error. */
  readonly lost = new AbortController();
  /** Aborted when a stop was requested through the ledger. */
  readonly stopAsked = new AbortController();
  private sequence = 0;
  private sentMonotonic = 0;
  private sentWall = 0;
  private pending: readonly [number, number] = [0, 0];
  private readonly ended = new AbortController();
  private confirming: Promise<void> | undefined;
  /** What the beats tell besides; `dueAt` by the monotonic clock. */
  private waiting: { readonly error: string; readonly attempt: number; readonly dueAt: number } | undefined;

  /** @param part of the run that is claimed; default: the table */
  constructor(
    private readonly ledger: Ledger,
    private readonly owner: Owner,
    private readonly clock: Clock,
    readonly epoch: number,
    private readonly facts: ClaimFacts,
    private readonly part?: Part,
  ) {}

  /**
   * Adds its row to the ledger, where no other owner has taken the epoch.
   * @returns who has it; `undefined`: nobody, and nobody will
   */
  async enter(): Promise<"this" | "other" | undefined> {
    this.pending = this.mark();
    await this.add();
    const winner = winners(await this.ledger.runs(this.epoch)).find(({ epoch }) => epoch === this.epoch);
    if (winner === undefined) return undefined;
    return winner.owner === this.owner.id ? "this" : "other";
  }

  /** Adds its row once more: a ledger that can tell who was first drops it. */
  add(): Promise<void> {
    return this.ledger.addRun(this.row(), `claim/${quoteTable(this.ledger.target)}/${this.epoch}`);
  }

  /** Confirms for the first time, and from then on, until it ends. @throws EnvironmentFailure `claim-lost` */
  async begin(): Promise<void> {
    this.keep(this.pending);
    await this.confirm();
    void this.beat();
  }

  /** The check before a batch may land: resolves while the lease holds, confirms first where it does not. */
  readonly commit = async (): Promise<void> => {
    if (this.lost.signal.aborted) throw this.lost.signal.reason;
    if (this.ended.signal.aborted) throw new InternalError("a claim that has ended was used to write");
    if (!this.holds()) await this.confirm();
    if (!this.holds())
      throw new EnvironmentFailure(
        "claim-unsure",
        "The claim on the table could not be confirmed in time: run the same command again",
      );
  };

  /** What is tried again stands in the beats until a batch has landed. */
  hear(event: RunEvent): void {
    if (event.kind === "progress") this.waiting = undefined;
    if (event.kind !== "retry") return;
    const { reason: error, attempt, delaySeconds } = event;
    this.waiting = { error, attempt, dueAt: this.clock.monotonic() + delaySeconds * 1000 };
  }

  /** Ends the claim; `message` says how it ended. */
  async release(message: string): Promise<void> {
    this.ended.abort();
    await this.confirming?.catch(() => {});
    if (this.lost.signal.aborted) return;
    await this.ledger.addRun(this.beatRow("released", message));
  }

  /** Stops beating and writing without releasing: the next start finds an interrupted run. */
  abandon(): void {
    this.ended.abort();
    abandonedClaims.add(this.owner.id);
  }

  /** As {@link abandon}, and leaves word of why where the server takes it. */
  async fail(trouble: Trouble): Promise<void> {
    this.abandon();
    if (this.lost.signal.aborted) return;
    const told = new AbortController();
    void this.ledger
      .addRun(this.beatRow("running", troubleMessage(trouble)))
      .catch(() => {})
      .finally(() => told.abort());
    await this.clock.pause(LAST_WORD, told.signal);
  }

  private async beat(): Promise<void> {
    const { signal } = this.ended;
    for (;;) {
      await this.clock.pause(CONFIRM_EVERY, signal);
      if (signal.aborted) return;
      // A failed confirmation is tried again at the next beat; the lease runs out meanwhile.
      await this.confirm().catch(() => {});
    }
  }

  private confirm(): Promise<void> {
    this.confirming ??= this.confirmOnce().finally(() => {
      this.confirming = undefined;
    });
    return this.confirming;
  }

  private async confirmOnce(): Promise<void> {
    const sent = this.mark();
    await this.ledger.addRun(this.beatRow("running", this.troubleNow()));
    const { isThere, takenOverBy, stopAsked } = await this.ledger.standing(
      this.epoch,
      this.owner.id,
      this.part,
    );
    if (!isThere || takenOverBy !== undefined) {
      const who =
        takenOverBy === undefined
          ? "its row in the state tables is gone"
          : `process ${takenOverBy.pid} on ${takenOverBy.host} took it over`;
      throw this.lose(
        new EnvironmentFailure(
          "claim-lost",
          `The claim on the table was lost: ${who}; nothing more was written by this run`,
        ),
      );
    }
    if (stopAsked) this.stopAsked.abort();
    this.keep(sent);
  }

  private lose(error: EnvironmentFailure): EnvironmentFailure {
    this.ended.abort();
    this.lost.abort(error);
    return error;
  }

  private mark(): readonly [number, number] {
    return [this.clock.monotonic(), this.clock.wall()];
  }

  private keep([monotonic, wall]: readonly [number, number]): void {
    this.sentMonotonic = monotonic;
    this.sentWall = wall;
  }

  private holds(): boolean {
    const [monotonic, wall] = this.mark();
    return Math.max(monotonic - this.sentMonotonic, Math.abs(wall - this.sentWall)) < LEASE;
  }

  private row(): NewRunRow {
    const row = { ...this.facts, ...this.names(), revision: 1 } as const;
    if (this.part === undefined) return { ...row, kind: "claim" };
    const { under, range } = this.part;
    return { ...row, kind: "lease", under, first_row: range.first, target_rows: range.rows };
  }

  private beatRow(state: "running" | "released", message: string): NewRunRow {
    return { ...this.names(), kind: "beat", revision: ++this.sequence, state, message };
  }

  private troubleNow(): string {
    if (this.waiting === undefined) return "";
    const { error, attempt, dueAt } = this.waiting;
    const seconds = Math.max(0, Math.round((dueAt - this.clock.monotonic()) / 1000));
    return troubleMessage({ error, attempt, retry_in_seconds: seconds });
  }

  private names() {
    const { id, host, process, pid, door } = this.owner;
    return { epoch: this.epoch, owner: id, host, process, pid, door };
  }
}
