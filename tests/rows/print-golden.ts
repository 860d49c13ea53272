/**
 * Prints the golden values as they are now:
 *
 *     node dist/tests/rows/print-golden.js > tests/rows/golden.json
 *
 * A value that moved needs a new version of its stream as well: rows of runs under way would no longer match.
 */
import { makeGolden } from "./golden";

process.stdout.write(`${JSON.stringify(makeGolden(), null, 1)}\n`);
