import type { Bar } from "../../html/charts/bar-list";
import { type Html, tag } from "../../html/html";
import type { Finding } from "../../table/finding";

/** Whether all is as declared, in a word. */
export function outcome(findings: readonly Finding[]): Html {
  const outside = findings.filter((finding) => finding.outside).length;
  return outside === 0
    ? tag("span", { class: "good" }, "as declared")
    : tag("span", { class: "bad" }, `${outside} of ${findings.length} outside`);
}

/** The bar of what is observed, with a mark at what is declared. */
export function declaredBar(
  { observed, declared, outside }: Finding,
  label: string,
  note: (value: number) => string,
): Bar {
  return { label, value: observed, mark: declared, note: note(observed), colour: outside ? 1 : 0 };
}
