import fc from "fast-check";
import { claimsOf, SILENT_MILLISECONDS, unreleased } from "../../app/ledger/holder";
import { runRecords } from "../../app/ledger/run-records";
import type { RunRow } from "../../app/ledger/run-row";
import { runStatuses } from "../../app/ledger/run-statuses";
import type { StepRow } from "../../app/ledger/step-row";
import { troubleMessage } from "../../app/ledger/trouble";
import { beat, claim, lease, step } from "./rows";

const NOW = 10_000;
const statusOf = (rows: readonly RunRow[], steps: readonly StepRow[] = [], now = NOW) =>
  runStatuses(rows, steps, now).map(({ status }) => status);

describe("the status of a run", () => {
  const whole = [1, 101, 201].map((first) => step(first));

  it("is running from the claim on, as long as its owner beats", () => {
    expect(statusOf([claim()])).toEqual(["running"]);
    expect(statusOf([claim(), beat()], [], 2_000 + SILENT_MILLISECONDS)).toEqual(["running"]);
  });

  it("is interrupted where its owner has been silent for longer", () => {
    expect(statusOf([claim(), beat()], whole, 2_001 + SILENT_MILLISECONDS)).toEqual(["interrupted"]);
    expect(statusOf([claim()], [], 1_001 + SILENT_MILLISECONDS)).toEqual(["interrupted"]);
  });

  it("is complete or stopped where it was released, by the rows that are recorded", () => {
    const released = [claim(), beat({ state: "released" })];
    expect(statusOf(released, whole)).toEqual(["complete"]);
    expect(statusOf(released, whole.slice(1))).toEqual(["stopped"]);
    expect(statusOf(released, [...whole.slice(1), step(1, { state: "announced" })])).toEqual(["stopped"]);
  });

  it("names who hold leases of the newest claim and beat, by their parts", () => {
    const part = (epoch: number, first: number, at: number) => [
      lease({ epoch, first_row: first }),
      beat({ epoch, owner: "b", at }),
    ];
    const rows = [claim({ shared: true }), ...part(2, 201, NOW), ...part(3, 1, NOW), ...part(4, 101, 1)];
    const now = 2 + SILENT_MILLISECONDS;
    const who = { host: "h", pid: 8, door: "terminal" };
    expect(runStatuses(rows, [], now)).toMatchObject([
      {
        status: "running",
        workers: [
          { ...who, first_image_id: 1, rows: 100 },
          { ...who, first_image_id: 201, rows: 100 },
        ],
      },
    ]);
    expect(runStatuses([claim(), beat(), ...part(2, 1, NOW)], [], 25_000)).toMatchObject([
      { status: "running", workers: [{ pid: 8 }] },
    ]);
    expect(runStatuses(rows, [], now, () => true)).toMatchObject([{ status: "interrupted", workers: [] }]);
    const released = beat({ epoch: 2, owner: "b", revision: 2, state: "released" });
    expect(runStatuses([claim(), ...part(2, 1, NOW), released], [], NOW)).toMatchObject([{ workers: [] }]);
    const later = [claim(), ...part(2, 1, NOW), claim({ epoch: 5, at: NOW, run_id: "other" })];
    expect(runStatuses(later, [], NOW).map(({ workers }) => workers)).toEqual([[], []]);
  });

  it("is interrupted at once where its owner is known to be gone", () => {
    expect(runStatuses([claim(), beat()], [], NOW, ({ owner }) => owner === "a")).toMatchObject([
      { status: "interrupted" },
    ]);
  });

  it("is waiting until the next try is overdue, with the error, the attempt and the time", () => {
    const message = troubleMessage({ error: "too\n  many parts", attempt: 3, retry_in_seconds: 60 });
    const rows = [claim(), beat({ message })];
    const due = 62_000 + SILENT_MILLISECONDS;
    expect(runStatuses(rows, whole, due)).toMatchObject([
      {
        status: "waiting",
        last_error: "too many parts",
        attempt: 3,
        next_try: "1970-01-01T00:01:02.000Z",
      },
    ]);
    expect(runStatuses(rows, whole, due + 1)).toMatchObject([
      { status: "interrupted", last_error: "too many parts", attempt: 3, next_try: null },
    ]);
    const stop = { ...beat(), kind: "stop", owner: "b" } as const;
    expect(runStatuses([...rows, stop], whole, due)).toMatchObject([{ status: "failed", next_try: null }]);
    expect(runStatuses([claim(), beat({ message }), claim({ epoch: 2, at: NOW })], [], NOW)).toMatchObject([
      { status: "running", last_error: null, attempt: null, next_try: null },
    ]);
  });

  it("is failed where its owner left with an error, released or not, before the target", () => {
    const message = troubleMessage({ error: "no space" });
    for (const state of ["running", "released"] as const)
      expect(runStatuses([claim(), beat({ state, message })], [], NOW * 10)).toMatchObject([
        { status: "failed", last_error: "no space", attempt: null, next_try: null },
      ]);
    expect(statusOf([claim(), beat({ state: "released", message })], whole)).toEqual(["complete"]);
  });

  it.each(["complete", "refused", "{half", "{}", '{"error":5}', "null"])(
    "takes %j for no error",
    (message) => {
      expect(runStatuses([claim(), beat({ message })], [], NOW)).toMatchObject([
        { status: "running", last_error: null },
      ]);
    },
  );

  it("is reset where a later reset has removed it, and only then", () => {
    const reset = (message: string) => [
      claim({ epoch: 2, intent: "reset", run_id: "reset", owner: "b" }),
      beat({ epoch: 2, owner: "b", state: "released", message }),
    ];
    const later = claim({ epoch: 3, run_id: "later", owner: "c" });
    expect(statusOf([claim(), ...reset("removed"), later])).toEqual(["reset", "running"]);
    expect(statusOf([claim(), ...reset("refused"), later])).toEqual(["running", "running"]);
    expect(runRecords([claim(), ...reset("removed"), later], []).map(({ runId }) => runId)).toEqual([
      "later",
    ]);
  });
});

