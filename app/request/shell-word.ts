import { escaped } from "./quoted";

/** A value as a shell takes it, for messages. @param maximum characters of it that are shown; default about 60 */
export function shellWord(text: string, maximum?: number): string {
  const shown = escaped(text, maximum);
  return /^[\w.,:@%+=/-]+$/.test(text) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
