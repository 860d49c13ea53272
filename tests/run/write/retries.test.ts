import { EnvironmentFailure, Refusal } from "../../../app/errors";
import { Retries } from "../../../app/run/write/retries";
import type { RunEvent } from "../../../app/run/run-event";
import { insertError } from "../../../app/writer/insert-error";

const refused = () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

/** @param during what happens while it waits */
function made(random = 0, during: (wait: { stop(): void; lose(): void }) => void = () => {}) {
  const [stop, lost] = [new AbortController(), new AbortController()];
  const reason = new EnvironmentFailure("claim-lost", "lost");
  const [events, waits]: [RunEvent[], number[]] = [[], []];
  const retries = new Retries({
    clock: {
      async pause(milliseconds, signal) {
        during({ stop: () => stop.abort("SIGINT"), lose: () => lost.abort(reason) });
        waits.push(signal?.aborted ? 0 : milliseconds);
      },
    },
    random: () => random,
    emit: (event) => events.push(event),
    stop: stop.signal,
    lost: lost.signal,
  });
  return { retries, events, waits, stop, lost, reason };
}

describe("Retries", () => {
  it("tries again what passes, tells each time, and waits as long as it has told", async () => {
    const { retries, events, waits } = made();
    const result = await retries.run(async (attempt) => {
      if (attempt < 3) throw refused();
      return attempt;
    });
    expect(result).toBe(3);
    expect(events).toEqual([
      { kind: "retry", attempt: 1, delaySeconds: 0.5, reason: "connect ECONNREFUSED" },
      { kind: "retry", attempt: 2, delaySeconds: 1, reason: "connect ECONNREFUSED" },
    ]);
    expect(waits).toEqual([500, 1000]);
  });

  it.each([
    [0, 0.5],
    [0.5, 0.75],
  ])("waits longer each time, up to half a minute, and gives up (random %d)", async (random, share) => {
    const { retries, waits } = made(random);
    await expect(retries.run(() => Promise.reject(refused()))).rejects.toMatchObject({
      code: "server-failed",
      message: expect.stringMatching(/^Gave up after 12 tries: connect ECONNREFUSED; /),
    });
    const longest = [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30];
    expect(waits).toEqual(longest.map((seconds) => seconds * share * 1000));
  });

  it.each([
    ["a refusal", new Refusal("x", "no")],
    ["another failure of the environment", new EnvironmentFailure("x", "no")],
    [
      "an insert that cannot succeed",
      insertError(Object.assign(new Error("no such column"), { code: "16" }), "batch 1", true),
    ],
    [
      "an insert that always makes too many parts",
      insertError(
        Object.assign(new Error("Too many partitions for single INSERT block"), { code: "252" }),
        "batch 1",
        true,
      ),
    ],
    [
      "an insert that may have landed, but will never be acknowledged",
      insertError(Object.assign(new Error("Logical error"), { code: "49" }), "batch 1", true),
    ],
    ["a bug", new TypeError("x is undefined")],
    [
      "what the server will always refuse",
      Object.assign(new Error("no such table"), { code: "60", type: "UNKNOWN_TABLE" }),
    ],
  ])("throws %s at once", async (_, error) => {
    const { retries, events } = made();
    await expect(retries.run(() => Promise.reject(error))).rejects.toBe(error);
    expect(events).toEqual([]);
  });

  it("gives up soon once a stop was asked for, and waits no longer than a second", async () => {
    const { retries, stop, waits } = made(0.9);
    stop.abort("SIGINT");
    await expect(retries.run(() => Promise.reject(refused()))).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/^Gave up after 3 tries: connect ECONNREFUSED; /),
    });
    expect(waits).toEqual([950, 1000]);
  });

  it("ends its wait when a stop is asked for", async () => {
    const { retries, waits } = made(0, ({ stop }) => stop());
    await expect(retries.run(() => Promise.reject(refused()))).rejects.toThrow("after 3 tries");
    expect(waits).toEqual([0, 1000]);
  });

  it("ends its wait with the reason of a lost claim", async () => {
    const { retries, waits, reason } = made(0, ({ lose }) => lose());
    await expect(retries.run(() => Promise.reject(refused()))).rejects.toBe(reason);
    expect(waits).toEqual([0]);
  });
});
