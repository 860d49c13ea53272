import { restoreDomain } from "../../app/domains/domains";
import type { KeyForm } from "../../app/model/key-form";
import type { Domain } from "../../app/rows/domain";

/** A form of keys, a type that holds it, and values that only look like ours. */
export interface KeyCase {
  readonly name: string;
  readonly form: KeyForm;
  /** As CREATE TABLE has it. */
  readonly type: string;
  /** Values of others, as SQL (of times: the seconds since 1970), that lie between ours or look like them, of the rows 0 to 999. */
  readonly foreign: readonly string[];
}

const text = (prefix: string, digits: number): KeyForm => ({ as: "text", prefix, digits });
const time = (first: number, everyTicks: number): KeyForm => ({ as: "time", first, everyTicks });

const CASES: readonly Omit<KeyCase, "name">[] = [
  { form: { as: "integer" }, type: "UInt32", foreign: ["1000", "4294967295"] },
  { form: { as: "integer" }, type: "Int64", foreign: ["-1", "-5"] },
  {
    form: text("cus_", 12),
    type: "String",
    foreign: [
      "'cus_00000000000~'",
      "'cus_0000000000050'",
      "'cus_00000000005'",
      "'cus_00000000000x'",
      "'cus_+00000000005'",
      "'cus_0000000000 5'",
      "'cus_00000000005\\0'",
      "'cus_00000000005.'",
      "'cus_0000000005e1'",
      "'CUS_000000000005'",
      "'cust000000000005'",
      "''",
      "'cus_'",
    ],
  },
  {
    form: text("c-", 3),
    type: "LowCardinality(String)",
    foreign: ["'c-00'", "'c-0005'", "'c-50x'", "'c-+50'", "'d-005'"],
  },
  { form: text("", 16), type: "String", foreign: ["'5'", "'000000000000000x'", "'+000000000000005'", "''"] },
  {
    form: text("o'_%\\\"é\n", 5),
    type: "String",
    foreign: ["'o'", "'o\\'_%\\\\\"é\\n0005'", "'o\\'x%\\\\\"é\\n00050'"],
  },
  { form: text("v2", 20), type: "String", foreign: ["'v200000000000000000-05'", "'v2'"] },
  {
    form: text("cus_", 12),
    type: "FixedString(16)",
    foreign: ["'cus_00000000005'", "'cus_00000000005~'", "''"],
  },
  {
    form: text("cus_", 12),
    type: "FixedString(20)",
    foreign: [
      "'cus_000000000005x'",
      "'cus_000000000005\\0x'",
      "'cus_00000000005'",
      "'cus_00000000005\\0\\0x'",
    ],
  },
  {
    form: { as: "uuid" },
    type: "UUID",
    foreign: [
      "'00000000-0000-0000-0000-000000000000'",
      "'61f0c404-5cb3-11e7-907b-a6006ad3dba0'",
      "'61f0c404-5cb3-8bcd-8000-0000001e7abc'",
      "'61f0c404-5cb3-4bcd-8000-0000001e7abc'",
    ],
  },
  {
    form: { as: "uuid", text: true },
    type: "String",
    foreign: [
      "'00000000-0005-8bcd-8000-0000001e7abc'",
      "'00000000-0005-4bcd-9000-0000001e7abc'",
      "'00000000-0005'",
      "'00000000-0005-8bcd-8000-0000001e7xyz'",
    ],
  },
  {
    form: { as: "uuid", text: true },
    type: "FixedString(36)",
    foreign: ["'00000000-0005-8bcd-8000-0000001e7abc'", "'x'"],
  },
  { form: { as: "uuid", text: true }, type: "LowCardinality(String)", foreign: ["'00000000-0005'", "''"] },
  { form: time(1_700_000_000, 7), type: "DateTime", foreign: ["1699999999", "1700007000"] },
  { form: time(0, 1), type: "DateTime('America/New_York')", foreign: ["1000"] },
  {
    form: time(1_700_000_000, 1_500),
    type: "DateTime64(3, 'Asia/Tokyo')",
    foreign: ["1699999999.999", "1700001500"],
  },
  { form: time(-2_208_988_800, 2_592_000_000_000), type: "DateTime64(6)", foreign: ["383011200"] },
  { form: time(-1, 999_999_937), type: "DateTime64(9, 'UTC')", foreign: ["-1.000000001"] },
  { form: time(1_000_000_000, 1), type: "DateTime64(9)", foreign: ["999999999.999999999"] },
  { form: time(-100, 3_600), type: "DateTime64(0)", foreign: ["-101"] },
  { form: time(1_600_000_000, 10), type: "DateTime64(5, 'Europe/London')", foreign: ["1599999999.99999"] },
];

export const KEY_CASES: readonly KeyCase[] = CASES.map((one) => ({
  name: `${one.form.as} in ${one.type} ${JSON.stringify(one.form)}`,
  ...one,
}));

/** A value of the type as SQL, from how {@link KeyCase} has it. */
export function foreignSql(type: string, value: string): string {
  if (type.startsWith("DateTime64")) {
    const precision = type.charAt(11);
    return `CAST(toDecimal128('${value}', ${precision}) AS DateTime64(${precision}))`;
  }
  return type.startsWith("DateTime") ? `toDateTime(${value})` : value;
}

/** A domain whose key is the column `id`; other columns are filled by type. */
export function keyedDomain(form: KeyForm): Domain {
  return restoreDomain({ name: "forms", key: { column: "id", form }, columns: {} });
}
