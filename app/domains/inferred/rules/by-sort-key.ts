import { whole } from "../names/generators";
import { WORDS } from "../words";
import type { Rule } from "./rule";

/** Few values for what rows are sorted by and nothing else is known of: that is what people sort by. */
export const bySortKey: Rule = ({ name, type }, { sortingKey }) => {
  if (!sortingKey.includes(name)) return [];
  const rule = "a part of ORDER BY repeats";
  if (type.kind === "string")
    return [{ generator: { kind: "choice", values: WORDS.slice(0, 20), skew: { zipf: 1 } }, rule }];
  return type.kind === "integer" ? [{ generator: whole(1, 50, "exponential"), rule }] : [];
};
