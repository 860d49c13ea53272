import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The project's folder. */
export const ROOT = process.cwd();

/** A page of the documentation. */
export interface Page {
  /** From the project's folder, e.g. `docs/reference.md`. */
  readonly file: string;
  readonly text: string;
}

/** README and all pages of docs. */
export const PAGES: readonly Page[] = [
  "README.md",
  ...readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((file) => ({ file, text: readFileSync(path.join(ROOT, file), "utf8") }));

/** @param file e.g. `docs/reference.md` */
export function pageOf(file: string): Page {
  return PAGES.find((page) => page.file === file)!;
}

/** A fenced block of code. */
export interface Block {
  /** What follows the fence, e.g. `ts`; empty for commands and their output. */
  readonly language: string;
  readonly content: string;
}

export function blocksOf({ text }: Pick<Page, "text">): Block[] {
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map(([, indent, language, content]) => ({
    language: language!,
    content: content!.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/** Programs that a line of a block may begin with, after variables: such a line is a command. */
const PROGRAM = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|pnpm|node|moose-cli|cd|mkdir|tar|git)\b/;

/** The commands of a text's blocks in order; one that goes on behind a backslash is one line. */
export function commandsOf(page: Pick<Page, "text">): string[] {
  return blocksOf(page)
    .filter(({ language }) => language === "")
    .flatMap(({ content }) => content.replaceAll(/\\\n\s*/g, "").split("\n"))
    .filter((line) => PROGRAM.test(line));
}

/** The text of a page without its blocks. */
export function proseOf({ text }: Page): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, "");
}

/** The text under a heading, up to the next one of its level or above. */
export function sectionOf(page: Page, heading: string): string {
  const [, marks, rest] = new RegExp(`^(#+) ${heading}$([\\s\\S]*)`, "m").exec(page.text)!;
  return rest!.split(new RegExp(`^#{1,${marks!.length}} `, "m"))[0]!;
}

/** The pieces of code in the first column of the tables of a text. */
export function firstColumn(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...line.split(" | ")[0]!.matchAll(/`([^`]+)`/g)].map(([, code]) => code!));
}

/** The names by which links reach the headings of a page, as GitHub makes them. */
export function anchorsOf(page: Page): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
