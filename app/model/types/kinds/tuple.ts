import type { ElementType, TupleType } from "../../column-type";
import { printName, splitName } from "../../quoting";
import { asTuple, type Shape, type TupleShape } from "../shape";
import type { TypeDescription, TypeEntry } from "../type-description";
import { wrapped } from "../wrapped";

type Describe = Parameters<TypeEntry<TupleType>["describe"]>[1];

/** Tuples with and without names. */
export const tuple: TypeEntry<TupleType> = {
  names: {
    Tuple: (parameters, parse) =>
      namedTuple(parameters, parse) ??
      (parameters.length > 0 ? { kind: "tuple", elements: parameters.map(parse) } : undefined),
  },
  describe: (type, describe) => ({
    print: () => `Tuple(${printElements(type, describe)})`,
    memory: { kind: "tuple", elements: type.elements },
    json: { names: type.names },
    view: viewOf(type.elements, describe),
    takes: (shape) => takes(type, asTuple(shape), describe),
    fallback: (words) => {
      const elements = type.elements.flatMap((element) => describe(element.type).fallback(words) ?? []);
      if (elements.length < type.elements.length) return undefined;
      return { kind: "tuple", elements, ...(type.names && { names: type.names }) };
    },
  }),
};

/** The tuple of `name Type` parameters; `undefined` where one has no name. */
export function namedTuple(
  parameters: readonly string[],
  parse: (clickhouseType: string) => ElementType,
): TupleType | undefined {
  const named = parameters.flatMap((parameter) => {
    const parts = splitName(parameter);
    return parts ? [parts] : [];
  });
  if (parameters.length === 0 || named.length < parameters.length) return undefined;
  return {
    kind: "tuple",
    elements: named.map(([, type]) => parse(type)),
    names: named.map(([name]) => name),
  };
}

/** The elements' types with their names, as they stand between the parentheses. */
export function printElements({ elements, names }: TupleType, describe: Describe): string {
  return elements
    .map((element, i) => {
      const text = wrapped(element, describe(element.type).print());
      return names ? `${printName(names[i]!)} ${text}` : text;
    })
    .join(", ");
}

function viewOf(elements: readonly ElementType[], describe: Describe): TypeDescription["view"] {
  if (elements.some(({ type }) => describe(type).view === undefined)) return undefined;
  return { as: "parts", parts: elements, sql: (value, i) => `tupleElement(${value}, ${i + 1})` };
}

function takes({ elements, names }: TupleType, shape: Shape, describe: Describe): boolean {
  if (shape.kind !== "tuple" || shape.elements.length !== elements.length) return false;
  return (
    sameNames(shape, names) &&
    elements.every((element, i) => describe(element.type).takes(shape.elements[i]!))
  );
}

function sameNames(shape: TupleShape, names: TupleType["names"]): boolean {
  return !shape.names || !names || names.every((name, i) => name === shape.names![i]);
}
