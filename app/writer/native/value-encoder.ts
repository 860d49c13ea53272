import type { ElementType } from "../../model/column-type";
import {
  type ColumnValues,
  type ComposedValues,
  type DictionaryValues,
  valuesBelow,
} from "../../model/types/column-values";
import { describeType } from "../../model/types/describe-type";
import { type Memory, partsOf, widthOf } from "../../model/types/memory";
import { createAppendText } from "./append-text";
import { encodedDictionary } from "./encoded-dictionary";
import { KeyTable } from "./key-table";
import type { NativeOutput } from "./native-output";

type Scalars = Exclude<ColumnValues, ComposedValues>;

/**
 * Bits of the number before the keys of a LowCardinality column: its keys come along. The lowest bits are
 * their width.
 */
const HAS_KEYS = 0x200;

/**
 * Writes values of one type as ClickHouse's Native format has them (its source:
 * `src/DataTypes/Serializations`). Values of a column, or of what arrays, tuples and maps are made of.
 */
export class ValueEncoder {
  private readonly parts: readonly ValueEncoder[];
  private readonly prefix: number | undefined;
  private readonly memory: Memory;
  /** Bytes a value; 0 where they vary. */
  private readonly width: number;
  private readonly appendText;
  /** Indexes into the keys of a LowCardinality column, or ends of arrays, before they are written. */
  private scratch = new Uint32Array(0);

  constructor(private readonly to: ElementType) {
    const description = describeType(to.type);
    const { memory } = description;
    this.memory = memory;
    this.width = widthOf(memory);
    this.parts = partsOf(memory).map((part) => new ValueEncoder(part));
    this.prefix = description.prefix;
    this.appendText = createAppendText(description);
  }

  /** What stands before all values of a block. */
  appendPrefix(out: NativeOutput): void {
    // The only version there is of LowCardinality's keys.
    if (this.to.lowCardinality) out.appendUint64(1);
    if (this.prefix !== undefined) out.appendUint64(this.prefix);
    for (const part of this.parts) part.appendPrefix(out);
  }

  /**
   * The values `from` (included) to `to` (not included).
   * @throws TypeError when values of that kind, or one of the values, can't fill the type
   */
  append(out: NativeOutput, values: ColumnValues, from: number, to: number): void {
    if (values.kind === "array" || values.kind === "tuple" || values.kind === "map")
      return this.appendComposed(out, values, from, to);
    this.check(values);
    if (this.to.lowCardinality) return this.appendLowCardinality(out, values, from, to);
    this.appendNulls(out, values.nulls, from, to);
    this.appendPlain(out, values, from, to);
  }

  private appendNulls(out: NativeOutput, nulls: Uint8Array | undefined, from: number, to: number): void {
    if (!this.to.nullable) return;
    if (nulls === undefined) out.appendZeros(to - from);
    else out.appendMemory(nulls, from, to);
  }

  private check(values: Scalars): void {
    const { to } = this;
    const { kind } = values;
    if (!this.canTake(values))
      throw new TypeError(
        `values of kind "${kind}"${kind === "fixed" ? ` and width ${values.width}` : ""} can't fill a column of kind "${to.type.kind}"`,
      );
    if (!to.nullable && values.nulls?.includes(1))
      throw new TypeError("a column that is not nullable can't be filled with NULL");
  }

  private canTake(values: Scalars): boolean {
    const { memory } = this;
    switch (values.kind) {
      case "string":
      case "dictionary":
        return this.appendText !== undefined;
      case "fixed":
        return memory.kind === "fixed" && memory.width === values.width;
      case "number":
      case "bigint":
        return "array" in memory && values.values instanceof memory.array;
    }
  }

  private appendComposed(out: NativeOutput, values: ComposedValues, from: number, to: number): void {
    if (this.memory.kind !== values.kind)
      throw new TypeError(
        `values of kind "${values.kind}" can't fill a column of kind "${this.to.type.kind}"`,
      );
    let [start, end] = [from, to];
    if (values.kind === "tuple") this.appendNulls(out, values.nulls, from, to);
    else {
      const { offsets } = values;
      [start, end] = [offsets[from]!, offsets[to]!];
      // 64-bit numbers, of which the upper halves are 0.
      const ends = this.scratchOf((to - from) * 2).fill(0, 0, (to - from) * 2);
      for (let i = from; i < to; i++) ends[(i - from) * 2] = offsets[i + 1]! - start;
      out.appendMemory(ends, 0, (to - from) * 2);
    }
    for (const [i, below] of valuesBelow(values).entries()) this.parts[i]!.append(out, below, start, end);
  }

