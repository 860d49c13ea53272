/** The lines of a text; one that ends with a line break has none after it. */
export function lineCount(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
