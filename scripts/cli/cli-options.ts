import type { Option } from "../../app/request/option";
import { REQUEST_OPTIONS } from "../../app/request/request-options";
import { INFRAS } from "../dev-stack/infra";
import { PLAN_OPTIONS } from "./plan-options";
import { PREVIEW_FORMATS } from "./preview-formats";
import { QUERIES_OPTIONS } from "./queries-options";

/** What the command line can be asked for. */
export type CommandName =
  | "run"
  | "work"
  | "count"
  | "preview"
  | "status"
  | "verify"
  | "stop"
  | "page"
  | "explain"
  | "plan"
  | "queries"
  | "report"
  | "ddl"
  | "dev";

/** The commands that are named by a word, not by a flag. */
export const COMMAND_WORDS = [
  "work",
  "preview",
  "status",
  "verify",
  "stop",
  "page",
  "explain",
  "plan",
  "queries",
  "report",
  "ddl",
  "dev",
] as const satisfies readonly CommandName[];

export interface CliOption extends Option {
  /** The commands that it can be combined with. */
  readonly commands: readonly CommandName[];
  /** The heading under which the help lists it. */
  readonly group: "Rows" | "Inspection" | "Queries" | "Server" | "Other";
}

const ON_SERVER: readonly CommandName[] = ["run", "work", "count", "status", "verify", "stop"];
/** With `--table` a preview asks the server for it. */
const WITH_PREVIEW: readonly CommandName[] = [
  ...ON_SERVER,
  "preview",
  "explain",
  "plan",
  "queries",
  "report",
];
const ON_ANY_SERVER: readonly CommandName[] = [...WITH_PREVIEW, "ddl"];
const WITH_LEDGER: readonly CommandName[] = ON_ANY_SERVER.filter((command) => command !== "count");
const PREVIEWED: readonly string[] = ["rows", "seed", "startImageId"];
const EXPLAINED: readonly string[] = ["seed"];
/** What a fill is made of, but for what only a run that is there can be asked for. */
const NOT_PLANNED: readonly string[] = ["startImageId", "reset", "share"];

const WORKED: readonly string[] = ["writer", "threads"];
/** Those with which queries do not fill the table. */
const NOT_QUERIED: readonly string[] = ["targetSize", "share"];

