/** A comment, a literal, a quoted name, a heredoc, or one other character, as ClickHouse tells them apart. */
const TOKEN =
  /--[^\n]*|#[ !][^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\]|\\[\s\S]|'')*'?|"(?:[^"\\]|\\[\s\S])*"?|`(?:[^`\\]|\\[\s\S])*`?|(\$\w*\$)[\s\S]*?\1|\w+|[\s\S]/g;

/** The pieces of a statement without its comments; literals and names in quotes are one piece each. */
export function sqlPieces(sql: string): string[] {
  return (sql.match(TOKEN) ?? []).filter((token) => !/^(--|#[ !]|\/\*)/.test(token));
}

/** The statements of a text, without the semicolons between them; what is nothing but blanks and comments is none. */
export function statementsOf(sql: string): string[] {
  const found: string[] = [];
  let from = 0;
  let empty = true;
  const end = (at: number) => {
    if (!empty) found.push(sql.slice(from, at).trim());
    empty = true;
  };
  for (const { 0: token, index } of sql.matchAll(TOKEN)) {
    if (token === ";") {
      end(index);
      from = index + 1;
    } else if (!/^(\s|--|#[ !]|\/\*)/.test(token)) empty = false;
  }
  end(sql.length);
  return found;
}

/** Whether a statement begins as one that only reads does; the server is asked to see to the rest. */
export function onlyReads(statement: string): boolean {
  const pieces = sqlPieces(statement).filter((piece) => piece.trim() !== "" && piece !== "(");
  const writes = pieces.some((piece, i) => /^into$/i.test(piece) && /^outfile$/i.test(pieces[i + 1] ?? ""));
  return /^(select|with)$/i.test(pieces[0] ?? "") && !writes;
}

/** The parameters of a statement, `{name:Type}`, each once, in their order. */
export function parametersOf(statement: string): { name: string; type: string }[] {
  const text = sqlPieces(statement)
    .map((piece) => (/^['"`]/.test(piece) ? " " : piece))
    .join("");
  const found = new Map<string, string>();
  for (const [, name, type] of text.matchAll(/\{\s*([A-Za-z_]\w*)\s*:\s*([^{}]+?)\s*\}/g))
    if (!found.has(name!)) found.set(name!, type!);
  return [...found].map(([name, type]) => ({ name, type }));
}
