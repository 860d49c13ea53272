import { FAULTS, type RoundResult, runTorture, type TortureCase } from "../../scripts/torture/run-torture";

jest.setTimeout(300_000);

/** One of each family, so that the harness and the promise are held to each other; `npm run torture` takes all. */
const CHOSEN = [
  ["sigkill", "olap"],
  ["server-killed", "native"],
  ["connection-reset", "olap"],
  ["answer-lost", "native"],
  ["two-at-once", "olap"],
  ["rows-deleted", "native"],
  ["foreign-rows-inside", "olap"],
  ["steps-deleted", "native"],
] as const;

it("ends exact after one harm of each family", async () => {
  const cases = CHOSEN.map(([name, writer]): TortureCase => ({ fault: FAULTS.find((fault) => fault.name === name)!, writer }));
  const results = await runTorture({ seed: "test", rounds: cases.map((_, i) => i + 1), cases, server: undefined, onRound: () => {} });
  const exact: Partial<RoundResult> = { lost: 0, doubled: 0, wrong: "", skipped: false };
  expect(results).toMatchObject(CHOSEN.map(([fault, writer]) => ({ fault, writer, ...exact })));
});
