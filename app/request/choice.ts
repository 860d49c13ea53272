import { Refusal } from "../errors";
import { quoted } from "./quoted";

/**
 * One of the values that an option can have.
 * @param name what the message calls it, e.g. `--writer`
 * @throws Refusal `invalid-choice`
 */
export function choice<Choice extends string>(
  name: string,
  value: unknown,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Refusal("invalid-choice", `${name}: expected ${choices.join(" or ")}, received ${quoted(value)}`);
}
