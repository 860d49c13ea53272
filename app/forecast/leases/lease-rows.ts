/** An insert that the server has begun to receive. */
export interface ReceivedInsert {
  readonly lease: number;
  readonly piece: number;
  /** Whether its last bytes have been sent: it lands whatever becomes of its sender. */
  released: boolean;
  ended: "landed" | "dropped" | undefined;
}

/** The rows of the leases in the table, in pieces, and the inserts that are under way. */
export class LeaseRows {
  /** How often each piece was written. */
  private readonly written: Uint8Array;
  private readonly underWay = new Map<number, Set<ReceivedInsert>>();

  constructor(
    leases: number,
    private readonly pieces: number,
  ) {
    this.written = new Uint8Array(leases * pieces);
  }

  /** One that is not yet on its way. */
  prepare(lease: number, piece: number): ReceivedInsert {
    return { lease, piece, released: false, ended: undefined };
  }

  receive(insert: ReceivedInsert): void {
    if (insert.ended !== undefined) return;
    const others = this.underWay.get(insert.lease) ?? new Set();
    this.underWay.set(insert.lease, others.add(insert));
  }

  land(insert: ReceivedInsert): void {
    if (this.end(insert, "landed")) this.written[insert.lease * this.pieces + insert.piece]!++;
  }

  drop(insert: ReceivedInsert): void {
    this.end(insert, "dropped");
  }

  private end(insert: ReceivedInsert, how: "landed" | "dropped"): boolean {
    if (insert.ended !== undefined) return false;
    insert.ended = how;
    return this.underWay.get(insert.lease)?.delete(insert) === true;
  }

  insertsUnderWay(lease: number): readonly ReceivedInsert[] {
    return [...(this.underWay.get(lease) ?? [])];
  }

  /** The pieces of a lease that are not there. */
  missing(lease: number): number[] {
    const pieces = Array.from({ length: this.pieces }, (_, piece) => piece);
    return pieces.filter((piece) => this.written[lease * this.pieces + piece] === 0);
  }

  /** Pieces by how often they were written: never, and more than once. */
  faults(): { readonly never: number; readonly twice: number } {
    let [never, twice] = [0, 0];
    for (const times of this.written) {
      if (times === 0) never++;
      if (times > 1) twice++;
    }
    return { never, twice };
  }
}
