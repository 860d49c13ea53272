import fc from "fast-check";
import type { Guard } from "../../../app/forecast/leases/lease-worker";
import {
  type LeaseSimulation,
  NO_FAULTS,
  simulateLeases,
} from "../../../app/forecast/leases/simulate-leases";

const share = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const simulations: fc.Arbitrary<LeaseSimulation> = fc.record({
  workers: fc.integer({ min: 1, max: 12 }),
  leases: fc.integer({ min: 1, max: 30 }),
  leaseSeconds: fc.integer({ min: 1, max: 20 }),
  pieces: fc.integer({ min: 4, max: 30 }),
  latency: fc.integer({ min: 0, max: 900 }),
  faults: fc.record({
    dies: share(20),
    stops: share(120),
    cutOff: share(120),
    clockJumps: share(600),
    longest: share(60),
  }),
  seed: fc.string(),
});

/** As bad as it may be: several faults a minute. */
const ROUGH: Omit<LeaseSimulation, "seed"> = {
  workers: 5,
  leases: 15,
  leaseSeconds: 6,
  pieces: 30,
  latency: 400,
  faults: { dies: 15, stops: 120, cutOff: 120, clockJumps: 600, longest: 40 },
};

describe("leases", () => {
  it("every row is written, and none twice, whatever happens to the workers", () => {
    fc.assert(
      fc.property(simulations, (simulation) => {
        expect(simulateLeases(simulation)).toMatchObject({ never: 0, twice: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it("the same seed gives the same history, another one another", () => {
    const history = (seed: string) => simulateLeases({ ...ROUGH, seed });
    expect(history("a")).toEqual(history("a"));
    expect(history("a")).not.toEqual(history("b"));
  });

  it.each<Guard>(["test-and-set", "commit-check", "takeover-wait", "barrier"])(
    "there are bad histories without the guard: %s",
    (without) => {
      const bad = (guard: Guard | undefined) =>
        Array.from({ length: 200 }, (_, i) =>
          simulateLeases({ ...ROUGH, seed: `s${i}`, ...(guard === undefined ? {} : { without: guard }) }),
        ).filter(({ never, twice }) => never + twice > 0).length;
      expect(bad(without)).toBeGreaterThan(0);
      expect(bad(undefined)).toBe(0);
    },
  );

  it("without faults no lease is taken over, and hardly any time is lost", () => {
    const calm = {
      workers: 16,
      leases: 320,
      leaseSeconds: 30,
      pieces: 20,
      latency: 5,
      seed: "1",
      faults: NO_FAULTS,
    };
    const { seconds, takeovers, faults } = simulateLeases(calm);
    expect([takeovers, faults]).toEqual([0, 0]);
    // 20 leases each.
    expect(seconds).toBeGreaterThan(0.98 * 20 * 30);
    expect(seconds).toBeLessThan(1.08 * 20 * 30);
  });
});

describe("pinned: 64 workers and 10,000 leases of 30 seconds, each fault once an hour and worker", () => {
  it("has the figures of docs/many-machines.md", () => {
    const faults = { dies: 1, stops: 1, cutOff: 1, clockJumps: 1, longest: 120 };
    const history = { workers: 64, leases: 10_000, leaseSeconds: 30, pieces: 20, latency: 5, seed: "1" };
    const rough = simulateLeases({ ...history, faults });
    expect(rough).toMatchObject({ never: 0, twice: 0 });
    expect({ rough, calm: simulateLeases({ ...history, faults: NO_FAULTS }) }).toMatchInlineSnapshot(`
     {
       "calm": {
         "faults": 0,
         "inserts": 391377,
         "lateClaims": 854,
         "never": 0,
         "queries": 222927,
         "seconds": 4776.032244366904,
         "takeovers": 0,
         "twice": 0,
       },
       "rough": {
         "faults": 273,
         "inserts": 392835,
         "lateClaims": 849,
         "never": 0,
         "queries": 230867,
         "seconds": 5261.083603092942,
         "takeovers": 212,
         "twice": 0,
       },
     }
    `);
  });
});
