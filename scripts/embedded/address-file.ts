import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the engine of a folder is to be found. */
export interface EmbeddedAddress {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  /** Of this start of the server; its answers carry it, too. */
  readonly instance: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly version: string;
}

/** Put in place in one move, so that no reader sees half of it. */
export function writeAddress(folder: string, address: EmbeddedAddress): void {
  const draft = join(folder, `address.${address.pid}.tmp`);
  writeFileSync(draft, `${JSON.stringify(address, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, addressPath(folder));
}

/** `undefined` where there is none, or none that can be understood. */
export function readAddress(folder: string): EmbeddedAddress | undefined {
  try {
    const value = JSON.parse(readFileSync(addressPath(folder), "utf8")) as Partial<EmbeddedAddress>;
    const whole =
      Number.isInteger(value.pid) && Number.isInteger(value.port) && typeof value.instance === "string";
    return whole && typeof value.host === "string" ? (value as EmbeddedAddress) : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the file if it is still that of `instance`. */
export function removeAddress(folder: string, instance: string): void {
  if (readAddress(folder)?.instance === instance) rmSync(addressPath(folder), { force: true });
}

function addressPath(folder: string): string {
  return join(folder, "address.json");
}
