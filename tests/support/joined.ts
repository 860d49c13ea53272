import type { Ledger } from "../../app/ledger/ledger";
import { parseRequest } from "../../app/request/parse-request";
import { type Clock, systemClock } from "../../app/run/claim/clock";
import { verifyTable } from "../../app/run/check/verify-table";
import type { RunEvent, RunSummary } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { quoteTable } from "../../app/server/table-name";
import type { TableWithLedger } from "./table-with-ledger";

/** One who joins the runs of a table. */
export interface Joined {
  /** What it says as notes. */
  readonly notes: string[];
  readonly stop: AbortController;
  readonly end: Promise<RunSummary | undefined>;
}

export interface JoinOptions {
  /** What it reads; default: the table's. */
  readonly ledger?: Ledger;
  readonly clock?: Clock;
  /** Is told what happens. */
  readonly hear?: (event: RunEvent) => void;
}

export function join(
  table: TableWithLedger,
  { ledger = table.ledger, clock = systemClock, hear = () => {} }: JoinOptions = {},
): Joined {
  const notes: string[] = [];
  const stop = new AbortController();
  let summary: RunSummary | undefined;
  const emit = (event: RunEvent) => {
    if (event.kind === "notice") notes.push(event.message);
    if (event.kind === "finished") summary = event.summary;
    hear(event);
  };
  const request = parseRequest({ writer: "native", threads: "1" });
  const options = { ...table, ...thisHost("terminal"), ledger, clock, stop: stop.signal, emit };
  return { notes, stop, end: runFaker(options, { kind: "join", request }).then(() => summary) };
}

/** Each row once, as it was recorded, and nobody at work. */
export async function expectExact(table: TableWithLedger, rows: number): Promise<void> {
  const verified = await verifyTable({ ...table, ...thisHost("terminal") });
  expect(verified).toMatchObject({ rows, findings: [], inDoubt: 0, underWay: false });
  const query = `SELECT count() AS n, uniqExact(image_id) AS ids FROM ${quoteTable(table.table.name)}`;
  expect(await select(table.client, query)).toEqual([{ n: `${rows}`, ids: `${rows}` }]);
}
