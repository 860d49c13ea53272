import { htmlDocument } from "../html/document";
import { tag } from "../html/html";
import { queriesSection } from "../report/view/queries";
import type { AllResults } from "./read-all-results";

/** A page of its own, without a script: what queries take, by the files that are kept. */
export function queriesDocument({ results, problems }: AllResults): string {
  const sections = results.flatMap((one, i) => {
    const { database, table } = one.table;
    return queriesSection(one, `queries-${i}`, `${database}.${table}`) ?? [];
  });
  return htmlDocument(
    { title: "Data Faker: what queries take", stylesheet: "page.css" },
    tag(
      "div",
      { class: "page" },
      tag(
        "header",
        {},
        tag("h1", {}, "What queries take"),
        tag("nav", {}, tag("a", { href: "./" }, "Runs and tables")),
        problems.map((line) => tag("p", { class: "notice" }, line)),
      ),
      tag(
        "main",
        {},
        sections.length === 0 &&
          tag("p", {}, "Nothing is kept yet: the command ", tag("code", {}, "queries"), " measures them."),
        sections.map(({ content }) => content),
      ),
    ),
  );
}
