import { isGoingOn } from "../../ledger/run-activity";
import type { PageState } from "../page-state";
import type { Ask } from "./action-bar";
import { base, document, element, KeyedList, setText } from "./dom";
import { type CardState, tableCard } from "./table-card";
import { time } from "./run-view";

/** Milliseconds between an answer and the next question, while something goes on and while nothing does. */
const BUSY = 1_000;
const IDLE = 3_000;
/** Milliseconds after which an answer is no longer waited for: Moose's own proxy gives up after 30 s. */
const PATIENCE = 30_000;

const byId = (id: string) => document.getElementById(id)!;
const [server, trouble, main] = [byId("server"), byId("trouble"), byId("main")];
const problems = element("div");
const cards = element("div", { class: "tables" });
main.append(problems, cards);

const problemList = new KeyedList<string>(
  problems,
  (line) => line,
  (line) => ({ root: element("p", { class: "notice" }, line), update: () => undefined }),
);
const cardList = new KeyedList<CardState>(
  cards,
  ({ table }) => table.name,
  (state) => tableCard(state, ask),
);

const ask: Ask = async (action) => {
  try {
    const answer = await fetch(new URL("action", base), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(action),
    });
    if (answer.ok) return undefined;
    return ((await answer.json()) as { error: string }).error;
  } catch (error) {
    return (error as Error).message;
  } finally {
    wake();
  }
};

let wake = () => undefined as void;

/** Waits, or until something is asked for or the window is looked at again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    wake = () => {
      clearTimeout(timer);
      done();
    };
  });
}

async function read(): Promise<PageState> {
  const answer = await fetch(new URL("state.json", base), { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(((await answer.json()) as { error: string }).error);
  return (await answer.json()) as PageState;
}

function show({ at, server: name, tables, jobs, problems: lines }: PageState): void {
  setText(server, `${name}, as of ${time(at)}`);
  problemList.update(lines);
  const now = Date.parse(at) / 1000;
  cardList.update(tables.map((table) => ({ table, jobs, now })));
}

/** @returns how long to wait */
async function refresh(): Promise<number> {
  try {
    const state = await read();
    setText(trouble, "");
    show(state);
    const isBusy =
      state.tables.some(({ runs }) => runs.some(isGoingOn)) || state.jobs?.some(({ running }) => running);
    return isBusy ? BUSY : IDLE;
  } catch (error) {
    setText(trouble, `The state cannot be read, and is asked for again: ${(error as Error).message}`);
    return IDLE;
  }
}

async function poll(): Promise<never> {
  for (;;) {
    const wait = await refresh();
    do await pause(wait);
    while (document.hidden);
  }
}

document.addEventListener("visibilitychange", () => wake());
void poll();
