import { imagesDomain } from "../../../app/domains/images/images-domain";
import * as d from "../../../app/domains/images/distributions";
import { Factors } from "../../../app/rows/factors";
import { Shoots } from "../../../app/domains/images/factors/shoots";
import { Streams } from "../../../app/rows/random/stream";
import { createRowGenerator } from "../../../app/rows/row-generator";
import type { ArrayValues, NumberValues } from "../../../app/model/types/column-values";
import { COUNTRIES } from "../../../app/domains/images/vocabulary/countries";
import { SITES } from "../../../app/domains/images/vocabulary/sites";
import { DEFAULT_MODEL } from "../../rows/default-model";
import { columnOf } from "../../rows/read-block";
import { countryTotal, type Level, SHARES } from "./shares";
import { addBlock, BLOCK, Tally } from "./tally";

const BLOCKS = 25;
const ROWS = BLOCK * BLOCKS;
/**
 * A multiple of a window, so that no shoot spans two blocks; far enough that every duplicate has its
 * original.
 */
const FIRST = 64 * 100_000;
/** Allowed distance of a share, in standard deviations. Seeds are fixed: what passes once passes always. */
const SIGMAS = 4.5;

/** Sums of squared lengths of takes and shoots: what makes fewer samples of many rows. */
function squares(seed: string): Record<Level, number> {
  const factors = new Factors(new Streams(seed), BLOCK);
  const shoots = factors.get(Shoots);
  const sums = { row: ROWS, take: 0, shoot: 0 };
  for (let b = 0; b < BLOCKS; b++) {
    factors.fill([{ first: FIRST + b * BLOCK, rows: BLOCK }]);
    for (const [level, of] of [
      ["take", shoots.takeOf],
      ["shoot", shoots.shootOf],
    ] as const) {
      const lengths = new Float64Array(BLOCK);
      for (let i = 0; i < BLOCK; i++) lengths[of[i]!]!++;
      for (const length of lengths) sums[level] += length * length;
    }
  }
  return sums;
}

const heavy = ["caption", "content_url", "keyword_ids"];
const model = DEFAULT_MODEL.filter(({ name }) => !heavy.includes(name));

function measure(seed: string): Tally {
  const tally = new Tally();
  const generator = createRowGenerator(seed, model, imagesDomain);
  for (let b = 0; b < BLOCKS; b++) addBlock(tally, generator.generate(FIRST + b * BLOCK, BLOCK));
  return tally;
}

/** What is known of real rows, in words: the table itself is compared with it. */
test("the declared table says what was asked for", () => {
  const share = (weights: readonly number[], ...indexes: number[]): number =>
    indexes.reduce((sum, i) => sum + weights[i]!, 0) / weights.reduce((sum, weight) => sum + weight, 0);
  expect(d.GENDER.map((weight) => weight / 100)).toEqual([0.66, 0.33]);
  expect(share(d.PEOPLE, 0)).toBe(0.01);
  expect([share(d.AGE, 4), share(d.AGE, 3), share(d.AGE, 1, 2), share(d.AGE, 0), share(d.AGE, 5)]).toEqual([
    0.5, 0.25, 0.15, 0.05, 0.05,
  ]);
  expect([0, 2, 1, 3].map((e) => share(d.ETHNICITY, e))).toEqual([0.7, 0.1, 0.08, 0.05]);
  expect(share(d.ETHNICITY, 4, 5, 6, 7, 8)).toBeCloseTo(0.07);
  expect(SITES.slice(0, 4).map((site) => site.weight)).toEqual([400, 80, 80, 80]);
  expect(SITES.reduce((sum, site) => sum + site.weight, 0)).toBe(1000);
  expect(SITES).toHaveLength(18);
  expect((d.FACE[0] / d.FACE[1]) * 0.99).toBeCloseTo(0.6, 12);
  expect(
    0.6 * (d.BODY_WITH_FACE[0] / d.BODY_WITH_FACE[1]) +
      0.39 * (d.BODY_WITHOUT_FACE[0] / d.BODY_WITHOUT_FACE[1]),
  ).toBeCloseTo(0.45, 12);
  expect(d.CLUSTERS).toHaveLength(14);
  expect(new Set(COUNTRIES.map(([code]) => code)).size).toBe(COUNTRIES.length);
  expect(COUNTRIES.length).toBeGreaterThan(95);
  expect((COUNTRIES[0]![2] / countryTotal) * 0.98).toBeGreaterThan(0.08);
  expect((COUNTRIES[0]![2] / countryTotal) * 0.98).toBeLessThan(0.12);
});

