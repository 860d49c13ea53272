import { imagesDomain } from "../../app/domains/images/images-domain";
import fc from "fast-check";
import type { Model } from "../../app/model/column";
import { printColumnType } from "../../app/model/print-column-type";
import { describeType } from "../../app/model/types/describe-type";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { streamVersions } from "../../app/rows/stream-versions";
import { elementType } from "../support/column-types";
import { column, DEFAULT_MODEL } from "./default-model";
import { OTHER_MODEL } from "./models";
import { readBlock } from "./read-block";

const names = (model: readonly { name: string }[]): string[] => model.map(({ name }) => name);

test("the project's own model is known whole", () => {
  const coverage = coverColumns(DEFAULT_MODEL, imagesDomain);
  expect(coverage).toEqual({
    filled: DEFAULT_MODEL,
    compared: DEFAULT_MODEL,
    leftToServer: [],
    unfillable: [],
    unknown: [],
    impossible: [],
  });
  expect(DEFAULT_MODEL).toHaveLength(74);
});

test("other types are known too; unknown names are listed", () => {
  const { filled, unknown } = coverColumns(OTHER_MODEL, imagesDomain);
  expect(filled).toEqual(OTHER_MODEL);
  expect(unknown).toEqual([
    "tenant",
    "rating",
    "batch_id",
    "tags",
    "matrix",
    "price",
    "imported_at",
    "licence",
    "address",
    "origin",
    "place",
    "crop",
    "camera",
    "counts",
    "history",
    "parts",
    "exif.name",
    "exif.value",
    "meta",
    "views",
  ]);
});

test("what the server computes is left to it", () => {
  const model = [
    column("image_id", "UInt32"),
    column("gender", "String", "MATERIALIZED"),
    column("age", "String", "ALIAS"),
    column("region", "String", "EPHEMERAL"),
    column("author", "String", "DEFAULT"), // known: filled
    column("width", "UUID", "DEFAULT"), // known, but not in this type
    column("inserted_at", "DateTime", "DEFAULT"),
    column("extra", "Map(String, String)", "DEFAULT"),
  ];
  const { filled, leftToServer, unknown, impossible } = coverColumns(model, imagesDomain);
  expect(names(filled)).toEqual(["image_id", "author"]);
  expect(names(leftToServer)).toEqual(["gender", "age", "region", "width", "inserted_at", "extra"]);
  expect([unknown, impossible]).toEqual([[], []]);
});

test.each([
  ["image_id", "UUID"],
  ["image_id", "Float32"],
  ["image_id", "Date"],
  ["image_id", "Map(String, UInt8)"],
])("%s %s is impossible", (name, type) => {
  const only = column(name, type);
  expect(coverColumns([only], imagesDomain)).toEqual({
    filled: [],
    compared: [],
    leftToServer: [],
    unfillable: [],
    unknown: [],
    impossible: [only],
  });
});

test.each([
  [["extra", "Dynamic"]],
  [["extra", "Array(Variant(String, UInt8))"]],
  [["caption", "AggregateFunction(sum, UInt8)"]],
])("what can't be filled is left to the server: %j", (...columns) => {
  const only = columns.map(([name, type]) => column(name!, type!));
  const { filled, leftToServer, unfillable, impossible } = coverColumns(only, imagesDomain);
  expect([filled, leftToServer, unfillable, impossible]).toEqual([[], only, only, []]);
});

test("the arrays of one Nested column have one length a row, whichever of them there are", () => {
  // The first dots are part of the column's name.
  const model = [
    column("a.b.x", "Array(UInt8)"),
    column("a.b.y", "Array(Array(String))"),
    column("a.z", "Array(UInt8)"),
    column("a.b.n", "UInt8"),
  ];
  expect(coverColumns(model, imagesDomain).filled).toEqual(model);
  const lengths = (columns: Model, name: string) =>
    readBlock(createRowGenerator("42", columns, imagesDomain).generate(1, 200))[name]!.map(
      (list) => (list as unknown[]).length,
    );
  expect(lengths(model, "a.b.y")).toEqual(lengths(model, "a.b.x"));
  expect(lengths(model, "a.z")).not.toEqual(lengths(model, "a.b.x"));
  expect(lengths(model.slice(1), "a.b.y")).toEqual(lengths(model, "a.b.x"));
  expect(new Set(lengths(model, "a.b.x")).size).toBe(6);
});

