import type { QuerySender, SentQuery } from "./query-sender";
import type { Binding } from "./bind-parameters";

/** What a loop sends, and what it tells of each run. */
export interface Loop {
  readonly sender: QuerySender;
  readonly sql: string;
  readonly binding: Binding;
  /** Number of the first run: parameters are drawn by it. */
  readonly first: number;
  readonly signal: AbortSignal;
  /** As {@link QuerySender.send} has it. */
  readonly mark: string;
  /** @param latency in microseconds; of a closed loop from sending, of an open one from when it should have been sent */
  readonly ended: (latency: number, run: SentQuery | "unanswered") => void;
}

/** The first of these that is reached ends a loop. */
export interface Bounds {
  /** For how long runs are begun. */
  readonly seconds: number;
  readonly runs: number;
}

/** Milliseconds that an open loop waits for answers after its last run has begun. */
const PATIENCE = 10_000;

/**
 * Each client sends the query again as soon as it has its answer; at least one run is made.
 * @returns how many runs were begun
 */
export async function closedLoop(loop: Loop, clients: number, { seconds, runs }: Bounds): Promise<number> {
  const { sender, sql, binding, first, signal, mark, ended } = loop;
  const until = sender.clock.monotonic() + seconds * 1000;
  let begun = 0;
  const client = async () => {
    while (begun < runs && (begun === 0 || sender.clock.monotonic() < until)) {
      signal.throwIfAborted();
      const run = await sender.send(sql, binding(first + begun++), signal, mark);
      ended(run.took, run);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return begun;
}

/**
 * Sends the query `rate` times a second, whatever the server does. A latency counts from the moment when its run
 * should have been sent, so that a wait behind slow runs is part of it (Gil Tene, "How NOT to measure latency").
 * Runs without an answer ten seconds after the last one has begun are given up: they took at least so long.
 * @returns how many runs were begun
 */
export async function openLoop(loop: Loop, rate: number, { seconds, runs }: Bounds): Promise<number> {
  const { sender, sql, binding, first, signal, mark, ended } = loop;
  const { clock } = sender;
  const count = Math.min(runs, Math.max(1, Math.round(seconds * rate)));
  const begin = clock.monotonic();
  const giveUp = new AbortController();
  const either = AbortSignal.any([signal, giveUp.signal]);
  const one = async (n: number) => {
    const intended = begin + (n / rate) * 1000;
    const latency = () => (clock.monotonic() - intended) * 1000;
    try {
      const run = await sender.send(sql, binding(first + n), either, mark);
      ended(latency(), run);
    } catch (error) {
      if (signal.aborted || !giveUp.signal.aborted) throw error;
      ended(latency(), "unanswered");
    }
  };
  const underWay: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    const wait = begin + (n / rate) * 1000 - clock.monotonic();
    if (wait > 0) await clock.pause(wait, signal);
    signal.throwIfAborted();
    const run = one(n);
    // What fails while others are still being sent is told below.
    run.catch(() => {});
    underWay.push(run);
  }
  const all = Promise.all(underWay);
  const patience = new AbortController();
  await Promise.race([all, clock.pause(PATIENCE, AbortSignal.any([signal, patience.signal]))]);
  giveUp.abort();
  await all;
  patience.abort();
  return count;
}
