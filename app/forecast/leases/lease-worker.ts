import { LONGEST_MILLISECONDS } from "../../run/claim/earlier-inserts";
import { CONFIRM_EVERY, LEASE, TAKEOVER_WAIT } from "../../run/claim/ownership";
import { WATCH } from "../../run/claim/refuse-if-alive";
import { SILENT_MILLISECONDS } from "../../ledger/holder";
import { type LeaseClaim, type LeaseLog, WHOLE_TABLE } from "./lease-log";
import type { LeaseRows, ReceivedInsert } from "./lease-rows";
import { AnswerLost, type Machine, SILENCE_LIMIT, type Waiting } from "./machine";

/** How often a barrier asks, in milliseconds. */
const BARRIER_EVERY = 500;
/** Until an insert's answer is there, about, in milliseconds. */
const ANSWER = 10;
/** After an answer that did not come. */
const AGAIN = 1_000;

/** What keeps a history right; a test leaves one out. */
export type Guard = "test-and-set" | "commit-check" | "takeover-wait" | "barrier";

/** What all workers share: the server, and what is counted. */
export interface LeaseWorld {
  readonly log: LeaseLog;
  readonly rows: LeaseRows;
  /** By the server's clock, which may jump. */
  readonly serverNow: () => number;
  /** That a piece takes to be made and sent. */
  readonly pieceMilliseconds: () => number;
  readonly without: Guard | undefined;
  readonly counts: { inserts: number; queries: number; takeovers: number; lostClaims: number };
}

/** The claim is another's, or could not be confirmed in time. */
class ClaimLost extends Error {}

/** Claims leases one after another and writes their rows, until none is left. */
export class LeaseWorker {
  private readonly underWay = new Set<ReceivedInsert>();

  constructor(
    private readonly machine: Machine,
    private readonly world: LeaseWorld,
  ) {}

  *work(): Waiting {
    for (;;) {
      try {
        const claimed = yield* this.claimNext();
        if (claimed === "none") return;
        if (claimed === "later") yield CONFIRM_EVERY;
        else if (claimed.claim.lease === WHOLE_TABLE) this.machine.run(this.beat(claimed));
        else yield* this.fill(claimed);
      } catch (error) {
        if (!(error instanceof AnswerLost || error instanceof ClaimLost)) throw error;
        if (error instanceof ClaimLost) this.world.counts.lostClaims++;
        yield AGAIN;
      }
    }
  }

  /** Nothing comes from here for so long: the server hangs up on what it has not received wholly. */
  fallSilent(milliseconds = Infinity): void {
    if (milliseconds <= SILENCE_LIMIT) return;
    const { time } = this.machine;
    for (const insert of this.underWay)
      time.plan(time.now + SILENCE_LIMIT, () => {
        if (!insert.released) this.world.rows.drop(insert);
      });
  }

  private *claimNext(): Waiting<HeldClaim | "none" | "later"> {
    const { log, counts, without } = this.world;
    const { id } = this.machine;
    const seen = yield* this.query(() => this.look());
    if (seen.next === undefined) return seen.isOver ? "none" : "later";
    const { lease, holder } = seen.next;
    if (holder !== undefined) {
      const { beats } = holder;
      yield WATCH;
      seen.epoch = yield* this.query(() =>
        holder.beats === beats && !holder.released && log.stands(holder) ? log.newestEpoch : NaN,
      );
      if (Number.isNaN(seen.epoch)) return "later";
    }
    const epoch = seen.epoch + 1;
    const sent = this.machine.time.now;
    yield* this.insert(() => log.claim(epoch, id, lease, this.world.serverNow()));
    const claim = yield* this.query(() => log.won(epoch, id, lease));
    if (claim === undefined) return yield* this.claimNext();
    // The probe, and what is counted before and after it.
    counts.inserts++;
    counts.queries += 2;
    const held = { claim, confirmed: sent, tookOver: holder !== undefined, isLost: false, isEnded: false };
    yield* this.confirm(held);
    if (holder !== undefined && lease !== WHOLE_TABLE) {
      counts.takeovers++;
      if (without !== "takeover-wait") yield TAKEOVER_WAIT;
    }
    return held;
  }

