import { compareLatencies } from "../../app/queries/compare-latencies";
import { Latencies, median } from "../../app/queries/latencies";
import { Streams } from "../../app/rows/random/stream";
import { numbers } from "./numbers";

const base = new Streams("test").base("compare", 1);

/** What runs take: around 20 ms, with a long tail. */
function measured(random: () => number, factor = 1, wobble = 0, runs = 60, count = 3) {
  const latencies = new Latencies();
  const parts = Array.from({ length: count }, () => {
    const slow = Math.exp(wobble * (random() * 2 - 1));
    const part = Array.from(
      { length: runs / count },
      () => 20_000 * factor * slow * (1 + 0.4 * random() ** 4),
    );
    for (const latency of part) latencies.record(latency);
    return median(part)!;
  });
  return { histogram: latencies.counts(), parts };
}

function verdicts(count: number, factor: number, wobble: number): Record<string, number> {
  const random = numbers(7);
  const found: Record<string, number> = { same: 0, faster: 0, slower: 0, unstable: 0 };
  for (let i = 0; i < count; i++)
    found[compareLatencies(measured(random), measured(random, factor, wobble), base)!.verdict]!++;
  return found;
}

it("runs of one law are called different in no more than a hundredth", () => {
  const { same, faster, slower } = verdicts(200, 1, 0);
  expect(faster! + slower!).toBeLessThanOrEqual(2);
  expect(same).toBeGreaterThan(190);
});

it("a third more is found nearly always, and its inverse as well", () => {
  expect(verdicts(100, 4 / 3, 0).slower).toBeGreaterThan(95);
  expect(verdicts(100, 3 / 4, 0).faster).toBeGreaterThan(95);
});

it("parts that are far apart seldom make a difference, however many each side has", () => {
  const random = numbers(11);
  for (const [ours, theirs] of [
    [9, 9],
    [3, 9],
  ] as const) {
    let different = 0;
    for (let i = 0; i < 200; i++) {
      const [a, b] = [ours, theirs].map((count) => measured(random, 1, 0.3, 36, count));
      if (["faster", "slower"].includes(compareLatencies(a!, b!, base)!.verdict)) different++;
    }
    expect(different).toBeLessThanOrEqual(6);
  }
});

it("a clear difference is found however few the runs, and however little they scatter", () => {
  const random = numbers(5);
  const exact = (latency: number, runs: number) => {
    const latencies = new Latencies();
    for (let i = 0; i < runs; i++) latencies.record(latency * (1 + 0.01 * random()));
    return { histogram: latencies.counts(), parts: Array<number>(3).fill(latency) };
  };
  for (const runs of [6, 12, 13, 30])
    for (const factor of [1.2, 2, 6])
      for (let i = 0; i < 20; i++)
        expect(compareLatencies(exact(100_000, runs), exact(100_000 * factor, runs), base)!.verdict).toBe(
          "slower",
        );
});

it("where the parts of one measurement are far apart, it seldom makes a difference", () => {
  const { faster, slower, unstable } = verdicts(100, 1, 0.5);
  expect(faster! + slower!).toBeLessThanOrEqual(10);
  expect(unstable).toBeGreaterThan(80);
});

it("a swap of both sides inverts the ratio, and the same results have the same verdict", () => {
  const random = numbers(1);
  for (let i = 0; i < 20; i++) {
    const [a, b] = [measured(random), measured(random, 1.3)];
    const there = compareLatencies(a, b, base)!;
    const back = compareLatencies(b, a, base)!;
    expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
    expect([there.verdict, back.verdict]).toEqual(["slower", "faster"]);
    expect(compareLatencies(a, b, base)).toEqual(there);
    expect(compareLatencies(a, a, base)).toMatchObject({ ratio: 1, verdict: "same" });
  }
});

it("a few runs tell nothing, and none have no verdict", () => {
  const random = numbers(3);
  const few = measured(random, 1, 0, 3);
  expect(compareLatencies(few, measured(random, 2), base)).toMatchObject({ verdict: "unstable" });
  expect(compareLatencies({ histogram: [], parts: [] }, few, base)).toBeUndefined();
});
