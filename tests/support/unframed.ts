import { BlockUnframer } from "../../scripts/embedded/block-framing";

/** What a stream in ClickHouse's block framing holds. */
export function unframed(stream: Buffer): string {
  const unframer = new BlockUnframer();
  const parts = [...unframer.push(stream)];
  unframer.end();
  return Buffer.concat(parts).toString();
}
