/** A labelled place on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}
