/** A value that is made when it is first asked for, and kept: what takes long and not every process needs. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
