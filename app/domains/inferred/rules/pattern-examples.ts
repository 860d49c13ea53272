/** How many texts of a pattern there are to choose from. */
const EXAMPLES = 200;

/** So many of a set of characters, both included. */
interface Part {
  readonly characters: string;
  readonly min: number;
  readonly max: number;
}

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const WORD = LOWER + LOWER.toUpperCase() + DIGITS;

/**
 * Texts that match a simple regular expression: characters, classes and `.` one after another, each with a quantifier
 * if need be; always the same ones.
 * @returns `undefined` for a pattern that says more, such as alternatives and groups
 */
export function examplesOf(pattern: string): readonly string[] | undefined {
  const parts = partsOf(pattern.replace(/^\^/, "").replace(/\$$/, ""));
  if (parts === undefined) return undefined;
  let state = 1;
  // Lehmer's generator: how the texts come about does not matter, only that they stay.
  const below = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  const examples = Array.from({ length: EXAMPLES }, () =>
    parts
      .map(({ characters, min, max }) =>
        Array.from({ length: min + below(max - min + 1) }, () => characters[below(characters.length)]).join(
          "",
        ),
      )
      .join(""),
  );
  const expression = safeExpression(pattern);
  return expression && examples.every((text) => expression.test(text)) ? [...new Set(examples)] : undefined;
}

function safeExpression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

const TOKEN = /\[(\^?)((?:\\.|[^\]])+)\]|\\(.)|([^\\[\](){}|*+?^$])/y;
const QUANTIFIER = /\{(\d+)(?:(,)(\d*))?\}|([*+?])/y;

function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token || token[1] === "^") return undefined;
    at = TOKEN.lastIndex;
    const [, , inClass, escaped, literal] = token;
    const characters =
      inClass !== undefined
        ? classOf(inClass)
        : escaped !== undefined
          ? escapeOf(escaped)
          : literal === "."
            ? LOWER
            : literal!;
    QUANTIFIER.lastIndex = at;
    const quantifier = QUANTIFIER.exec(text);
    if (quantifier) at = QUANTIFIER.lastIndex;
    if (characters === undefined || characters === "") return undefined;
    parts.push({ characters, ...timesOf(quantifier) });
  }
  return parts.length > 0 ? parts : undefined;
}

function timesOf(quantifier: RegExpExecArray | null): { min: number; max: number } {
  if (!quantifier) return { min: 1, max: 1 };
  const [, least, comma, most, sign] = quantifier;
  if (sign !== undefined) return { min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : 6 };
  const min = Number(least);
  return { min, max: comma === undefined ? min : most ? Number(most) : min + 6 };
}

function classOf(text: string): string {
  return text.replace(/\\(.)|(.)-(.)/g, (_, escaped: string | undefined, from: string, to: string) =>
    escaped !== undefined ? (escapeOf(escaped) ?? "") : rangeOf(from, to),
  );
}

function rangeOf(from: string, to: string): string {
  const first = from.charCodeAt(0);
  return Array.from({ length: Math.max(0, to.charCodeAt(0) - first + 1) }, (_, i) =>
    String.fromCharCode(first + i),
  ).join("");
}

function escapeOf(character: string): string | undefined {
  if (character === "d") return DIGITS;
  if (character === "w") return WORD;
  if (character === "s") return " ";
  return /[a-z\d]/i.test(character) ? undefined : character;
}
