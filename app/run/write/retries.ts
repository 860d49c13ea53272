import { EnvironmentFailure } from "../../errors";
import { describeServerError } from "../../server/server-error";
import { InsertError } from "../../writer/insert-error";
import type { Clock } from "../claim/clock";
import type { RunEvent } from "../run-event";

/** Tries before a run gives up; with the waits between them about four minutes. */
const TRIES = 12;
const LONGEST_WAIT_SECONDS = 30;
/** Tries once a stop was asked for. */
const TRIES_WHEN_STOPPING = 3;

export interface RetryOptions {
  readonly clock: Pick<Clock, "pause">;
  /** From 0 (included) to 1 (not included). */
  readonly random: () => number;
  readonly emit: (event: RunEvent) => void;
  readonly stop: AbortSignal;
  /** Ends every wait with its reason. */
  readonly lost: AbortSignal;
}

/** Retries what fails while the server is gone or overloaded, with growing, jittered waits. */
export class Retries {
  constructor(private readonly options: RetryOptions) {}

  /**
   * @param work called with the number of the attempt, from 1 on
   * @throws what the work throws where that cannot pass, or `lost`'s reason
   * @throws EnvironmentFailure `server-failed` when it has failed too often
   */
  async run<T>(work: (attempt: number) => Promise<T>): Promise<T> {
    const { clock, random, emit, stop, lost } = this.options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(attempt);
      } catch (error) {
        if (lost.aborted) throw lost.reason;
        const reason = passing(error);
        if (reason === undefined) throw error;
        if (attempt >= TRIES || (stop.aborted && attempt >= TRIES_WHEN_STOPPING))
          throw givenUp(error, reason, attempt);
        const seconds = Math.min(LONGEST_WAIT_SECONDS, 2 ** (attempt - 1)) * (0.5 + random() / 2);
        emit({ kind: "retry", attempt, delaySeconds: seconds, reason });
        await wait(clock, seconds, stop, lost);
      }
    }
  }
}

/** Ends early when a stop is requested, so that no one waits half a minute after Ctrl+C. */
async function wait(
  clock: Pick<Clock, "pause">,
  seconds: number,
  stop: AbortSignal,
  lost: AbortSignal,
): Promise<void> {
  if (stop.aborted) await clock.pause(Math.min(seconds, 1) * 1000, lost);
  else await clock.pause(seconds * 1000, AbortSignal.any([lost, stop]));
  if (lost.aborted) throw lost.reason;
}

/** Why it failed, in one line, where trying again may help. */
function passing(error: unknown): string | undefined {
  if (error instanceof InsertError) return error.heals ? error.message : undefined;
  if (error instanceof EnvironmentFailure) return error.code === "claim-unsure" ? error.message : undefined;
  const { heals, message } = describeServerError(error);
  return heals ? message : undefined;
}

function givenUp(error: unknown, reason: string, tries: number): EnvironmentFailure {
  const message = `Gave up after ${tries} tries: ${reason}; what was recorded is kept; run the same command again to go on`;
  return new EnvironmentFailure("server-failed", message, { tries }, { cause: error });
}
