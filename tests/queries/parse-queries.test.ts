import * as fc from "fast-check";
import { parseQueries } from "../../app/queries/parse-queries";
import { onlyReads, parametersOf, statementsOf } from "../../app/queries/sql-text";
import { Refusal } from "../../app/errors";

const parse = (text: string) => parseQueries(text, "some/top.sql");
const problem = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  }
  return "none";
};

describe("the statements of a text", () => {
  /** Pieces that hold a semicolon which ends nothing. */
  const hiding = fc.constantFrom(
    "'a;b'",
    '"a;b"',
    "`a;b`",
    "'it''s; '",
    "'\\';'",
    "-- a; b\n",
    "/* ; */",
    "$x$;$x$",
  );
  const statement = fc
    .array(fc.oneof(hiding, fc.constantFrom(" 1 ", "+", " a ")), { minLength: 1 })
    .map((pieces) => `SELECT ${pieces.join("")}`);

  it("end at semicolons outside of literals, names and comments", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (all) => {
        expect(statementsOf(all.join("\n;\n"))).toEqual(all.map((one) => one.trim()));
      }),
    );
  });

  it("are found in any text without an error, and none of them is empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const one of statementsOf(text)) expect(one).not.toBe("");
        expect(typeof onlyReads(text)).toBe("boolean");
      }),
    );
  });
});

it.each([
  ["SELECT 1", true],
  ["/* INSERT */ with 1 AS a select a", true],
  ["((SELECT 1) UNION ALL SELECT 2)", true],
  ["SELECT 'INTO OUTFILE'", true],
  ["SELECT 1 INTO OUTFILE '/tmp/x'", false],
  ["INSERT INTO t SELECT 1", false],
  ["DROP TABLE t", false],
  ["-- SELECT 1\nTRUNCATE t", false],
  ["", false],
])("%j only reads: %s", (sql, expected) => expect(onlyReads(sql)).toBe(expected));

it("parameters are those outside of literals and comments, each once", () => {
  const sql = "SELECT {a:String}, '{b:UInt8}', {c: Array(Tuple(x UInt8)) }, {a:String} -- {d:Date}";
  expect(parametersOf(sql)).toEqual([
    { name: "a", type: "String" },
    { name: "c", type: "Array(Tuple(x UInt8))" },
  ]);
});

describe("a file of queries", () => {
  it("is one statement, named after the file", () => {
    expect(parse("SELECT 1;\n")).toEqual([
      { name: "top", sql: "SELECT 1", parameters: [], expects: undefined, file: "some/top.sql" },
    ]);
  });

  it("is several, each with a name and what is said of it", () => {
    const [a, b] = parse(
      "-- of the users\n-- name: a b\n-- param x: SELECT 1 LIMIT 5;\nSELECT {x:UInt8};\n--name:c\n-- expect: shares of gender\nSELECT 2",
    );
    expect(a).toMatchObject({
      name: "a b",
      parameters: [{ name: "x", type: "UInt8", source: "SELECT 1 LIMIT 5" }],
    });
    expect(b).toMatchObject({
      name: "c",
      sql: expect.stringMatching(/SELECT 2$/),
      expects: "shares of gender",
    });
  });

  it.each([
    ["SELECT 1; SELECT 2", "several statements"],
    ["-- name: a\nSELECT 1; DROP TABLE t", "several statements"],
    ["SELECT 0;\n-- name: a\nSELECT 1", "has no name"],
    ["-- name: a\n-- nothing", "holds no statement"],
    ["", "holds no statement"],
    ["-- name: a\nDELETE FROM t WHERE 1", "is not a SELECT or WITH"],
    ["-- param y: SELECT 1\nSELECT 1", "has no parameter {y:...}"],
    ["-- param y: DROP TABLE t\nSELECT {y:String}", "needs one SELECT"],
  ])("%j is refused", (text, said) => expect(problem(text)).toContain(said));

  it("a hostile name does not break the message's line", () => {
    expect(problem("-- name: <img onerror>\u202e'\"\nDROP TABLE x")).not.toMatch(/[\n\u202e]/);
  });
});
