import { readerLeft } from "../terminal/guard-streams";

/**
 * Prints what a command was called for, and a line feed, on standard output.
 * @returns the exit code: 1 where it could not be written, 0 also where its reader has left
 */
export function printAnswer(text: string): Promise<0 | 1> {
  return new Promise((resolve) => {
    process.stdout.write(`${text}\n`, (error) => resolve(error && !readerLeft(error) ? 1 : 0));
  });
}