test("a Nested column is left to the server where not all its arrays can be filled in the same way", () => {
  const known = imagesDomain.columns.get("keyword_ids")!;
  const domain = { ...imagesDomain, columns: new Map([...imagesDomain.columns, ["a.x", known]]) };
  const ab = [column("a.x", "Array(UInt32)"), column("a.y", "Array(UInt8)"), column("b.y", "Array(UInt8)")];
  const found = coverColumns(ab, domain);
  expect([names(found.filled), names(found.unfillable)]).toEqual([["b.y"], ["a.x", "a.y"]]);
  expect(names(coverColumns(ab.slice(0, 1), domain).filled)).toEqual(["a.x"]);
  const skipped = [column("b.x", "Array(UInt8)"), { ...column("b.y", "Array(UInt8)"), skipped: true }];
  const { filled, leftToServer, unfillable } = coverColumns(skipped, imagesDomain);
  expect([filled, names(leftToServer), names(unfillable)]).toEqual([[], ["b.x", "b.y"], ["b.x"]]);
  const all = skipped.map((one) => ({ ...one, skipped: true }));
  expect(coverColumns(all, imagesDomain).unfillable).toEqual([]);
});

test("columns with JSON in them are filled, but not compared", () => {
  const model = [column("a", "Tuple(x JSON, y UInt8)"), column("b", "Map(String, UInt8)")];
  const { filled, compared } = coverColumns(model, imagesDomain);
  expect([names(filled), names(compared)]).toEqual([["a", "b"], ["b"]]);
});

test("a column that the user skips is left to the server, and one with a TTL is not compared", () => {
  const model: Model = [
    column("image_id", "UInt32"),
    { ...column("author", "String"), skipped: true },
    { ...column("extra", "UInt8", "MATERIALIZED"), skipped: true },
    { ...column("caption", "String"), expires: true },
  ];
  const { filled, compared, leftToServer, unfillable } = coverColumns(model, imagesDomain);
  expect(names(filled)).toEqual(["image_id", "caption"]);
  expect(names(compared)).toEqual(["image_id"]);
  expect(names(leftToServer)).toEqual(["author", "extra"]);
  expect(unfillable).toEqual([]);
});

test.each([
  ["gender", "Enum8('women' = 1, 'men' = 2)"], // no name for the unknown ones
  ["gender", "UInt8"],
  ["is_dupe_of", "UInt16"],
  ["keyword_ids", "Array(UInt16)"],
  ["body_pose_cluster_512", "Nullable(UInt8)"],
  ["face_x", "UInt16"],
  ["face_x", "Decimal(4, 3)"],
  ["topic_score_1", "Array(Float32)"],
  ["country_code", "FixedString(2)"],
  ["upload_date", "Bool"],
  ["caption", "FixedString(149)"],
])("%s as %s gets values by its type", (name, type) => {
  expect(coverColumns([column(name, type)], imagesDomain).unknown).toEqual([name]);
});

test("every type but `other` can be filled, known name or not", () => {
  const name = fc.constantFrom("extra", ...names(DEFAULT_MODEL).filter((name) => name !== "image_id"));
  fc.assert(
    fc.property(name, elementType, (name, element) => {
      const made = { name, clickhouseType: printColumnType(element), ...element, defaultKind: "" as const };
      expect(coverColumns([made], imagesDomain).filled).toEqual([made]);
      const { columns } = createRowGenerator("42", [made], imagesDomain).generate(1, 30);
      const { kind } = columns[0]!.values;
      // Texts that recur are kept once, whatever the column's type says of it.
      expect(kind === "dictionary" ? "string" : kind).toBe(describeType(element.type).memory.kind);
    }),
    { numRuns: 400 },
  );
});

test("the streams are those of the model's columns", () => {
  expect(streamVersions([column("image_id", "UInt32"), column("extra", "UInt8")], imagesDomain)).toEqual({
    "column/extra": 2,
    "is-dupe-of": 2,
  });
  expect(streamVersions([column("gender", "String")], imagesDomain)).toEqual({
    author: 2,
    "author-identity": 1,
    country: 2,
    "is-dupe-of": 2,
    people: 2,
    place: 1,
    "shoot-windows": 2,
    shoots: 2,
    "upload-clump": 1,
    "upload-day": 2,
  });
  const all = streamVersions(DEFAULT_MODEL, imagesDomain);
  expect(Object.keys(all)).toEqual(Object.keys(all).sort());
  for (const { name } of DEFAULT_MODEL) {
    for (const [stream, version] of Object.entries(streamVersions([column(name, "UInt64")], imagesDomain))) {
      if (!stream.startsWith("column/")) expect(all[stream]).toBe(version);
    }
  }
});
