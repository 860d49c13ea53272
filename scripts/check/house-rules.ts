import path from "node:path";

/**
 * The rooms of the house, lowest first: a file imports only from its own room and from those before it. A room
 * with rooms in it holds, beside them, only the files that lie directly in its folder.
 */
export const ROOMS = [
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
  "app/run/run-event",
  "app/run/claim",
  "app/run/session",
  "app/run/check",
  "app/run/write",
  "app/run/pass",
  "app/run",
  "app/forecast",
  "app/html",
  "app/queries",
  "app/report",
  "app/page",
  "app/workflows",
  "app/plugin",
  "moose",
  "scripts/project",
  "scripts/embedded",
  "scripts/terminal",
  "scripts/dev-stack",
  "scripts/cli",
  "scripts/doors",
  "scripts/bench",
  "scripts/truth",
  "scripts/torture",
  "scripts/check",
  "scripts",
  "tests",
] as const;

/**
 * The place in {@link ROOMS} of a file, named by its path from the project's folder without extension;
 * `undefined` where it lies in none.
 */
export function roomOf(file: string): number | undefined {
  // `scripts/bench.ts` is a program, `scripts/bench/` a room.
  if (isProgram(file)) return ROOMS.indexOf("scripts");
  const found = ROOMS.findIndex((room) =>
    ROOMS.some((other) => other.startsWith(`${room}/`))
      ? path.posix.dirname(file) === room
      : file === room || file.startsWith(`${room}/`),
  );
  return found < 0 ? undefined : found;
}

/** May be imported by every room, and imports none. */
export const FOR_ALL = "app/errors";

/** One file for each program: they import no other. */
export function isProgram(file: string): boolean {
  return path.posix.dirname(file) === "scripts";
}

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
