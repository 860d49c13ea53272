import type { Clock } from "../run/claim/clock";

export interface LiveRun {
  readonly workflowId: string;
  readonly kind: "fill" | "refill" | "work";
  /** Aborted to end the run after its batch. */
  readonly stop: AbortController;
  /** Resolves when the run has left the table alone. */
  readonly ended: Promise<void>;
}

/** How long the news of a cancellation may take, in milliseconds: it comes with a heartbeat. */
const NEWS = 12_000;

/** Why a run ends for another one in its process. */
export const TAKEN_OVER = "a newer workflow takes over";

/** One list for the process: Moose loads a project, and a package that is linked into it, more than once. */
const KEY = Symbol.for("data-faker/live-runs");
const holder = globalThis as unknown as { [KEY]?: Map<string, LiveRun> };
const live = (holder[KEY] ??= new Map<string, LiveRun>());

/**
 * Enters a run into the list of those under way in this process, one a table. It ends and waits for an
 * earlier attempt of the same workflow, whose run goes on in memory after Temporal has given it up, for a run
 * that was cancelled, and, as a fill, for a refill or a worker. A worker enters where no other run is, of whichever
 * table: one run keeps the cores of a process busy.
 * @returns a function to call when the run has ended; `undefined` where another run goes on
 */
export async function enterLiveRun(
  table: string,
  run: Omit<LiveRun, "ended">,
  clock: Pick<Clock, "monotonic" | "pause">,
): Promise<(() => void) | undefined> {
  const waitUntil = clock.monotonic() + NEWS;
  for (let other = live.get(table); other !== undefined; other = live.get(table)) {
    const yields = other.workflowId === run.workflowId || (run.kind === "fill" && other.kind !== "fill");
    if (yields) other.stop.abort(TAKEN_OVER);
    else if (run.kind !== "fill") return undefined;
    else if (!other.stop.signal.aborted) {
      if (clock.monotonic() > waitUntil) return undefined;
      await clock.pause(500);
      continue;
    }
    await other.ended;
  }
  if (run.kind === "work" && live.size > 0) return undefined;
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  live.set(table, { ...run, ended });
  return () => {
    live.delete(table);
    end();
  };
}

/** Resolves when a workflow's run, if it has one here, has ended. */
export async function liveRunEnded(workflowId: string): Promise<void> {
  await Promise.all(
    [...live.values()].filter((run) => run.workflowId === workflowId).map(({ ended }) => ended),
  );
}