  /** What is to be done next: first what nobody seems to do any more. */
  private look(): { epoch: number; next: Next | undefined; isOver: boolean } {
    const { log, serverNow } = this.world;
    const now = serverNow();
    const silent = [...log.held].filter(({ beatAt }) => now < beatAt || now - beatAt > SILENT_MILLISECONDS);
    const holder =
      silent.find(({ lease }) => lease === WHOLE_TABLE) ??
      silent[this.machine.id % Math.max(1, silent.length)];
    const lease = log.isClaimed ? (holder?.lease ?? log.free) : WHOLE_TABLE;
    return {
      epoch: log.newestEpoch,
      next: lease === undefined ? undefined : { lease, holder },
      isOver: log.isDone,
    };
  }

  private *fill(held: HeldClaim): Waiting {
    const { rows, log } = this.world;
    const { lease } = held.claim;
    this.machine.run(this.beat(held));
    try {
      if (held.tookOver) yield* this.barrier(lease);
      for (;;) {
        const missing = yield* this.query(() => rows.missing(lease));
        if (missing.length === 0) break;
        for (const piece of missing) yield* this.write(held, piece);
      }
      yield* this.insert(() => log.stands(held.claim) && log.release(held.claim));
    } finally {
      held.isEnded = true;
    }
  }

  /** Announces, sends, and releases the last bytes while the claim holds; what is unsure is looked at. */
  private *write(held: HeldClaim, piece: number): Waiting {
    const { rows, pieceMilliseconds } = this.world;
    const { lease } = held.claim;
    const insert = rows.prepare(lease, piece);
    this.underWay.add(insert);
    try {
      yield* this.commit(held);
      yield* this.insert(() => undefined);
      yield* this.machine.ask(() => {
        rows.receive(insert);
        if (this.machine.isDead) this.fallSilent();
      });
      yield pieceMilliseconds();
      yield* this.commit(held);
      insert.released = true;
      this.machine.deliver(
        () => rows.land(insert),
        () => rows.drop(insert),
      );
      for (let waited = 0; insert.ended === undefined && waited <= SILENCE_LIMIT; waited += ANSWER)
        yield ANSWER;
    } finally {
      this.underWay.delete(insert);
      const drop = () => rows.drop(insert);
      if (!insert.released) this.machine.deliver(drop, drop);
    }
    if (insert.ended !== "landed") yield* this.barrier(lease);
  }

  /** Until no insert into the lease that began before is under way. */
  private *barrier(lease: number): Waiting {
    const { rows, without } = this.world;
    if (without === "barrier") return;
    const earlier = yield* this.query(() => rows.insertsUnderWay(lease));
    for (let waited = 0; earlier.some(({ ended }) => ended === undefined); waited += BARRIER_EVERY) {
      if (waited > LONGEST_MILLISECONDS) throw new ClaimLost();
      yield BARRIER_EVERY;
      this.world.counts.queries++;
    }
  }

  private *commit(held: HeldClaim): Waiting {
    if (held.isLost) throw new ClaimLost();
    if (this.world.without === "commit-check") return;
    if (!this.holds(held)) yield* this.confirm(held);
    if (!this.holds(held)) throw new ClaimLost();
  }

  private holds({ confirmed }: HeldClaim): boolean {
    return this.machine.time.now - confirmed < LEASE;
  }

  private *confirm(held: HeldClaim): Waiting {
    const { log, counts } = this.world;
    const sent = this.machine.time.now;
    counts.inserts++;
    const stands = yield* this.query(() => {
      if (log.stands(held.claim)) log.beat(held.claim, this.world.serverNow());
      return log.stands(held.claim);
    });
    if (!stands) {
      held.isLost = true;
      throw new ClaimLost();
    }
    held.confirmed = sent;
  }

  private *beat(held: HeldClaim): Waiting {
    for (;;) {
      yield CONFIRM_EVERY;
      if (held.isEnded || held.isLost) return;
      try {
        yield* this.confirm(held);
      } catch (error) {
        if (!(error instanceof AnswerLost || error instanceof ClaimLost)) throw error;
      }
    }
  }

  private *query<T>(action: () => T): Waiting<T> {
    this.world.counts.queries++;
    return yield* this.machine.ask(action);
  }

  private *insert(action: () => void): Waiting {
    this.world.counts.inserts++;
    yield* this.machine.ask(action);
  }
}

interface Next {
  readonly lease: number;
  /** Whose claim is silent. */
  readonly holder: LeaseClaim | undefined;
}

interface HeldClaim {
  readonly claim: LeaseClaim;
  /** When the confirmation was sent that holds now. */
  confirmed: number;
  readonly tookOver: boolean;
  isLost: boolean;
  isEnded: boolean;
}
