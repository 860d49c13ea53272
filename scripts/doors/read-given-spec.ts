import { readFileSync } from "node:fs";
import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { GIVEN_PARTS } from "../../app/domains/spec/given-spec";
import { Refusal } from "../../app/errors";
import { quoted } from "../../app/request/quoted";

/**
 * What a file says of a table's rows; nothing where there is no file. Its columns are checked with the table.
 * @throws Refusal `spec-unreadable`
 */
export function readGivenSpec(file: string | undefined): GivenSpec {
  if (file === undefined) return {};
  const given = readJson(file);
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw unreadable(file, 'it must hold an object such as {"columns": {...}}');
  for (const [name, part] of Object.entries(given)) {
    if (!(GIVEN_PARTS as readonly string[]).includes(name))
      throw unreadable(file, `unknown part ${quoted(name)}: expected one of ${GIVEN_PARTS.join(", ")}`);
    if (name === "key" && typeof part === "string") continue;
    if (typeof part !== "object" || part === null || Array.isArray(part))
      throw unreadable(file, `${name}: expected an object, received ${quoted(part)}`);
  }
  return given;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw unreadable(file, (error as Error).message);
  }
}

function unreadable(file: string, why: string): Refusal {
  return new Refusal(
    "spec-unreadable",
    `--spec ${file}: ${why}; explain --write-spec writes one to begin with`,
    { file },
  );
}
