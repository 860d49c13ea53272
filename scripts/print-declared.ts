import { declaredQueries } from "../app/workflows/declared-queries";
import { declaredTables } from "../app/workflows/declared-tables";

/* Loads the compiled index of a Moose project, and sends its parent what that declares, or why it can't. */

const [index, database] = process.argv.slice(2) as [string, string];

process.once("disconnect", () => process.exit(1));

function answer(message: object): void {
  // What the project has opened may keep the process alive.
  process.send!(message, () => process.exit(0));
}

try {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const exported = require(index) as Record<string, unknown>;
  answer({ tables: declaredTables(database), queries: declaredQueries(exported) });
} catch (error) {
  answer({ failed: error instanceof Error ? error.message || error.name : String(error) });
}
