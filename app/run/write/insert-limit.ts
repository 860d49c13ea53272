import { InsertError } from "../../writer/insert-error";

const SUCCESSES_TO_GROW = 8;

/**
 * How many inserts are under way at a time: half as many when the server is overloaded, one more when all is
 * well.
 */
export class InsertLimit {
  private limit: number;
  private underWay = 0;
  private successes = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param most inserts under way, 1 or more */
  constructor(private readonly most: number) {
    this.limit = most;
  }

  /** Runs `work` when there is room for it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    while (this.underWay >= this.limit) await new Promise<void>((resume) => this.waiting.push(resume));
    this.underWay++;
    try {
      const result = await work();
      if (++this.successes % SUCCESSES_TO_GROW === 0) this.limit = Math.min(this.most, this.limit + 1);
      return result;
    } catch (error) {
      if (error instanceof InsertError && error.overload)
        this.limit = Math.max(1, Math.floor(this.limit / 2));
      throw error;
    } finally {
      this.underWay--;
      for (const resume of this.waiting.splice(0)) resume();
    }
  }
}
