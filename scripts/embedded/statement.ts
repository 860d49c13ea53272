import { tokens, type Token } from "./sql-tokens";

/**
 * A statement as far as the HTTP door has to understand it. Offsets count characters of the text that was
 * parsed.
 */
export type Statement =
  | { readonly kind: "empty" }
  /** More than one statement in a text, which ClickHouse's HTTP interface refuses. */
  | { readonly kind: "several" }
  | InsertData
  | OtherStatement;

export interface OtherStatement {
  readonly kind: "other";
  /** `insert` brings its rows along; `select` may go into a file instead of to the client. */
  readonly verb: "insert" | "select" | "other";
  /** The name that FORMAT gives. */
  readonly format: string | undefined;
  /** Where INTO OUTFILE has its place: before FORMAT, or after the last word. */
  readonly outputAt: number;
}

/** An INSERT whose rows follow the statement. */
export interface InsertData {
  readonly kind: "insert-data";
  /** The name that FORMAT gives, `Values` for VALUES. */
  readonly format: string;
  /** Where FROM INFILE has its place, before SETTINGS and FORMAT. */
  readonly sourceAt: number;
  /** SETTINGS with what follows it, up to FORMAT or VALUES: from `sourceAt` to here. */
  readonly formatAt: number;
  /** Where the rows begin. */
  readonly dataAt: number;
}

/** Reads as much of `text` as it needs; `text` may go on with the rows of an INSERT in any format. */
export function parseStatement(text: string): Statement {
  let first: Token | undefined;
  let previous: Token | undefined;
  let end = 0;
  let depth = 0;
  let ended = false;
  /** An INSERT whose rows may still follow as data. */
  let awaitsData = false;
  let settingsAt: number | undefined;
  let format: string | undefined;
  let outputAt: number | undefined;
  let toFile = false;
  for (const token of tokens(text)) {
    if (token.text === ";") {
      ended = true;
      continue;
    }
    if (ended && first !== undefined) return { kind: "several" };
    if (first === undefined) {
      first = token;
      awaitsData = keyword(token) === "INSERT";
    }
    const named = NAMES_FOLLOW.has(keyword(previous)) && !NEVER_NAMES.has(keyword(token));
    if (token.text === "(" || token.text === "[") depth += 1;
    else if (token.text === ")" || token.text === "]") depth -= 1;
    else if (depth === 0 && token.word !== undefined && !named) {
      if (keyword(previous) === "FORMAT") {
        format = token.word;
        outputAt = previous!.start;
        if (awaitsData) return insertData(text, token.word, settingsAt, previous!, token);
      }
      if (keyword(token) === "SETTINGS") settingsAt ??= token.start;
      if (keyword(token) === "OUTFILE") toFile = true;
      if (BRINGS_ROWS.has(keyword(token))) awaitsData = false;
      if (awaitsData && keyword(token) === "VALUES")
        return insertData(text, "Values", settingsAt, token, token);
    }
    previous = named ? undefined : token;
    end = token.end;
  }
  if (first === undefined) return { kind: "empty" };
  const word = keyword(first) || first.text;
  const verb = word === "INSERT" ? "insert" : !toFile && SELECTS.has(word) ? "select" : "other";
  return { kind: "other", verb, format, outputAt: outputAt ?? end };
}

/** After these comes a name, even if it reads like a keyword. */
const NAMES_FOLLOW: ReadonlySet<string> = new Set(["INTO", "TABLE", "FUNCTION", "."]);
const NEVER_NAMES: ReadonlySet<string> = new Set(["TABLE", "FUNCTION", "OUTFILE"]);
const SELECTS: ReadonlySet<string> = new Set(["SELECT", "WITH", "("]);
const BRINGS_ROWS: ReadonlySet<string> = new Set(["SELECT", "WITH", "INFILE", "WATCH"]);

function keyword(token: Token | undefined): string {
  return token?.word?.toUpperCase() ?? (token?.text === "." ? "." : "");
}

function insertData(
  text: string,
  format: string,
  settingsAt: number | undefined,
  clause: Token,
  last: Token,
): InsertData {
  return {
    kind: "insert-data",
    format,
    sourceAt: settingsAt ?? clause.start,
    formatAt: clause.start,
    dataAt: format === "Values" ? last.end : dataStart(text, last.end),
  };
}

/** Spaces and at most one line break stand between the format's name and the rows. */
function dataStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] === " " || text[at] === "\t")) at += 1;
  if (text[at] === ";") at += 1;
  if (text[at] === "\r") at += 1;
  if (text[at] === "\n") at += 1;
  return at;
}
