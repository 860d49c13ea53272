import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { endianness } from "node:os";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Tables } from "./tables";

/*
 * A thread would take a third of a second of CPU to make the tables, so they are made when the sources are compiled,
 * and stand beside them in a file.
 */

/** The domain's compiled sources: all that the tables are made of, and more. */
const SOURCES = path.resolve(__dirname, "..");

/** The tables as they have been stored, or made now. */
export function tables(): Tables {
  return storedTables() ?? makeTables();
}

export function makeTables(): Tables {
  /* eslint-disable @typescript-eslint/no-require-imports -- loaded only where nothing is stored */
  const { Grammar } = require("./grammar") as typeof import("./grammar");
  const { SYMBOLS } = require("./symbols") as typeof import("./symbols");
  /* eslint-enable @typescript-eslint/no-require-imports */
  return new Grammar(SYMBOLS).tables;
}

/** Stores them for sources as they are now. */
export function storeTables(made = makeTables(), sources = SOURCES): void {
  const { records: _, ...others } = made;
  writeFileSync(fileOf(sources), serialize({ ...others, madeOf: digestOf(sources) }));
}

/** `undefined` where none are stored, or those of other sources. */
export function storedTables(sources = SOURCES): Tables | undefined {
  try {
    const { madeOf, bytes: read, ...others } = deserialize(readFileSync(fileOf(sources))) as Stored;
    if (madeOf !== digestOf(sources)) return undefined;
    // Memory of its own, since numbers have to stand at even places.
    const bytes = Uint8Array.from(read);
    return { ...others, bytes, records: new Int32Array(bytes.buffer) };
  } catch {
    return undefined;
  }
}

type Stored = Omit<Tables, "records"> & { readonly madeOf: string };

const fileOf = (sources: string): string => path.join(sources, "captions", "tables.bin");

/** Also of the order of bytes in numbers, since a package may be compiled elsewhere. */
function digestOf(sources: string): string {
  const hash = createHash("sha1").update(endianness());
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.replaceAll(path.sep, "/"));
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(sources, file)));
  return hash.digest("hex");
}
