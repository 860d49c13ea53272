import { batchesOf, type Range, rowsOf } from "../../plan/range";
import { addChecksums } from "../../rows/checksum";
import type { EncodedBlock } from "../../writer/encoder";
import type { Batch } from "../../writer/writer";
import { Room } from "./room";
import type { BatchThreads, MadeBlock } from "./threads/batch-threads";

/** A batch whose blocks are made while it is sent. */
export interface MadeBatch {
  readonly batch: Batch;
  /** Of all its rows, once they have been sent. */
  checksum(): bigint;
  /** To be called in the end. @param landed whether its bytes are read no more */
  end(landed: boolean): void;
}

interface Job {
  readonly made: Promise<MadeBlock | undefined>;
  left: boolean;
}

/**
 * Makes batches in blocks: those of a batch before those of the next one, and not more at a time than there is
 * room for. A block has room from its making until it is sent.
 */
export class BatchMaker {
  private readonly room: Room;

  /**
   * @param blockRows rows of a block at most
   * @param most blocks at a time
   */
  constructor(
    private readonly threads: Pick<BatchThreads, "make">,
    private readonly blockRows: number,
    most: number,
  ) {
    this.room = new Room(most);
  }

  /** Resolves when the first block is made. @throws as `BatchThreads.make`; later blocks throw while it is sent */
  async make(ranges: readonly Range[]): Promise<MadeBatch> {
    let ended = false;
    let sending: Job | undefined;
    const sums: bigint[] = [];
    const jobs = [...batchesOf(ranges, this.blockRows)].map((block): Job => {
      const made = this.block(block, () => ended);
      made.catch(() => {});
      return { made, left: false };
    });
    const blocks = async function* (this: BatchMaker): AsyncGenerator<EncodedBlock> {
      for (const job of jobs) {
        const made = await job.made;
        if (made === undefined) return;
        sums.push(made.checksum);
        sending = job;
        yield made.block;
        this.leave(job, true);
      }
    }.bind(this);
    const end = (landed: boolean) => {
      ended = true;
      for (const job of jobs) this.leave(job, landed || job !== sending);
    };
    try {
      const { columns } = (await jobs[0]!.made)!.block;
      return {
        batch: { rows: rowsOf(ranges), columns, blocks: blocks() },
        checksum: () => addChecksums(sums),
        end,
      };
    } catch (error) {
      end(false);
      throw error;
    }
  }

  /** `undefined` where the batch has ended before there was room. */
  private async block(ranges: readonly Range[], ended: () => boolean): Promise<MadeBlock | undefined> {
    await this.room.enter();
    try {
      if (!ended()) return await this.threads.make(ranges);
    } catch (error) {
      this.room.leave();
      throw error;
    }
    this.room.leave();
    return undefined;
  }

  private leave(job: Job, reuse: boolean): void {
    if (job.left) return;
    job.left = true;
    void job.made.then(
      (made) => {
        if (made === undefined) return;
        if (reuse) made.release();
        this.room.leave();
      },
      () => {},
    );
  }
}
