import { Refusal } from "../errors";
import { quoted } from "./quoted";

/** Bytes of UTF-8, included. */
const MAX_BYTES = 64 * 1024;

/**
 * Checks a seed: any text of 1 byte to 64 KiB of UTF-8, quotes, line ends and emoji included. Refused are
 * NUL, which no command line can pass, so a terminal could not name the run again, and lone halves of
 * surrogate pairs, which UTF-8 cannot hold. A whole number (of a workflow's input) stands for its digits.
 * Moose makes a `Date` of a text in a workflow's input that looks like one, such as `2024-01` or `20240101`;
 * how it was spelled is lost then, so it is refused.
 * @param name what the message calls it, e.g. `--seed`
 * @throws Refusal `invalid-seed`
 */
export function checkSeed(name: string, value: unknown): string {
  const seed = textOf(value);
  const problem = problemOf(seed);
  if (typeof seed === "string" && problem === undefined) return seed;
  throw new Refusal("invalid-seed", `${name}: expected text of 1 byte to 64 KiB, received ${problem}`, {
    name,
  });
}

function textOf(value: unknown): unknown {
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
}

function problemOf(seed: unknown): string | undefined {
  if (seed instanceof Date)
    return "text that Moose takes for a date; put a letter before it, such as x2024-01-01, or give a whole number such as 20240101";
  if (typeof seed !== "string") return quoted(seed);
  if (seed === "") return "empty text";
  if (seed.includes("\0")) return `a NUL character in ${quoted(seed)}`;
  if (/\p{Surrogate}/u.test(seed)) return `half of a surrogate pair in ${quoted(seed)}`;
  const bytes = Buffer.byteLength(seed);
  return bytes > MAX_BYTES ? `${bytes.toLocaleString("en-US")} bytes` : undefined;
}
