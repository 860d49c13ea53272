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

/** The same, slowly: whole words as long as they fit. */
function expected(text: string, maxLength: number): string {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (words.length > 0 && words[0]!.length > maxLength) return words[0]!.slice(0, maxLength);
  let result = "";
  for (const word of words) {
    const longer = result ? `${result}-${word}` : word;
    if (longer.length > maxLength) break;
    result = longer;
  }
  return result;
}

const word = fc.constantFrom("A", "woman", "in", "T-shirt", " ", "  ", "-", "7", "close-up", "'s", ",");
const captionLike = fc.array(word).map((words) => words.join(" "));
const ascii = fc.string({ unit: fc.constantFrom(..." -aZ09.'\n@[`{/:") });

test("is the words that fit, joined by hyphens, for any ASCII text and length", () => {
  fc.assert(
    fc.property(fc.oneof(captionLike, ascii), fc.nat({ max: 40 }), (text, maxLength) => {
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
  ["Close-up of a man", 7, "close"],
  ["Close-up of a man", 3, "clo"],
  ["Close-up of a man", 0, ""],
  [" -- ", 10, ""],
])("%j within %i bytes is %j", (text, maxLength, result) => {
  expect(slug(text, maxLength)).toBe(result);
});
