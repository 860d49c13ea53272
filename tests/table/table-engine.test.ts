import { readTableEngine, splitList } from "../../app/table/table-engine";

describe("a table's engine", () => {
  test.each([
    ["MergeTree", "MergeTree ORDER BY (a, image_id) SETTINGS index_granularity = 8192", {}],
    [
      "ReplacingMergeTree",
      "ReplacingMergeTree(updated_at) ORDER BY image_id SETTINGS index_granularity = 8192",
      { versionColumn: "updated_at" },
    ],
    ["ReplacingMergeTree", "ReplacingMergeTree ORDER BY image_id", {}],
    [
      "ReplacingMergeTree",
      "ReplacingMergeTree(`a ``)`, is_deleted) ORDER BY image_id".replace("``", "\\`"),
      { versionColumn: "a `)", deletedColumn: "is_deleted" },
    ],
    [
      "ReplicatedReplacingMergeTree",
      "ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', updated_at) ORDER BY image_id",
      { family: "ReplacingMergeTree", replicated: true, versionColumn: "updated_at" },
    ],
    [
      "SharedMergeTree",
      "SharedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}') ORDER BY image_id",
      { family: "MergeTree", replicated: true },
    ],
    [
      "MergeTree",
      "MergeTree PARTITION BY toYYYYMM(d) ORDER BY a TTL d + toIntervalDay(1) SETTINGS index_granularity = 8192",
      { hasRowTtl: true },
    ],
    ["MergeTree", "MergeTree PARTITION BY TTL ORDER BY TTL TTL TTL + toIntervalDay(1)", { hasRowTtl: true }],
    ["MergeTree", "MergeTree ORDER BY a TTL d + toIntervalDay(1) WHERE a = 1", { hasRowTtl: true }],
    [
      "MergeTree",
      "MergeTree ORDER BY a TTL d + toIntervalDay(1) GROUP BY a SET b = max(b)",
      { hasRowTtl: true },
    ],
    [
      "MergeTree",
      "MergeTree ORDER BY a TTL d TO DISK 'x', d + toIntervalDay(1) SETTINGS index_granularity = 8192",
      { hasRowTtl: true },
    ],
    [
      "MergeTree",
      "MergeTree ORDER BY a TTL d + toIntervalDay(1) TO DISK 'x', d RECOMPRESS CODEC(ZSTD(3)), d TO VOLUME 'y' SETTINGS index_granularity = 8192",
      {},
    ],
    ["MergeTree", "MergeTree PARTITION BY TTL ORDER BY TTL SETTINGS index_granularity = 8192", {}],
    ["MergeTree", "MergeTree ORDER BY (`x TTL y`, `TTL `, concat(a, ' TTL '))", {}],
    ["SummingMergeTree", "SummingMergeTree((a, b)) ORDER BY a", {}],
    ["View", "", {}],
  ])("%s: %s", (engine, full, expected) => {
    expect(readTableEngine(engine, full)).toEqual({
      family: engine,
      replicated: false,
      versionColumn: undefined,
      hasRowTtl: false,
      ...expected,
    });
  });

  test.each([
    ["", []],
    ["image_id", ["image_id"]],
    ["has_face, intDiv(image_id, 2), `a, b`, `c\\`d`", ["has_face", "intDiv(image_id, 2)", "a, b", "c`d"]],
    ["(event_time)", ["event_time"]],
    ["(`x (y)`)", ["x (y)"]],
    ["(a) + (b), (c)", ["(a) + (b)", "c"]],
    ["concat('),(', x), y", ["concat('),(', x)", "y"]],
  ])("a sorting key %j has the expressions %j", (key, parts) => {
    expect(splitList(key)).toEqual(parts);
  });
});
