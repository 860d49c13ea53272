import fc from "fast-check";
import type { Column } from "../../app/model/column";
import type { ColumnType, ElementType } from "../../app/model/column-type";
import { describeType } from "../../app/model/types/describe-type";
import { partsOf, widthOf } from "../../app/model/types/memory";
import type { ColumnValues } from "../../app/model/types/column-values";
import type { RowBlock } from "../../app/rows/row-block";

/**
 * A value apart from blocks and statements: NULL, the value's little-endian bytes (a string's own), or the
 * elements of an array or a tuple, or the pairs of a map.
 */
export type Cell = null | Uint8Array | readonly Cell[];

function bytesOf(width: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(width);
  write(new DataView(bytes.buffer));
  return bytes;
}

const raw = (width: number) => fc.uint8Array({ minLength: width, maxLength: width });

function float(bits: 32 | 64): fc.Arbitrary<Uint8Array> {
  const encode = (value: number) =>
    bytesOf(bits / 8, (view) =>
      bits === 32 ? view.setFloat32(0, value, true) : view.setFloat64(0, value, true),
    );
  const onGrid = fc.integer({ min: -3_000_000, max: 3_000_000 }).map((units) => encode(units / 10_000));
  const special = fc
    .constantFrom(
      0,
      -0,
      NaN,
      Infinity,
      -Infinity,
      0.00005,
      0.00015,
      0.00025,
      -0.00035,
      1e-40,
      2 ** 51 / 1e4,
      -(2 ** 51) / 1e4,
      1e300,
    )
    .map(encode);
  const wide = fc.integer({ min: -(2 ** 50), max: 2 ** 50 }).map((units) => encode(units / 10_000));
  return fc.oneof(onGrid, special, wide, raw(bits / 8));
}

/** Any value of a type; what is rare in it but hard comes up often. */
export function cellOf({ type, nullable }: Pick<ElementType, "type" | "nullable">): fc.Arbitrary<Cell> {
  const value = plainCell(type);
  return nullable ? fc.option(value, { freq: 3 }) : value;
}

/** Of JSON columns; those with a field that a typed path begins with are left out. */
const JSON_TEXTS = [
  {},
  { a: 1 },
  { b: { c: "x", e: [1, 2] }, a: null },
  { f: [{ b: true }], "": 1.5, é: "\n" },
];

function plainCell(type: ColumnType): fc.Arbitrary<Cell> {
  const { memory } = describeType(type);
  switch (memory.kind) {
    case "array":
      return fc.array(cellOf(memory.element), { maxLength: 6 });
    case "tuple":
      return fc.tuple(...memory.elements.map(cellOf));
    case "map":
      return fc.uniqueArray(fc.tuple(cellOf(memory.key), cellOf(memory.value)), {
        maxLength: 4,
        selector: ([key]) => JSON.stringify(key),
      });
  }
  switch (type.kind) {
    case "json":
      return fc
        .constantFrom(
          ...JSON_TEXTS.filter((object) => !type.paths.some(([path]) => path.split(".")[0]! in object)),
        )
        .map((value) => new TextEncoder().encode(JSON.stringify(value)));
    case "float":
      return float(type.bits);
    case "bool":
      return fc.constantFrom(0, 1).map((value) => Uint8Array.of(value));
    case "enum":
      return fc
        .constantFrom(...type.values)
        .map(([, value]) =>
          bytesOf(type.bits / 8, (view) =>
            type.bits === 8 ? view.setInt8(0, value) : view.setInt16(0, value, true),
          ),
        );
    case "date":
      return type.bits === 16
        ? raw(2)
        : fc
            .integer({ min: -25_567, max: 120_529 })
            .map((days) => bytesOf(4, (view) => view.setInt32(0, days, true)));
    case "datetime64":
      return fc
        .bigInt({ min: -2_208_988_800n, max: 4_102_444_800n })
        .map((seconds) =>
          bytesOf(8, (view) => view.setBigInt64(0, seconds * 10n ** BigInt(type.precision), true)),
        );
    case "string":
      return fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 20 }),
      );
    default: {
      const width = widthOf(memory);
      return fc.oneof(
        { weight: 3, arbitrary: raw(width) },
        { weight: 1, arbitrary: fc.constantFrom(0, 255).map((byte) => new Uint8Array(width).fill(byte)) },
      );
    }
  }
}

