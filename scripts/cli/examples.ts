/** The last part of the help. */
export const EXAMPLES = `Commands:
  status              what the ledger says about each run, even one under way
  verify              compare the table with the ledger, by row where needed
  stop                ask the run under way to stop after its batch, and wait
  dev                 run Moose and all that it needs, until Ctrl+C

Examples:
  npm start -- --rows 100000 --embedded      try it without any server
  npm start -- --rows 1M --embedded          go on from there to a million
  npm start -- --count --embedded            how many rows there are
  npm start -- --target-size 100GB           200,000,000 rows, Moose's server
  npm start -- --rows 10k --seed spring      the same rows on every machine
  npm start -- --sample 3                    print three rows, write nothing
  npm start --silent -- status --json | jq .rows_inserted

Mind the -- after npm start: without it npm keeps the flags for itself.
Ctrl+C stops after the batch under way; the same command goes on from there.
Exit codes: 0 done or nothing to do, 1 server or disk failed, 2 refused,
3 stopped by the command stop, 129, 130 and 143 by the end of the terminal,
Ctrl+C or SIGTERM.`;
