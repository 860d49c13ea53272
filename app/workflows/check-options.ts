import { getWorkflows, OlapTable } from "@514labs/moose-lib";
import { LEDGER_PREFIX, ledgerNames } from "../../datamodels/ledger-names";
import { Refusal } from "../errors";
import { parentReference } from "../domains/spec/relations/child-counts";
import { columnNames } from "../request/column-names";
import { quoted } from "../request/quoted";
import { wholeNumber } from "../request/whole-number";
import { MAX_ROWS } from "../request/request-options";
import { FAKE_ALL } from "./fake-all";
import { givenSpec } from "./given-columns";
import { invalid } from "./invalid-option";
import type { DataFakerOptions, RefillOptions } from "./faker-options";
import type { FakerSettings, RefillSettings } from "./faker-settings";

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_ROWS = 100_000;
const DEFAULT_EVERY = "1m";
const OPTIONS = [
  "table",
  "key",
  "references",
  "children",
  "columns",
  "strict",
  "defaultRows",
  "refill",
  "name",
  "skipColumns",
  "stateTables",
  "cluster",
  "shardingKey",
  "register",
  "page",
];
const REFILL_OPTIONS = ["every", "targetRows", "step", "repair"];
const ROWS = { minimum: 1, maximum: MAX_ROWS };

/**
 * Checks the factory's options; environment variables override them.
 * @throws Refusal `invalid-option` naming the option or the variable, what it has, and what is expected
 */
export function checkOptions(options: DataFakerOptions, env: Environment): FakerSettings {
  requireKnown("dataFaker", options, OPTIONS);
  const { table } = options;
  if (!(table instanceof OlapTable)) {
    throw invalid(
      "table",
      "the OlapTable to fill; if it is one, two copies of @514labs/moose-lib are installed",
      quoted(table),
    );
  }
  const defaultRows = wholeNumber("dataFaker: defaultRows", options.defaultRows ?? DEFAULT_ROWS, ROWS);
  const register = options.register ?? "dev";
  if (register !== "dev" && register !== "always")
    throw invalid("register", '"dev" or "always"', quoted(register));
  const page = options.page ?? true;
  if (typeof page !== "boolean") throw invalid("page", "true or false", quoted(page));
  const { cluster, shardingKey } = options;
  if (cluster !== undefined && (typeof cluster !== "string" || cluster === ""))
    throw invalid("cluster", "a cluster's name, or its shards' addresses", quoted(cluster));
  if (
    shardingKey !== undefined &&
    (typeof shardingKey !== "string" || shardingKey === "" || cluster === undefined)
  )
    throw invalid(
      "shardingKey",
      "an expression over the table's columns, beside cluster",
      quoted(shardingKey),
    );
  const name = workflowName(options.name, table.name);
  const given = givenSpec(options);
  return {
    table,
    defaultRows,
    skipColumns: columnNames("dataFaker: skipColumns", options.skipColumns ?? []),
    stateTables: stateTables(options.stateTables),
    cluster,
    shardingKey,
    given,
    workflows: { fill: `fake-${name}`, refill: `refill-${name}`, work: `work-${name}` },
    // How many children there are is for their parents to say.
    refill: refillSettings(options.refill ?? (parentReference(given) ? false : undefined), defaultRows, env),
    page,
  };
}

function stateTables(given: unknown = LEDGER_PREFIX): FakerSettings["stateTables"] {
  if (typeof given !== "string" || !/^[A-Za-z_]\w*$/.test(given))
    throw invalid(
      "stateTables",
      `the prefix of the state tables' names, such as ${quoted(LEDGER_PREFIX)}`,
      quoted(given),
    );
  return ledgerNames(given);
}

/**
 * The table alone decides the default: what else is registered differs between development and production.
 */
function workflowName(given: string | undefined, table: string): string {
  const name = given ?? (table === "images_analytical" ? "images" : nameOf(table));
  if (typeof name !== "string" || !/^[A-Za-z0-9][\w-]*$/.test(name))
    throw invalid(
      "name",
      'letters, digits and dashes, such as "images" for fake-images and refill-images',
      quoted(name),
    );
  if (`fake-${name}` === FAKE_ALL || getWorkflows().has(`fake-${name}`))
    throw invalid("name", "a name that no other call of dataFaker uses", quoted(name));
  return name;
}

/** Of ASCII letters, digits and dashes; tables whose names differ in other characters need a `name`. */
function nameOf(table: string): string {
  const plain = table.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[^A-Za-z0-9-]/g, "-").replace(/^-+/, "") || "table";
}

function refillSettings(
  given: DataFakerOptions["refill"],
  defaultRows: number,
  env: Environment,
): RefillSettings | undefined {
  if (given !== undefined && given !== false && (typeof given !== "object" || given === null)) {
    throw invalid("refill", 'false or an object such as { every: "1m", targetRows: 100_000 }', quoted(given));
  }
  const options: RefillOptions = given === undefined || given === false ? {} : given;
  requireKnown("refill", options, REFILL_OPTIONS);
  const on = flag("DATA_FAKER_REFILL", env) ?? given !== false;
  const pick = <T>(option: keyof RefillOptions, variable: string, otherwise: T) => {
    const set = env[variable];
    if (set !== undefined && set !== "") return { label: variable, value: set };
    return { label: `dataFaker: refill.${option}`, value: options[option] ?? otherwise };
  };
  const every = pick("every", "DATA_FAKER_REFILL_EVERY", DEFAULT_EVERY);
  const target = pick("targetRows", "DATA_FAKER_REFILL_TARGET", defaultRows);
  const step = pick("step", "DATA_FAKER_REFILL_STEP", undefined);
  if (options.repair !== undefined && typeof options.repair !== "boolean")
    throw invalid("refill.repair", "true or false", quoted(options.repair));
  const settings = {
    schedule: schedule(every.label, every.value),
    targetRows: wholeNumber(target.label, target.value, ROWS),
    step: step.value === undefined ? undefined : wholeNumber(step.label, step.value, ROWS),
    repair: flag("DATA_FAKER_REFILL_REPAIR", env) ?? options.repair ?? true,
  };
  return on ? settings : undefined;
}

function schedule(label: string, value: unknown): string {
  const match = typeof value === "string" ? /^([1-9]\d{0,5})([smh])$/.exec(value.trim()) : null;
  if (match === null)
    throw new Refusal(
      "invalid-option",
      `${label}: expected a time such as "30s", "1m" or "2h", received ${quoted(value)}`,
    );
  return `@every ${match[1]}${match[2]}`;
}

function flag(variable: string, env: Environment): boolean | undefined {
  const value = env[variable];
  if (value === undefined || value === "") return undefined;
  const read = { on: true, off: false }[value.toLowerCase()];
  if (read === undefined)
    throw new Refusal("invalid-option", `${variable}: expected on or off, received ${quoted(value)}`);
  return read;
}

function requireKnown(what: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw invalid(what, "an object", quoted(given));
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new Refusal(
      "invalid-option",
      `dataFaker: unknown option ${quoted(unknown)} of ${what}: expected one of ${known.join(", ")}`,
    );
}
