import type { ColumnType, ElementType } from "./column-type";
import { quoteString } from "./quoting";

/**
 * Writes a type as ClickHouse does in `system.columns`; `parseColumnType` reads it back.
 * @throws RangeError for kind `"other"`, whose text is not kept
 */
export function printColumnType({ type, nullable, lowCardinality }: ElementType): string {
  let text = plain(type);
  if (nullable) text = `Nullable(${text})`;
  if (lowCardinality) text = `LowCardinality(${text})`;
  return text;
}

function plain(type: ColumnType): string {
  switch (type.kind) {
    case "integer":
      return `${type.signed ? "" : "U"}Int${type.bits}`;
    case "float":
      return `Float${type.bits}`;
    case "bool":
      return "Bool";
    case "string":
      return "String";
    case "fixed-string":
      return `FixedString(${type.length})`;
    case "date":
      return type.bits === 16 ? "Date" : "Date32";
    case "datetime":
      return type.timezone === "" ? "DateTime" : `DateTime(${quoteString(type.timezone)})`;
    case "datetime64":
      return `DateTime64(${type.precision}${type.timezone === "" ? "" : `, ${quoteString(type.timezone)}`})`;
    case "decimal":
      return `Decimal(${type.precision}, ${type.scale})`;
    case "enum":
      return `Enum${type.bits}(${type.values.map(([name, value]) => `${quoteString(name)} = ${value}`).join(", ")})`;
    case "uuid":
      return "UUID";
    case "array":
      return `Array(${printColumnType(type.element)})`;
    case "other":
      throw new RangeError('a type of kind "other" can\'t be printed');
  }
}
