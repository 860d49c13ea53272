import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_MODEL } from "./default-model";
import { type Golden, makeGolden } from "./golden";

const pinned = JSON.parse(readFileSync(join(process.cwd(), "tests/rows/golden.json"), "utf8")) as Golden;
const found = makeGolden();

const ADVICE =
  "The rows of seed 42 moved. Every run that was begun before would get other rows from here on. If that is meant: " +
  "raise the version of the stream that moved, then print the new values (see tests/rows/print-golden.ts).";

test.each(DEFAULT_MODEL.map(({ name }) => name))("%s of seed 42 stays", (name) => {
  expect({ advice: ADVICE, ...found.columns[name] }).toEqual({ advice: ADVICE, ...pinned.columns[name] });
});

test("the streams keep their versions", () => {
  expect({ advice: ADVICE, ...found.versions }).toEqual({ advice: ADVICE, ...pinned.versions });
});

test("nothing else is pinned", () => {
  expect(Object.keys(pinned.columns)).toEqual(DEFAULT_MODEL.map(({ name }) => name));
});
