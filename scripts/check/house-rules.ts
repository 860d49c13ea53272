/** The rooms of the house, lowest first: a file imports only from its own room and from those before it. */
const ROOMS = [
  "datamodels",
  "app/model",
  "app/request",
  "app/plan",
  "app/rows",
  "app/domains",
  "app/server",
  "app/writer",
  "app/table",
  "app/ledger",
  "app/run",
  "app/workflows",
  "app/plugin",
  "app/index",
  "scripts",
  "tests",
] as const;

/**
 * The room of a file, by its path from the project's folder without extension; `undefined` for app/errors.
 */
export function roomOf(file: string): number | undefined {
  const found = ROOMS.findIndex((room) => file === room || file.startsWith(`${room}/`));
  return found < 0 ? undefined : found;
}

/** May be imported by every room, and imports none. */
export const FOR_ALL = "app/errors";

/**
 * Rooms that may print, exit, and read the process's arguments and environment; and the one file that keeps
 * Moose's client from printing.
 */
export function isDoor(file: string): boolean {
  return /^(scripts|tests|app\/workflows|app\/plugin|app\/writer\/olap\/quiet-console)(\/|$)/.test(file);
}

/** Rooms whose results depend on their arguments alone. */
export function isPure(file: string): boolean {
  return /^app\/(rows|domains|plan)\//.test(file);
}

export const MAX_LINES = 250;

/** `object.member` that only doors may use; `*` stands for every member. */
export const FOR_DOORS = [
  "process.env",
  "process.argv",
  "process.exit",
  "process.exitCode",
  "process.stdout",
  "process.stderr",
  "console.*",
];

/** `object.member` that pure rooms may not use. */
export const IMPURE = [
  "Date.now",
  "Math.random",
  "performance.now",
  "process.hrtime",
  "crypto.randomUUID",
  "crypto.randomBytes",
];
