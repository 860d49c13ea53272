import { createRowGenerator } from "../../../../app/rows/row-generator";
import { imagesDomain } from "../../../../app/domains/images/images-domain";
import { SITES } from "../../../../app/domains/images/vocabulary/sites";
import { DEFAULT_MODEL } from "../../../rows/default-model";
import { readBlock } from "../../../rows/read-block";

const COLUMNS = ["image_id", "caption", "content_url", "region"];
const model = DEFAULT_MODEL.filter(({ name }) => COLUMNS.includes(name));
const BLOCK = 1_000;

interface Row {
  readonly caption: string;
  readonly url: string;
  readonly region: string;
}

/** So many blocks of neighbouring rows, over a range of ids. */
function blocks(seed: string, count: number): Row[][] {
  const generator = createRowGenerator(seed, model, imagesDomain);
  return Array.from({ length: count }, (_, block) => {
    const { caption, content_url, region } = readBlock(generator.generate(1 + block * 25_000, BLOCK));
    return caption!.map((text, i) => ({
      caption: String(text),
      url: String(content_url![i]),
      region: String(region![i]),
    }));
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (rows: readonly Row[], is: (row: Row) => boolean): number =>
  mean(rows.map((row) => (is(row) ? 1 : 0)));
const wordsOf = (caption: string): string[] => caption.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];

describe.each(["42", "7", "spring"])("rows of seed %s", (seed) => {
  const ofBlock = blocks(seed, 60);
  const rows = ofBlock.flat();
  const between = (value: number, low: number, high: number): void => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };

  test("lengths", () => {
    const sizes = rows.map(({ caption }) => Buffer.byteLength(caption)).sort((a, b) => a - b);
    between(mean(sizes), 72.5, 76.5);
    const urls = rows.map(({ url }) => url.length);
    between(mean(urls), 105.4, 109.4);
    expect(Math.min(...urls)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...urls)).toBeLessThanOrEqual(131);
    between(sizes[sizes.length >> 2]!, 54, 66);
    between(sizes[(sizes.length * 3) >> 2]!, 82, 94);
  });

  test("punctuation, digits, accents, articles", () => {
    between(
      share(rows, ({ caption }) => caption.includes(",")),
      0.36,
      0.46,
    );
    between(
      share(rows, ({ caption }) => caption.includes(".")),
      0.3,
      0.38,
    );
    between(
      share(rows, ({ caption }) => /\d/.test(caption)),
      0.055,
      0.09,
    );
    between(
      share(rows, ({ caption }) => /[^\0-\x7f]/.test(caption)),
      0.012,
      0.03,
    );
    between(
      share(rows, ({ caption }) => /^(A|An|The) /.test(caption)),
      0.007,
      0.025,
    );
  });

  test("Asians are called so in Asia", () => {
    const asian =
      /\b(South Asian|Asian|Chinese|Indian|Japanese|Korean|Thai|Vietnamese|Indonesian|Malaysian|Filipino|Taiwanese|Singaporean|Nepali|Pakistani|Bangladeshi|Sri Lankan|Cambodian|Burmese)\b/i;
    const says = ({ caption }: Row): boolean => asian.test(caption);
    between(
      share(
        rows.filter(({ region }) => region === "Asia"),
        says,
      ),
      0.13,
      0.22,
    );
    between(
      share(
        rows.filter(({ region }) => region !== "Asia"),
        says,
      ),
      0,
      0.02,
    );
  });

  test("neighbouring rows share captions", () => {
    between(mean(ofBlock.map((block) => new Set(block.map(({ caption }) => caption)).size)), 560, 630);
    const commonest = ofBlock.map((block) => {
      const counts = new Map<string, number>();
      for (const { caption } of block) counts.set(caption, (counts.get(caption) ?? 0) + 1);
      return Math.max(...counts.values());
    });
    between(mean(commonest), 20, 45);
  });

  test("slugs seldom end with a stop word", () => {
    const stop = /-(a|an|the|of|in|on|at|with|and|by|near|for|from|to|while|her|his|their|into|or|as|over)$/;
    const slugOf = (url: string): string => {
      const { prefix, middle } = SITES.find((site) => url.startsWith(site.prefix))!;
      expect(url.lastIndexOf(middle)).toBeGreaterThan(prefix.length);
      return url.slice(prefix.length, url.lastIndexOf(middle));
    };
    between(
      share(rows, ({ url }) => stop.test(slugOf(url))),
      0,
      0.05,
    );
  });

  test("no opening is common", () => {
    const counts = new Map<string, number>();
    for (const { caption } of rows) {
      const start = wordsOf(caption).slice(0, 2).join(" ");
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
    expect(Math.max(...counts.values()) / rows.length).toBeLessThan(0.06);
  });
});

test("the vocabulary keeps growing", () => {
  const generator = createRowGenerator(
    "42",
    model.filter(({ name }) => name !== "content_url"),
    imagesDomain,
  );
  const words = new Set<string>();
  let before = "";
  let captions = 0;
  let first = 1;
  const sizes = [1_000, 10_000, 100_000, 1_000_000].map((size) => {
    while (captions < size) {
      for (const caption of readBlock(generator.generate(first, 20_000)).caption!.map(String)) {
        if (caption !== before && captions < size) {
          captions++;
          for (const word of wordsOf(caption)) words.add(word);
        }
        before = caption;
      }
      first += 20_000;
    }
    return words.size;
  });
  expect(sizes[0]).toBeGreaterThan(1_700);
  expect(sizes[1]).toBeGreaterThan(4_200);
  expect(sizes[2]! / sizes[1]!).toBeGreaterThan(1.5);
  expect(sizes[3]! / sizes[2]!).toBeGreaterThan(1.3);
});
