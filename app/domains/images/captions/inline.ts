import type { Entry } from "./parse";
import { isPossible } from "./suits";

/**
 * Writes a symbol's entries into the texts that ask for it, so that it need not be looked up in each caption: a text
 * becomes as many as there are entries that suit the same pictures. Slots with a chance stay.
 */
export function inlined(list: readonly Entry[], name: string, by: readonly Entry[]): Entry[] {
  if (!list.some(({ text }) => text.includes(name) || text.includes(capital(name)))) return [...list];
  const slot = new RegExp(`\\{(a |A )?(${name}|${capital(name)})\\}`, "g");
  return list.flatMap((entry) => {
    if (entry.text.search(slot) < 0) return [entry];
    return by
      .map(({ text, mask, times }) => ({
        text: entry.text
          .replace(slot, (_, article: string | undefined, written: string, place: number) =>
            put(text, article, written !== name || article === "A ", place === 0),
          )
          .replace(/ {2,}/g, " ")
          .trim(),
        mask: entry.mask & mask,
        times: entry.times * times,
      }))
      .filter(({ mask }) => isPossible(mask));
  });
}

/** A text for a slot: words lose their article unless it was asked for, or can be at the start of the whole. */
function put(text: string, article: string | undefined, large: boolean, first: boolean): string {
  if (text.startsWith("{")) {
    if (article) return text.replace("{", `{${article}`);
    return large ? `{${capital(text.slice(1))}` : text;
  }
  const words = article || first ? text : text.replace(/^an? /, "");
  return large ? capital(words) : words;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
