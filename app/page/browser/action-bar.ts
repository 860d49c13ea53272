import { isGoingOn } from "../../ledger/run-activity";
import type { PageAction, TableState } from "../page-state";
import { element, setText } from "./dom";

/** Asks for something to be done. @returns why it is not; `undefined` where it has begun */
export type Ask = (
  action: PageAction | (Omit<PageAction, "rows"> & { rows: string }),
) => Promise<string | undefined>;

/** The buttons of a table. */
export function actionBar({ name }: TableState, ask: Ask) {
  const input = element("input", { name: "rows", inputmode: "numeric", autocomplete: "off", required: true });
  const fill = element("button", { type: "submit" }, "Fill");
  const form = element("form", {}, element("label", {}, "Fill to this many rows", input), fill);
  const stop = element("button", { type: "button" }, "Stop");
  const verify = element("button", { type: "button" }, "Verify");
  for (const button of [fill, stop, verify])
    button.setAttribute("aria-label", `${button.textContent} ${name}`);
  const told = element("p", { class: "notice", role: "alert", hidden: true });
  const root = element("div", {}, element("div", { class: "actions" }, form, stop, verify), told);
  const idle = new Map<typeof fill, string>();
  /** What can't be done now stays in the order of the keyboard, and says why. */
  const setIdle = (button: typeof fill, why: string) => {
    idle.set(button, why);
    button.setAttribute("aria-disabled", String(why !== ""));
  };
  const on = (button: typeof fill, asked: Parameters<Ask>[0]) => {
    const why = idle.get(button) ?? "";
    setText(told, why);
    if (why === "") void ask(asked).then((refusal) => setText(told, refusal ?? ""));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    on(fill, { kind: "fill", table: name, rows: String(input.value) });
  });
  stop.addEventListener("click", () => on(stop, { kind: "stop", table: name }));
  verify.addEventListener("click", () => on(verify, { kind: "verify", table: name }));
  let suggested = "";
  const update = (table: TableState) => {
    const isUnderWay = table.runs.some(isGoingOn);
    setIdle(stop, isUnderWay ? "" : "No run is under way.");
    setIdle(fill, isUnderWay ? "A run is under way: stop it first, or wait until it has ended." : "");
    setIdle(verify, table.runs.length > 0 ? "" : "There is no run yet: nothing to verify.");
    const run = table.runs.find(({ status }) => status !== "reset");
    const more = String(
      run === undefined
        ? 100_000
        : run.rows_inserted < run.target_rows
          ? run.target_rows
          : 2 * run.target_rows,
    );
    // What the reader has typed stays.
    if (input.value === suggested) input.value = more;
    suggested = more;
  };
  return { root, update };
}
