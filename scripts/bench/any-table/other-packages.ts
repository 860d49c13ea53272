import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** What other tools need, in the versions that are measured; none of it is a dependency of this package. */
export const OTHER_PACKAGES = {
  faker: ["@faker-js/faker@10.6.0"],
  drizzle: ["drizzle-seed@0.3.1", "drizzle-orm@0.45.4"],
  pglite: ["drizzle-seed@0.3.1", "drizzle-orm@0.45.4", "@electric-sql/pglite@0.5.17"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OtherTool = keyof typeof OTHER_PACKAGES;

/** Where a tool's packages are installed, or why they are not. */
export type Installed = { readonly folder: string } | { readonly failure: string };

const LONGEST_INSTALLATION = 300_000;

/** Installs each tool's packages into a temporary folder, which is removed after `work`. */
export async function withOtherPackages<T>(
  work: (installed: Readonly<Record<OtherTool, Installed>>) => Promise<T>,
  packages: Readonly<Record<OtherTool, readonly string[]>> = OTHER_PACKAGES,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "data-faker-bench-others-"));
  try {
    const found: Partial<Record<OtherTool, Installed>> = {};
    for (const tool of Object.keys(packages) as OtherTool[])
      found[tool] = await install(path.join(folder, tool), packages[tool]);
    return await work(found as Record<OtherTool, Installed>);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function install(folder: string, packages: readonly string[]): Promise<Installed> {
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1"];
  try {
    await promisify(execFile)("npm", ["install", "--prefix", folder, ...flags, ...packages], {
      timeout: LONGEST_INSTALLATION,
    });
    return { folder };
  } catch (error) {
    const { stderr = "", message } = error as Error & { stderr?: string };
    const [said] = /npm (error|ERR!) [^\n]+/.exec(stderr) ?? [message.split("\n")[0]!];
    return { failure: `${packages.join(", ")} could not be installed: ${said}` };
  }
}

/** A package that was installed there. @param Package what of it is used */
export function requireFrom<Package>(folder: string, name: string): Package {
  return createRequire(path.join(folder, "package.json"))(name) as Package;
}
