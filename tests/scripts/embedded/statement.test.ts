import fc from "fast-check";
import { tokens } from "../../../scripts/embedded/sql-tokens";
import { quoteIdentifier, quoteString } from "../../../app/model/quoting";
import { parseStatement } from "../../../scripts/embedded/statement";

describe("statements", () => {
  it("tokens lie in order in the text, and what lies between them is space or comment", () => {
    const piece = fc.constantFrom(
      "SELECT",
      " ",
      "'",
      '"',
      "`",
      "\\",
      "--",
      "\n",
      "/*",
      "*/",
      "$$",
      "$a$",
      "1.5e3",
      "x",
      ";",
      "(",
      ")",
      "#",
      "ü",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join("")),
        (text) => {
          let at = 0;
          for (const token of tokens(text)) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(token.end).toBeGreaterThan(token.start);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(text.slice(at, token.start)).toMatch(/^(\s|--[^\n]*|#[ !][^\n]*|\/\*[^]*?(\*\/|$))*$/);
            at = token.end;
          }
        },
      ),
    );
  });

  it("whatever is quoted is one token and changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...tokens(quoteString(text))].length).toBe(1);
        expect([...tokens(quoteIdentifier(text))].length).toBe(1);
        expect(parseStatement(`SELECT ${quoteString(text)} AS ${quoteIdentifier(text)}`)).toMatchObject({
          kind: "other",
          verb: "select",
          format: undefined,
        });
      }),
    );
  });

  it.each([
    ["INSERT INTO t FORMAT JSONEachRow", "INSERT INTO t ||FORMAT JSONEachRow|"],
    ["INSERT INTO t FORMAT JSONEachRow\n\n{}", "INSERT INTO t ||FORMAT JSONEachRow\n|\n{}"],
    [
      "insert into t(a,`format`) settings x=1 format TSV \n1",
      "insert into t(a,`format`) |settings x=1 |format TSV \n|1",
    ],
    ["INSERT INTO format FORMAT CSV\n1", "INSERT INTO format ||FORMAT CSV\n|1"],
    ["INSERT INTO db.values VALUES (1), (2)", "INSERT INTO db.values ||VALUES| (1), (2)"],
    ["/* VALUES */ INSERT INTO t -- FORMAT X\nVALUES", "/* VALUES */ INSERT INTO t -- FORMAT X\n||VALUES|"],
  ])("finds the parts of %j", (text, expected) => {
    const parsed = parseStatement(text);
    if (parsed.kind !== "insert-data") throw new Error(parsed.kind);
    const { sourceAt, formatAt, dataAt } = parsed;
    const settings = text.slice(sourceAt, formatAt);
    expect(
      [text.slice(0, sourceAt), settings, text.slice(formatAt, dataAt), text.slice(dataAt)].join("|"),
    ).toBe(expected);
  });

  it.each([
    ["", "empty"],
    [" -- nothing\n ;; ", "empty"],
    ["SELECT 1; SELECT 2", "several"],
    ["SELECT 1;;", "other"],
    ["SELECT ';' /* ; */ -- ; x", "other"],
    ["INSERT INTO t SELECT 1 FORMAT Null", "other"],
    ["INSERT INTO t WITH 1 AS x SELECT x", "other"],
    ["INSERT INTO t FROM INFILE 'x' FORMAT TSV", "other"],
    ["INSERT INTO t VALUES (1); DROP TABLE t", "insert-data"],
  ])("%j is %s", (text, kind) => {
    expect(parseStatement(text).kind).toBe(kind);
  });

  it("knows the format that a SELECT names, and where a file would be named", () => {
    const text = "SELECT format FROM (SELECT 1 AS format) SETTINGS max_threads = 1 FORMAT JSON; -- end";
    expect(parseStatement(text)).toMatchObject({
      verb: "select",
      format: "JSON",
      outputAt: text.indexOf("FORMAT JSON"),
    });
    expect(parseStatement("SELECT 1 -- FORMAT JSON")).toMatchObject({
      format: undefined,
      outputAt: "SELECT 1".length,
    });
    expect(parseStatement("SELECT 1 INTO OUTFILE 'x' FORMAT JSON")).toMatchObject({ verb: "other" });
  });
});
