import type { Forecast } from "./forecast-fill";
import { type FaultRates, NO_FAULTS, simulateLeases } from "./leases/simulate-leases";

/** What is assumed of the machines: each of these once a day for every worker, and a jump of the server's clock. */
export const FAULTS_A_DAY: FaultRates = {
  dies: 1 / 24,
  stops: 1 / 24,
  cutOff: 1 / 24,
  clockJumps: 1 / 24,
  longest: 120,
};

/** Of a message one way at most, in milliseconds. */
const LATENCY = 5;
const PIECES = 20;
/** What a simulation may take, in events, so that it is over within about a second. */
const MOST_EVENTS = 1e6;
/** Of a lease, about: of each second, and besides. */
const EVENTS_A_SECOND = 2;
const EVENTS_A_LEASE = 150;

/** What the sharing of leases costs, as simulated. */
export interface FaultCost {
  /** The first so many leases; the other figures are for all, in proportion. */
  readonly leasesSimulated: number;
  readonly faults: number;
  readonly takeovers: number;
  /** How much longer it takes than without faults, as a share. */
  readonly longer: number;
  /** Of the ledger. */
  readonly inserts: number;
  readonly queries: number;
}

/** @returns `undefined` where no leases are shared */
export function faultCost({
  leases,
  busyWorkers: workers,
  seconds,
  boundBy,
}: Forecast): FaultCost | undefined {
  if (workers === 1) return undefined;
  const leaseSeconds = (seconds[boundBy]! * workers) / leases;
  const affordable = Math.floor(MOST_EVENTS / (EVENTS_A_LEASE + EVENTS_A_SECOND * leaseSeconds));
  const leasesSimulated = Math.min(leases, Math.max(2 * workers, affordable));
  const simulation = {
    workers,
    leases: leasesSimulated,
    leaseSeconds,
    pieces: PIECES,
    latency: LATENCY,
    seed: "1",
  };
  const calm = simulateLeases({ ...simulation, faults: NO_FAULTS });
  const rough = simulateLeases({ ...simulation, faults: FAULTS_A_DAY });
  const ofAll = (count: number) => Math.round((count * leases) / leasesSimulated);
  return {
    leasesSimulated,
    faults: ofAll(rough.faults),
    takeovers: ofAll(rough.takeovers),
    longer: rough.seconds / calm.seconds - 1,
    inserts: ofAll(rough.inserts),
    queries: ofAll(rough.queries),
  };
}
