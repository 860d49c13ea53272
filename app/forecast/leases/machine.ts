import type { VirtualTime } from "./virtual-time";

/** A process that yields how long it waits, in milliseconds. */
export type Waiting<T = void> = Generator<number, T, undefined>;

/** How long an answer is waited for, and how long a server waits for further bytes of an insert. */
export const SILENCE_LIMIT = 30_000;

/** An answer that did not come: what was asked for may have happened. */
export class AnswerLost extends Error {}

/** One worker's machine: its processes stand still while it is stopped, and end when it dies. */
export class Machine {
  private dead = false;
  private stoppedUntil = 0;
  private cutUntil = 0;
  private cutSince = 0;

  /** @param delay of a message one way, in milliseconds */
  constructor(
    readonly id: number,
    readonly time: VirtualTime,
    private readonly delay: () => number,
  ) {}

  get isDead(): boolean {
    return this.dead;
  }

  die(): void {
    this.dead = true;
  }

  stopFor(milliseconds: number): void {
    this.stoppedUntil = Math.max(this.stoppedUntil, this.time.now + milliseconds);
  }

  cutFor(milliseconds: number): void {
    if (!this.isCut) this.cutSince = this.time.now;
    this.cutUntil = Math.max(this.cutUntil, this.time.now + milliseconds);
  }

  get isCut(): boolean {
    return this.cutUntil > this.time.now;
  }

  run(process: Waiting): void {
    const goOn = () => {
      if (this.dead) return;
      if (this.stoppedUntil > this.time.now) return this.time.plan(this.stoppedUntil, goOn);
      const { done, value } = process.next();
      if (!done) this.time.plan(this.time.now + value, goOn);
    };
    this.time.plan(this.time.now, goOn);
  }

  /** Has the server do something. @throws AnswerLost where the network is cut before the answer */
  *ask<T>(action: () => T): Waiting<T> {
    yield* this.connected();
    let answer: T | undefined;
    const [there, back] = [this.delay(), this.delay()];
    this.time.plan(this.time.now + there, () => (answer = action()));
    yield there + back;
    if (this.isCut) {
      yield* this.connected();
      throw new AnswerLost();
    }
    return answer as T;
  }

  /**
   * Sends the last bytes of something: they arrive even if this machine dies, and later where the network is cut.
   * @param hangUp what the server does where it has waited for them too long
   */
  deliver(arrive: () => void, hangUp: () => void): void {
    const { now } = this.time;
    if (!this.isCut) return this.time.plan(now + this.delay(), arrive);
    const limit = Math.max(now, this.cutSince + SILENCE_LIMIT);
    if (this.cutUntil > limit) this.time.plan(limit, hangUp);
    else this.time.plan(this.cutUntil + this.delay(), arrive);
  }

  /** @throws AnswerLost where it takes too long */
  *connected(): Waiting {
    if (!this.isCut) return;
    const wait = this.cutUntil - this.time.now;
    yield Math.min(wait, SILENCE_LIMIT);
    if (this.isCut) throw new AnswerLost();
  }
}
