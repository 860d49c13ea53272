/** Where text for the user goes: results on standard output, errors on standard error. */
export interface StandardStreams {
  out(text: string): void;
  err(text: string): void;
}
