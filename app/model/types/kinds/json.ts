import type { ElementType, JsonType } from "../../column-type";
import { printName, splitName } from "../../quoting";
import { fieldType, pathsBeneath } from "../field-type";
import { type ObjectField, type Shape, upTo } from "../shape";
import type { ParseParameters, TypeEntry } from "../type-description";
import { wrapped } from "../wrapped";

/**
 * JSON, with and without typed paths. What the server makes of a text's keys, numbers and dates depends on its
 * version, settings and time zone, so that no checksum is made of it.
 */
export const json: TypeEntry<JsonType> = {
  names: { JSON: parse() },
  describe: (type, describe) => ({
    print: () => printJson(type, (element) => wrapped(element, describe(element.type).print())),
    memory: { kind: "string" },
    // Each value as a text; ClickHouse's source: src/DataTypes/Serializations/SerializationObject.h.
    prefix: 1,
    json: { raw: true },
    text: {},
    takes: (shape) => {
      if (shape.kind === "text") return shape.format === "json";
      if (shape.kind !== "object") return false;
      return shape.fields.every((field) => describe(fieldType(type, field).type).takes(field.shape));
    },
    fallback: (words) => ({
      kind: "object",
      fields:
        type.paths.length > 0
          ? fields(type.paths, (element) => describe(element.type).fallback(words))
          : [
              { name: "name", shape: { kind: "words", words }, nullable: false },
              { name: "count", shape: upTo(999), nullable: false },
            ],
    }),
  }),
};

function parse(): ParseParameters<JsonType> {
  return (parameters, parseType) => {
    const limits = parameters.filter((parameter) => /^\w+\s*=/.test(parameter));
    const skips = parameters.filter((parameter) => /^SKIP\s/.test(parameter));
    const rest = parameters.filter((parameter) => !limits.includes(parameter) && !skips.includes(parameter));
    const paths = rest.map(splitName);
    if (paths.includes(undefined)) return undefined;
    return {
      kind: "json",
      limits,
      paths: paths.map((parts): JsonType["paths"][number] => [parts![0], parseType(parts![1])]),
      skips,
    };
  };
}

function printJson({ limits, paths, skips }: JsonType, print: (element: ElementType) => string): string {
  const typed = paths.map(([path, element]) => `${printName(path)} ${print(element)}`);
  const parameters = [...limits, ...typed, ...skips].join(", ");
  return parameters === "" ? "JSON" : `JSON(${parameters})`;
}

/** A field for each typed path that can be filled; those that begin alike are fields of one object. */
function fields(
  paths: JsonType["paths"],
  fallback: (element: ElementType) => Shape | undefined,
): ObjectField[] {
  const heads = new Set(paths.map(([path]) => path.split(".")[0]!));
  return [...heads].flatMap((name): ObjectField[] => {
    const own = paths.find(([path]) => path === name)?.[1];
    if (own === undefined)
      return [
        {
          name,
          shape: { kind: "object", fields: fields(pathsBeneath(paths, name), fallback) },
          nullable: false,
        },
      ];
    const shape = fallback(own);
    return shape ? [{ name, shape, nullable: own.nullable }] : [];
  });
}
