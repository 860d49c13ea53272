import { EnvironmentFailure, ExpectedError, Refusal } from "../app/errors";
import { insertError, InsertError } from "../app/writer/insert-error";

/** The same module as a process has it that has loaded the package again. */
function loadAgain<Module extends object>(file: string): Module {
  let again!: Module;
  jest.isolateModules(() => {
    again = jest.requireActual<Module>(file);
  });
  return again;
}

describe("an expected error", () => {
  it("is told by its kind, whichever copy of the package threw it", () => {
    const again = loadAgain<typeof import("../app/errors")>("../app/errors");
    expect(again.Refusal).not.toBe(Refusal);
    const refusal: unknown = new again.Refusal("a", "b");
    expect(refusal instanceof Refusal).toBe(true);
    expect(refusal instanceof ExpectedError).toBe(true);
    expect(refusal instanceof EnvironmentFailure).toBe(false);
    expect(new EnvironmentFailure("a", "b") instanceof again.EnvironmentFailure).toBe(true);
  });

  it("is told by the kinds that it belongs to besides, and by no narrower one", () => {
    const again = loadAgain<typeof import("../app/writer/insert-error")>("../app/writer/insert-error");
    const failed: unknown = again.insertError(new Error("reset"), "batch 7", false);
    expect(failed instanceof InsertError).toBe(true);
    expect(failed instanceof EnvironmentFailure).toBe(true);
    expect(failed instanceof Refusal).toBe(false);
    expect(new EnvironmentFailure("a", "b") instanceof InsertError).toBe(false);
    expect(insertError(new Error("reset"), "batch 7", false) instanceof again.InsertError).toBe(true);
  });

  it("is nothing that only has such a name", () => {
    class Other extends Error {}
    Object.defineProperty(Other, "name", { value: "Refusal" });
    for (const value of [new Other("a"), new Error("a"), { name: "Refusal" }, null, undefined, "Refusal"])
      expect((value as unknown) instanceof Refusal).toBe(false);
  });
});
