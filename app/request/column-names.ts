import { Refusal } from "../errors";
import { quoted } from "./quoted";

/**
 * The names of columns, each once: a text with commas between them, or a list.
 * @param label what the message calls the option
 * @throws Refusal `invalid-names`
 */
export function columnNames(label: string, value: unknown): readonly string[] {
  const names = typeof value === "string" ? value.split(",").map((name) => name.trim()) : value;
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string" && name !== ""))
    throw new Refusal(
      "invalid-names",
      `${label}: expected the names of columns with commas between them, such as a,b, received ${quoted(value)}`,
    );
  return Object.freeze([...new Set(names as string[])]);
}
