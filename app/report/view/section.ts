import { type Content, type Html, tag } from "../../html/html";

/** A part of the report, by which the contents list it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** @param lead a sentence that says what is to be seen */
export function section(id: string, title: string, lead: Content, ...content: readonly Content[]): Section {
  const heading = tag("h2", { id }, title);
  return {
    id,
    title,
    content: tag("section", { "aria-labelledby": id }, heading, tag("p", { class: "lead" }, lead), content),
  };
}
