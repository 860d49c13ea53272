/** The lower-case words of a name in any usual spelling: `firstName`, `first_name`, `FIRST-NAME`, `IPAddress`. */
export function nameWords(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/** One of what an English plural names. */
export function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

/**
 * Whether a name's words fit a pattern: `email` is the name itself, `*email` also its end, `is*` also its beginning;
 * where words are written as one, as in `firstname`, does not matter.
 */
export function fitsPattern(words: readonly string[], pattern: string): boolean {
  const text = pattern.replace(/[ *]/g, "");
  const parts = words.map((_, at) => (pattern.endsWith("*") ? words.slice(0, at + 1) : words.slice(at)));
  const candidates = /^\*|\*$/.test(pattern) ? parts : [words];
  return candidates.some((part) => part.join("") === text);
}
