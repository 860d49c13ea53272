import { escaped } from "../../app/request/quoted";

/** A value as a shell takes it, for messages; long ones are shortened. */
export function shellWord(text: string): string {
  return /^[\w.,:@%+=/-]+$/.test(text) ? escaped(text) : `'${escaped(text).replaceAll("'", "'\\''")}'`;
}
