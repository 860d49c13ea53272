import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { BlockUnframer, frame } from "../../../scripts/embedded/block-framing";
import { cityHash128 } from "../../../scripts/embedded/city-hash";
import { lz4Decompress, lz4Literals } from "../../../scripts/embedded/lz4";
import { withEmbedded } from "../../support/embedded";
import { sql } from "../../support/raw-http";

/** What a framed stream holds, taken in pieces of `step` bytes. */
function unframed(stream: Buffer, step: number): Buffer {
  const unframer = new BlockUnframer();
  const parts: Buffer[] = [];
  for (let at = 0; at < stream.length; at += step)
    parts.push(...unframer.push(stream.subarray(at, at + step)));
  unframer.end();
  return Buffer.concat(parts);
}

describe("block framing", () => {
  it("gives back what went in, in pieces of any size", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.integer({ min: 1, max: 3_000 }), (bytes, step) => {
        const data = Buffer.from(bytes);
        expect(unframed(Buffer.concat([...frame(data)]), step).equals(data)).toBe(true);
      }),
    );
    const large = Buffer.alloc(700_001, "many blocks ");
    expect(unframed(Buffer.concat([...frame(large)]), 65_536).equals(large)).toBe(true);
  });

  it("notices every damaged or missing byte", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, flip) => {
          const stream = Buffer.concat([...frame(Buffer.from(bytes))]);
          const damaged = Buffer.from(stream);
          damaged[at % stream.length]! ^= flip;
          expect(() => unframed(damaged, 64)).toThrow(/DB::Exception/);
          expect(() => unframed(stream.subarray(0, at % stream.length || 1), 64)).toThrow(
            /CANNOT_READ_ALL_DATA/,
          );
        },
      ),
    );
  });

  it("decompresses nothing that is no LZ4 of the size named, and never fails otherwise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 5_000 }), (bytes, size) => {
        const raw = lz4Decompress(Buffer.from(bytes), size);
        expect(raw === undefined || raw.length === size).toBe(true);
      }),
    );
    // "ab" as literals, a match of 6 at distance 2, and "c" as the last literal.
    expect(lz4Decompress(Buffer.from([0x22, 97, 98, 2, 0, 0x10, 99]), 9)?.toString()).toBe("ababababc");
    expect(lz4Decompress(lz4Literals(Buffer.alloc(1_000, 7)), 1_000)?.equals(Buffer.alloc(1_000, 7))).toBe(
      true,
    );
  });

  it("reads the engine's own blocks: their checksums of all sizes, their LZ4, their contents", async () => {
    await withEmbedded(async ({ connection, folder }) => {
      const rows = 120_000;
      await sql(
        connection,
        "CREATE TABLE t (n UInt32 CODEC(LZ4), s String CODEC(LZ4), one UInt8 CODEC(NONE)) ENGINE = MergeTree ORDER BY n SETTINGS min_bytes_for_wide_part = 0",
      );
      await sql(connection, "SYSTEM STOP MERGES t");
      await sql(
        connection,
        `INSERT INTO t SELECT number, concat('name ', toString(intHash32(number) % 1000)), 1 FROM numbers(${rows})`,
      );
      for (const few of [1, 2, 3, 5, 9, 17])
        await sql(
          connection,
          `INSERT INTO t SELECT ${rows} + number, repeat('x', number * ${few}), 2 FROM numbers(${few})`,
        );
      const files = readdirSync(join(folder, "data"), { recursive: true, encoding: "utf8" }).filter((file) =>
        file.includes("all_"),
      );
      const numbers: number[] = [];
      const sizes = new Set<number>();
      for (const file of files.filter((name) => name.endsWith(".bin"))) {
        const stream = readFileSync(join(folder, "data", file));
        for (let at = 0; at < stream.length; at += 16 + stream.readUInt32LE(at + 17)) {
          const block = stream.subarray(at + 16, at + 16 + stream.readUInt32LE(at + 17));
          sizes.add(block.length);
          expect(cityHash128(block).equals(stream.subarray(at, at + 16))).toBe(true);
        }
        const contents = unframed(stream, 10_000);
        if (/(^|\/)n\.bin$/.test(file))
          for (let at = 0; at < contents.length; at += 4) numbers.push(contents.readUInt32LE(at));
      }
      expect(sizes.size).toBeGreaterThan(10);
      expect(new Set(numbers).size).toBe(rows + 17);
    });
  });

  it.each([
    [0, "2b9ac064fc9df03d291ee592c340b53c"],
    [7, "1c5ff2ef1452b75d0b491c5915448fc4"],
    [8, "a49bb2da9ea30891914b4d1d119513de"],
    [15, "099b5e519c5f54a3c8f23c3c3976c544"],
    [16, "3d281e081a714220ca7a9d01fad92e53"],
    [143, "08a49c224cd0b9927a3cb15133685d68"],
    [144, "080d8e4a660796b917303e7653f65c14"],
    [145, "c50ce7ca10d9edcc9870e247f390dcea"],
  ])(
    "the checksum of %i bytes stays what it is, at every length where the algorithm changes",
    (length, expected) => {
      expect(cityHash128(Buffer.alloc(length, "abcdefg")).toString("hex")).toBe(expected);
    },
  );
});
