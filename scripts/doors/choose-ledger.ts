import { Refusal } from "../../app/errors";
import { quoted } from "../../app/request/quoted";
import { LEDGER_PREFIX, type LedgerNames, ledgerNames } from "../../datamodels/ledger-names";
import type { SaidRows } from "./said-rows";
import type { Server } from "./server";

/**
 * Which of a database's ledgers is meant. Two ledgers of one table know nothing of each other, so none is
 * guessed.
 * @param found their prefixes
 * @param given `--state-tables`
 * @returns the prefix; where the database has no ledger, that of the one to make
 * @throws Refusal `which-ledger`
 */
export function chooseLedger(found: readonly string[], given: string | undefined): string {
  if (given !== undefined && !/^[A-Za-z_]\w*$/.test(given)) {
    throw new Refusal(
      "which-ledger",
      `--state-tables: expected the prefix of the state tables' names, such as ${LEDGER_PREFIX}, received ${quoted(given)}`,
    );
  }
  if (found.length === 0) return given ?? LEDGER_PREFIX;
  if (given === undefined && found.length === 1) return found[0]!;
  if (given !== undefined && found.includes(given)) return given;
  const problem =
    given === undefined
      ? "the database has more than one pair of state tables"
      : `--state-tables: the database has no state tables ${given}_runs and ${given}_steps`;
  throw new Refusal(
    "which-ledger",
    `${problem}: name those of the project's dataFaker with --state-tables ${found.join(" or ")}`,
  );
}

/**
 * The ledger of the table that is meant: that of `--state-tables`, else of the project's code, else the database's
 * only one.
 * @throws as {@link chooseLedger}
 */
export function ledgerOf(
  { stateTables }: Pick<Server, "stateTables">,
  { faker }: Pick<SaidRows, "faker">,
  found: readonly string[],
): LedgerNames {
  if (stateTables === undefined && faker !== undefined) return faker.stateTables;
  return ledgerNames(chooseLedger(found, stateTables));
}
