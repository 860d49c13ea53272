/** How far back the recent rate looks, in seconds. */
const WINDOW = 30;

/**
 * The estimate of the time left follows what is measured within a fifth of the time left, in these bounds
 * (seconds).
 */
const FOLLOW_SHARE = 0.2;
const FOLLOW_MIN = 1;
const FOLLOW_MAX = 60;

/**
 * The recent rate of a run and the time that it will still take. Pure: the clock comes in with every call, in
 * seconds from any origin, never going back.
 */
export class Pace {
  /**
   * Seconds and rows, oldest first. One sample lies at or before the start of the window, if there is any.
   */
  private readonly samples: { readonly at: number; readonly rows: number }[];
  private left: { readonly at: number; readonly seconds: number } | undefined;

  constructor(
    now: number,
    rows: number,
    private readonly target: number,
  ) {
    this.samples = [{ at: now, rows }];
  }

  /** Tells how many rows there are now. */
  update(now: number, rows: number): void {
    this.samples.push({ at: now, rows });
    while (this.samples.length > 2 && this.samples[1]!.at <= now - WINDOW) this.samples.shift();
    this.follow(now);
  }

  /** Rows per second over the last 30 seconds or batches that lasted longer; 0 before the first rows. */
  get rate(): number {
    const first = this.samples[0]!;
    const last = this.samples[this.samples.length - 1]!;
    return last.at > first.at ? (last.rows - first.rows) / (last.at - first.at) : 0;
  }

  /**
   * Seconds left, or `undefined` before there is a rate. Between updates it counts down; what is measured
   * moves it little by little, so that one slow batch does not make it jump.
   */
  secondsLeft(now: number): number | undefined {
    return this.left && Math.max(0, this.left.seconds - (now - this.left.at));
  }

  private follow(now: number): void {
    const rows = this.samples[this.samples.length - 1]!.rows;
    if (this.rate <= 0) return;
    const measured = Math.max(0, this.target - rows) / this.rate;
    const expected = this.secondsLeft(now);
    if (expected === undefined || measured === 0) {
      this.left = { at: now, seconds: measured };
      return;
    }
    const span = Math.min(FOLLOW_MAX, Math.max(FOLLOW_MIN, measured * FOLLOW_SHARE));
    const share = 1 - Math.exp(-(now - this.left!.at) / span);
    this.left = { at: now, seconds: expected + (measured - expected) * share };
  }
}
