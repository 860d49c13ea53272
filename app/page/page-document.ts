import { htmlDocument } from "../html/document";
import { tag } from "../html/html";

/**
 * The page without what it shows, which its script asks for.
 * @param base where its files are, relative to its own address: `""`, or a folder with a slash
 */
export function pageDocument(base: string): string {
  return htmlDocument(
    { title: "Data Faker", stylesheet: `${base}page.css`, scripts: [`${base}page.js`] },
    tag(
      "div",
      { class: "page" },
      tag(
        "header",
        {},
        tag("h1", {}, "Data Faker"),
        tag("p", { class: "lead", id: "server" }, "Reading the state ..."),
        tag("p", { class: "notice", id: "trouble", role: "alert", hidden: true }),
        tag("nav", {}, tag("a", { href: `${base}queries` }, "What queries take")),
        tag("noscript", {}, tag("p", { class: "notice" }, "This page needs JavaScript.")),
      ),
      tag("main", { id: "main" }),
    ),
  );
}
