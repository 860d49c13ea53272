import type { KeyForm } from "../../model/key-form";
import { quoteIdentifier } from "../../model/quoting";
import type { ColumnDefinition } from "../column-definition";
import { createFiller } from "../column-filler";
import type { KeyKind } from "./key";

/** The number itself. */
export const integerKey: KeyKind<Extract<KeyForm, { as: "integer" }>> = {
  needs: () => "an unsigned integer",
  definition: () => NUMBER,
  key(_form, column) {
    const { name, type } = column;
    if (type.kind !== "integer") return undefined;
    const quoted = quoteIdentifier(name);
    return {
      largest: Math.min(2 ** (type.signed ? type.bits - 1 : type.bits) - 1, Number.MAX_SAFE_INTEGER),
      filler: (factors) => createFiller(NUMBER, column, factors),
      rowNumber: `toUInt64(${quoted})`,
      between: (first, last) =>
        first === last ? `${quoted} = ${first}` : `${quoted} BETWEEN ${first} AND ${last}`,
    };
  },
};

const NUMBER: ColumnDefinition = {
  shape: { kind: "number", scale: 0, min: 0, max: 0, idMax: Number.MAX_SAFE_INTEGER },
  create: (factors) => ({ values: factors.own.numbers }),
};
