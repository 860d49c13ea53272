import { strings, testEachWriter } from "./value-case";

const EMBEDDED_NAMES = [
  "",
  "a",
  "it's",
  'say "x"',
  "back\\slash",
  "tab\tnewline\nnul\0end",
  "\u2028",
  "Zoë 😀 東京",
  "\ufffd",
];

function hex(texts: readonly string[]): string[] {
  return texts.map((text) => Buffer.from(text).toString("hex").toUpperCase());
}

const names = ["women", "men", "", "Zoë"];

testEachWriter([
  { type: "String", values: strings(EMBEDDED_NAMES), ask: "hex(v)", expected: hex(EMBEDDED_NAMES) },
  { type: "String", values: strings(["plain", "", "text"]), ask: "v", expected: ["plain", "", "text"] },
  {
    type: "LowCardinality(String)",
    values: { kind: "dictionary", dictionary: names, indexes: Uint16Array.of(3, 2, 1, 0) },
    ask: "v",
    expected: ["Zoë", "", "men", "women"],
  },
  {
    type: "LowCardinality(Nullable(String))",
    values: {
      kind: "dictionary",
      dictionary: names,
      indexes: Uint16Array.of(0, 0),
      nulls: Uint8Array.of(1, 0),
    },
    ask: "v",
    expected: [null, "women"],
  },
  {
    type: "FixedString(4)",
    values: { kind: "fixed", width: 4, bytes: Buffer.from("abcdé\0\0\0\0\0\0") },
    ask: "hex(v)",
    expected: ["61626364", "C3A90000", "00000000"],
  },
  {
    type: "Enum8('a' = 1, 'it\\'s' = -2, '' = 0)",
    values: { kind: "number", values: Int8Array.of(1, -2, 0) },
    ask: "toString(toInt8(v))",
    expected: ["1", "-2", "0"],
  },
  {
    type: "Enum16('a, b' = 300, '(' = -32768)",
    values: { kind: "dictionary", dictionary: ["(", "a, b"], indexes: Uint16Array.of(1, 0) },
    ask: "toString(toInt16(v))",
    expected: ["300", "-32768"],
  },
  {
    type: "UUID",
    values: {
      kind: "fixed",
      width: 16,
      bytes: Uint8Array.from([7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8]),
    },
    ask: "toString(v)",
    expected: ["00010203-0405-0607-0809-0a0b0c0d0e0f"],
  },
  {
    type: "UUID",
    values: strings(["00010203-0405-0607-0809-0a0b0c0d0e0f"]),
    ask: "toString(v)",
    expected: ["00010203-0405-0607-0809-0a0b0c0d0e0f"],
  },
]);
