import { Refusal } from "../../app/errors";

/** The refusal that `work` ends with; anything else fails the test. Its message is one readable line. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.exitCode).toBe(2);
    expect(error.message).not.toBe("");
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(error.message.length).toBeLessThan(600);
    return error;
  }
  throw new Error("expected a refusal");
}
