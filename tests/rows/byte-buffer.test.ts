import fc from "fast-check";
import { ByteBuffer } from "../../app/rows/byte-buffer";

const content = (buffer: ByteBuffer) => Buffer.from(buffer.bytes.subarray(0, buffer.length));

test("holds what was appended, whatever its first capacity", () => {
  const fragments = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 50 });
  fc.assert(
    fc.property(fragments, fc.integer({ min: 1, max: 300 }), (parts, capacity) => {
      const buffer = new ByteBuffer(capacity);
      for (const part of parts) buffer.appendBytes(part);
      expect(content(buffer).equals(Buffer.concat(parts))).toBe(true);
    }),
  );
});

test("makes the room that was asked for, keeps the content, and shows the same memory as a view", () => {
  const buffer = new ByteBuffer(4);
  buffer.appendBytes(Uint8Array.of(1, 2, 3));
  buffer.reserve(1000);
  expect(buffer.bytes.length).toBeGreaterThanOrEqual(1003);
  expect([...content(buffer)]).toEqual([1, 2, 3]);
  buffer.view.setUint8(1, 9);
  expect([...content(buffer)]).toEqual([1, 9, 3]);
});

test("clear forgets the content and keeps the memory", () => {
  const buffer = new ByteBuffer(1);
  buffer.appendBytes(new Uint8Array(500));
  const { bytes } = buffer;
  buffer.clear();
  expect(buffer.length).toBe(0);
  buffer.appendBytes(new Uint8Array(500));
  expect(buffer.bytes).toBe(bytes);
});
