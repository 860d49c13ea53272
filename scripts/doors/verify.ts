import { EnvironmentFailure, Refusal } from "../../app/errors";
import type { Ledger } from "../../app/ledger/ledger";
import { runRecords } from "../../app/ledger/run-records";
import type { RunEvent } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import { refuseOtherShards } from "../../app/run/check/other-shards";
import { type Verification, verifyTable } from "../../app/run/check/verify-table";
import type { TableReport, VerifyReport } from "../../app/run/check/verify-report";
import { openTable } from "../../app/run/session/meant-table";
import { otherTables } from "../../app/run/session/other-tables";
import { type Host, thisHost } from "../../app/run/session/host";
import type { TableAccess } from "../../app/run/session/server-session";
import { readSpreadDefinition } from "../../app/table/spread-definition";
import { commandPrefix } from "../cli/command-prefix";
import type { Commands } from "../cli/commands";
import { placeFlags } from "../cli/place-flags";
import { formatCount } from "../../app/request/format";
import { styleFor } from "../terminal/style";
import { tableReport } from "../terminal/verify-json";
import { renderVerification } from "../terminal/verify-view";
import { printAnswer } from "./print-answer";
import { printLine } from "./print-line";
import type { Server } from "./server";
import { tableLedgers } from "./table-ledgers";
import { tellOfBanner } from "./tell-of-banner";
import { withRunView } from "./with-run-view";
import { withServer } from "./with-server";

/** Checks the table against the ledger and prints what is wrong, after a repair once more. */
export const verify: Commands["verify"] = ({ repair, json, place }) =>
  withServer(place, async (server) => {
    if (json) tellOfBanner("verify");
    const ledgers = await tableLedgers(server);
    const tables: TableReport[] = [];
    let code = 0;
    for (const ledger of ledgers) {
      if (ledgers.length > 1 && !json) printLine(`${ledger.target.table}:`);
      const one = verifyOn(server, ledger, repair, json ? tables : undefined);
      code = (await (ledgers.length > 1 ? one.catch(nameTable) : one)) || code;
    }
    const report: VerifyReport = { tables };
    if (json) return (await printAnswer(JSON.stringify(report, undefined, 2))) || code;
    if (ledgers.length === 0) printLine("There is no run yet: nothing to verify.");
    return code;
  });

/** Some tables may be spread over the servers that are named, and others not. */
function nameTable(error: unknown): never {
  if (!(error instanceof Refusal && error.code === "other-shards")) throw error;
  throw new Refusal(error.code, `${error.message}; --table looks at one table alone`);
}

/**
 * @param reports takes what was found, instead of standard output
 * @returns the exit code: 1 where something is wrong or nothing was compared, also after a repair
 */
async function verifyOn(
  server: Server,
  ledger: Ledger,
  repair: boolean,
  reports: TableReport[] | undefined,
): Promise<number> {
  const { connection, client } = server;
  const name = ledger.target;
  // A table of one server need not be on the shards.
  refuseOtherShards({ ...server, name }, runRecords(await ledger.newestRuns(), []));
  const definition = await readSpreadDefinition(server, name);
  if (definition === undefined) {
    throw new EnvironmentFailure(
      "table-missing",
      `There is no table ${name.database}.${name.table} any more: Moose creates it, and a run with --embedded; that run then rewrites what is recorded`,
    );
  }
  const access = { client, ledger, others: otherTables({ client, ledger }) };
  const table = await openTable(definition, access);
  const options = { connection, ...access, table, ...thisHost("terminal") };
  const look = async () => {
    const verification = await verifyTable(options);
    const how = { table, repair, prefix: commandPrefix(process.env), placeFlags: placeFlags(server) };
    if (reports !== undefined) reports.push(tableReport(verification, how, exitCode(verification) === 0));
    else {
      const style = styleFor(process.stdout, process.env);
      printLine(renderVerification(verification, { ...how, style }));
    }
    return verification;
  };
  const before = await look();
  const lacking = before.notCompared > 0 || before.findings.some(({ kind }) => kind === "missing");
  if (!repair || !lacking) return exitCode(before);
  return (await repairMissing(server, options)) || exitCode(await look());
}

function exitCode({ runs, steps, findings, notCompared }: Verification): number {
  const compared = runs === 0 || steps > 0;
  return compared && findings.length + notCompared === 0 ? 0 : 1;
}

function repairMissing(server: Server, options: TableAccess & Host): Promise<number> {
  return withRunView(server, async (view, stop) => {
    const emit = (event: RunEvent) => {
      if (event.kind !== "finished") return view.show(event);
      view.close();
      printLine(`Missing rows written: ${formatCount(event.summary.rowsWritten)}`);
    };
    await runFaker({ ...options, stop, emit }, { kind: "repair" });
    return 0;
  });
}
