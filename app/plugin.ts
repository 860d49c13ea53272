import { declareLedgerTables, LEDGER_NAMES, type LedgerTables } from "../datamodels/ledger-tables";

/** Declares in a Moose project what Data Faker needs there: its two state tables. Call it from the app's index. */
export function dataFaker(): LedgerTables {
  return declareLedgerTables(LEDGER_NAMES);
}
