import { testEachWriter } from "./value-case";

const secondEdges = [0, 1, 999_999_999, 1_000_000_000, 1_711_846_799, 1_729_990_800, 4_294_967_295];

testEachWriter([
  {
    type: "Date",
    values: { kind: "number", values: Uint16Array.of(0, 1, 19_723, 65_535) },
    ask: "toString(toUInt16(v))",
    expected: ["0", "1", "19723", "65535"],
  },
  {
    type: "Date32",
    values: { kind: "number", values: Int32Array.of(-25_567, -1, 0, 120_529) },
    ask: "toString(toInt32(v))",
    expected: ["-25567", "-1", "0", "120529"],
  },
  ...["DateTime", "DateTime('UTC')", "DateTime('Europe/Berlin')", "DateTime('America/New_York')"].map(
    (type) => ({
      type,
      values: { kind: "number" as const, values: Uint32Array.from(secondEdges) },
      ask: "toString(toUnixTimestamp(v))",
      expected: secondEdges.map(String),
    }),
  ),
  ...[0, 3, 6, 9].map((precision) => {
    const second = 10n ** BigInt(precision);
    const ticks = [
      -1n,
      -second,
      0n,
      1n,
      1_711_846_799n * second + second - 1n,
      -2_208_988_800n * second,
      7_258_118_400n * second,
    ];
    return {
      type: `DateTime64(${precision}, 'Europe/Berlin')`,
      values: { kind: "bigint" as const, values: BigInt64Array.from(ticks) },
      ask: "toString(reinterpretAsInt64(v))",
      expected: ticks.map(String),
    };
  }),
]);
