import { Arena } from "../../scripts/torture/arena";
import { RunningCommand } from "../../scripts/torture/running-command";
import { FAULTS, type RoundResult, runTorture, type TortureCase } from "../../scripts/torture/run-torture";
import { failed, roundLine } from "../../scripts/torture/torture-report";
import { TORTURE_TABLES } from "../../scripts/torture/torture-table";

jest.setTimeout(400_000);

/**
 * One of each family, so that the harness and the promise are held to each other; `npm run torture` takes
 * all.
 */
const CHOSEN = [
  ["sigkill", "olap"],
  ["server-killed", "native"],
  ["connection-reset", "olap"],
  ["answer-lost", "native"],
  ["two-at-once", "olap"],
  ["fleet", "native"],
  ["rows-deleted", "native"],
  ["foreign-rows-inside", "olap"],
  ["steps-deleted", "native"],
] as const;

it("ends exact after one harm of each family", async () => {
  const cases = CHOSEN.map(([name, writer]): TortureCase => ({
    fault: FAULTS.find((fault) => fault.name === name)!,
    writer,
  }));
  const results = await runTorture({
    seed: "test",
    rounds: cases.map((_, i) => i + 1),
    cases,
    server: undefined,
    onRound: () => {},
  });
  const exact: Partial<RoundResult> = { lost: 0, doubled: 0, missed: false, wrong: "", skipped: false };
  expect(results).toMatchObject(CHOSEN.map(([fault, writer]) => ({ fault, writer, ...exact })));
});

it.each([
  ["images whose key is a text", "images-by-text"],
  ["images whose key is a UUID", "images-by-uuid"],
  ["a table that is inferred", "orders"],
  ["children of its rows", "order_items"],
] as const)("ends exact with %s", async (_, table) => {
  const chosen = CHOSEN.filter(([name]) => ["sigkill", "rows-deleted", "foreign-rows-inside"].includes(name));
  const cases = chosen.map(([name, writer]): TortureCase => ({
    fault: FAULTS.find((fault) => fault.name === name)!,
    writer,
  }));
  const results = await runTorture({
    seed: table,
    rounds: cases.map((_, i) => i + 1),
    cases,
    table: TORTURE_TABLES[table],
    server: undefined,
    onRound: () => {},
  });
  expect(results).toMatchObject(
    cases.map(() => ({ lost: 0, doubled: 0, missed: false, wrong: "", skipped: false })),
  );
});

it("plays a round again whose harm came too late, and fails it where that comes too late again", async () => {
  const late = (again: boolean): TortureCase => ({
    writer: "native",
    fault: {
      name: again ? "always-late" : "late-at-first",
      act: async (round) => {
        await round.outcome(round.start());
        round.missed = again || !round.options.inFirstHalf;
      },
    },
  });
  const results = await runTorture({
    seed: "test",
    rounds: [1, 2],
    cases: [late(false), late(true)],
    server: undefined,
    onRound: () => {},
  });
  expect(results.map(failed)).toEqual([false, true]);
  expect(roundLine(results[1]!)).toMatch(/FAILED: 0 lost, 0 doubled; the harm met no run under way/);
});

it.each([["--count"], ["--rows", "1000"]])(
  "says in one line what the server answers instead of what was asked: %s",
  async (...flags) => {
    const arena = await Arena.open({ server: undefined });
    try {
      const error = { code: 241, name: "MEMORY_LIMIT_EXCEEDED", text: "Memory limit (total) exceeded" };
      arena.proxy.rule = (_kind, number) => (number === 1 ? "pass" : { error, landed: false });
      const run = new RunningCommand({
        flags: [...flags, "--project", arena.folder],
        environment: arena.environment("local"),
      });
      expect(await run.outcome).toMatchObject({
        code: 1,
        out: "",
        err: expect.stringMatching(/^ClickHouse failed: [^\n]*Memory limit[^\n]*\n$/),
      });
    } finally {
      await arena.close();
    }
  },
);
