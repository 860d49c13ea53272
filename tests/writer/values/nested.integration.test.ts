import { fixed, strings, testEachWriter } from "./value-case";

const bytes = (...values: number[]) => ({ kind: "number", values: Uint8Array.from(values) }) as const;
const floats = (...values: number[]) => ({ kind: "number", values: Float64Array.from(values) }) as const;

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
  {
    type: "Tuple(UInt8, Nullable(String))",
    values: {
      kind: "tuple",
      elements: [bytes(7, 8), { ...strings(["x'", ""]), nulls: Uint8Array.of(0, 1) } as never],
    },
    ask: "toString(v)",
    expected: ["(7,'x\\'')", "(8,NULL)"],
  },
  {
    type: "Array(Tuple(a UInt8, `b c` LowCardinality(String)))",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 2, 2),
      elements: { kind: "tuple", elements: [bytes(1, 2), strings(["x", "y"])] },
    },
    ask: "toString(v)",
    expected: ["[(1,'x'),(2,'y')]", "[]"],
  },
  {
    // In an object its keys would be in another order.
    type: "Map(UInt8, Array(String))",
    values: {
      kind: "map",
      offsets: Uint32Array.of(0, 2, 2, 3),
      keys: bytes(10, 2, 3),
      values: { kind: "array", offsets: Uint32Array.of(0, 1, 3, 3), elements: strings(["a", "b", "c"]) },
    },
    ask: "toString(v)",
    expected: ["{10:['a'],2:['b','c']}", "{}", "{3:[]}"],
  },
  {
    type: "Map(Bool, UInt8)",
    values: { kind: "map", offsets: Uint32Array.of(0, 2), keys: bytes(1, 0), values: bytes(5, 6) },
    ask: "toString(v)",
    expected: ["{true:5,false:6}"],
  },
  {
    type: "Point",
    values: { kind: "tuple", elements: [floats(1.5, -0.25), floats(-90, 13)] },
    ask: "toString(v)",
    expected: ["(1.5,-90)", "(-0.25,13)"],
  },
  {
    type: "Polygon",
    values: {
      kind: "array",
      offsets: Uint32Array.of(0, 1),
      elements: {
        kind: "array",
        offsets: Uint32Array.of(0, 2),
        elements: { kind: "tuple", elements: [floats(0, 1), floats(0, 2)] },
      },
    },
    ask: "toString(v)",
    expected: ["[[(0,0),(1,2)]]"],
  },
  {
    type: "IPv4",
    values: { kind: "number", values: Uint32Array.of(0x01020304, 0xffffffff) },
    ask: "toString(v)",
    expected: ["1.2.3.4", "255.255.255.255"],
  },
  {
    type: "IPv6",
    values: fixed(16, 0x01000000_00000000_00000000_b80d0120n),
    ask: "toString(v)",
    expected: ["2001:db8::1"],
  },
  {
    type: "SimpleAggregateFunction(anyLast, Nullable(String))",
    values: { ...strings(["", "x"]), nulls: Uint8Array.of(1, 0) } as never,
    ask: "v",
    expected: [null, "x"],
  },
  {
    type: "JSON(a UInt8, t DateTime('Europe/Berlin'), SKIP s)",
    values: strings(['{"t":"2024-02-29T23:59:59Z","s":1}', '{"b":{"c":[1,{"d":null}]},"a":3}']),
    ask: "concat(toString(v.a), ' ', toString(toUnixTimestamp(v.t)), ' ', toString(v.b.c), toString(v.s))",
    expected: ["0 1709251199 ", "3 0 [1,'{}']"],
  },
  {
    type: "Nullable(JSON)",
    values: { ...strings(["{}", '{"b":[1,2]}']), nulls: Uint8Array.of(1, 0) } as never,
    // Its text depends on the settings that it is read with.
    ask: "if(isNull(v), NULL, toString(JSONAllPathsWithTypes(assumeNotNull(v))))",
    expected: [null, "{'b':'Array(Nullable(Int64))'}"],
  },
]);
