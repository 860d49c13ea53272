import { besidesNull } from "../besides-null";
import type { Generator } from "../generator";
import { parseInstant } from "../kinds/instant";
import { decimalsOf, MOST_DECIMALS, scalarShape } from "../kinds/scalars";
import { parseTemplate } from "../kinds/template-parts";
import { SpecFault } from "../spec-fault";
import { checkFields } from "./fields";

/** Kinds that go by the row, not by a value of many in one. */
const OF_ROWS: ReadonlySet<string> = new Set([
  "rising",
  "after",
  "between",
  "unique",
  "when",
  "per",
  "run",
  "computed",
  "reference",
  "ordinal",
  "total",
  "group",
]);

/**
 * Checks that plain data is a generator by itself; what it says of other columns is left open.
 * @param alone whether it fills the column, not a part of its value
 * @throws SpecFault
 */
export function checkGenerator(data: unknown, alone = true): Generator {
  const generator = checkFields(data);
  if (!alone && isOfRows(generator))
    throw new SpecFault(
      `a ${generator.kind} of the row stands in an array, a map, a stretch or a group`,
      "draw the parts by themselves, or make it a column of its own",
    );
  checkEnds(generator);
  switch (generator.kind) {
    case "number":
      checkNumber(generator);
      break;
    case "choice":
      checkChoice(generator);
      break;
    case "identifier":
      if (generator.form === "uuid" && (generator.length !== undefined || generator.prefix !== undefined))
        throw new SpecFault("a uuid has no length and no prefix", "leave them out");
      break;
    case "map":
      if (generator.max > new Set(generator.keys).size)
        throw new SpecFault(
          `its "max" is above the number of its different keys`,
          "give more keys, or fewer pairs",
        );
      checkGenerator(generator.value, false);
      break;
    case "object":
      for (const field of Object.values(generator.fields)) checkGenerator(field, alone);
      break;
    case "array":
    case "run":
      checkGenerator(generator.of, false);
      break;
    case "per":
      checkPer(generator.column, checkGenerator(generator.of, alone));
      break;
    case "nullable":
    case "when":
      if (["nullable", "when", "array", "map"].includes(checkGenerator(generator.of, alone).kind))
        throw new SpecFault(`a ${generator.of.kind} can't be NULL`, "make its parts nullable");
      break;
    default:
  }
  return generator;
}

function checkPer(column: string, of: Generator): void {
  const { kind } = besidesNull(of);
  if (OF_ROWS.has(kind))
    throw new SpecFault(
      `a ${kind} is not drawn for each value of "${column}"`,
      kind === "group" ? 'say "per" in the group' : 'leave out "per"',
    );
}

function isOfRows(generator: Generator): boolean {
  if (generator.kind === "array") return generator.lengths !== undefined;
  if (generator.kind !== "template") return OF_ROWS.has(generator.kind);
  return parseTemplate(generator.text).some(({ as }) => as === "row" || as === "column");
}

/** Ends in order, and exact. */
function checkEnds(generator: Generator): void {
  if (generator.kind === "time") {
    const { from, to, unit = "second" } = generator;
    if (parseInstant(from, unit)! > parseInstant(to, unit, true)!)
      throw new SpecFault(`it ends at ${to}, before it begins at ${from}`, `swap "from" and "to"`);
  }
  if (!("min" in generator) || generator.min === undefined || generator.max === undefined) return;
  const { min, max } = generator;
  if (min > max) throw new SpecFault(`its "min" ${min} is above its "max" ${max}`, "swap them");
  if (generator.kind === "unique" && max - min >= Number.MAX_SAFE_INTEGER)
    throw new SpecFault("it has more than 2^53 values", "narrow its ends");
}

function checkNumber({ min, max, scale = 0, quantiles }: Extract<Generator, { kind: "number" }>): void {
  const reach = Math.max(Math.abs(min), Math.abs(max), max - min) * 10 ** scale;
  if (reach >= Number.MAX_SAFE_INTEGER)
    throw new SpecFault("it has values of more than 2^53 units", "narrow its ends, or have fewer decimals");
  for (const end of [min, max])
    if (decimalsOf(end) > scale)
      throw new SpecFault(`its end ${end} has more decimals than its "scale" ${scale}`, "raise the scale");
  if (quantiles === undefined) return;
  if (quantiles.some((value, i) => i > 0 && value < quantiles[i - 1]!))
    throw new SpecFault("its quantiles fall", "sort them");
  if (quantiles[0]! < min || quantiles.at(-1)! > max)
    throw new SpecFault(`its quantiles leave ${min} to ${max}`, `let "min" and "max" be their ends`);
}

function checkChoice({ values, weights, skew }: Extract<Generator, { kind: "choice" }>): void {
  if (weights && skew) throw new SpecFault("it has both weights and a skew", "leave one out");
  const wrong = values.find(
    (value) => typeof value === "number" && Number(value.toFixed(decimalsOf(value))) !== value,
  );
  if (wrong !== undefined)
    throw new SpecFault(`${String(wrong)} has too many decimals`, `use ${MOST_DECIMALS} at most`);
  const shape = scalarShape(values);
  if (shape.kind === "number" && Math.max(-shape.min, shape.max) >= Number.MAX_SAFE_INTEGER)
    throw new SpecFault("its numbers are too large to be exact", "use smaller ones, or fewer decimals");
  checkWeights(weights, values.length);
}

/** @throws SpecFault */
export function checkWeights(weights: readonly number[] | undefined, length: number): void {
  if (weights === undefined) return;
  if (weights.length !== length)
    throw new SpecFault(
      `it has ${length} values and ${weights.length} weights`,
      "give one weight for each value",
    );
  if (weights.some((weight) => weight < 0) || weights.every((weight) => weight === 0))
    throw new SpecFault("its weights are below 0, or all 0", "give weights of 0 or more, not all 0");
}
