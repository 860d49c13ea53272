import { Refusal } from "../errors";

/** An option of `dataFaker` that is wrong. */
export function invalid(option: string, expected: string, received: string): Refusal {
  return new Refusal("invalid-option", `dataFaker: ${option}: expected ${expected}, received ${received}`, {
    option,
  });
}
