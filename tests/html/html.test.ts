import fc from "fast-check";
import { dataTable } from "../../app/html/data-table";
import { htmlDocument } from "../../app/html/document";
import { escapeHtml } from "../../app/html/escape";
import { fragment, tag } from "../../app/html/html";
import { THEME_CSS } from "../../app/html/theme";

describe("tag", () => {
  test("texts and attributes are escaped wherever they stand", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeHtml(text);
        expect(tag("p", { title: text }, text, [text, tag("b", {}, text)]).source).toBe(
          `<p title="${escaped}">${escaped}${escaped}<b>${escaped}</b></p>`,
        );
      }),
    );
  });

  test("what is absent is left out", () => {
    expect(
      tag("td", { class: undefined, hidden: false, open: true, x: 1.005 }, undefined, false, 0).source,
    ).toBe('<td open x="1">0</td>');
    expect(tag("br").source).toBe("<br>");
    expect(fragment("a", "<").source).toBe("a&lt;");
  });

  test.each(["style", "onload", "onClick", "a b", 'x"'])("the attribute %s is refused", (name) => {
    expect(() => tag("p", { [name]: "x" })).toThrow(/not allowed/);
  });

  test("a number that is none is refused", () => {
    expect(() => tag("rect", { x: NaN })).toThrow(/x is NaN/);
  });
});

describe("htmlDocument", () => {
  test("carries its rules, and no text leaves its place", () => {
    const page = htmlDocument({ title: "</title><img onerror=1>", css: "</style>" }, "<b>");
    expect(page).not.toMatch(/<img|<b>/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test("the theme needs nothing from elsewhere", () => {
    expect(THEME_CSS).not.toMatch(/url\(|@import|</);
  });
});

test("a table's cells are text, and its numbers are marked", () => {
  const { source } = dataTable(
    "shares",
    [{ title: "value" }, { title: "rows", numeric: true }],
    [["<i>", 12]],
  );
  expect(source).toContain('<td>&lt;i&gt;</td><td class="number">12</td>');
});
