import { findTool, TOOLS } from "../../scripts/dev-stack/tools";

/**
 * A group of tests that needs the whole stack: skipped, saying why, where its tools are missing; with
 * REQUIRE_E2E=1 it fails. A test may take as long as a stack that comes up at its second try.
 */
export function describeWithStack(name: string, tests: () => void): void {
  jest.setTimeout(590_000);
  const missing = TOOLS.filter((tool) => findTool(tool, process.cwd(), process.env) === undefined);
  if (missing.length === 0) return describe(name, tests);
  if (process.env.REQUIRE_E2E === "1")
    throw new Error(
      `The end-to-end tests are required, but these are missing: ${missing.join(", ")}; npm run tools gets them`,
    );
  describe.skip(`${name} (skipped: ${missing.join(" and ")} not found; npm run tools)`, tests);
}
