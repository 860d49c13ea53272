import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { packInto, unpack } from "../../../support/packed";

/** Packing takes a few seconds, and so does compiling. */
jest.setTimeout(120_000);

const ROOT = process.cwd();

/** What each program begins with. */
const MODEL = `
import { OlapTable, Key, Decimal, UInt32, UInt64, DateTime, DateTime64, LowCardinality, FixedString, ClickHouseDefault, ClickHouseMaterialized } from "@514labs/moose-lib";
import type { tags } from "typia";
import { dataFaker } from "data-faker";
interface Order {
  orderId: Key<string>;
  status: "new" | "paid" | "sent";
  country: string & LowCardinality;
  code: FixedString<8>;
  net: Decimal<10, 2>;
  tax: number;
  count: UInt32;
  bytes: UInt64;
  grade: 1 | 2 | 3;
  open: boolean;
  createdAt: DateTime;
  sentAt: DateTime64<3> | null;
  day: string & tags.Format<"date">;
  note?: string;
  tags: string[];
  matrix: number[][];
  place: { lat: number; name: string };
  extras: Record<string, number>;
  at: Date & ClickHouseDefault<"now()">;
  year: number & ClickHouseMaterialized<"toYear(createdAt)">;
}
declare const table: OlapTable<Order>;
interface Customer {
  customerId: Key<string>;
  country: string & LowCardinality;
  createdAt: DateTime;
  score: number;
}
declare const customers: OlapTable<Customer>;
`;

const EVERY = `
  orderId: c.inferred, status: c.weighted({ new: 5, paid: 1 }), country: c.per("grade", c.oneOf(["US", "DE"], { skew: { zipf: 1.1 } })),
  code: c.digits(8), net: c.decimal(1, 99), tax: c.decimal(0, 9, { scale: 3, spread: "normal" }), count: c.integer(1, 9),
  bytes: c.product("count", "tax"), grade: c.oneOf([1, 2]), open: c.boolean(0.3),
  createdAt: c.rising({ from: "2024-01-01", perDay: 500, season: "week" }),
  sentAt: c.nullable(0.2, c.after("createdAt", { within: "3d" })), day: c.time("2024-01-01", "2024-12-31", { unit: "day" }),
  note: c.when("status", ["paid"], c.sentence([3, 12])), tags: c.array(c.vocabulary("word"), [0, 4]),
  matrix: c.array(c.array(c.integer(0, 9), [2, 2]), [1, 2]), place: c.object({ lat: c.decimal(-90, 90), name: c.vocabulary("city") }),
  extras: c.map(["a", "b"], c.integer(1, 2), [0, 2]), at: c.copy("createdAt"),`;

const columns = (text: string, more = "") =>
  `export const faker = dataFaker({ table, ${more} columns: (c) => ({ ${text} }) });`;

const REFERENCES = "references: { customer: { to: { table: customers }, children: { min: 0, max: 3 } } },";

const RIGHT: Readonly<Record<string, string>> = {
  "nothing but the table": "dataFaker({ table });",
  "every generator": columns(EVERY),
  "every column, strictly": columns(EVERY, "strict: true,"),
  "a key by its name": columns("tax: c.integer(1, 9)", 'key: "orderId",'),
  "a group": columns(
    '...c.together(["country", "net"], [[5, { country: "US", net: c.decimal(1, 5) }], [1, { country: "DE", net: 7 }]]), tax: c.integer(1, 2)',
  ),
  "sums that may be NULL, for a column that may be": columns(
    "note: c.nullable(0.1, c.concat('country', 'tax'))",
  ),
  "columns of the row that it refers to": columns(
    `orderId: c.reference("customer", "customerId"), country: c.reference("customer", "country"),
    createdAt: c.after("customer.createdAt", { within: "1d" }), at: c.between("customer.createdAt", "createdAt"),
    count: c.ordinal(), tax: c.total("items", "amount"), bytes: c.product("count", "customer.score")`,
    REFERENCES,
  ),
  "a table whose type is not known":
    "declare const any: OlapTable<any>; dataFaker({ table: any, columns: (c) => ({ x: c.integer(1, 2) }) });",
};

