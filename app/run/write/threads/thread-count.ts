/**
 * How many threads make rows.
 * @param asked by the request; `undefined` for as many as suit the machine
 * @param cores of this machine
 * @param local whether the server also runs here, and needs as much for itself
 */
export function threadCount(asked: number | undefined, cores: number, local: boolean): number {
  return asked ?? Math.max(1, local ? Math.floor(cores / 2) : cores - 1);
}
