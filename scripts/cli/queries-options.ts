import type { Option } from "../../app/request/option";
import { MAX_ROWS } from "../../app/request/request-options";

/** What `queries` takes besides the server and what a run takes. */
export const QUERIES_OPTIONS: readonly Option[] = [
  {
    name: "queries",
    type: "text",
    placeholder: "path",
    help: "a file of queries, or a folder of *.sql (default: queries in the project's folder, or those that the package has for images_analytical)",
  },
  {
    name: "seconds",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: 86_400,
    help: "how long each query is measured (default: 3)",
  },
  {
    name: "runs",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: 1e6,
    help: "at most so many runs of each query (default: as many as its seconds allow)",
  },
  {
    name: "clients",
    type: "names",
    placeholder: "n",
    help: "how many send a query at a time, each again when it has its answer; 1,4 measures with one, and with four (default: 1)",
  },
  {
    name: "rate",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: 100_000,
    help: "send a query so many times a second, whether or not the server keeps up; times count from when it should have been sent",
  },
  {
    name: "compare",
    type: "text",
    placeholder: "files",
    help: "compare two files of results, and measure nothing: queries --compare before.json after.json",
  },
  {
    name: "against",
    type: "text",
    placeholder: "url",
    help: "measure on this server as well, in turns, and compare: it must have the table and as many rows",
  },
  {
    name: "at",
    type: "names",
    placeholder: "rows",
    help: "fill the table to each of these sizes, as a run does, and measure there: 1M,10M,100M",
  },
  {
    name: "whileFilling",
    type: "switch",
    help: "with --at: measure also while the table is filled from one size to the next",
  },
  {
    name: "target",
    type: "number",
    placeholder: "rows",
    minimum: 1,
    maximum: MAX_ROWS,
    help: "the size for which the measured ones make an estimate (default: 200M)",
  },
];
