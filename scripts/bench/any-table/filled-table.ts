import type { Model } from "../../../app/model/column";
import type { Domain } from "../../../app/rows/domain";
import { coverColumns } from "../../../app/rows/column-coverage";
import { openTable } from "../../../app/run/session/meant-table";
import { otherTables } from "../../../app/run/session/other-tables";
import { openServerSession } from "../../../app/run/session/server-session";
import { readTableDefinition } from "../../../app/table/target-table";
import { LEDGER_PREFIX, ledgerNames } from "../../../datamodels/ledger-names";
import type { BenchServer } from "../bench-server";

/** A table as its run fills it, as plain data. */
export interface FilledTable {
  readonly model: Model;
  readonly source: Domain["source"];
}

/** @param table has a run in the ledger, which knows all that its rows refer to */
export async function filledTable({ connection }: BenchServer, table: string): Promise<FilledTable> {
  const session = await openServerSession(connection);
  try {
    const name = { database: connection.database, table };
    const definition = await readTableDefinition(session.client, name);
    if (definition === undefined) throw new Error(`there is no table ${table}`);
    const ledger = session.ledger(ledgerNames(LEDGER_PREFIX), name);
    const access = { client: session.client, ledger };
    const { model, domain } = await openTable(definition, { ...access, others: otherTables(access) });
    return { model: coverColumns(model, domain).filled, source: domain.source };
  } finally {
    await session.close();
  }
}
