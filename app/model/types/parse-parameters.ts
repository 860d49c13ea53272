import { unquoteString } from "../quoting";

/** What `make` makes of a number of 0 or more; `undefined` for another text, or none. */
export function parseCount<T>(
  text: string | undefined,
  make: (value: number) => T | undefined,
): T | undefined {
  return text !== undefined && /^\d+$/.test(text) ? make(Number(text)) : undefined;
}

/** @returns `""` where none is named */
export function parseTimezone(literal: string | undefined): string {
  return literal === undefined ? "" : unquoteString(literal);
}
