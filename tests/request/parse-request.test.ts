import * as fc from "fast-check";
import { parseRequest } from "../../app/request/parse-request";
import { requestFromInput, workersFromInput } from "../../app/request/request-from-input";
import type { Request } from "../../app/request/request";
import { refusalOf } from "../support/refusal";

describe("parseRequest", () => {
  it("asks for 100 GB in batches of 10,000 where nothing is said, and marks it as default", () => {
    const expected: Request = {
      target: { rows: 200_000_000, bytes: 100e9, source: "default" },
      batchSize: { value: 10_000, source: "default" },
      checkpointInterval: { value: 1, source: "default" },
      seed: undefined,
      startImageId: undefined,
      reset: false,
      writer: "olap",
      threads: undefined,
      share: false,
      skipColumns: [],
    };
    expect(parseRequest({})).toEqual(expected);
    for (const input of [undefined, null, {}, { rows: undefined }])
      expect(requestFromInput(input)).toEqual(expected);
  });

  it("prefers the caller's defaults to its own, and what is given to both", () => {
    const defaults = { rows: 5, batchSize: 6, checkpointInterval: 7 };
    expect(requestFromInput({ batchSize: 8 }, defaults)).toMatchObject({
      target: { rows: 5, source: "default" },
      batchSize: { value: 8, source: "given" },
      checkpointInterval: { value: 7, source: "default" },
    });
  });

  it("makes the same frozen request of flags and of a workflow's input", () => {
    const values = fc.record(
      {
        rows: fc.integer({ min: 1, max: 1e12 }),
        batchSize: fc.integer({ min: 1, max: 100_000 }),
        checkpointInterval: fc.integer({ min: 1, max: 10_000 }),
        seed: fc.string({ minLength: 1 }).filter((seed) => !seed.includes("\0")),
        startImageId: fc.integer({ min: 1, max: 2 ** 52 }),
        reset: fc.boolean(),
        writer: fc.constantFrom("olap", "native"),
        threads: fc.integer({ min: 1, max: 64 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (input) => {
        const flags = Object.fromEntries(
          Object.entries(input).map(([name, value]) => [
            name,
            typeof value === "number" ? String(value) : value,
          ]),
        );
        const request = requestFromInput(input);
        expect(parseRequest(flags)).toEqual(request);
        expect(Object.isFrozen(request) && Object.isFrozen(request.target)).toBe(true);
      }),
    );
  });

  it("reads a size as the target", () => {
    expect(parseRequest({ targetSize: "50GB" }).target).toEqual({
      rows: 100_000_000,
      bytes: 50e9,
      source: "given",
    });
  });

  it("names what is wrong as the caller wrote it", () => {
    expect(refusalOf(() => parseRequest({ batchSize: "0" })).message).toBe(
      '--batch-size: expected a whole number from 1 to 100,000, received "0"',
    );
    expect(refusalOf(() => requestFromInput({ batchSize: 100_001 })).message).toBe(
      "batchSize: expected a whole number from 1 to 100,000, received 100001",
    );
    expect(refusalOf(() => requestFromInput({ checkpointInterval: 10_001 })).message).toMatch(
      /^checkpointInterval: /,
    );
    expect(refusalOf(() => requestFromInput({ batch_size: 5 })).message).toMatch(
      /^unknown option "batch_size": expected one of rows, /,
    );
    expect(refusalOf(() => requestFromInput(JSON.parse('{"__proto__": {"rows": 1}}'))).code).toBe(
      "unknown-option",
    );
    expect(refusalOf(() => requestFromInput({ "batch size": 5 })).message).toMatch(
      /^unknown option "batch size": /,
    );
    expect(refusalOf(() => requestFromInput({ reset: "false" })).message).toBe(
      'reset: expected boolean, received "false"',
    );
    expect(refusalOf(() => requestFromInput({ rows: null })).message).toBe(
      "rows: expected number or string, received null",
    );
    expect(refusalOf(() => requestFromInput({ seed: ["a"] })).message).toBe(
      "seed: expected number or string, received an array",
    );
    expect(refusalOf(() => requestFromInput({ writer: "csv" })).message).toBe(
      'writer: expected "native" or "olap", received "csv"',
    );
    for (const input of [7, "x", [], new Date()]) {
      expect(refusalOf(() => requestFromInput(input)).message).toMatch(
        /^workflow input: expected an object such as \{"rows": 1000000\}, received /,
      );
    }
    expect(refusalOf(() => requestFromInput({ rows: 1, targetSize: "1GB" })).message).toBe(
      "rows and targetSize both set the target: give only one of them",
    );
  });

  it("shares the run that several workers are asked for", () => {
    expect([undefined, {}, { workers: 1 }, { workers: "64" }].map(workersFromInput)).toEqual([1, 1, 1, 64]);
    expect(
      [{}, { workers: 1 }, { workers: 8, share: true }].map((input) => requestFromInput(input).share),
    ).toEqual([false, true, true]);
    expect(refusalOf(() => requestFromInput({ workers: 2, share: false })).message).toMatch(
      /^share and workers: /,
    );
    for (const workers of [0, 65, 1.5, "many"])
      expect(refusalOf(() => workersFromInput({ workers })).message).toMatch(
        /^workers: expected a whole number from 1 to 64, received /,
      );
  });

  it("refuses ids beyond 2^53 - 1, the default target's included", () => {
    const last = Number.MAX_SAFE_INTEGER;
    expect(parseRequest({ startImageId: String(last), rows: "1" }).startImageId).toBe(last);
    refusalOf(() => parseRequest({ startImageId: String(last), rows: "2" }));
    refusalOf(() => parseRequest({ startImageId: String(last) }));
  });

  it("ends on every input with a request or a refusal", () => {
    const name = fc.constantFrom(
      "rows",
      "targetSize",
      "seed",
      "batchSize",
      "startImageId",
      "reset",
      "checkpointInterval",
      "x",
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withDate: true, withBigInt: true }), fc.dictionary(name, fc.anything())),
        (input) => {
          try {
            expect(requestFromInput(input).target.rows).toBeGreaterThan(0);
          } catch {
            refusalOf(() => requestFromInput(input));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
