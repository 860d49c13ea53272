import Table from "cli-table3";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { FilledTable } from "./column-reasons";

/** Rows to be looked at. */
export interface ShownRows {
  readonly seed: string;
  /** The number of the first of them. */
  readonly first: number;
  readonly rows: number;
}

/** The values as JSON has them, by column, a row each. */
export function valuesOf(
  { model, domain }: FilledTable,
  { seed, first, rows }: ShownRows,
): readonly Readonly<Record<string, unknown>>[] {
  const { bytes } = new JsonEncoder(coverColumns(model, domain).filled).encode(
    createRowGenerator(seed, model, domain).generate(first, rows),
  );
  return Buffer.from(bytes)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A value on one line. @param most characters that are shown */
export function shownValue(value: unknown, most: number): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ");
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/**
 * @param widths of the columns in characters; `null`: as wide as their texts
 * @param chars instead of the usual lines
 */
export function tableOf(
  head: readonly string[],
  lines: readonly (readonly string[])[],
  widths: readonly (number | null)[],
  chars: Partial<Record<Table.CharName, string>> = {},
): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [...widths],
    chars,
  });
  for (const line of lines) table.push([...line]);
  return table.toString();
}
