/** The two state tables of a ledger. */
export interface LedgerNames {
  readonly runs: string;
  readonly steps: string;
}

/** What a ledger's tables are called unless a project says otherwise. */
export const LEDGER_PREFIX = "data_faker";

export function ledgerNames(prefix: string): LedgerNames {
  return { runs: `${prefix}_runs`, steps: `${prefix}_steps` };
}
