import { columnsWithTtl } from "../../app/table/column-ttls";

test.each([
  ["CREATE TABLE a.b (`c` String, `d` Date) ENGINE = MergeTree ORDER BY d TTL d + toIntervalDay(1)", []],
  ["CREATE TABLE a.b (`c` String TTL d + toIntervalDay(1), `d` Date) ENGINE = MergeTree ORDER BY d", ["c"]],
  [
    "CREATE TABLE a.`b (` (`a\\`b, \\\\(` Decimal(6, 3) CODEC(ZSTD(1)) TTL d + toIntervalDay(1)) ENGINE = MergeTree",
    ["a`b, \\("],
  ],
  // In texts, in names, and in what is no column.
  [
    "CREATE TABLE a.b (`c` Array(String) DEFAULT ['x TTL y'] COMMENT 'a TTL b', ` TTL ` UInt8, `TTL` UInt8, `f` UInt8 DEFAULT TTL, INDEX i c TYPE minmax GRANULARITY 1) ENGINE = MergeTree",
    [],
  ],
  ["", []],
])("%s", (query, names) => {
  expect([...columnsWithTtl(query)]).toEqual(names);
});
