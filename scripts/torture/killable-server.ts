import type { Connection } from "../../app/server/connection";
import { attachEmbedded, type EmbeddedClient } from "../embedded/attach-embedded";
import { endProcess } from "../embedded/process-life";

const USER = { user: "panda", password: "pandapass", database: "local" } as const;

/** The embedded ClickHouse of a folder, which may be killed and started again. */
export class KillableServer {
  private constructor(
    private readonly folder: string,
    private attached: EmbeddedClient,
  ) {}

  static async start(folder: string): Promise<KillableServer> {
    return new KillableServer(folder, await attach(folder));
  }

  /** Another one after each start. */
  get connection(): Connection {
    return this.attached.connection;
  }

  kill(): Promise<void> {
    return endProcess(this.attached.pid, "SIGKILL");
  }

  async startAgain(): Promise<void> {
    this.attached = await attach(this.folder);
  }

  /** Ends it in order. */
  async end(): Promise<void> {
    await this.attached.release();
    await endProcess(this.attached.pid);
  }
}

function attach(folder: string): Promise<EmbeddedClient> {
  return attachEmbedded({ folder, preferredPort: 0, ...USER, start: true });
}
