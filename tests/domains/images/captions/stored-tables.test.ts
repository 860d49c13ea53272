import { appendFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeTables, storedTables, storeTables } from "../../../../app/domains/images/captions/stored-tables";
import type { Tables } from "../../../../app/domains/images/captions/tables";

const made = makeTables();
/** Arrays of any realm, as plain ones. */
const plain = (tables: Tables | undefined) =>
  Object.entries(tables ?? {}).map(([name, value]) => [
    name,
    typeof value === "number" ? value : Array.from<unknown>(value as ArrayLike<unknown>),
  ]);
const sorted = (tables: Tables | undefined) => plain(tables).sort();

describe("tables stored beside compiled sources", () => {
  let folder: string;
  const at = (...parts: string[]) => path.join(folder, ...parts);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tables-"));
    mkdirSync(at("captions"));
    writeFileSync(at("captions", "words.js"), "a");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are those that were made", () => {
    expect(storedTables(folder)).toBeUndefined();
    storeTables(made, folder);
    expect(sorted(storedTables(folder))).toEqual(sorted(made));
  });

  it("count for no other sources", () => {
    storeTables(made, folder);
    appendFileSync(at("captions", "words.js"), "b");
    expect(storedTables(folder)).toBeUndefined();
    storeTables(made, folder);
    expect(storedTables(folder)).toBeDefined();
    writeFileSync(at("more.js"), "");
    expect(storedTables(folder)).toBeUndefined();
  });

  it("count only when they are whole", () => {
    storeTables(made, folder);
    truncateSync(at("captions", "tables.bin"), 300_000);
    expect(storedTables(folder)).toBeUndefined();
  });
});
