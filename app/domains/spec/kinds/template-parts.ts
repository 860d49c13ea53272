import { MODIFIERS } from "../../vocabulary/modifiers";
import { VOCABULARIES } from "../../vocabulary/vocabularies";
import { SpecFault } from "../spec-fault";

/** A part of a text that is made row by row. */
export type Part =
  | { readonly as: "text"; readonly text: string }
  | { readonly as: "word"; readonly vocabulary: string; readonly modifiers: readonly string[] }
  /** The row's number, in so many digits at least. */
  | { readonly as: "row"; readonly digits: number }
  /** Both included, in so many digits at least. */
  | { readonly as: "number"; readonly min: number; readonly max: number; readonly digits: number }
  | { readonly as: "characters"; readonly characters: string; readonly length: number }
  | { readonly as: "column"; readonly column: string; readonly modifiers: readonly string[] };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";

/** Sets of characters that texts are drawn of, by name. */
export const CHARACTERS = {
  hex: "0123456789abcdef",
  digits: DIGITS,
  letters: LETTERS,
  LETTERS: LETTERS.toUpperCase(),
  alphanumeric: DIGITS + LETTERS.toUpperCase() + LETTERS,
} as const;

/** Most characters of one drawn text, and most digits of one number. */
export const MOST_CHARACTERS = 1024;
const MOST_DIGITS = 15;

/**
 * The parts of a template; see `Generator`.
 * @throws SpecFault where a placeholder is none, or a brace has no other
 */
export function parseTemplate(text: string): Part[] {
  const parts: Part[] = [];
  let literal = "";
  for (const [piece] of text.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)) {
    if (piece === "{" || piece === "}")
      throw new SpecFault(
        `the template "${text}" has a brace without another`,
        "write {{ or }} for a brace itself",
      );
    if (piece.length < 3 && piece[0] === piece[1]) literal += piece[0];
    else if (piece[0] !== "{") literal += piece;
    else {
      if (literal !== "") parts.push({ as: "text", text: literal });
      literal = "";
      parts.push(placeholder(piece.slice(1, -1)));
    }
  }
  if (literal !== "") parts.push({ as: "text", text: literal });
  return parts;
}

function placeholder(text: string): Part {
  const row = /^#(\d{1,2})?$/.exec(text);
  if (row) return { as: "row", digits: inReach(text, Number(row[1] ?? 1), MOST_DIGITS) };
  const range = /^(\d{1,15})-(\d{1,15})$/.exec(text);
  if (range) return numberPart(text, range[1]!, range[2]!);
  const drawn = /^([a-zA-Z]+?)(\d{1,4})$/.exec(text);
  const characters = drawn && CHARACTERS[drawn[1] as keyof typeof CHARACTERS];
  if (characters)
    return { as: "characters", characters, length: inReach(text, Number(drawn[2]), MOST_CHARACTERS) };
  const [name = "", ...modifiers] = text.split("|");
  const unknown = modifiers.find((modifier) => !Object.hasOwn(MODIFIERS, modifier));
  if (unknown !== undefined)
    throw new SpecFault(`{${text}} has an unknown modifier`, `use ${Object.keys(MODIFIERS).join(", ")}`);
  if (name.startsWith("=")) return { as: "column", column: name.slice(1), modifiers };
  if (!VOCABULARIES.includes(name))
    throw new SpecFault(
      `{${text}} is no placeholder`,
      `use a vocabulary (${VOCABULARIES.join(", ")}), {#}, {=column}, {0-99}, {hex8}, {digits4}, {letters3} or {alphanumeric6}`,
    );
  return { as: "word", vocabulary: name, modifiers };
}

/** As many digits as the lower end is written in. */
function numberPart(text: string, min: string, max: string): Part {
  if (Number(min) > Number(max)) throw new SpecFault(`{${text}} goes down`, "write the smaller number first");
  return { as: "number", min: Number(min), max: Number(max), digits: min.length };
}

function inReach(text: string, count: number, most: number): number {
  if (count < 1 || count > most) throw new SpecFault(`{${text}} has no such length`, `use 1 to ${most}`);
  return count;
}
