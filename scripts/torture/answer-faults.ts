import { BYTES_PER_ROW } from "../../app/request/byte-size";
import type { Fault } from "./fault";
import type { RequestKind, Treatment } from "./fault-proxy";
import type { Round } from "./round";

const ERRORS = {
  "too-many-parts": {
    code: 252,
    name: "TOO_MANY_PARTS",
    text: "Too many parts (3000 with average size of 1.00 MiB)",
  },
  "memory-limit": { code: 241, name: "MEMORY_LIMIT_EXCEEDED", text: "Memory limit (total) exceeded" },
  "read-only": { code: 242, name: "TABLE_IS_READ_ONLY", text: "Table is in readonly mode" },
  "not-allowed": { code: 164, name: "READONLY", text: "Cannot execute query in readonly mode" },
  "right-missing": {
    code: 497,
    name: "ACCESS_DENIED",
    text: "default: Not enough privileges. To execute this query, it's necessary to have the grant",
  },
  timeout: { code: 159, name: "TIMEOUT_EXCEEDED", text: "Timeout exceeded: elapsed 30 seconds" },
} as const;

/** The fault hits a few consecutive requests of one kind; the dice choose which. */
function treated(
  treatmentOf: Treatment | ((round: Round) => Treatment),
  kinds: readonly RequestKind[] = ["insert", "insert", "insert", "ledger", "other"],
): Fault["act"] {
  return async (round) => {
    const { dice, arena, inserts } = round;
    const { inFirstHalf } = round.options;
    const kind = inFirstHalf ? "insert" : dice.pick(kinds);
    const latest = inFirstHalf ? Math.ceil(inserts / 2) : inserts;
    const first = dice.whole(1, kind === "insert" ? latest : 6);
    const last = first + dice.whole(0, 2);
    round.at = last === first ? `${kind} ${first}` : `${kind} ${first} to ${last}`;
    round.missed = true;
    const treatment = typeof treatmentOf === "function" ? treatmentOf(round) : treatmentOf;
    arena.proxy.rule = (of, number) => {
      if (of !== kind || number < first || number > last) return "pass";
      round.missed = false;
      return treatment;
    };
    await round.outcome(round.start());
  };
}

/** At its first byte, in one of its blocks, or before its end. */
const cutSomewhere = ({ dice, options }: Round): Treatment => ({
  cutAt: dice.pick([1, dice.whole(1, BYTES_PER_ROW * options.batchSize), Infinity]),
});

/** The server's answer is an error, or missing, or untrue. */
export const ANSWER_FAULTS: readonly Fault[] = [
  { name: "connection-reset", act: treated(cutSomewhere) },
  { name: "answer-lost", act: treated("lose-answer") },
  { name: "answer-never-comes", long: true, act: treated("hang", ["insert", "ledger"]) },
  { name: "request-swallowed", long: true, act: treated("swallow", ["insert", "ledger"]) },
  ...Object.entries(ERRORS).map(([name, error]): Fault => ({ name, act: treated({ error, landed: false }) })),
  // The only one of these errors that ClickHouse may raise after the rows are in the table.
  { name: "timeout-but-landed", act: treated({ error: ERRORS.timeout, landed: true }) },
];
