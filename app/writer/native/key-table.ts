/** Numbers distinct pieces of a byte array from 0 on, in the order in which they are first seen. */
export class KeyTable {
  /** Distinct pieces so far. */
  size = 0;
  /** Where each begins and ends. */
  private starts = new Uint32Array(512);
  private ends = new Uint32Array(512);
  /** Hash to number + 1, with open addressing; twice as long as the others, a power of two. */
  private slots = new Uint32Array(1024);

  /** The number found last. */
  private last = 0;

  /** @param bytes which all pieces are of */
  constructor(private readonly bytes: Uint8Array) {}

  /**
   * The number of the piece from `start` (included) to `end` (not included): `size`, as it was before, for a
   * new one.
   */
  find(start: number, end: number): number {
    // Rows that follow one another are often alike.
    if (this.size === 0 || !this.isAt(this.last, start, end)) this.last = this.lookUp(start, end);
    return this.last;
  }

  private lookUp(start: number, end: number): number {
    const mask = this.slots.length - 1;
    for (let slot = this.hash(start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot]! - 1;
      if (number < 0) return this.add(start, end, slot);
      if (this.isAt(number, start, end)) return number;
    }
  }

  private add(start: number, end: number, slot: number): number {
    const number = this.size++;
    this.starts[number] = start;
    this.ends[number] = end;
    this.slots[slot] = number + 1;
    if (this.size === this.starts.length) this.grow();
    return number;
  }

  private isAt(number: number, start: number, end: number): boolean {
    const { bytes } = this;
    const other = this.starts[number]!;
    if (this.ends[number]! - other !== end - start) return false;
    for (let i = start, j = other; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  }

  /** FNV-1a, with its upper bits brought down to where the slots are taken from. */
  private hash(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ this.bytes[i]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }

  private grow(): void {
    const { starts, ends, size } = this;
    this.starts = new Uint32Array(size * 2);
    this.ends = new Uint32Array(size * 2);
    this.starts.set(starts);
    this.ends.set(ends);
    this.slots = new Uint32Array(size * 4);
    const mask = this.slots.length - 1;
    for (let number = 0; number < size; number++) {
      let slot = this.hash(starts[number]!, ends[number]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}
