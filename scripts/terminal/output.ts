/** Where a view writes: `process.stdout`, or a stand-in in tests. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Width in characters, where it is a terminal. */
  readonly columns?: number;
  /** Height in lines, likewise. */
  readonly rows?: number;
}

/** Seconds from any origin, never going back. */
export type Stopwatch = () => number;
