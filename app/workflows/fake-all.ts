import { getWorkflow, Task, Workflow } from "@514labs/moose-lib";
import { chooseSource } from "../domains/choose-domain";
import { keyOfOther } from "../domains/inferred/key-of-other";
import { parentReference } from "../domains/spec/relations/child-counts";
import { Refusal } from "../errors";
import { factsFromOlapTable } from "../model/facts-from-olap-table";
import type { OtherKey } from "../model/table-facts";
import { requestFromInput } from "../request/request-from-input";
import { MAX_ROWS } from "../request/request-options";
import { wholeNumber } from "../request/whole-number";
import { type Activity, currentActivity } from "./activity";
import { serverName } from "../table/create-table";
import { declaredFakers } from "./declared-fakers";
import { fillTable, RETRIES } from "./fake-images";
import type { FakerSettings } from "./faker-settings";
import { fillOrder } from "./fill-order";
import { liveRunEnded } from "./live-runs";
import { endTask, type Outcome, settle } from "./task-outcome";

/** Name of the workflow that fills all tables of a project. */
export const FAKE_ALL = "fake-all";

/**
 * Declares, in a project of several tables, the workflow that fills them all: `moose-cli workflow run fake-all`.
 */
export function declareFakeAll(): void {
  if (getWorkflow(FAKE_ALL) !== undefined || declaredFakers().length < 2) return;
  const fill = new Task<any, Outcome>("fill", {
    retries: RETRIES,
    timeout: "never",
    run: ({ input }) => {
      const activity = currentActivity();
      return settle(FAKE_ALL, activity, () => fillAll(input as unknown, activity));
    },
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  new Workflow(FAKE_ALL, { startingTask: fill, retries: 0, timeout: "never" });
}

/** One table after another, so that each finds the rows that it refers to. */
async function fillAll(input: unknown, activity: Activity): Promise<object> {
  const { scale, ...rest } = (input ?? {}) as Readonly<Record<string, unknown>>;
  for (const option of ["rows", "targetSize", "startImageId"])
    if (option in rest) {
      throw new Refusal(
        "invalid-input",
        `${option}: ${FAKE_ALL} gives each table its defaultRows; {"scale": 10} gives it ten times as many`,
      );
    }
  if ("workers" in rest)
    throw new Refusal(
      "invalid-input",
      `workers: ${FAKE_ALL} writes each table alone; the workflow of one table takes several`,
    );
  const times =
    scale === undefined ? undefined : wholeNumber("scale", scale, { minimum: 1, maximum: MAX_ROWS });
  const tables: object[] = [];
  for (const settings of inOrder(declaredFakers())) {
    if (activity.cancellationSignal.aborted) break;
    const { defaultRows, skipColumns, given } = settings;
    // How many children there are is for their parents to say.
    const rows = times === undefined || parentReference(given) ? undefined : defaultRows * times;
    const request = requestFromInput(rows === undefined ? rest : { ...rest, rows }, {
      rows: defaultRows,
      skipColumns,
    });
    tables.push(await fillTable(settings, request, activity, 1));
  }
  return { tables };
}

function inOrder(fakers: readonly FakerSettings[]): FakerSettings[] {
  const otherKeys = fakers.flatMap(declaredKey);
  const nodes = fakers.map((settings) => {
    const table = serverName(settings.table);
    const { model } = factsFromOlapTable(settings.table);
    return {
      settings,
      table,
      refersTo: Object.values(settings.given.references ?? {}).map(({ table }) => table),
      mayReferTo: model.flatMap((column) => keyOfOther(column, { name: table, otherKeys })?.key.table ?? []),
    };
  });
  return fillOrder(nodes).map(({ settings }) => settings);
}

/** The key of a table that others may refer to: none of a table of images, or of one that can't be filled. */
function declaredKey({ table, given }: FakerSettings): OtherKey[] {
  try {
    const source = chooseSource(factsFromOlapTable(table), given);
    return typeof source === "object" ? [{ table: serverName(table), ...source.key }] : [];
  } catch (error) {
    // Its own run says what is wrong.
    if (error instanceof Refusal) return [];
    throw error;
  }
}
