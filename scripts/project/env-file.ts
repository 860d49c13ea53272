const ASSIGNMENT = /(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*/y;
const BLANK = /(?:\s|#[^\n]*)*/y;
const END_OF_LINE = /[ \t\r]*(?:[ \t]#[^\n]*)?(?=\n|$)/y;
const NAME = /\{([^}]*)\}|([\p{L}\p{N}]*)/uy;

/**
 * The variables of a `.env` file as Moose's command line reads it: quotes, escapes, `${NAME}`, comments. Of
 * several lines for one variable the first counts. A line that cannot be understood ends the file, as it does
 * for Moose, which says nothing of it.
 * @param value of a variable that the file's values may name and that does not stand in it before
 */
export function parseEnvFile(
  content: string,
  value: (name: string) => string | undefined,
): Map<string, string> {
  const found = new Map<string, string>();
  const text = content.replace(/^\uFEFF/, "");
  for (let at = 0; ;) {
    at = after(BLANK, text, at)!.end;
    const assignment = after(ASSIGNMENT, text, at);
    if (assignment === undefined) return found;
    const parsed = parseValue(text, assignment.end, (name) => value(name) ?? found.get(name) ?? "");
    if (parsed === undefined) return found;
    const name = assignment.groups[1]!;
    if (!found.has(name)) found.set(name, parsed.value);
    at = parsed.end;
  }
}

/** `undefined` where it cannot be understood. */
function parseValue(
  text: string,
  start: number,
  lookUp: (name: string) => string,
): { readonly value: string; readonly end: number } | undefined {
  if (text[start] === "#") return { value: "", end: start };
  let quote = "";
  let value = "";
  for (let at = start; ; at++) {
    const character = text[at];
    if (quote === "") {
      const end = after(END_OF_LINE, text, at);
      if (end !== undefined) return { value, end: end.end };
    }
    if (character === undefined) return undefined;
    if (character === quote) quote = "";
    else if (quote === "'") {
      const pair = character === "\\" ? text.slice(at, at + 2) : character;
      if (pair === "\\'") return undefined;
      value += pair;
      at += pair.length - 1;
    } else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (quote === "" && /\s/.test(character)) return undefined;
    else if (character === "\\") {
      const escaped = text[++at] ?? "";
      if (!/^[\\'"$ n]$/.test(escaped)) return undefined;
      value += escaped === "n" ? "\n" : escaped;
    } else if (character === "$") {
      const name = after(NAME, text, at + 1)!;
      if (text[at + 1] === "{" && name.groups[1] === undefined) return undefined;
      value += lookUp(name.groups[1] ?? name.groups[2]!);
      at = name.end - 1;
    } else value += character;
  }
}

/** What matches from a place on. */
function after(sticky: RegExp, text: string, at: number) {
  sticky.lastIndex = at;
  const groups = sticky.exec(text);
  return groups === null ? undefined : { groups, end: at + groups[0].length };
}
