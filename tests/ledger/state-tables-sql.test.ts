import { stateTablesSql } from "../../app/ledger/state-tables-sql";
import { createTableSql } from "../../app/table/create-table";
import { ledgerNames } from "../../datamodels/ledger-names";
import { declareLedgerTables } from "../../datamodels/ledger-tables";

it.each(["data_faker", "mine"])("state tables are created as Moose declares them: %s", (prefix) => {
  const names = ledgerNames(prefix);
  const { runs, steps } = declareLedgerTables(names);
  expect(stateTablesSql("d", names)).toEqual([createTableSql(runs, "d"), createTableSql(steps, "d")]);
});
