import { modelFromServer } from "../../app/model/model-from-server";

describe("modelFromServer", () => {
  it("keeps names, order, types as written, and default kinds", () => {
    const model = modelFromServer([
      { name: "image_id", type: "UInt64", default_kind: "" },
      { name: "day", type: "Date", default_kind: "MATERIALIZED" },
      { name: "site", type: "LowCardinality(Nullable(String))", default_kind: "DEFAULT" },
    ]);
    expect(model).toEqual([
      {
        name: "image_id",
        clickhouseType: "UInt64",
        type: { kind: "integer", bits: 64, signed: false },
        nullable: false,
        lowCardinality: false,
        defaultKind: "",
      },
      {
        name: "day",
        clickhouseType: "Date",
        type: { kind: "date", bits: 16 },
        nullable: false,
        lowCardinality: false,
        defaultKind: "MATERIALIZED",
      },
      {
        name: "site",
        clickhouseType: "LowCardinality(Nullable(String))",
        type: { kind: "string" },
        nullable: true,
        lowCardinality: true,
        defaultKind: "DEFAULT",
      },
    ]);
  });
});
