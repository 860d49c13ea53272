import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../../scripts/dev-stack/tools";

const executablePath = findBrowser(process.cwd(), process.env);

/** A group of tests that drives a real browser: skipped, saying why, where there is none; with REQUIRE_E2E=1 it fails. */
export function describeWithBrowser(name: string, tests: () => void): void {
  jest.setTimeout(240_000);
  if (executablePath !== undefined) return describe(name, tests);
  if (process.env.REQUIRE_E2E === "1")
    throw new Error("The end-to-end tests are required, but chromium is missing; npm run tools gets it");
  describe.skip(`${name} (skipped: chromium not found; npm run tools)`, tests);
}

/** Close it in the end. */
export function openBrowser(): Promise<Browser> {
  // Root has no sandbox; pages of this repository alone are opened.
  return chromium.launch({
    executablePath: executablePath!,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}
