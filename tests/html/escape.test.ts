import fc from "fast-check";
import { escapeHtml } from "../../app/html/escape";

/** What a parser of HTML makes of text with the references that we write. */
function parsed(source: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#13": "\r" };
  return source.replace(/&([^;]+);/g, (_, name: string) => names[name]!);
}

const HOSTILE = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("<", ">", "&", '"', "'", "script", "amp;", "&lt;", "\r", "\n", "--", "]]>"))
    .map((t) => t.join("")),
);

describe("escapeHtml", () => {
  test("any text without control characters survives as text", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const visible = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Cs}/gu, "?");
        expect(parsed(escapeHtml(visible))).toBe(visible);
      }),
    );
  });

  test("nothing is left that opens a tag, a reference or ends an attribute", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const source = escapeHtml(text);
        expect(source).not.toMatch(/[<>"']/);
        expect(source.replace(/&(amp|lt|gt|quot|#39|#13);/g, "")).not.toContain("&");
      }),
    );
  });

  test("control characters become pictures, halves of pairs the replacement character", () => {
    expect(escapeHtml("a\0\x1b\x7f\ud800b\r\n\t")).toBe("a␀␛␡\ufffdb&#13;\n\t");
    expect(escapeHtml("😀")).toBe("😀");
  });
});
