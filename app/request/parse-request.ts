import { Refusal } from "../errors";
import { bytesOfSize, rowsOfBytes } from "./byte-size";
import { choice } from "./choice";
import { columnNames } from "./column-names";
import { flagOf, type Option } from "./option";
import type { Request } from "./request";
import {
  DEFAULT_BATCH_SIZE,
  DEFAULT_BYTES,
  DEFAULT_CHECKPOINT_INTERVAL,
  MAX_ROWS,
  REQUEST_OPTIONS,
  type RequestOptionName,
  WRITER_NAMES,
  type WriterName,
} from "./request-options";
import { wholeNumber } from "./whole-number";

/**
 * Defaults for what the request does not set; those omitted here are 100 GB, 10,000 rows per batch,
 * 1 batch per step, no skipped columns.
 */
export interface RequestDefaults {
  readonly rows?: number;
  readonly batchSize?: number;
  readonly checkpointInterval?: number;
  readonly skipColumns?: readonly string[];
}

/**
 * The request of a command line.
 * @param values the flags given, by option name (`batchSize`, not `batch-size`); switches are `true`
 * @throws Refusal where a value is refused, or two contradict each other
 */
export function parseRequest(
  values: Readonly<Record<string, string | boolean>>,
  defaults?: RequestDefaults,
): Request {
  return checkedRequest(values, flagOf, defaults);
}

type Values = Readonly<Record<string, unknown>>;
type Label = (option: Option) => string;

/**
 * @param label what messages call an option
 * @throws as {@link parseRequest}
 */
export function checkedRequest(values: Values, label: Label, defaults: RequestDefaults = {}): Request {
  const given = checkedValues(values, label);
  const targetNames = (["rows", "targetSize"] as const).map((name) => label(optionNamed(name)));
  if (given.rows !== undefined && given.targetSize !== undefined) {
    throw new Refusal(
      "contradiction",
      `${targetNames.join(" and ")} both set the target: give only one of them`,
    );
  }
  const request: Request = {
    target: targetOf(given, defaults.rows),
    batchSize: sourced(given.batchSize, defaults.batchSize ?? DEFAULT_BATCH_SIZE, "value"),
    checkpointInterval: sourced(
      given.checkpointInterval,
      defaults.checkpointInterval ?? DEFAULT_CHECKPOINT_INTERVAL,
      "value",
    ),
    seed: given.seed,
    startImageId: given.startImageId,
    reset: given.reset ?? false,
    writer: given.writer ?? WRITER_NAMES[0],
    threads: given.threads,
    share: given.share ?? false,
    skipColumns: given.skipColumns ?? defaults.skipColumns ?? [],
  };
  if ((request.startImageId ?? 1) - 1 + request.target.rows > Number.MAX_SAFE_INTEGER) {
    const name = label(optionNamed("startImageId"));
    throw new Refusal(
      "invalid-number",
      `${name}: the run's last row number would exceed 2^53 - 1; choose a lower first one`,
    );
  }
  return Object.freeze(request);
}

interface CheckedValues {
  rows?: number;
  targetSize?: number;
  batchSize?: number;
  checkpointInterval?: number;
  seed?: string;
  startImageId?: number;
  reset?: boolean;
  writer?: WriterName;
  threads?: number;
  share?: boolean;
  skipColumns?: readonly string[];
}

function checkedValues(values: Values, label: Label): CheckedValues {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const option = optionNamed(name as RequestOptionName);
    if (value !== undefined) given[name] = checkedValue(option, label(option), value);
  }
  return given;
}

/**
 * Checks one value against its option.
 * @param label what the message calls the option
 * @returns a number for `number`, bytes for `size`, a string for `text` and `choice`, a list for `names`, a
 * boolean for `switch`
 */
function checkedValue(
  option: Option,
  label: string,
  value: unknown,
): number | string | boolean | readonly string[] {
  switch (option.type) {
    case "number":
      return wholeNumber(label, value, { minimum: option.minimum!, maximum: option.maximum! });
    case "size":
      return bytesOfSize(label, value, MAX_ROWS);
    case "text":
      return option.check!(label, value);
    case "names":
      return columnNames(label, value);
    case "choice":
      return choice(label, value, option.choices!);
    case "switch":
      return value as boolean;
  }
}

function targetOf({ rows, targetSize }: CheckedValues, byDefault: number | undefined): Request["target"] {
  if (rows !== undefined) return Object.freeze({ rows, source: "given" });
  if (targetSize === undefined && byDefault !== undefined)
    return Object.freeze({ rows: byDefault, source: "default" });
  const bytes = targetSize ?? DEFAULT_BYTES;
  const source = targetSize === undefined ? "default" : "given";
  return Object.freeze({ rows: rowsOfBytes(bytes), bytes, source });
}

function sourced<K extends string>(given: number | undefined, otherwise: number, key: K) {
  const entry = { [key]: given ?? otherwise, source: given === undefined ? "default" : "given" };
  return Object.freeze(entry) as { readonly [P in K]: number } & { readonly source: "given" | "default" };
}

function optionNamed(name: RequestOptionName): Option {
  return REQUEST_OPTIONS.find((option) => option.name === name)!;
}