describe.each(["42", "another", "third seed"])("a million rows of seed %j", (seed) => {
  const squared = squares(seed);
  const { counts } = measure(seed);

  test.each(SHARES)("%s", (name, level, weights) => {
    const found = counts.get(name)!;
    const n = found.reduce((sum, count) => sum + count);
    const total = weights.reduce((sum, weight) => sum + weight);
    const samples = n / (squared[level] / ROWS);
    const off = weights.flatMap((weight, value) => {
      const share = weight / total;
      const deviation = Math.sqrt((share * (1 - share)) / samples);
      const distance = Math.abs(found[value]! / n - share);
      return distance > SIGMAS * deviation + 1e-6
        ? [{ name, value, share, found: found[value]! / n, deviation }]
        : [];
    });
    expect(off).toEqual([]);
    expect(found).toHaveLength(weights.length);
  });

  test("there are samples enough: a share of one half is known to a third of a percent", () => {
    expect(Math.sqrt(0.25 / (ROWS / (squared.take / ROWS)))).toBeLessThan(0.0015);
    expect(Math.sqrt(0.25 / (ROWS / (squared.shoot / ROWS)))).toBeLessThan(0.0033);
  });

  test("the middles of the lower topic scores are 0.20 and 0.10", () => {
    for (const name of ["second topic below 0.20", "third topic below 0.10"]) {
      const [above, below] = counts.get(name)!;
      expect(Math.abs(below! / (above! + below!) - 0.5)).toBeLessThan(0.03);
    }
  });

  test.each(d.CLUSTERS)(
    "$column: all clusters occur, some hold many times the average",
    ({ column, clusters }) => {
      const [none, ...sizes] = counts.get(column)!;
      const average = sizes.reduce((sum, size) => sum + size) / clusters;
      expect(none).toBe(0);
      expect(Math.max(...sizes) / average).toBeGreaterThan(0.9 * (1 + Math.log(clusters)));
      expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(clusters * 0.98);
    },
  );
});

test("keyword counts follow their quantiles, and low ranks are the common ones", () => {
  const generator = createRowGenerator(
    "42",
    DEFAULT_MODEL.filter(({ name }) => name === "keyword_ids"),
    imagesDomain,
  );
  const below = new Float64Array(d.KEYWORDS.length);
  const ranks = new Float64Array(4096);
  const rows = 100_000;
  const { offsets, elements } = columnOf(generator.generate(FIRST, rows), "keyword_ids") as ArrayValues;
  for (let i = 0; i < rows; i++) {
    const length = offsets[i + 1]! - offsets[i]!;
    d.KEYWORDS.forEach((knot, k) => (below[k]! += length < knot ? 1 : 0));
  }
  for (const id of (elements as NumberValues).values) ranks[(id - 1) % 4096]!++;
  below.forEach((count, k) => {
    const share = d.KEYWORDS.indexOf(d.KEYWORDS[k]!) / 16;
    expect(Math.abs(count / rows - share)).toBeLessThan(SIGMAS * Math.sqrt(0.25 / rows));
  });
  expect(ranks[0]! / rows).toBeGreaterThan(1);
  expect(ranks[100]! / rows).toBeLessThan(0.4);
});
