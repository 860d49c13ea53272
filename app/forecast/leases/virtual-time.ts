interface Event {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Time that passes from event to event, in milliseconds from 0. Events of one moment happen in the order in which they were planned. */
export class VirtualTime {
  /** A binary heap, the next event first. */
  private readonly heap: Event[] = [];
  private planned = 0;
  private passed = 0;

  get now(): number {
    return this.passed;
  }

  /** @param at now or later */
  plan(at: number, happen: () => void): void {
    const event = { at, order: this.planned++, happen };
    let i = this.heap.push(event) - 1;
    for (let above = (i - 1) >> 1; i > 0 && isBefore(event, this.heap[above]!); above = (i - 1) >> 1) {
      this.heap[i] = this.heap[above]!;
      i = above;
    }
    this.heap[i] = event;
  }

  /** Until nothing is left to happen, or it is over. */
  pass(isOver: () => boolean): void {
    while (this.heap.length > 0 && !isOver()) {
      const { at, happen } = this.takeFirst();
      this.passed = at;
      happen();
    }
  }

  private takeFirst(): Event {
    const first = this.heap[0]!;
    const last = this.heap.pop()!;
    const { length } = this.heap;
    if (length === 0) return first;
    let i = 0;
    for (let below = 1; below < length; below = 2 * i + 1) {
      if (below + 1 < length && isBefore(this.heap[below + 1]!, this.heap[below]!)) below++;
      if (!isBefore(this.heap[below]!, last)) break;
      this.heap[i] = this.heap[below]!;
      i = below;
    }
    this.heap[i] = last;
    return first;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
