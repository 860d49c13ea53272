import * as fc from "fast-check";
import { MOST_WORKERS, requestFromInput, workersFromInput } from "../../app/request/request-from-input";
import { refusalOf } from "../support/refusal";

const read = (input: unknown) => ({ request: requestFromInput(input), workers: workersFromInput(input) });

describe("the workers of a workflow's input", () => {
  it("are one where nothing is said, and leave the request as it is", () => {
    for (const input of [undefined, null, {}, { workers: undefined }, { workers: 1 }, { workers: "1" }])
      expect(read(input)).toEqual({ request: requestFromInput({}), workers: 1 });
    expect(read({ workers: 1, share: true }).request.share).toBe(true);
  });

  it("share the run where they are several, and change nothing else of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: MOST_WORKERS }), fc.boolean(), (workers, asText) => {
        const given = asText ? String(workers) : workers;
        expect(read({ rows: 5, workers: given })).toEqual({
          request: { ...requestFromInput({ rows: 5 }), share: true },
          workers,
        });
      }),
    );
  });

  it.each([0, -1, 65, 1.5, "many", "", "1e9"])("are refused in one line at %j", (workers) => {
    const { message } = refusalOf(() => requestFromInput({ workers }));
    expect(message).toMatch(/^workers: expected a whole number from 1 to 64, received [^\n]+$/);
  });

  it("are refused where they are no number at all", () => {
    for (const workers of [[2], { a: 1 }, true, null])
      expect(refusalOf(() => requestFromInput({ workers })).message).toMatch(
        /^workers: expected number or string, /,
      );
  });
});
