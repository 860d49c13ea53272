import type { Job } from "../page-state";
import { element, setText } from "./dom";
import { verifiedView } from "./verified-view";

/** A command that the page has started, and what it has printed. */
export function jobView({ command }: Job) {
  const title = element("p", { class: "line" });
  const code = element("code", {}, command);
  const outcome = element("span", { class: "dim", role: "status" });
  title.append(code, outcome);
  const output = element("pre", { tabindex: 0, role: "region", "aria-label": `What ${command} has printed` });
  const found = element("div");
  const root = element("section", { class: "run" }, title, output, found);
  const update = ({ running, code, output: text, verified }: Job) => {
    setText(
      outcome,
      running ? "is running" : code === 0 ? "has ended" : `has ended with exit code ${code ?? "unknown"}`,
    );
    output.hidden = text === "" && verified !== null;
    if (verified !== null && found.children.length === 0) found.append(verifiedView(verified));
    if (output.textContent === text) return;
    const atEnd = output.scrollTop + output.clientHeight >= output.scrollHeight - 4;
    setText(output, text);
    if (atEnd) output.scrollTop = output.scrollHeight;
  };
  return { root, update };
}