/** Values of one column as a block holds them. */
export function columnValues(
  cells: readonly Cell[],
  { type, nullable }: Pick<ElementType, "type" | "nullable">,
): ColumnValues {
  const { memory } = describeType(type);
  const nulls = nullable ? { nulls: Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)) } : {};
  const beneath = cells.map((cell) => cell ?? emptyCell({ type, nullable: false }));
  const lists = beneath as readonly (readonly Cell[])[];
  switch (memory.kind) {
    case "array":
      return {
        kind: "array",
        offsets: offsetsOf(lists),
        elements: columnValues(lists.flat(), memory.element),
      };
    case "tuple": {
      const elements = memory.elements.map((element, i) =>
        columnValues(
          lists.map((cell) => cell[i]!),
          element,
        ),
      );
      return { kind: "tuple", elements, ...nulls };
    }
    case "map": {
      const pairs = lists.flat() as readonly (readonly Cell[])[];
      const part = (i: number, of: ElementType) =>
        columnValues(
          pairs.map((pair) => pair[i]!),
          of,
        );
      return {
        kind: "map",
        offsets: offsetsOf(lists),
        keys: part(0, memory.key),
        values: part(1, memory.value),
      };
    }
  }
  const values = beneath as readonly Uint8Array[];
  const bytes = Uint8Array.from(Buffer.concat(values));
  switch (memory.kind) {
    case "string":
      return { kind: "string", bytes, offsets: offsetsOf(values), ...nulls };
    case "fixed":
      return { kind: "fixed", width: memory.width, bytes, ...nulls };
    case "bigint":
      return { kind: "bigint", values: new memory.array(bytes.buffer), ...nulls };
    case "number":
      return { kind: "number", values: new memory.array(bytes.buffer), ...nulls };
    default:
      throw new Error(`no cells lie in memory of kind ${memory.kind}`);
  }
}

/** What lies beneath NULL. */
function emptyCell({ type, nullable }: Pick<ElementType, "type" | "nullable">): Cell {
  if (nullable) return null;
  const { memory } = describeType(type);
  if (type.kind === "json") return new TextEncoder().encode("{}");
  if (memory.kind === "tuple") return memory.elements.map(emptyCell);
  return memory.kind === "array" || memory.kind === "map" ? [] : new Uint8Array(widthOf(memory));
}

function offsetsOf(items: readonly { readonly length: number }[]): Uint32Array {
  const offsets = new Uint32Array(items.length + 1);
  for (const [i, item] of items.entries()) offsets[i + 1] = offsets[i]! + item.length;
  return offsets;
}

/**
 * A block of given cells, one list a column; its image ids are those of the column `image_id`, if that is a
 * UInt32.
 */
export function blockOfCells(
  firstRow: number,
  columns: readonly (readonly [Column, readonly Cell[]])[],
): RowBlock {
  return {
    firstRow,
    rows: columns[0]?.[1].length ?? 0,
    columns: columns.map(([column, cells]) => ({ name: column.name, values: columnValues(cells, column) })),
  };
}

/** The rows in ClickHouse's RowBinary format. */
export function rowBinary(columns: readonly (readonly [Column, readonly Cell[]])[]): Buffer {
  const chunks: Uint8Array[] = [];
  for (let row = 0; row < (columns[0]?.[1].length ?? 0); row++) {
    for (const [column, cells] of columns) pushCell(chunks, cells[row]!, column);
  }
  return Buffer.concat(chunks);
}

function pushCell(
  chunks: Uint8Array[],
  cell: Cell,
  { type, nullable }: Pick<ElementType, "type" | "nullable">,
): void {
  if (nullable) chunks.push(Uint8Array.of(cell === null ? 1 : 0));
  if (cell === null) return;
  const { memory } = describeType(type);
  const parts = partsOf(memory);
  if (parts.length > 0) {
    if (memory.kind !== "tuple") chunks.push(varint(cell.length));
    for (const [i, below] of (cell as readonly Cell[]).entries()) {
      if (memory.kind === "map")
        parts.forEach((part, k) => pushCell(chunks, (below as readonly Cell[])[k]!, part));
      else pushCell(chunks, below, parts[memory.kind === "tuple" ? i : 0]!);
    }
    return;
  }
  if (memory.kind === "string") chunks.push(varint(cell.length));
  chunks.push(cell as Uint8Array);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Uint8Array.from([...bytes, value]);
}

export function uint32Cell(value: number): Uint8Array {
  return bytesOf(4, (view) => view.setUint32(0, value, true));
}
