/** What can be done to the words of a vocabulary, by name; applied in the order they are written in. */
export const MODIFIERS: Readonly<Record<string, (word: string) => string>> = {
  lower: (word) => word.toLowerCase(),
  upper: (word) => word.toUpperCase(),
  ascii: plain,
  slug: (word) =>
    plain(word)
      .toLowerCase()
      .replaceAll("'", "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, ""),
};

/** Without accents, and without what is no ASCII then. */
function plain(word: string): string {
  return word.normalize("NFD").replace(/[^ -~]/g, "");
}
