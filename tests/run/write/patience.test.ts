import { EnvironmentFailure, Refusal } from "../../../app/errors";
import { Patience } from "../../../app/run/write/patience";
import type { RunEvent } from "../../../app/run/run-event";
import { InsertError } from "../../../app/writer/insert-error";

const refused = () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

function patience(stop = new AbortController(), lost = new AbortController()) {
  const events: RunEvent[] = [];
  // The smallest waits there are.
  const made = new Patience({
    random: () => 0,
    emit: (event) => events.push(event),
    stop: stop.signal,
    lost: lost.signal,
  });
  return { made, events, stop, lost };
}

describe("Patience", () => {
  it("tries again what passes, and tells each time", async () => {
    const { made, events } = patience();
    const result = await made.run(async (attempt) => {
      if (attempt < 3) throw refused();
      return attempt;
    });
    expect(result).toBe(3);
    expect(events).toEqual([
      { kind: "retry", attempt: 1, delaySeconds: 0.5, reason: "connect ECONNREFUSED" },
      { kind: "retry", attempt: 2, delaySeconds: 1, reason: "connect ECONNREFUSED" },
    ]);
  });

  it.each([
    ["a refusal", new Refusal("x", "no")],
    ["another failure of the environment", new EnvironmentFailure("x", "no")],
    [
      "an insert that cannot succeed",
      new InsertError("no such column", "fatal", 16, "NO_SUCH_COLUMN_IN_TABLE"),
    ],
    ["a bug", new TypeError("x is undefined")],
    [
      "what the server will always refuse",
      Object.assign(new Error("no such table"), { code: "60", type: "UNKNOWN_TABLE" }),
    ],
  ])("throws %s at once", async (_, error) => {
    const { made, events } = patience();
    await expect(made.run(() => Promise.reject(error))).rejects.toBe(error);
    expect(events).toEqual([]);
  });

  it("gives up soon once a stop was asked for", async () => {
    const { made, stop } = patience();
    stop.abort("SIGINT");
    let tries = 0;
    await expect(made.run(() => (tries++, Promise.reject(refused())))).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/^Gave up after 3 tries: connect ECONNREFUSED; /),
    });
    expect(tries).toBe(3);
  });

  it("ends its wait with the reason of a lost claim", async () => {
    const { made, lost } = patience();
    const reason = new EnvironmentFailure("claim-lost", "lost");
    const run = made.run(async (attempt) => {
      if (attempt === 1) setTimeout(() => lost.abort(reason), 20);
      throw refused();
    });
    await expect(run).rejects.toBe(reason);
  });
});
