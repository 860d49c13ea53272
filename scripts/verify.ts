import { EnvironmentFailure } from "../app/errors";
import { repairMissing } from "../app/run/repair-missing";
import { verifyTable } from "../app/run/verify-table";
import { readTargetTable } from "../app/table/target-table";
import { connectMoose } from "../app/writer/olap/moose-connection";
import { createOlapWriter } from "../app/writer/olap/olap-writer";
import { runtimeOlapTable } from "../app/writer/olap/runtime-olap-table";
import { commandPrefix } from "./cli/command-prefix";
import { thisOwner } from "./owner";
import { findLedger, type Server } from "./server";
import { formatCount } from "./terminal/format";
import { styleFor } from "./terminal/style";
import { renderVerification } from "./terminal/verify-view";

/** Holds the ledger against the table and prints what is wrong. @returns the exit code: 1 where something is */
export async function verify(server: Server, repair: boolean): Promise<number> {
  const out = (text: string) => process.stdout.write(`${text}\n`);
  const ledger = await findLedger(server);
  if (ledger === undefined) {
    out("The ledger holds no run yet: nothing to verify.");
    return 0;
  }
  const { client, connection, name, embedded } = server;
  const table = await readTargetTable(client, name);
  if (table === undefined) {
    throw new EnvironmentFailure("table-missing", `There is no table ${name.database}.${name.table}: Moose creates it, and a run with --embedded; that run then writes again what the ledger has`);
  }
  const options = { client, ledger, table, owner: thisOwner() };
  let verification = await verifyTable(options);
  if (repair && verification.findings.some(({ kind }) => kind === "missing")) {
    await connectMoose(connection);
    const writer = createOlapWriter(runtimeOlapTable(name.table, name.database, table.model), table.model);
    try {
      const rows = await repairMissing(
        {
          ...options,
          writer,
          clock: { monotonic: () => performance.now(), wall: () => Date.now() },
          random: Math.random,
          emit: (event) => event.kind === "retry" && out(`retry: attempt ${event.attempt} in ${Math.round(event.delaySeconds)} s: ${event.reason}`),
        },
        verification.findings,
      );
      out(`Written: ${formatCount(rows)} rows that were missing`);
    } finally {
      await writer.close();
    }
    verification = await verifyTable(options);
  }
  const style = styleFor(process.stdout, process.env);
  out(renderVerification(verification, { style, name, prefix: commandPrefix(process.env), placeFlags: embedded ? "--embedded" : undefined }));
  return verification.findings.length === 0 ? 0 : 1;
}
