/** A time in seconds since 1970 as a day, or with its minute where it is not a day's beginning; in UTC. */
export function writtenTime(seconds: number): string {
  const iso = new Date(seconds * 1000).toISOString();
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
}