const OWN_OPTIONS: readonly CliOption[] = [
  {
    name: "spec",
    type: "text",
    placeholder: "file",
    commands: ["run", "preview", "explain", "plan", "queries"],
    group: "Rows",
    help: "JSON that says how columns are filled; the rest is as the ledger has it, or inferred",
  },
  {
    name: "count",
    short: "c",
    type: "switch",
    commands: ["count"],
    group: "Inspection",
    help: "print how many rows the table holds",
  },
  {
    name: "format",
    type: "choice",
    choices: PREVIEW_FORMATS,
    placeholder: "name",
    commands: ["preview"],
    group: "Inspection",
    help: "preview: cards, table, json, csv, tsv, sql or parquet (default: a table, or cards where there are many columns)",
  },
  {
    name: "json",
    type: "switch",
    commands: ["status", "verify", "plan"],
    group: "Inspection",
    help: "status: the latest run as one JSON object; verify: what was found; plan: all its figures",
  },
  {
    name: "watch",
    type: "switch",
    commands: ["status"],
    group: "Inspection",
    help: "status: keep the display up to date until no run goes on",
  },
  {
    name: "repair",
    type: "switch",
    commands: ["verify"],
    group: "Inspection",
    help: "verify: write the missing rows and change nothing else",
  },
  {
    name: "row",
    type: "number",
    placeholder: "n",
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    commands: ["explain"],
    group: "Inspection",
    help: "explain: why one row is as it is",
  },
  {
    name: "writeSpec",
    type: "text",
    placeholder: "file",
    commands: ["explain"],
    group: "Inspection",
    help: "explain: write the specification as JSON, to change it and give it back with --spec",
  },
  {
    name: "out",
    type: "text",
    placeholder: "file",
    commands: ["queries", "report"],
    group: "Inspection",
    help: "queries: the results' file (default: .data-faker/queries/<database>.<table>.json in the project's folder); report: the page (default: data-faker-report.html, here)",
  },
  ...PLAN_OPTIONS.map((option): CliOption => ({ ...option, commands: ["plan"], group: "Inspection" })),
  ...QUERIES_OPTIONS.map((option): CliOption => ({ ...option, commands: ["queries"], group: "Queries" })),
  {
    name: "embedded",
    type: "switch",
    commands: [...WITH_PREVIEW, "page"],
    group: "Server",
    help: "use the embedded ClickHouse, kept in the project's folder",
  },
  {
    name: "url",
    type: "text",
    placeholder: "url",
    commands: [...ON_ANY_SERVER, "page"],
    group: "Server",
    help: "a ClickHouse server without a Moose project: http://user@host:8123/database; the password is asked for, or taken from DATA_FAKER_PASSWORD",
  },
  {
    name: "project",
    type: "text",
    placeholder: "dir",
    commands: [...ON_ANY_SERVER, "page", "dev"],
    group: "Server",
    help: "folder of the Moose project whose server to use (default: that of the nearest moose.config.toml, here or above)",
  },
  {
    name: "stateTables",
    type: "text",
    placeholder: "prefix",
    commands: WITH_LEDGER,
    group: "Server",
    help: "prefix of the state tables' names (default: found on the server)",
  },
  {
    name: "table",
    type: "text",
    placeholder: "name",
    commands: ON_ANY_SERVER,
    group: "Server",
    help: "the table, also of another database: db.name (default: images_analytical; for status, verify and stop all that have runs); for ddl one that the project's code declares",
  },
  {
    name: "cluster",
    type: "text",
    placeholder: "name",
    commands: [...ON_SERVER, "ddl"],
    group: "Server",
    help: "the cluster whose shards have the table's rows: its name, or the shards' HTTP addresses, host:port,host:port; for ddl its name: the tables are created on its servers, replicated",
  },
  {
    name: "shardingKey",
    type: "text",
    placeholder: "sql",
    commands: ON_SERVER,
    group: "Server",
    help: "with --cluster: the expression by which the Distributed table over it finds a row's shard (default: the shards take turns)",
  },
  {
    name: "yes",
    type: "switch",
    commands: [...WITH_PREVIEW, "page"],
    group: "Server",
    help: "required for a server that is not on this machine, and for a new run of the default size without a terminal",
  },
  {
    name: "infra",
    type: "choice",
    choices: INFRAS,
    placeholder: "who",
    commands: ["dev"],
    group: "Server",
    help: "dev: who runs ClickHouse, Redis and Temporal: docker, dockerless, embedded or none (default: the first of these that works, except none)",
  },
  { name: "help", short: "h", type: "switch", commands: [], group: "Other", help: "show this help" },
  { name: "version", short: "V", type: "switch", commands: [], group: "Other", help: "show the version" },
];

/** All options of the command line, those that shape a run first. */
export const CLI_OPTIONS: readonly CliOption[] = [
  ...REQUEST_OPTIONS.map((option: Option): CliOption => ({
    ...option,
    commands: [
      "run" as const,
      ...(PREVIEWED.includes(option.name) ? (["preview"] as const) : []),
      ...(NOT_PLANNED.includes(option.name) ? [] : (["plan"] as const)),
      ...(EXPLAINED.includes(option.name) ? (["explain"] as const) : []),
      ...(WORKED.includes(option.name) ? (["work"] as const) : []),
      // With them it fills the table, too.
      ...(NOT_QUERIED.includes(option.name) ? [] : (["queries"] as const)),
    ],
    group: "Rows",
  })),
  ...OWN_OPTIONS,
];
