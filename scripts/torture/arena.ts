import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { FaultProxy } from "./fault-proxy";
import { KillableServer } from "./killable-server";

export interface ArenaOptions {
  /** A server that runs already; `undefined`: an embedded one of its own. */
  readonly server: Connection | undefined;
  /** Puts the embedded server's data on a disk of this many megabytes, which needs the right to mount. */
  readonly diskMegabytes?: number;
}

/**
 * A server, the proxy in front of it, and a folder of a project; each round has a database of its own there.
 */
export class Arena {
  private constructor(
    readonly folder: string,
    /** Where the small disk is mounted. */
    readonly disk: string | undefined,
    readonly proxy: FaultProxy,
    /** `undefined`: the server is not ours to kill. */
    private readonly own: KillableServer | undefined,
    private readonly given: Connection | undefined,
  ) {}

  static async open({ server, diskMegabytes }: ArenaOptions): Promise<Arena> {
    const folder = await mkdtemp(path.join(tmpdir(), "data-faker-torture-"));
    await writeFile(path.join(folder, "moose.config.toml"), "[clickhouse_config]\n");
    const disk = diskMegabytes === undefined ? undefined : path.join(folder, "disk");
    if (disk !== undefined) {
      await mkdir(disk);
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskMegabytes}m`, "tmpfs", disk], {
        stdio: "pipe",
      });
    }
    const own = server === undefined ? await startOwn(folder, disk) : undefined;
    const proxy = new FaultProxy(server ?? own!.connection);
    await proxy.accept();
    return new Arena(folder, disk, proxy, own, server);
  }

  /** The server itself, past the proxy. */
  get connection(): Connection {
    return this.given ?? this.own!.connection;
  }

  /** A client past the proxy; close it in the end. */
  client(database: string): ClickHouseClient {
    return openClient({ ...this.connection, database });
  }

  /** Environment variables that lead the command through the proxy to a database. */
  environment(database: string): Record<string, string> {
    const { user, password } = this.connection;
    const values = {
      HOST: "127.0.0.1",
      HOST_PORT: String(this.proxy.port),
      USER: user,
      PASSWORD: password,
      DB_NAME: database,
      USE_SSL: "false",
    };
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [`MOOSE_CLICKHOUSE_CONFIG__${key}`, value]),
    );
  }

  /** A file of what is said of a table's rows. */
  specFile(table: string, spec: GivenSpec): string {
    const file = path.join(this.folder, `${table}.json`);
    writeFileSync(file, JSON.stringify(spec));
    return file;
  }

  async killServer(): Promise<void> {
    await this.own!.kill();
  }

  async startServerAgain(): Promise<void> {
    await this.own!.startAgain();
    this.proxy.upstream = this.own!.connection;
  }

  async close(): Promise<void> {
    await this.proxy.refuse();
    await this.own?.end();
    await removeFolder(this.folder, this.disk);
  }
}

async function startOwn(folder: string, disk: string | undefined): Promise<KillableServer> {
  try {
    return await KillableServer.start(path.join(disk ?? folder, "clickhouse"));
  } catch (error) {
    await removeFolder(folder, disk);
    throw error;
  }
}

async function removeFolder(folder: string, disk: string | undefined): Promise<void> {
  if (disk !== undefined) execFileSync("umount", [disk]);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
