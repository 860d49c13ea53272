const NEWLINE = 0x0a;

/** The objects of a JSONEachRow batch, one for each line, in their order. */
export function* jsonRows(bytes: Uint8Array): Generator<object, undefined> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < text.length;) {
    const end = text.indexOf(NEWLINE, at);
    yield JSON.parse(text.toString("utf8", at, end)) as object;
    at = end + 1;
  }
}
