import { createHash } from "node:crypto";
import { hashOfWords, VOCABULARIES } from "../../../app/domains/vocabulary/vocabularies";

test("the words of all vocabularies are those of the pinned library: others make other rows", () => {
  const all = VOCABULARIES.map((name) => `${name}:${hashOfWords(name)}`).join("\n");
  expect([VOCABULARIES.length, createHash("sha256").update(all).digest("hex")]).toEqual([
    81,
    "e9dc40c8f09115c5cbf3899101912a9c76db35a3c3b2e0847e7ae8a60f7d1782",
  ]);
});
