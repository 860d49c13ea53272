import { statfs } from "node:fs/promises";

const MOST = 1 << 30;

/** What stays free of a folder's disk, in bytes: 1 GiB, or a twentieth of the disk where that is less. */
export async function diskFloor(folder: string): Promise<number> {
  const { blocks, bsize } = await statfs(folder);
  return Math.min(MOST, Math.floor((blocks * bsize) / 20));
}

/** Whether less than that is free. */
export async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < (await diskFloor(folder));
}
