import * as fc from "fast-check";
import { Refusal } from "../../app/errors";
import { readPageAction } from "../../app/page/page-action";

const table = fc.string({ minLength: 1, maxLength: 100 }).filter((name) => !name.includes("\0"));

describe("readPageAction", () => {
  it("takes what the page asks for, with any table's name", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 1e12 }), (name, rows) => {
        for (const kind of ["stop", "verify"] as const)
          expect(readPageAction(JSON.stringify({ kind, table: name }))).toEqual({ kind, table: name });
        for (const asked of [rows, String(rows)])
          expect(readPageAction(JSON.stringify({ kind: "fill", table: name, rows: asked }))).toEqual({
            kind: "fill",
            table: name,
            rows,
          });
      }),
    );
    expect(readPageAction('{"kind":"fill","table":"a","rows":"2.5M"}')).toMatchObject({ rows: 2_500_000 });
  });

  it("refuses all else in one line", () => {
    const refuses = (text: string) => {
      try {
        readPageAction(text);
      } catch (error) {
        return error instanceof Refusal && !error.message.includes("\n");
      }
      return false;
    };
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), refuses));
    for (const rows of [0, -1, 1.5, 1e13, "", "a lot", null, [1]])
      expect([rows, refuses(JSON.stringify({ kind: "fill", table: "a", rows }))]).toEqual([rows, true]);
    for (const asked of [
      { kind: "drop", table: "a" },
      { kind: "stop" },
      { kind: "stop", table: "" },
      { kind: "stop", table: "a\0b" },
      { kind: "stop", table: "a", rows: 1 },
      { kind: "stop", table: "a".repeat(501) },
    ])
      expect([asked, refuses(JSON.stringify(asked))]).toEqual([asked, true]);
  });
});
