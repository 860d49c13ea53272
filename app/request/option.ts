/** One option of the command line and, where it shapes a run, of the workflows' input. */
export interface Option {
  /** Name in a workflow's input and in the program, e.g. `batchSize`; the flag is `--batch-size`. */
  readonly name: string;
  /** `number`, `size`, `text`, `names` and `choice` take a value, a `switch` does not. */
  readonly type: "number" | "size" | "text" | "names" | "choice" | "switch";
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
  /** One letter, e.g. `c` for `-c`. */
  readonly short?: string;
  /**
   * Of a `text`: returns the value as it is used, from a command line or a workflow's input.
   * @throws Refusal that names the option by its label
   */
  readonly check?: (label: string, value: unknown) => string;
  /** What the help calls the value, e.g. `n`. */
  readonly placeholder?: string;
  /** Limits of a number, included. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** What the help says about it. */
  readonly help: string;
}

/** The flag of an option: `batchSize` becomes `--batch-size`. */
export function flagOf(option: Pick<Option, "name">): string {
  return `--${option.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
