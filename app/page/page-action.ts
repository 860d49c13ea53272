import typia from "typia";
import { Refusal } from "../errors";
import { MAX_ROWS } from "../request/request-options";
import { wholeNumber } from "../request/whole-number";
import type { PageAction } from "./page-state";

/** Longest name of a table, in characters; ClickHouse's are shorter. */
const LONGEST_NAME = 500;

type Asked =
  | { readonly kind: "fill"; readonly table: string; readonly rows: number | string }
  | { readonly kind: "stop"; readonly table: string }
  | { readonly kind: "verify"; readonly table: string };

/**
 * Checks what a browser asks for.
 * @param text JSON; `rows` may be written as `--rows` takes it
 * @throws Refusal `invalid-action`, `invalid-number`
 */
export function readPageAction(text: string): PageAction {
  const asked = parsed(text);
  if (
    asked === undefined ||
    asked.table === "" ||
    asked.table.length > LONGEST_NAME ||
    asked.table.includes("\0")
  )
    throw new Refusal(
      "invalid-action",
      "expected JSON of kind fill, stop or verify with the name of a table",
    );
  if (asked.kind !== "fill") return asked;
  return { ...asked, rows: wholeNumber("rows", asked.rows, { minimum: 1, maximum: MAX_ROWS }) };
}

function parsed(text: string): Asked | undefined {
  try {
    const asked: unknown = JSON.parse(text);
    return typia.equals<Asked>(asked) ? asked : undefined;
  } catch {
    return undefined;
  }
}
