import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import { firstLine, type NativeAddon } from "./native-addon";
import { isAlive } from "./process-life";

/**
 * One merge at a time, as this server shares a few cores with the process that fills it: the default of 16
 * merge threads takes them from the inserts. A merge of at most 1 GiB, so that the many small ones behind it
 * do not wait for minutes. The three `number_of_free_entries` are checked against the pool's size, and must
 * be lowered with it.
 *
 * Below `min_bytes_for_wide_part` a part keeps all columns in one file. At the default of 10 MiB, 21,000 rows
 * of 74 columns make a part of over 200 files, which costs more than its rows.
 *
 * None is a setting of a table, so that Moose sees nothing to change.
 */
const configurationOf = (minFreeBytes: number): string => `
  <background_pool_size>1</background_pool_size>
  <background_merges_mutations_concurrency_ratio>1</background_merges_mutations_concurrency_ratio>
  <merge_tree>
    <number_of_free_entries_in_pool_to_execute_mutation>1</number_of_free_entries_in_pool_to_execute_mutation>
    <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>1</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>
    <number_of_free_entries_in_pool_to_lower_max_size_of_merge>1</number_of_free_entries_in_pool_to_lower_max_size_of_merge>
    <max_bytes_to_merge_at_max_space_in_pool>${1 << 30}</max_bytes_to_merge_at_max_space_in_pool>
    <min_bytes_for_wide_part>${128 << 20}</min_bytes_for_wide_part>
    <min_free_disk_bytes_to_perform_insert>${minFreeBytes}</min_free_disk_bytes_to_perform_insert>
  </merge_tree>
`;

const OPEN_TRIES = 3;
const OPEN_PAUSE_MILLISECONDS = 200;

/**
 * A first connection to the data of a folder. Tried again where it failed for no visible reason: the holder of
 * the folder may be just starting or ending.
 * @param more further elements of ClickHouse's configuration file
 * @throws EnvironmentFailure `embedded-folder-in-use`, `embedded-failed`
 */
export async function openFolder(
  addon: NativeAddon,
  dataFolder: string,
  minFreeBytes: number,
  more: string,
): Promise<object> {
  const configuration = join(dirname(dataFolder), "engine.xml");
  writeFileSync(configuration, `<clickhouse>${configurationOf(minFreeBytes)}${more}</clickhouse>\n`);
  for (let tries = 1; ; tries += 1) {
    try {
      // The engine does not find a configuration by an absolute path that has a backslash.
      const found = relative(process.cwd(), configuration);
      return addon.CreateConnection(dataFolder, [`--config-file=${found}`]);
    } catch (error) {
      const failure = openFailure(dataFolder, error as Error);
      if (failure.code === "embedded-folder-in-use" || tries === OPEN_TRIES) throw failure;
      await new Promise((done) => setTimeout(done, OPEN_PAUSE_MILLISECONDS));
    }
  }
}

function openFailure(dataFolder: string, error: Error): EnvironmentFailure {
  const holder = holderOf(dataFolder);
  return holder === undefined
    ? new EnvironmentFailure(
        "embedded-failed",
        `The embedded ClickHouse cannot open ${dataFolder}: ${firstLine(error)}`,
        { folder: dataFolder },
        { cause: error },
      )
    : new EnvironmentFailure(
        "embedded-folder-in-use",
        `Another process (${holder}) has the embedded ClickHouse in ${dataFolder} open: end it, or use another folder`,
        { folder: dataFolder, pid: holder },
        { cause: error },
      );
}

/** The living process that the engine's lock file names; the addon's error does not say why it failed. */
function holderOf(dataFolder: string): number | undefined {
  try {
    const pid = Number(/^PID: (\d+)/m.exec(readFileSync(join(dataFolder, "status"), "utf8"))?.[1]);
    return pid !== process.pid && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
