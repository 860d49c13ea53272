const MAX_SHOWN = 60;

/**
 * A value as it appears in a one-line message: strings in double quotes, control characters and other
 * invisible ones escaped, shortened to about 60 characters.
 */
export function quoted(value: unknown): string {
  if (typeof value === "string") return `"${escaped(value)}"`;
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined)
    return String(value);
  if (value instanceof Date) return "a date";
  return Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}

/** Like {@link quoted} for a string, without the quotes; `maximum` is in characters. */
export function escaped(text: string, maximum = MAX_SHOWN): string {
  const points = Array.from(text.slice(0, 2 * maximum + 2));
  const shown = points.slice(0, maximum).map(escapePoint).join("");
  return points.length > maximum ? `${shown}...` : shown;
}

/** Escapes what would break the line, hide, or (as bidirectional marks do) reorder the message. */
function escapePoint(point: string): string {
  if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(point)) return point;
  if (point === "\n") return "\\n";
  if (point === "\t") return "\\t";
  return `\\u{${point.codePointAt(0)!.toString(16)}}`;
}
