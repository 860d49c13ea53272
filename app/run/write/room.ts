/** Room for so many at a time; others wait, and enter in the order in which they came. */
export class Room {
  private readonly waiting: (() => void)[] = [];

  /** @param free how many there is room for, 1 or more */
  constructor(private free: number) {}

  async enter(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resume) => this.waiting.push(resume));
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free++;
    else next();
  }
}
