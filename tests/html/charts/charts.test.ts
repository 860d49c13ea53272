import fc from "fast-check";
import { barList } from "../../../app/html/charts/bar-list";
import { heatMap } from "../../../app/html/charts/heat-map";
import { histogram } from "../../../app/html/charts/histogram";
import { lineChart } from "../../../app/html/charts/line-chart";
import type { Html } from "../../../app/html/html";

const NUMBER = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, 1, 1e300, -1e300, Number.MAX_SAFE_INTEGER, 2 ** 64),
);
const COUNT = fc.oneof(fc.nat(), fc.constantFrom(0, 1, 2e10, 2 ** 53));
const TEXT = fc.string({ unit: "grapheme", maxLength: 60 });
const KIND = fc.constantFrom("linear" as const, "log" as const, "time" as const);

/** Checks that all marks lie in the box and nothing is no number. */
function expectSound({ source }: Html): void {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(source)!.map(Number);
  expect(source).not.toMatch(/NaN|Infinity|undefined|="-/);
  const within = (name: string, most: number) => {
    for (const [, place] of source.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))) {
      expect(Number(place)).toBeGreaterThanOrEqual(0);
      expect(Number(place)).toBeLessThanOrEqual(most);
    }
  };
  for (const name of ["x", "x1", "x2", "cx", "width"]) within(name, width!);
  for (const name of ["y", "y1", "y2", "cy", "height"]) within(name, height!);
  for (const [, path] of source.matchAll(/ d="([^"]*)"/g)) {
    for (const [, command, numbers] of path!.matchAll(/([MLHV])([\d. ]+)/g)) {
      const [first, second] = numbers!.split(" ").map(Number);
      const [x, y] = command === "V" ? [0, first] : [first, second ?? 0];
      expect(x).toBeLessThanOrEqual(width!);
      expect(y).toBeLessThanOrEqual(height!);
    }
  }
}

describe("charts stay in their box, whatever the data", () => {
  test("lines", () => {
    const series = fc.record({ name: TEXT, points: fc.array(fc.tuple(NUMBER, NUMBER), { maxLength: 30 }) });
    fc.assert(
      fc.property(fc.array(series, { maxLength: 8 }), KIND, KIND, fc.boolean(), (all, x, y, steps) =>
        expectSound(
          lineChart({ name: "n", series: all, x: { kind: x }, y: { kind: y }, steps, dots: !steps }),
        ),
      ),
    );
  });

  test("histograms", () => {
    fc.assert(
      fc.property(NUMBER, NUMBER, fc.array(COUNT, { maxLength: 60 }), KIND, (a, b, counts, kind) => {
        const width = Math.abs(b - a) / counts.length;
        const bins = counts.map((count, i) => ({ from: a + i * width, to: a + (i + 1) * width, count }));
        expectSound(histogram({ name: "n", bins, x: { kind } }));
      }),
    );
  });

  test("bars", () => {
    const bar = fc.record(
      { label: TEXT, value: COUNT, mark: COUNT, note: TEXT, colour: fc.nat(5) },
      { requiredKeys: ["label", "value"] },
    );
    fc.assert(fc.property(fc.array(bar, { maxLength: 12 }), (bars) => expectSound(barList("n", bars))));
  });

  test("heat maps", () => {
    const cells = fc.array(fc.array(fc.option(NUMBER, { nil: undefined }), { maxLength: 20 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        cells,
        fc.array(TEXT, { maxLength: 20 }),
        fc.array(TEXT, { maxLength: 20 }),
        (values, rows, columns) => expectSound(heatMap({ name: "n", rows, columns, cells: values })),
      ),
    );
  });
});

test("labels are text", () => {
  const hostile = "<img onerror=alert(1)>";
  const charts = [
    barList(hostile, [{ label: hostile, value: 1, note: hostile }]),
    lineChart({
      name: hostile,
      series: [{ name: hostile, points: [[0, 1]] }],
      x: { kind: "linear", title: hostile },
      y: { kind: "linear", title: hostile },
    }),
    heatMap({ name: hostile, rows: [hostile], columns: [hostile], cells: [[1]] }),
  ];
  for (const { source } of charts) expect(source).not.toContain("<img");
});

test("a bar has the length of its value, and a line goes through its points", () => {
  const widths = [
    ...barList("n", [
      { label: "a", value: 2 },
      { label: "b", value: 1 },
    ]).source.matchAll(/class="c0" [^>]*width="([\d.]+)"/g),
  ];
  expect(Number(widths[0]![1]) / Number(widths[1]![1])).toBeCloseTo(2, 2);
  const { source } = lineChart({
    name: "n",
    series: [
      {
        name: "s",
        points: [
          [0, 0],
          [10, 1],
        ],
      },
    ],
    x: { kind: "linear" },
    y: { kind: "linear" },
  });
  expect(/ d="([^"]*)"/.exec(source)![1]).toMatch(/^M[\d.]+ 170L326 8$/);
});
