import fc from "fast-check";
import { cellText } from "../../../app/model/types/cell-text";
import type { ElementType } from "../../../app/model/column-type";
import type { ColumnValues } from "../../../app/model/types/column-values";
import { ByteBuffer } from "../../../app/rows/byte-buffer";
import { JsonField } from "../../../app/rows/json/json-field";

const floats = (bits: 32 | 64): ElementType => ({
  type: { kind: "float", bits },
  nullable: false,
  lowCardinality: false,
});

/** Numbers as they are made, of some decimals, and any others. */
const numbers = fc.array(
  fc.oneof(
    fc.tuple(fc.maxSafeInteger(), fc.nat(9)).map(([units, scale]) => units / 10 ** scale),
    fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(9)).map(([units, scale]) => units / 10 ** scale),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  { minLength: 1 },
);

test.each([32, 64] as const)("the text of a float of %d bits is that of its cell", (bits) => {
  fc.assert(
    fc.property(numbers, (list) => {
      const array = bits === 32 ? Float32Array.from(list) : Float64Array.from(list);
      const values: ColumnValues = { kind: "number", values: array };
      const write = new JsonField(floats(bits), '"a":').bind(values);
      const text = cellText(floats(bits), values);
      for (const i of array.keys()) {
        const out = new ByteBuffer();
        write(out, i);
        expect(Buffer.from(out.bytes.subarray(0, out.length)).toString()).toBe(`"a":${text(i)}`);
      }
    }),
    { numRuns: 500 },
  );
});