  private appendPlain(out: NativeOutput, values: Scalars, from: number, to: number): void {
    switch (values.kind) {
      case "number":
      case "bigint":
        return out.appendMemory(values.values, from, to);
      case "fixed":
        return out.appendMemory(values.bytes, from * values.width, to * values.width);
      case "string":
        if (this.memory.kind === "string") return out.appendStrings(values.bytes, values.offsets, from, to);
        for (let i = from; i < to; i++) {
          if (values.nulls?.[i] === 1) this.appendDefault(out);
          else this.appendText!(out, values.bytes, values.offsets[i]!, values.offsets[i + 1]!);
        }
        return;
      case "dictionary": {
        if (this.memory.kind === "string") return this.appendEntries(out, values, from, to);
        const { bytes, offsets } = encodedDictionary(values.dictionary);
        for (let i = from; i < to; i++) {
          const index = values.indexes[i]!;
          if (values.nulls?.[i] === 1) this.appendDefault(out);
          else this.appendText!(out, bytes, offsets[index]!, offsets[index + 1]!);
        }
      }
    }
  }

  /** Strings out of a dictionary, and empty ones beneath NULL. */
  private appendEntries(
    out: NativeOutput,
    { dictionary, indexes, nulls }: DictionaryValues,
    from: number,
    to: number,
  ): void {
    const { prefixed, starts } = encodedDictionary(dictionary);
    const places = this.scratchOf(to - from);
    places.set(indexes.subarray(from, to));
    const empty = dictionary.length;
    for (let i = from; nulls && i < to; i++) if (nulls[i] === 1) places[i - from] = empty;
    out.appendPieces(prefixed, starts, places, to - from);
  }

  /** What lies beneath NULL: 0 or empty. */
  private appendDefault(out: NativeOutput): void {
    out.appendZeros(this.width || 1);
  }

  /**
   * The distinct values, then for each value its place among them. Where NULL is possible the first of them
   * stands for it.
   */
  private appendLowCardinality(out: NativeOutput, values: Scalars, from: number, to: number): void {
    if (from === to) return;
    const head = out.length;
    out.appendZeros(16);
    const first = this.to.nullable ? 1 : 0;
    if (first === 1) this.appendDefault(out);
    const places = this.scratchOf(to - from);
    const keys = first + this.appendKeys(out, values, from, to, places);
    if (values.nulls !== undefined && first === 1) {
      for (let i = from; i < to; i++) places[i - from] = values.nulls[i] === 1 ? 0 : places[i - from]! + 1;
    } else if (first === 1) {
      for (let i = 0; i < to - from; i++) places[i]! += 1;
    }
    const width = keys <= 0x100 ? 0 : keys <= 0x1_0000 ? 1 : 2;
    out.putUint64(head, HAS_KEYS + width);
    out.putUint64(head + 8, keys);
    out.appendUint64(to - from);
    appendNarrowed(out, places, to - from, width);
  }

  /** Writes the distinct values and notes for each value its place. @returns how many are distinct */
  private appendKeys(
    out: NativeOutput,
    values: Scalars,
    from: number,
    to: number,
    places: Uint32Array,
  ): number {
    if (values.kind === "dictionary") {
      const { bytes, offsets } = encodedDictionary(values.dictionary);
      const placeOf = new Uint32Array(values.dictionary.length);
      let size = 0;
      for (let i = from; i < to; i++) {
        const index = values.indexes[i]!;
        if (placeOf[index] === 0) {
          this.appendText!(out, bytes, offsets[index]!, offsets[index + 1]!);
          placeOf[index] = ++size;
        }
        places[i - from] = placeOf[index]! - 1;
      }
      return size;
    }
    const bytes =
      values.kind === "string" || values.kind === "fixed" ? values.bytes : memoryOf(values.values);
    const table = new KeyTable(bytes);
    const { width } = this;
    for (let i = from; i < to; i++) {
      const start = values.kind === "string" ? values.offsets[i]! : i * width;
      const end = values.kind === "string" ? values.offsets[i + 1]! : start + width;
      const before = table.size;
      const place = table.find(start, end);
      places[i - from] = place;
      if (place < before) continue;
      if (values.kind === "string") this.appendText!(out, bytes, start, end);
      else out.appendMemory(bytes, start, end);
    }
    return table.size;
  }

  private scratchOf(length: number): Uint32Array {
    if (this.scratch.length < length) this.scratch = new Uint32Array(length);
    return this.scratch;
  }
}

function memoryOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** @param width of the numbers that are written: 0 for 8 bits, 1 for 16, 2 for 32 */
function appendNarrowed(out: NativeOutput, numbers: Uint32Array, count: number, width: 0 | 1 | 2): void {
  if (width === 2) return out.appendMemory(numbers, 0, count);
  out.reserve(count * (width + 1));
  const { bytes, length } = out;
  if (width === 0) for (let i = 0; i < count; i++) bytes[length + i] = numbers[i]!;
  else
    for (let i = 0; i < count; i++) {
      bytes[length + 2 * i] = numbers[i]!;
      bytes[length + 2 * i + 1] = numbers[i]! >>> 8;
    }
  out.length = length + count * (width + 1);
}
