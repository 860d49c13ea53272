import type { Option } from "../../app/request/option";

/** More would take a simulation of minutes. */
const MOST_MACHINES = 1_000;

/** What `plan` takes besides the server and what a run takes. */
export const PLAN_OPTIONS: readonly Option[] = [
  {
    name: "workers",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: MOST_MACHINES,
    help: "plan: machines like this one that make and send rows (default: 1)",
  },
  {
    name: "shards",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: MOST_MACHINES,
    help: "plan: servers like this one that the rows are spread over (default: 1)",
  },
];
