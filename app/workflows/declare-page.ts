import type { IncomingMessage, ServerResponse } from "node:http";
import { getWebApps, WebApp } from "@514labs/moose-lib";
import { runRecords } from "../ledger/run-records";
import { isOwnHost } from "../page/own-host";
import { pageHandler } from "../page/page-handler";
import type { PageState, Refill } from "../page/page-state";
import { type KnownTable, readPageState } from "../page/read-page-state";
import { readReport } from "../report/read-report";
import { thisOwner } from "../run/claim/this-owner";
import { openServerSession, type ServerSession } from "../run/session/server-session";
import { mooseConnection } from "../writer/olap/moose-connection";
import { settingsOf } from "./declared-fakers";
import { invalid } from "./invalid-option";
import { planRefill, refillYields } from "./refill-plan";

const NAME = "data-faker";
const MOUNT_PATH = "/data-faker";

/**
 * Declares, once in a project, the page that shows runs and tables, and only reads: nobody is asked who they are.
 * @throws Refusal `invalid-option` where the project has its own page there
 */
export function declarePage(): void {
  // Versions of Moose that have no pages are served without.
  if (typeof WebApp !== "function") return;
  const apps = [...getWebApps().values()];
  if (apps.some(({ name, config }) => name === NAME && config.mountPath === MOUNT_PATH)) return;
  if (apps.some(({ name, config }) => name === NAME || config.mountPath === MOUNT_PATH))
    throw invalid("page", `false where the project has its own WebApp ${NAME} or at ${MOUNT_PATH}`, "true");
  const handle = pageHandler({
    state: readState,
    report: (name) => withSession((session) => readReport({ session, name, folder: process.cwd() })),
    folder: process.cwd(),
    isOwnHost,
    onBug: (error) => console.error(error),
  });
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    handle(request, response, (request.url ?? "/").replace(/[?#].*$/, ""));
  new WebApp(NAME, answer, {
    mountPath: MOUNT_PATH,
    metadata: { description: "How Data Faker's runs stand, and what its tables hold" },
    injectMooseUtils: false,
  });
}

/** Several processes answer, and each may be replaced: what is known is in the ledger alone. */
const readState = (): Promise<PageState> =>
  withSession((session) => readPageState({ session, owner: thisOwner("workflow"), refill: dueRefill }));

async function withSession<T>(work: (session: ServerSession) => Promise<T>): Promise<T> {
  const session = await openServerSession(await mooseConnection());
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

function dueRefill({ target, runs, spans, rows }: KnownTable): Refill | null {
  const refill = settingsOf(target.table)?.refill;
  if (refill === undefined) return null;
  const records = runRecords(runs, spans);
  // Of a table that is spread the page counts one server's.
  const tableRows = records.some(({ shards }) => shards) ? undefined : rows;
  const plan = refillYields(runs) ?? planRefill(records, refill, tableRows);
  return {
    every: refill.schedule.replace("@every ", ""),
    targetRows: refill.targetRows,
    next: typeof plan === "string" ? { nothing: plan } : { rows: plan.stopAt },
  };
}
