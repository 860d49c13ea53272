import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Refusal } from "../../app/errors";
import type { Job, PageAction, Verified } from "../../app/page/page-state";
import type { VerifyReport } from "../../app/run/check/verify-report";
import { shellWord } from "../../app/request/shell-word";

/** How the page calls this program. */
export interface JobProgram {
  /** The program with the arguments that come first. */
  readonly argv: readonly [string, ...string[]];
  /** The same as a user types it. */
  readonly prefix: string;
  /** The flags that name the server. */
  readonly place: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** What is kept of what a command prints, in characters, and how many commands are kept. */
const OUTPUT = 20_000;
const KEPT = 50;
/** Findings of a verification that are shown. */
const FINDINGS = 100;

/** The commands that a page has started, each in a process of its own. */
export class PageJobs {
  private readonly entries: { job: Job; readonly child: ChildProcess; readonly end: Promise<unknown> }[] = [];
  private next = 1;

  constructor(private readonly program: JobProgram) {}

  /** The newest first. */
  list(): Job[] {
    return this.entries.map(({ job }) => job).reverse();
  }

  /** @throws Refusal `job-under-way` */
  start(action: PageAction): void {
    const { argv, prefix, place, env } = this.program;
    const twin = this.entries.find(
      ({ job }) => job.running && job.action.kind === action.kind && job.action.table === action.table,
    );
    if (twin !== undefined)
      throw new Refusal("job-under-way", `${twin.job.command} is running already: wait until it has ended`);
    const flags = [...flagsOf(action), ...place];
    const command = [prefix, ...flags.map(shellWord)].join(" ");
    // A process group of its own: Ctrl+C in the terminal asks it once, through this process.
    const child = spawn(argv[0], [...argv.slice(1), ...flags], {
      // No npm stands between that would print lines of its own.
      env: { ...env, npm_config_loglevel: "silent" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const job: Job = {
      id: this.next++,
      action,
      command,
      code: null,
      running: true,
      output: "",
      verified: null,
    };
    const entry = { job, child, end: once(child, "close").catch(() => undefined) };
    const change = (part: Partial<Job>) => (entry.job = { ...entry.job, ...part });
    const show = (text: string) => change({ output: (entry.job.output + text).slice(-OUTPUT) });
    let answer = "";
    const isAnswer = action.kind === "verify";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (isAnswer ? (answer += text) : show(text)));
    child.stderr.setEncoding("utf8").on("data", show);
    child.on("error", (error) => change({ running: false, output: error.message }));
    child.on("close", (code) =>
      change({ running: false, code, ...(isAnswer ? { verified: verifiedIn(answer) } : {}) }),
    );
    this.entries.push(entry);
    const ended = this.entries.findIndex(({ job: { running } }) => !running);
    if (this.entries.length > KEPT && ended >= 0) this.entries.splice(ended, 1);
  }

  /** Asks what still runs to stop, as SIGTERM does, and waits until it has. */
  async end(): Promise<void> {
    const running = this.entries.filter(({ job }) => job.running);
    for (const { child } of running) child.kill("SIGTERM");
    await Promise.all(running.map(({ end }) => end));
  }
}

function flagsOf(action: PageAction): string[] {
  // A name may begin with a dash.
  const table = `--table=${action.table}`;
  switch (action.kind) {
    case "fill":
      return ["--rows", String(action.rows), table];
    case "verify":
      return ["verify", "--json", table];
    case "stop":
      return ["stop", table];
  }
}

/** What a verification has printed of its one table; `null` where it failed, or was ended, before. */
function verifiedIn(answer: string): Verified | null {
  let report: VerifyReport;
  try {
    report = JSON.parse(answer) as VerifyReport;
  } catch {
    return null;
  }
  const [found] = report.tables;
  if (found === undefined) return null;
  const { ok, summary, findings, what_to_do } = found;
  return { ok, summary, findings: findings.slice(0, FINDINGS), what_to_do, findingCount: findings.length };
}
