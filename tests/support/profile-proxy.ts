import { quoteString } from "../../app/model/quoting";
import type { Connection } from "../../app/server/connection";
import { FaultProxy } from "../../scripts/torture/fault-proxy";

/** A server that adds settings to every statement, as the profile of a user does. Close it in the end. */
export interface ProfileProxy {
  readonly connection: Connection;
  /** From now on; none at first. */
  set(settings: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

export async function openProfileProxy(server: Connection): Promise<ProfileProxy> {
  const proxy = new FaultProxy(server);
  await proxy.accept();
  return {
    connection: { ...server, port: proxy.port },
    set: (settings) => {
      proxy.settings = settings;
    },
    close: () => proxy.refuse(),
  };
}

/** The setting that hides rows of a table from reads, though not from a DELETE, as a row policy does. */
export function hiding(table: string, condition: string): Record<string, string> {
  return { additional_table_filters: `{${quoteString(table)}:${quoteString(`NOT (${condition})`)}}` };
}
