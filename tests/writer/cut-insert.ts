import type { WriterName } from "../../app/request/request-options";
import type { Connection } from "../../app/server/connection";
import { type BlockWriter, openWriter } from "../support/writers";
import { textBlock } from "./text-table";

/* A process that inserts blocks into the table `t`, and kills itself before one of them or is killed. */

export interface CutInsert {
  readonly connection: Connection;
  readonly writer: WriterName;
  /** Rows of the blocks in their order. */
  readonly sizes: readonly number[];
  /** Blocks that have left the process when it kills itself; default: it does not. */
  readonly sent?: number;
}

/** Blocks of the rows from 1 on. */
export function textBlocks(writer: Pick<BlockWriter, "encode">, sizes: readonly number[]) {
  return sizes.map((rows, i) =>
    writer.encode(textBlock(rows, 1 + sizes.slice(0, i).reduce((sum, n) => sum + n, 0))),
  );
}

async function cutInsert({ connection, writer: name, sizes, sent }: CutInsert): Promise<void> {
  const writer = await openWriter(name, connection, "t");
  const die = (i: number) => void (i === sent && process.kill(process.pid, "SIGKILL"));
  await writer.send(textBlocks(writer, sizes), { id: "cut", commit: async () => {} }, die);
}

if (require.main === module) void cutInsert(JSON.parse(process.argv[2]!) as CutInsert);
