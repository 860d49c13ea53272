/** What the state tables are called unless a project says otherwise; apart from their declarations, which load Moose. */
export const LEDGER_NAMES = { runs: "data_faker_runs", steps: "data_faker_steps" } as const;
