import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { withCompiledIndex } from "../../project/compiled-index";
import { ProjectCode } from "../../project/project-code";
import { ACCOUNT, type BenchProject } from "../bench-server";
import { NESTED_TABLES, SHOP_TABLES } from "./shop-tables";

const REPOSITORY = path.resolve(__dirname, "../../../..");
const SHOP = path.join(REPOSITORY, "examples/shop");

/** Runs `work` in a copy of `examples/shop`, compiled, with this repository's packages; and removes it. */
export async function withShopProject<T>(work: (project: BenchProject) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "data-faker-bench-shop-"));
  try {
    for (const part of ["app", "moose.config.toml", "package.json", "tsconfig.json"])
      await cp(path.join(SHOP, part), path.join(folder, part), { recursive: true });
    await linkPackages(path.join(folder, "node_modules"));
    // Where Moose leaves it: so the command line need not compile anew.
    await withCompiledIndex({ directory: folder, folder: "app" }, (index) =>
      cp(path.dirname(path.dirname(index)), path.join(folder, ".moose/compiled"), { recursive: true }),
    );
    return await work({ folder, ddl: await statements(folder) });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function statements(folder: string): Promise<string[]> {
  const declared = await new ProjectCode(folder, process.env).tables(ACCOUNT.database);
  return SHOP_TABLES.map((table) => {
    const ddl = declared.find(({ name }) => name === table)?.ddl;
    if (ddl === undefined) throw new Error(`examples/shop declares no table ${table} any more`);
    const sql = "sql" in ddl ? ddl.sql : NESTED_TABLES[table];
    if (sql === undefined) throw new Error(`nobody says here how Moose creates ${table} of examples/shop`);
    return sql;
  });
}

async function linkPackages(modules: string): Promise<void> {
  const own = path.join(REPOSITORY, "node_modules");
  await mkdir(modules);
  for (const name of await readdir(own)) await symlink(path.join(own, name), path.join(modules, name));
  await symlink(REPOSITORY, path.join(modules, "data-faker"));
}
