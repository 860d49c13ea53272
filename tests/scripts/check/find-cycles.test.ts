import { findCycles } from "../../../scripts/check/find-cycles";

const cyclesOf = (texts: Readonly<Record<string, string>>) => findCycles(new Map(Object.entries(texts)));

describe("findCycles", () => {
  it("finds none where arrows meet again", () =>
    expect(
      cyclesOf({
        "app/a.ts": 'import "./b";\nimport "./c";',
        "app/b.ts": 'import "./d";',
        "app/c.ts": 'import "./d";\nimport "node:fs";',
        "app/d.ts": "",
      }),
    ).toEqual([]));

  it("counts types, and says which import closes the circle", () =>
    expect(
      cyclesOf({
        "app/a.ts": 'import { b } from "./deep/b";',
        "app/deep/b.ts": '\nimport type { A } from "../a";',
      }),
    ).toEqual(["app/deep/b.ts:2: closes a cycle: app/a.ts > app/deep/b.ts > app/a.ts"]));

  it("goes by way of other files and of a folder's index", () =>
    expect(
      cyclesOf({
        "app/a.ts": 'import "./b";',
        "app/b.ts": 'export * from "./c";',
        "app/c/index.ts": 'type A = import("../b").B;',
      }),
    ).toEqual(["app/c/index.ts:1: closes a cycle: app/b.ts > app/c/index.ts > app/b.ts"]));
});
