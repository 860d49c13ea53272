import * as fc from "fast-check";
import { temporalClient, workflowId } from "../../app/workflows/work-executions";
import { refusalOf } from "../support/refusal";

describe("the executions that work on a run", () => {
  const runId = fc.string({ minLength: 1 });
  const number = fc.integer({ min: 2, max: 64 });

  it("have ids that name the run and the number, whatever the run is called", () => {
    fc.assert(
      fc.property(runId, number, (run, n) => {
        const id = workflowId({ workflow: "work-images", runId: run }, n);
        expect(id).toMatch(new RegExp(`^work-images-[0-9a-f]{8}-${n}$`));
        expect(workflowId({ workflow: "work-images", runId: run }, n)).toBe(id);
        expect(workflowId({ workflow: "work-images", runId: `${run}/` }, n)).not.toBe(id);
      }),
    );
    expect(workflowId({ workflow: "work-images", runId: "images_analytical/1/a" }, 2)).toBe(
      "work-images-d2500bbf-2",
    );
  });

  it("need a client, which older versions lack and newer ones refuse to give", () => {
    const refusing = {
      get client(): never {
        throw new Error("Client not available");
      },
    };
    for (const activity of [{}, refusing])
      expect(refusalOf(() => temporalClient(activity))).toMatchObject({
        code: "no-temporal-client",
        message: expect.stringMatching(/^workers: [^\n]+$/),
      });
  });
});
