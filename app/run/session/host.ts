import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { type Clock, systemClock } from "../claim/clock";
import type { Owner } from "../claim/owner";
import { thisOwner } from "../claim/this-owner";

/** What a run needs of the process and the machine that it is in. */
export interface Host {
  readonly owner: Owner;
  readonly clock: Clock;
  /** Of this machine. */
  readonly cores: number;
  /** From 0 (included) to 1 (not included). */
  readonly random: () => number;
  /** A seed for a run where neither the request nor the ledger names one. */
  readonly randomSeed: () => string;
}

/**
 * This process.
 * @param ownerId unique to the call; default: a UUID
 */
export function thisHost(door: Owner["door"], ownerId?: string): Host {
  return {
    owner: thisOwner(door, ownerId),
    clock: systemClock,
    cores: availableParallelism(),
    random: Math.random,
    randomSeed,
  };
}

/** Twelve hexadecimal digits. */
export function randomSeed(): string {
  return randomBytes(6).toString("hex");
}
