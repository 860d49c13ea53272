import { parseSuits } from "./suits";

/** A slot of a text, or words of its own. */
export interface Part {
  /** Blanks and punctuation before it. */
  readonly lead: string;
  readonly words?: string;
  readonly slot?: Slot;
}

export interface Slot {
  readonly name: string;
  readonly article: boolean;
  readonly capital: boolean;
  /** In how many of 100 captions it is filled. */
  readonly percent: number;
  /** What fills it otherwise. */
  readonly otherwise?: string;
  /** A number from, to, both inclusive. */
  readonly range?: readonly [number, number];
}

export interface Entry {
  readonly text: string;
  readonly mask: number;
  /** How often it is in its list. */
  readonly times: number;
}

/**
 * Reads a list: entries between `|`, in lines that may begin with tags (`suits.ts`, `x3` for thrice as often, `a` for
 * adjectives that have an article) and a colon.
 */
export function parseEntries(text: string, defaults = ""): Entry[] {
  return text.split("\n").flatMap((line) => {
    const [, tags = "", rest = ""] = /^\s*(?:([a-z][a-z0-9 -]*):(?: |$))?(.*)$/.exec(line)!;
    const words = tags.split(" ");
    const times = Number(words.find((word) => /^x\d+$/.test(word))?.slice(1) ?? 1);
    const suits = words.filter((word) => word !== "a" && !/^x\d+$/.test(word)).join(" ");
    if (rest.trim() === "" && tags === "") return [];
    const mask = parseSuits(suits, defaults);
    return rest.split("|").map((entry) => {
      const plain = entry.trim();
      return { text: words.includes("a") ? `${articleOf(plain)} ${plain}` : plain, mask, times };
    });
  });
}

/** "a" or "an", by the sound of the first word. */
export function articleOf(text: string): "a" | "an" {
  if (/^(uni|use|uku|eu|one|once|Uni)/.test(text) && !/^(unin|unim|unide)/.test(text)) return "a";
  return /^([aeiouAEIOUéÉ]|hour|honest|SUV|MP|X-ray|HR |UX )/.test(text) ? "an" : "a";
}

const SLOT = /\{(?:(#)(\d+)-(\d+)|(?:(a|A) )?(\w+)(?:\?(\d+))?(?:\/(\w+))?)\}/g;
const LEAD = /^[ ,.:(–-]*/;

/** Splits a text into its words and slots. `a {slot}` is short for `{a slot}`, and at the start for `{slot}`. */
export function parseParts(written: string): Part[] {
  if (/^[^{]*[^ ,.:(–{-]$/.test(written) && /^[^ ,.:(–-]/.test(written))
    return [{ lead: "", words: written }];
  const text = written.replace(/^an? \{/, "{").replace(/ an? \{(?=\w)/g, " {a ");
  const parts: Part[] = [];
  let from = 0;
  let lead = "";
  const words = (piece: string): void => {
    const before = LEAD.exec(piece)![0];
    const rest = piece.slice(before.length);
    if (rest === "") return void (lead += before);
    const end = /[ ,.:(–-]*$/.exec(rest)![0];
    parts.push({ lead: lead + before, words: rest.slice(0, rest.length - end.length) });
    lead = end;
  };
  for (const match of text.matchAll(SLOT)) {
    words(text.slice(from, match.index));
    const [whole, hash, low, high, article, name = "", percent = "100", otherwise] = match;
    const small = name.charAt(0).toLowerCase() + name.slice(1);
    parts.push({
      lead,
      slot: {
        name: small,
        article: article !== undefined,
        capital: article === "A" || small !== name,
        percent: Number(percent),
        ...(otherwise === undefined ? {} : { otherwise }),
        ...(hash ? { range: [Number(low), Number(high)] as const } : {}),
      },
    });
    lead = "";
    from = match.index + whole.length;
  }
  words(text.slice(from));
  if (lead !== "") parts.push({ lead: "", words: lead });
  return parts;
}

const LIGHT = new Set(
  "with from their into over while after before during under between around next front some this that other years".split(
    " ",
  ),
);

/** The stems of the words that a caption should not say twice. */
export function stemsOf(words: string): string[] {
  return (words.toLowerCase().match(/[a-zß-\u1fff]{3,}/g) ?? [])
    .filter(
      (word) =>
        word.length > 3 ||
        /^(dog|car|bus|tea|art|law|job|gym|sea|ski|sun|bed|bar|pet|boy|man|men|kid|red|box|ice|cup|cap|hat|fun|old|day|toy)$/.test(
          word,
        ),
    )
    .filter((word) => !LIGHT.has(word))
    .map((word) => word.replace(/(ing|ers?|ed|ies|e?s|y|e)$/, "").slice(0, 5));
}
