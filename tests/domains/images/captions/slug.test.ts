import fc from "fast-check";
import { ByteBuffer } from "../../../../app/rows/byte-buffer";
import { appendSlug } from "../../../../app/domains/images/captions/slug";

function slug(text: string | Uint8Array, maxLength: number): string {
  const bytes = Buffer.from(text);
  const out = new ByteBuffer(1);
  out.appendBytes(Buffer.from("/"));
  appendSlug(
    out,
    Buffer.concat([Buffer.from("x "), bytes, Buffer.from("y")]),
    2,
    2 + bytes.length,
    maxLength,
  );
  const written = Buffer.from(out.bytes.subarray(0, out.length)).toString("latin1");
  expect(written[0]).toBe("/");
  return written.slice(1);
}

const STOP_WORDS = ["a", "an", "the", "of", "in", "on", "at", "with", "and", "by", "is", "to"];

/** The same, slowly: whole words as long as they fit, and no stop words where it is cut. */
function expected(text: string, maxLength: number): string {
  const words = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (words.length > 0 && words[0]!.length > maxLength) return words[0]!.slice(0, maxLength);
  const fitting = words.filter((_, i) => words.slice(0, i + 1).join("-").length <= maxLength);
  if (fitting.length < words.length) while (STOP_WORDS.includes(fitting.at(-1)!)) fitting.pop();
  return fitting.join("-");
}

const word = fc.constantFrom(
  "A",
  "woman",
  "in",
  "is",
  "São",
  "Łódź",
  "Tromsø",
  "Café",
  "–",
  "T-shirt",
  " ",
  "  ",
  "-",
  "7",
  "close-up",
  "'s",
  ",",
);
const captionLike = fc.array(word).map((words) => words.join(" "));
const ascii = fc.string({ unit: fc.constantFrom(..." -aZ09.'\n@[`{/:") });

test("is the words that fit, joined by hyphens, for any text and length", () => {
  fc.assert(
    fc.property(fc.oneof(captionLike, ascii), fc.nat({ max: 40 }), (any, maxLength) => {
      // A slug that fits exactly counts as cut where anything follows, and loses a stop word too.
      const text = any.replace(/[^\p{L}\p{N}]+$/u, "");
      expect(slug(text, maxLength)).toBe(expected(text, maxLength));
    }),
    { numRuns: 2000 },
  );
});

test("is ASCII, within its length, and without stray hyphens for any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 60 }), (bytes, maxLength) => {
      const result = slug(bytes, maxLength);
      expect(result.length).toBeLessThanOrEqual(maxLength);
      expect(result).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["A young woman smiling outdoors", 100, "a-young-woman-smiling-outdoors"],
  ["A young woman smiling outdoors", 14, "a-young-woman"],
  ["A young woman smiling outdoors", 13, "a-young-woman"],
  ["A young woman smiling outdoors", 12, "a-young"],
  ["Woman on the beach of a bay", 12, "woman"],
  ["Woman on the beach of a bay", 20, "woman-on-the-beach"],
  ["Of the", 2, ""],
  ["Café in Łódź – Besançon, Þingvellir", 60, "cafe-in-lodz-besancon-tingvellir"],
  ["Close-up of a man", 7, "close"],
  ["Close-up of a man", 3, "clo"],
  ["Close-up of a man", 0, ""],
  [" -- ", 10, ""],
])("%j within %i bytes is %j", (text, maxLength, result) => {
  expect(slug(text, maxLength)).toBe(result);
});
