import type { Column } from "../../model/column";
import { quoteIdentifier } from "../../model/quoting";

/** How a column's values are shown: `list` by its lengths and elements, `other` hardly at all. */
export type Shape = "number" | "time" | "text" | "choice" | "list" | "other";

/** A column as a report asks of it. */
export interface ColumnValues {
  readonly name: string;
  readonly type: string;
  readonly shape: Shape;
  /** SQL of the number by which values are spread: itself, seconds since 1970, a length; `undefined` where there is none. */
  readonly measure: string | undefined;
  /** Whether the measure is whole. */
  readonly whole: boolean;
  /** SQL of what is counted: the value, or a list whose elements are; `undefined` where values can't be compared. */
  readonly counted: string | undefined;
}

export function columnValues({ name, clickhouseType, type }: Column): ColumnValues {
  const sql = quoteIdentifier(name);
  const of = (
    shape: Shape,
    measure?: string,
    { whole = true, counted = true }: { whole?: boolean; counted?: string | boolean } = {},
  ): ColumnValues => ({
    name,
    type: clickhouseType,
    shape,
    measure,
    whole,
    counted: counted === true ? sql : counted || undefined,
  });
  switch (type.kind) {
    case "integer":
      return of("number", `toFloat64(${sql})`);
    case "decimal":
      return of("number", `toFloat64(${sql})`, { whole: type.scale === 0 });
    case "float":
      return of("number", `if(isFinite(${sql}), toFloat64(${sql}), NULL)`, { whole: false });
    case "date":
    case "datetime":
    case "datetime64":
      return of("time", `toUnixTimestamp64Milli(toDateTime64(${sql}, 3, 'UTC')) / 1000`);
    case "string":
    case "fixed-string":
      return of("text", `toFloat64(lengthUTF8(${sql}))`);
    case "bool":
    case "enum":
      return of("choice");
    case "uuid":
    case "ipv4":
    case "ipv6":
      return of("text");
    case "array":
      return of("list", `toFloat64(length(${sql}))`, { counted: isScalar(type.element.type.kind) });
    case "map":
      return of("list", `toFloat64(length(${sql}))`, { counted: `mapKeys(${sql})` });
    case "nested":
      return of("list", `toFloat64(length(${sql}))`, { counted: false });
    default:
      return of("other", undefined, { counted: false });
  }
}

function isScalar(kind: Column["type"]["kind"]): boolean {
  return !["array", "map", "tuple", "nested", "geo", "json", "other"].includes(kind);
}
