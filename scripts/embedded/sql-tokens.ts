/** A token of ClickHouse SQL: `[start, end)` in the text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text of a keyword or bare identifier; `undefined` for quoted ones, literals, numbers and signs. */
  readonly word: string | undefined;
}

const SPACE_OR_COMMENT = /(?:\s+|--[^\n]*|#[ !][^\n]*|\/\*[^]*?(?:\*\/|$))+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_$]*/y;
const NUMBER = /[0-9][A-Za-z0-9_.]*/y;
const HEREDOC = /\$[A-Za-z0-9_]*\$/y;

/** The tokens of `text`, lazily; one that is not closed ends with the text. */
export function* tokens(text: string): Generator<Token> {
  let at = 0;
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  while (at < text.length) {
    const afterSpace = match(SPACE_OR_COMMENT);
    if (afterSpace >= 0) {
      at = afterSpace;
      continue;
    }
    const start = at;
    let word = false;
    const sign = text[at];
    if (sign === "'" || sign === '"' || sign === "`") at = quotedEnd(text, at, sign);
    else {
      const wordEnd = match(WORD);
      const end = wordEnd >= 0 ? wordEnd : match(NUMBER);
      const heredoc = end >= 0 ? -1 : match(HEREDOC);
      if (heredoc >= 0) {
        const tag = text.slice(at, heredoc);
        const close = text.indexOf(tag, heredoc);
        at = close < 0 ? text.length : close + tag.length;
      } else at = end >= 0 ? end : at + 1;
      word = wordEnd >= 0;
    }
    const content = text.slice(start, at);
    yield { start, end: at, text: content, word: word ? content : undefined };
  }
}

/** A quote is closed by the same sign; a backslash or doubling takes the next one literally. */
function quotedEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return text.length;
}
