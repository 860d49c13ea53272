import { randomBytes } from "node:crypto";

/** Twelve hexadecimal digits. */
export function randomSeed(): string {
  return randomBytes(6).toString("hex");
}
