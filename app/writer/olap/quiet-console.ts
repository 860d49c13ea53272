/**
 * Moose prints a line when it connects, and the ClickHouse client prints the error of every stream that ends
 * early. Neither has a switch. Between `begin` and `end` exactly these are kept off the console.
 */
export class QuietConsole {
  private users = 0;
  private readonly errors = new WeakSet<object>();
  private restore: () => void = () => {};

  begin(): void {
    if (this.users++ > 0) return;
    const { log, error } = console;
    const quietLog: Console["log"] = (...args) => {
      if (!(args.length === 1 && String(args[0]).startsWith("Connecting to Clickhouse at "))) log(...args);
    };
    const quietError: Console["error"] = (...args) => {
      if (!(args.length === 1 && this.isExpected(args[0]))) error(...args);
    };
    console.log = quietLog;
    console.error = quietError;
    this.restore = () => {
      // Whoever has put himself on top since keeps his place.
      if (console.log === quietLog) console.log = log;
      if (console.error === quietError) console.error = error;
    };
  }

  end(): void {
    if (--this.users === 0) this.restore();
  }

  /** Names an error that is reported otherwise. */
  expect(error: unknown): void {
    if (typeof error === "object" && error !== null) this.errors.add(error);
  }

  private isExpected(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return false;
    return this.errors.has(value) || (value as { code?: unknown }).code === "ERR_STREAM_PREMATURE_CLOSE";
  }
}

/** One for the process, as there is one console. */
export const quietConsole = new QuietConsole();
