import { withBenchServer } from "../../../scripts/bench/bench-server";
import { measureTruth, outside, type Truth } from "../../../scripts/truth/measure-truth";

const ROWS = 1_000_000;

describe.each(["42", "spring"])("a million rows of seed %j", (seed) => {
  let truth: Truth;
  beforeAll(async () => {
    truth = await withBenchServer((server) => measureTruth(server, seed, ROWS));
  }, 300_000);

  test("every declared share and link holds, and every fact", () => {
    expect(truth.shares.length).toBeGreaterThan(800);
    expect(outside(truth)).toEqual([]);
  });

  test("there are samples enough: a share of one half is known to half a percent", () => {
    const errors = truth.shares.filter(({ name }) => name === "has_face").map(({ error }) => error);
    expect(Math.max(...errors)).toBeLessThan(0.005);
  });
});

test("once asked to stop, it writes no rows", async () => {
  await withBenchServer(async (server) => {
    await expect(measureTruth(server, "42", 1, AbortSignal.abort("SIGINT"))).rejects.toBe("SIGINT");
    expect(await server.count()).toBe(0);
  });
}, 60_000);
