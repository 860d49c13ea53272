import { cityHash128 } from "./city-hash";
import { lz4Decompress, lz4Literals } from "./lz4";
import { ServerException } from "./server-exception";

/*
 * ClickHouse's framing of compressed streams: blocks of
 *   16 bytes  CityHash128 (version 1.0.2, low half first) of all that follows in the block
 *    1 byte   method: 0x82 LZ4, 0x02 none
 *    4 bytes  size of what follows the checksum, these nine header bytes included, little-endian
 *    4 bytes  size when decompressed, little-endian
 *   the compressed bytes
 */
const CHECKSUM_BYTES = 16;
const HEADER_BYTES = 9;
const LZ4 = 0x82;
const NONE = 0x02;
const BLOCK_BYTES = 1 << 18;
/** ClickHouse refuses larger blocks, too. */
const MAX_BLOCK_BYTES = 1 << 30;

/** `data` in blocks of at most 256 KiB; the LZ4 in them is valid, though it saves nothing. */
export function* frame(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    const raw = data.subarray(at, at + BLOCK_BYTES);
    const compressed = lz4Literals(raw);
    const block = Buffer.allocUnsafe(CHECKSUM_BYTES + HEADER_BYTES + compressed.length);
    block[CHECKSUM_BYTES] = LZ4;
    block.writeUInt32LE(HEADER_BYTES + compressed.length, CHECKSUM_BYTES + 1);
    block.writeUInt32LE(raw.length, CHECKSUM_BYTES + 5);
    compressed.copy(block, CHECKSUM_BYTES + HEADER_BYTES);
    cityHash128(block.subarray(CHECKSUM_BYTES)).copy(block);
    yield block;
  }
}

/**
 * Takes a framed stream in pieces of any size and gives its contents. Throws ServerException for what is
 * damaged.
 */
export class BlockUnframer {
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private wanted = CHECKSUM_BYTES + HEADER_BYTES;

  *push(chunk: Buffer): Generator<Buffer> {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    while (this.pendingBytes >= this.wanted) {
      const data = Buffer.concat(this.pending);
      const total = CHECKSUM_BYTES + blockSize(data);
      if (data.length < total) {
        this.keep(data, total);
        return;
      }
      yield unframe(data.subarray(0, total));
      this.keep(data.subarray(total), CHECKSUM_BYTES + HEADER_BYTES);
    }
  }

  /** @throws ServerException where the stream ends inside a block */
  end(): void {
    if (this.pendingBytes > 0)
      throw new ServerException(33, "The compressed body ends inside a block (CANNOT_READ_ALL_DATA)", 400);
  }

  private keep(rest: Buffer, wanted: number): void {
    this.pending = rest.length > 0 ? [rest] : [];
    this.pendingBytes = rest.length;
    this.wanted = wanted;
  }
}

function blockSize(block: Buffer): number {
  const size = block.readUInt32LE(CHECKSUM_BYTES + 1);
  const rawSize = block.readUInt32LE(CHECKSUM_BYTES + 5);
  if (size < HEADER_BYTES || size > MAX_BLOCK_BYTES || rawSize > MAX_BLOCK_BYTES) {
    throw new ServerException(
      271,
      "The compressed body has a block of an impossible size (CANNOT_DECOMPRESS)",
      400,
    );
  }
  return size;
}

function unframe(block: Buffer): Buffer {
  if (!cityHash128(block.subarray(CHECKSUM_BYTES)).equals(block.subarray(0, CHECKSUM_BYTES))) {
    throw new ServerException(
      40,
      "A block of the compressed body does not match its checksum (CHECKSUM_DOESNT_MATCH)",
      400,
    );
  }
  const method = block.readUInt8(CHECKSUM_BYTES);
  const rawSize = block.readUInt32LE(CHECKSUM_BYTES + 5);
  const data = block.subarray(CHECKSUM_BYTES + HEADER_BYTES);
  if (method === NONE) return Buffer.from(data);
  if (method !== LZ4) {
    throw new ServerException(
      89,
      `Compression method 0x${method.toString(16)} is not supported, only LZ4 is (UNKNOWN_COMPRESSION_METHOD)`,
      400,
    );
  }
  const raw = lz4Decompress(data, rawSize);
  if (raw === undefined)
    throw new ServerException(
      271,
      "A block of the compressed body is not valid LZ4 (CANNOT_DECOMPRESS)",
      400,
    );
  return raw;
}
