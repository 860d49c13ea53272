import fc from "fast-check";
import {
  anyTableReport,
  OURS,
  renderAnyTable,
  type TableMeasurement,
} from "../../../scripts/bench/any-table/any-table-report";
import { insertRandomSql, OTHERS } from "../../../scripts/bench/any-table/contenders";
import { COMPARED_TABLES } from "../../../scripts/bench/any-table/shop-tables";

const seconds = fc.double({ min: 0.01, max: 100, noNaN: true });

function measured(table: (typeof COMPARED_TABLES)[number], name: string, took: readonly number[]) {
  return {
    table,
    name,
    rounds: took.map((of) => ({ rows: 1_000, seconds: of, cpuSeconds: of / 2 })),
  } satisfies TableMeasurement;
}

const report = (loads: readonly TableMeasurement[], failures: readonly string[] = []) =>
  anyTableReport({ rows: 1_000, batch: 100, loads, makers: [], longRuns: [], failures });

test("a ratio is ours to theirs of the same table, round by round", () => {
  const rounds = fc.array(fc.tuple(seconds, seconds), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...COMPARED_TABLES), rounds, (table, took) => {
      const ours = measured(
        table,
        OURS.native,
        took.map(([own]) => own),
      );
      const theirs = measured(
        table,
        OTHERS.faker,
        took.map(([, other]) => other),
      );
      const { ratios } = report([ours, theirs]);
      const expected = took.map(([own, other]) => 1_000 / own / (1_000 / other));
      expect(ratios).toHaveLength(1);
      expect(ratios[0]).toMatchObject({ table, ours: OURS.native, theirs: OTHERS.faker });
      expect(ratios[0]!.rate.min).toBe(Math.min(...expected));
      expect(ratios[0]!.rate.max).toBe(Math.max(...expected));
      const cpu = took.map(([own, other]) => other / own);
      expect(ratios[0]!.cpu.min).toBeCloseTo(Math.min(...cpu), 6);
      expect(ratios[0]!.cpu.max).toBeCloseTo(Math.max(...cpu), 6);
    }),
  );
});

test("tools that were not installed have no ratio, and a line that says why", () => {
  const [table] = COMPARED_TABLES;
  const found = report(
    [measured(table, OURS.olap, [2]), measured(table, OTHERS.random, [1])],
    ["no such package"],
  );
  expect(found.ratios.map(({ theirs }) => theirs)).toEqual([OTHERS.random]);
  const text = renderAnyTable(found, "a machine");
  expect(text).toContain("\nNot measured: no such package\n");
  expect(text).toContain(
    `| ${table} | ${OURS.olap} | ${OTHERS.random} | 0.5 | 0.5 | 0.5 | 0.5 | 0.5 | 0.5 |`,
  );
  expect(text).not.toContain(OTHERS.faker);
});

test("a table of faker without any of ours is shown, and compared with nothing", () => {
  const found = report([measured("events", OTHERS.faker, [0.5])]);
  expect(found.ratios).toEqual([]);
  expect(renderAnyTable(found, "here")).toContain(
    `| events | ${OTHERS.faker} | 1,000 | 2,000 | 2,000 | 2,000 | - |`,
  );
});

test("random rows have the table's structure, whatever its columns are called", () => {
  const columns = [
    { name: "id", type: "UInt64" },
    { name: "it's `odd` \\", type: "LowCardinality(String)" },
    { name: "more", type: "JSON(a UInt8)" },
  ];
  expect(insertRandomSql("ev`ents", columns, 7)).toBe(
    "INSERT INTO `ev\\`ents` SELECT `id`, `it's \\`odd\\` \\\\`, '{}' FROM generateRandom('`id` UInt64, `it\\'s \\\\`odd\\\\` \\\\\\\\` LowCardinality(String)', 1, 40, 6) LIMIT 7",
  );
});