/** Each with what the compiler has to say. */
const WRONG: Readonly<Record<string, readonly [string, RegExp]>> = {
  "a number for text": [columns("country: c.integer(1, 9)"), /'number' is not assignable to type 'string'/],
  "text for a number": [columns('tax: c.template("x")'), /'string' is not assignable to type 'number'/],
  "text for a decimal": [columns('net: c.template("x")'), /'string' is not assignable to type 'number'/],
  "a boolean for a time": [
    columns("createdAt: c.boolean(0.5)"),
    /'boolean' is not assignable to type 'Date'/,
  ],
  "a time for a whole number": [
    columns('count: c.time("2024-01-01", "2024-02-01")'),
    /'Date' is not assignable to type 'number'/,
  ],
  "an unknown column": [
    columns("tax: c.integer(1, 2), taxes: c.integer(1, 9)"),
    /'Fill<number>' is not assignable to type 'never'|taxes/,
  ],
  "a value that the union lacks": [columns('status: c.oneOf(["new", "lost"])'), /"lost"/],
  "a name that the union lacks, by weight": [columns("status: c.weighted({ new: 1, lost: 2 })"), /"lost"/],
  "a number that the union lacks": [columns("grade: c.oneOf([1, 4])"), /4/],
  "a constant that the union lacks": [columns('status: c.constant("lost")'), /"lost"/],
  "NULL where there is none": [
    columns("country: c.nullable(0.1, c.vocabulary('city'))"),
    /'null' is not assignable|null/,
  ],
  "a value that another column never has": [
    columns('note: c.when("status", ["new", "lost"], c.sentence([1, 2]))'),
    /"lost"/,
  ],
  "NULL for one that may not be, by another column": [
    columns('tax: c.integer(1, 2), country: c.when("status", ["new"], c.vocabulary("city"))'),
    /null/,
  ],
  "one value for each of a column that there is not": [
    columns('tax: c.integer(1, 2), country: c.per("grades", c.vocabulary("city"))'),
    /"grades"/,
  ],
  "a column that the server computes": [columns("tax: c.integer(1, 2), year: c.integer(1, 2)"), /year|never/],
  "a time after text": [columns('sentAt: c.after("country", { within: "1d" })'), /"country"/],
  "a time after an unknown column": [
    columns('sentAt: c.after("createdOn", { within: "1d" })'),
    /"createdOn"/,
  ],
  "a sum of text": [columns('tax: c.sum("count", "country")'), /"country"/],
  "a copy of another type": [
    columns('tax: c.copy("country")'),
    /'string' is not assignable to type 'number'/,
  ],
  "a time that may be NULL, for one that may not": [
    columns('at: c.after("sentAt", { within: "1d" })'),
    /null/,
  ],
  "elements of another type": [
    columns("tags: c.array(c.integer(1, 2), [0, 3])"),
    /'number' is not assignable to type 'string'/,
  ],
  "a field of another type": [
    columns('place: c.object({ lat: c.vocabulary("city"), name: c.vocabulary("city") })'),
    /'string' is not assignable to type 'number'/,
  ],
  "a reference that is not declared": [
    columns('country: c.reference("client", "country")', REFERENCES),
    /"client"/,
  ],
  "an unknown column of the row that it refers to": [
    columns('country: c.reference("customer", "city")', REFERENCES),
    /"city"/,
  ],
  "a column of another type of the row that it refers to": [
    columns('tax: c.reference("customer", "country")', REFERENCES),
    /'string' is not assignable to type 'number'/,
  ],
  "a time after text of the row that it refers to": [
    columns('createdAt: c.after("customer.country", { within: "1d" })', REFERENCES),
    /"customer.country"/,
  ],
  "a group's unknown column": [columns('...c.together(["country", "planet"], [])'), /"planet"/],
  "a group's value of another type": [
    columns('...c.together(["country", "tax"], [[1, { country: 5, tax: 5 }]])'),
    /'number' is not assignable to type 'string|number/,
  ],
  "a column that strict misses": [columns(EVERY.replace("tax: ", "tax2: "), "strict: true,"), /tax/],
  "strict without columns that are optional": [
    columns(EVERY.replace(/note: .*?\]\)\),/, ""), "strict: true,"),
    /note/,
  ],
  "an unknown key": [columns("tax: c.integer(1, 2)", 'key: "orderID",'), /"orderID"/],
};

/** A Moose project, in which the package is what would be published: its types are those that are packed. */
let project: string;
/** What the compiler says of each program, and of each file of the package. */
let said: ReadonlyMap<string, string>;

beforeAll(async () => {
  project = mkdtempSync(path.join(tmpdir(), "data-faker-typed-"));
  const modules = path.join(project, "node_modules");
  await unpack(await packInto(project), path.join(modules, "data-faker"));
  for (const name of readdirSync(path.join(ROOT, "node_modules")))
    symlinkSync(path.join(ROOT, "node_modules", name), path.join(modules, name));
  said = compile(programs);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const programs: Readonly<Record<string, string>> = {
  ...RIGHT,
  ...Object.fromEntries(Object.entries(WRONG).map(([name, [text]]) => [name, text])),
};

/** By the names of the programs and the paths of the package's files. */
function compile(texts: Readonly<Record<string, string>>): Map<string, string> {
  const names = Object.keys(texts);
  const files = new Map(names.map((name, i) => [path.join(project, `program-${i}.ts`), MODEL + texts[name]]));
  const { config } = ts.readConfigFile(path.join(ROOT, "examples/shop/tsconfig.json"), ts.sys.readFile) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const checked = { ...options, noEmit: true, skipLibCheck: false };
  const host = ts.createCompilerHost(checked);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = files.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...files.keys()], checked, host);
  const saidOf = (source: ts.SourceFile): string =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
      .join("\n");
  const packed = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(path.join(project, "node_modules/data-faker/")));
  return new Map([
    ...names.map((name, i) => [name, saidOf(program.getSourceFile([...files.keys()][i]!)!)] as const),
    ...packed.map((source) => [path.relative(project, source.fileName), saidOf(source)] as const),
  ]);
}

it("the packed types need nothing that is not packed", () => {
  const own = [...said].filter(([name]) => name.endsWith(".d.ts"));
  expect(own.map(([name]) => name)).toContain("node_modules/data-faker/dist/app/plugin.d.ts");
  for (const file of own) expect(file).toEqual([file[0], ""]);
});

it.each(Object.keys(RIGHT))("compiles: %s", (name) => expect(said.get(name)).toBe(""));

it.each(Object.entries(WRONG))("does not compile: %s", (name, [, expected]) =>
  expect(said.get(name)).toMatch(expected),
);
