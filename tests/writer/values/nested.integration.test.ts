import { testEachWriter } from "./value-case";

testEachWriter([
  {
    type: "Nullable(UInt16)",
    values: { kind: "number", values: Uint16Array.of(0, 5, 0), nulls: Uint8Array.of(1, 0, 0) },
    ask: "toString(v)",
    expected: [null, "5", "0"],
  },
  {
    type: "Nullable(DateTime64(3, 'UTC'))",
    values: { kind: "bigint", values: BigInt64Array.of(0n, 5n), nulls: Uint8Array.of(1, 0) },
    ask: "toString(toUnixTimestamp64Milli(v))",
    expected: [null, "5"],
  },
  {
    type: "Array(UInt32)",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 0, 2, 3),
      elements: { kind: "number", values: Uint32Array.of(1, 4_294_967_295, 7) },
    },
    ask: "toString(v)",
    expected: ["[]", "[1,4294967295]", "[7]"],
  },
  {
    type: "Array(LowCardinality(Nullable(String)))",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 2, 3),
      elements: {
        kind: "dictionary",
        dictionary: ["x", "y'"],
        indexes: Uint16Array.of(0, 1, 1),
        nulls: Uint8Array.of(1, 0, 0),
      },
    },
    ask: "toString(v)",
    expected: ["[NULL,'y\\'']", "['y\\'']"],
  },
  {
    type: "Array(Array(Int64))",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 1, 3),
      elements: {
        kind: "array",
        offsets: Uint32Array.of(0, 2, 2, 3),
        elements: { kind: "bigint", values: BigInt64Array.of(-(2n ** 63n), 1n, 2n) },
      },
    },
    ask: "toString(v)",
    expected: ["[[-9223372036854775808,1]]", "[[],[2]]"],
  },
]);
