import type { Factor } from "../../../rows/factors";
import { finalizeHash, murmurHash } from "../../../rows/murmur-hash";
import { idState } from "../../../rows/random/mix";
import type { Source } from "../../../rows/values/source";
import { viewOf } from "../../../rows/view-of";
import { SpecFault } from "../spec-fault";
import type { KindContext } from "./kind";
import type { States } from "../../../rows/random/states";

/** What stands for NULL, in the place of a value's hash. */
const OF_NULL = 0x6e756c6c;

/** Fills the states of a stream at the values of another column instead of at the rows' numbers. */
class LeadValues implements Factor {
  readonly #hashes: Int32Array;
  readonly #nulls: Uint8Array | undefined;
  readonly #hash: (hashes: Int32Array, rows: number) => void;

  constructor({ source, capacity }: { readonly source: Source; readonly capacity: number }, column: string) {
    this.#hashes = new Int32Array(capacity);
    this.#nulls = source.nulls;
    this.#hash = hasher(source, column);
  }

  fill(rows: number): void {
    this.#hash(this.#hashes, rows);
    const nulls = this.#nulls;
    for (let i = 0; nulls && i < rows; i++) if (nulls[i] === 1) this.#hashes[i] = OF_NULL;
  }

  fillStates(states: States, base: number, count: number): void {
    for (let i = 0; i < count; i++) states[i] = idState(base, this.#hashes[i]!);
  }
}

/** @throws SpecFault where the column has several values a row */
export function leadValues(column: string, { spec, factors, definitionOf }: KindContext): LeadValues {
  const source = definitionOf(spec, column).create(factors);
  return factors.named(`values/${spec.name}/${column}`, () => {
    return new LeadValues({ source, capacity: factors.capacity }, column);
  });
}

function hasher(source: Source, column: string): (hashes: Int32Array, rows: number) => void {
  if ("values" in source) {
    const { values } = source;
    return (hashes, rows) => {
      // Of 32 bits the very number, so that different ones have different states.
      for (let i = 0; i < rows; i++) {
        const high = Math.floor(values[i]! / 2 ** 32);
        hashes[i] = high === 0 ? values[i]! | 0 : finalizeHash(idState(values[i]! | 0, high), 8);
      }
    };
  }
  if ("buffer" in source) {
    const { buffer, offsets } = source;
    return (hashes, rows) => {
      for (let i = 0; i < rows; i++) hashes[i] = murmurHash(buffer.view, offsets[i]!, offsets[i + 1]!);
    };
  }
  if ("bytes" in source) {
    const view = viewOf(source.bytes);
    return (hashes, rows) => {
      for (let i = 0; i < rows; i++) hashes[i] = murmurHash(view, i * 16, (i + 1) * 16);
    };
  }
  throw new SpecFault(`"${column}" has several values a row`, "name a column of one value");
}