describe("a run", () => {
  it("is what its newest claim to fill says", () => {
    const grown = claim({ epoch: 2, owner: "b", at: 5_000, target_rows: 900 });
    const repair = claim({ epoch: 3, owner: "c", intent: "repair", target_rows: 1 });
    expect(runRecords([claim(), grown, repair], [])).toMatchObject([{ runId: "run", targetRows: 900 }]);
    expect(runStatuses([claim(), grown], [], NOW)).toMatchObject([
      { target_rows: 900, start_time: "1970-01-01T00:00:01.000Z" },
    ]);
  });

  it("has everything up to its last_image_id recorded", () => {
    const steps = [step(1), step(201), step(101, { state: "announced" })];
    expect(runStatuses([claim()], steps, NOW)).toMatchObject([
      { first_image_id: 1, last_image_id: 100, rows_inserted: 200, average_rate_rows_per_sec: 200 },
    ]);
    expect(runStatuses([claim()], [], NOW)).toMatchObject([{ last_image_id: 0, last_checkpoint: null }]);
  });
});

/** Logs of a few epochs, owners and runs, with shared epochs among them. */
const logs = fc.record({
  rows: fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("a", "b"), fc.constantFrom("claim", "beat"))
      .chain(([epoch, owner, kind]) =>
        fc
          .record({
            at: fc.integer({ min: 0, max: 9_000 }),
            run: fc.constantFrom("run", "other"),
            intent: fc.constantFrom("fill", "repair", "reset"),
            state: fc.constantFrom("running", "released"),
            message: fc.constantFrom("removed", "refused"),
          })
          .map(({ at, run, intent, state, message }): RunRow =>
            kind === "claim"
              ? claim({ epoch, owner, at, run_id: run, intent, columns: [owner] })
              : beat({ epoch, owner, at, state, message }),
          ),
      ),
    { selector: ({ epoch, owner, kind }) => `${epoch}/${owner}/${kind}` },
  ),
  steps: fc.subarray([step(1), step(101), step(201, { state: "announced" }), step(1, { run_id: "other" })]),
});

describe("any log", () => {
  it("reads the same in whatever order its rows come", () => {
    fc.assert(
      fc.property(
        logs.chain(({ rows, steps }) =>
          fc.tuple(
            fc.constant({ rows, steps }),
            fc.shuffledSubarray(rows, { minLength: rows.length }),
            fc.shuffledSubarray(steps, { minLength: steps.length }),
          ),
        ),
        ([{ rows, steps }, shuffledRows, shuffledSteps]) => {
          expect(runStatuses(shuffledRows, shuffledSteps, NOW)).toEqual(runStatuses(rows, steps, NOW));
          expect(runRecords(shuffledRows, shuffledSteps)).toEqual(runRecords(rows, steps));
          expect(unreleased(shuffledRows)).toEqual(unreleased(rows));
        },
      ),
    );
  });

  it("has one claim an epoch, and a holder only in the highest: a stale one never wins", () => {
    fc.assert(
      fc.property(logs, ({ rows }) => {
        const claims = claimsOf(rows);
        const epochs = claims.map(({ epoch }) => epoch);
        expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
        const holder = unreleased(rows);
        if (holder !== undefined) expect(holder.claim).toBe(claims.at(-1));
        for (const { epoch, at } of claims)
          for (const row of rows)
            if (row.kind === "claim" && row.epoch === epoch) expect(row.at).toBeGreaterThanOrEqual(at);
      }),
    );
  });
});
