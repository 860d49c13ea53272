import fc from "fast-check";
import type { GeneratorRate, ServerRate } from "../../app/forecast/calibration";
import { type FillSize, forecastFill } from "../../app/forecast/forecast-fill";
import { MAX_ROWS } from "../../app/request/request-options";

const LEASE_ROWS = 10_000_000;
const GENERATOR: GeneratorRate = {
  rowsPerSecond: 500_000,
  row: { block: 600, encoded: 540, uncompressed: 507 },
  sentBytes: 490,
  memory: { threads: 3, inFlight: 5, batchRows: 100_000, blockRows: 20_000 },
};
const SERVER: ServerRate = {
  rowsPerSecond: 400_000,
  networkBytes: 1e9,
  partitions: 1,
  diskBytes: 232,
  mergedRowsPerSecond: 250_000,
  cores: 8,
};
const SIZE: FillSize = {
  rows: 1e11,
  workers: 64,
  shards: 64,
  leaseRows: LEASE_ROWS,
  checkpointInterval: 1,
};

const rate = fc.integer({ min: 1_000, max: 10_000_000 });
const generators = fc
  .record({
    rowsPerSecond: rate,
    sentBytes: fc.integer({ min: 1, max: 5_000 }),
    batch: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ batch, ...given }): GeneratorRate => ({
    ...GENERATOR,
    ...given,
    memory: { ...GENERATOR.memory, batchRows: batch * 10_000 },
  }));
const servers = fc.record({
  rowsPerSecond: rate,
  networkBytes: fc.option(fc.integer({ min: 1_000, max: 1e10 }), { nil: undefined }),
  partitions: fc.integer({ min: 1, max: 100 }),
  diskBytes: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: undefined }),
  mergedRowsPerSecond: fc.option(rate, { nil: undefined }),
  cores: fc.integer({ min: 1, max: 128 }),
});
const sizes = fc.record({
  rows: fc.integer({ min: 1, max: MAX_ROWS }),
  workers: fc.integer({ min: 1, max: 1_000 }),
  shards: fc.integer({ min: 1, max: 1_000 }),
  leaseRows: fc.constantFrom(1_000_000, LEASE_ROWS),
  checkpointInterval: fc.integer({ min: 1, max: 100 }),
});
/** @param law of a fill, and of the same with more of one thing */
const forAll = (law: (...fill: [FillSize, GeneratorRate, ServerRate | undefined]) => void) =>
  fc.assert(fc.property(sizes, generators, fc.option(servers, { nil: undefined }), law));
const timeOf = (...fill: Parameters<typeof forecastFill>) => {
  const { seconds, boundBy } = forecastFill(...fill);
  return seconds[boundBy]!;
};

describe("what a fill takes", () => {
  it("is bound by what would need the longest alone", () => {
    forAll((...fill) => {
      const { seconds, boundBy } = forecastFill(...fill);
      for (const one of Object.values(seconds)) expect(seconds[boundBy]).toBeGreaterThanOrEqual(one ?? 0);
      expect(Number.isFinite(seconds[boundBy])).toBe(true);
    });
  });

  it("holds all rows: in leases, on shards, in parts", () => {
    forAll((size, generator, server) => {
      const { rows, shards, workers } = size;
      const { leases, busyWorkers, rowsAShard, parts } = forecastFill(size, generator, server);
      expect(rowsAShard * shards).toBeGreaterThanOrEqual(rows);
      if (workers > 1) expect(leases * size.leaseRows).toBeGreaterThanOrEqual(rows);
      expect(busyWorkers).toBe(Math.min(workers, leases));
      expect(parts.inserted * generator.memory.batchRows).toBeGreaterThanOrEqual(rows);
      expect(parts.merges).toBeLessThan(Math.max(1, parts.inserted));
    });
  });

  it("is linear in rows where it is bytes", () => {
    forAll((size, generator, server) => {
      const [one, ten] = [1, 10].map(
        (times) => forecastFill({ ...size, rows: size.rows * times }, generator, server).bytes,
      );
      for (const kind of ["uncompressed", "sent", "disk"] as const)
        if (one![kind] !== undefined) expect(ten![kind]! / one![kind]).toBeCloseTo(10, 6);
      expect(ten!.inFlightAWorker).toBe(one!.inFlightAWorker);
    });
  });

  it("grows with the rows: time, parts, and the ledger", () => {
    forAll((size, generator, server) => {
      const [few, more] = [size, { ...size, rows: size.rows + 12_345_678 }].map((one) =>
        forecastFill(one, generator, server),
      );
      expect(more!.seconds[more!.boundBy]!).toBeGreaterThanOrEqual(few!.seconds[few!.boundBy]! * 0.999);
      expect(more!.parts.inserted).toBeGreaterThanOrEqual(few!.parts.inserted);
      expect(more!.ledger.rows).toBeGreaterThanOrEqual(few!.ledger.rows);
    });
  });

  it("takes no longer with more workers that share leases, more shards, or a faster server", () => {
    forAll((asked, generator, server) => {
      const size = { ...asked, workers: asked.workers + 1 };
      const time = timeOf(size, generator, server);
      const faster = [
        timeOf({ ...size, workers: size.workers * 2 }, generator, server),
        timeOf({ ...size, shards: size.shards * 2 }, generator, server),
        timeOf(size, { ...generator, rowsPerSecond: 2 * generator.rowsPerSecond }, server),
        timeOf(size, generator, server && { ...server, rowsPerSecond: 2 * server.rowsPerSecond }),
      ];
      for (const other of faster) expect(other).toBeLessThanOrEqual(time * (1 + 1e-9));
    });
  });
});

describe("pinned: 100 billion rows by 64 workers on 64 shards", () => {
  const forecast = forecastFill(SIZE, GENERATOR, SERVER);

  it("has the arithmetic of docs/many-machines.md", () => {
    expect(forecast).toMatchObject({ leases: 10_000, busyWorkers: 64, rowsAShard: 1_562_500_000 });
    expect(forecast.parts.inserted).toBe(1_000_000);
    // 157 leases of the busiest worker.
    expect(forecast.seconds.generator).toBe((157 * 1e7) / 500_000);
    // 150 GiB are 6,942 inserts of 23.2 MB on disk: log15 of it.
    expect(forecast.parts.timesRewritten).toBeCloseTo(Math.log((150 * 2 ** 30) / 23.2e6) / Math.log(15), 3);
    const perRow = 1 / 400_000 + forecast.parts.timesRewritten / (250_000 * 8);
    expect(forecast.serverRows).toBeCloseTo(1 / perRow, 3);
    expect(forecast.boundBy).toBe("server");
    expect(forecast.ledger).toMatchObject({ claims: 10_001, steps: 1_000_000, rows: 1_020_002 });
  });

  it("with one worker is one run without leases", () => {
    const alone = forecastFill({ ...SIZE, rows: 3_000_000, workers: 1, shards: 1 }, GENERATOR, SERVER);
    expect(alone).toMatchObject({ leases: 1, busyWorkers: 1, ledger: { claims: 1, steps: 30, rows: 32 } });
    expect(alone.seconds.generator).toBe(6);
  });
});
