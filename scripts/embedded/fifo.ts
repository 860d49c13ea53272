/** Runs tasks one at a time, in the order in which they were given. */
export class Fifo {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Tasks given and not yet ended. */
  get length(): number {
    return this.waiting;
  }

  /** Settles as `task` does. A task that fails does not hinder the next. */
  run<T>(task: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const result = this.tail.then(task);
    this.tail = result
      .catch(() => undefined)
      .finally(() => {
        this.waiting -= 1;
      });
    return result;
  }

  /** Resolves when every task given so far has ended. */
  async drained(): Promise<void> {
    await this.tail;
  }
}
