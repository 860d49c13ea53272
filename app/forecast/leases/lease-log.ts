/** The claim on the table itself; leases are numbered from 0. */
export const WHOLE_TABLE = -1;

export interface LeaseClaim {
  readonly epoch: number;
  readonly owner: number;
  readonly lease: number;
  /** Of its newest beat, or of the claim itself; by the server's clock, in milliseconds. */
  beatAt: number;
  beats: number;
  released: boolean;
}

/** The ledger, as a server keeps it: claims by epoch, of which the newest of a lease counts. */
export class LeaseLog {
  private readonly claims: LeaseClaim[] = [];
  private readonly newest = new Map<number, LeaseClaim>();
  private readonly open = new Set<LeaseClaim>();
  private nextFree = 0;
  /** A lease may be taken over in the moment in which it is released, and is released twice then. */
  private readonly done = new Set<number>();
  /** Claims that came too late for their epoch. */
  dropped = 0;

  /** @param testAndSet whether of several claims with one epoch one lands; only a test says no */
  constructor(
    readonly leases: number,
    private readonly testAndSet: boolean,
  ) {}

  /** Whether all leases have been released. */
  get isDone(): boolean {
    return this.done.size === this.leases;
  }

  get isClaimed(): boolean {
    return this.newest.has(WHOLE_TABLE);
  }

  get newestEpoch(): number {
    return this.claims.length;
  }

  claim(epoch: number, owner: number, lease: number, now: number): void {
    if (this.testAndSet && epoch <= this.claims.length) {
      this.dropped++;
      return;
    }
    const before = this.newest.get(lease);
    if (before !== undefined) this.open.delete(before);
    const claim = { epoch: this.claims.length + 1, owner, lease, beatAt: now, beats: 0, released: false };
    this.claims.push(claim);
    this.newest.set(lease, claim);
    this.open.add(claim);
    if (lease === this.nextFree) this.nextFree++;
  }

  /** That of an epoch, where this owner has it for this lease; without a test-and-set its newest one. */
  won(epoch: number, owner: number, lease: number): LeaseClaim | undefined {
    const claim = this.testAndSet
      ? this.claims[epoch - 1]
      : this.claims.findLast((one) => one.owner === owner && one.lease === lease);
    return claim?.owner === owner && claim.lease === lease ? claim : undefined;
  }

  beat(claim: LeaseClaim, now: number): void {
    claim.beatAt = now;
    claim.beats++;
  }

  release(claim: LeaseClaim): void {
    if (!this.open.delete(claim)) return;
    claim.released = true;
    this.done.add(claim.lease);
  }

  /** Whether no newer claim overlaps. */
  stands(claim: LeaseClaim): boolean {
    return this.newest.get(claim.lease) === claim;
  }

  /** A lease that nobody has claimed; `undefined` where there is none. */
  get free(): number | undefined {
    return this.nextFree < this.leases ? this.nextFree : undefined;
  }

  /** The claims that are neither released nor taken over. */
  get held(): Iterable<LeaseClaim> {
    return this.open;
  }
}
