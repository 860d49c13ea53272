import { join } from "node:path";

/** Where a project keeps its embedded ClickHouse. */
export function embeddedFolder(projectDirectory: string): string {
  return join(projectDirectory, ".data-faker", "clickhouse");
}
