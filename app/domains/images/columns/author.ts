import { ByteBuffer } from "../../../rows/byte-buffer";
import type { Factors } from "../../../rows/factors";
import type { TextSource } from "../../../rows/values/source";
import { ShootAuthor } from "../factors/shoot-author";
import { appendAuthorName } from "../vocabulary/author-names";

/** Authors that are looked for among those of the block at hand: a power of two. */
const SLOTS = 1_024;

/** The name of the author, of all rows of a shoot. */
export function authorName(factors: Factors): TextSource {
  const { states, place } = factors.get(ShootAuthor);
  const { homes, shoots } = place;
  const { shootOf } = shoots;
  const buffer = new ByteBuffer(factors.capacity * 16);
  const offsets = new Uint32Array(factors.capacity + 1);
  /** By slot of an author's state: a row of theirs. It may be one of an earlier block, so it is looked at again. */
  const rowOf = new Uint32Array(SLOTS);
  const fill = (rows: number): void => {
    buffer.clear();
    for (let i = 0, known = -1; i < rows; i++) {
      const s = shootOf[i]!;
      if (i === 0 || s !== shootOf[i - 1]) {
        const slot = states[s]! & (SLOTS - 1);
        known = rowOf[slot]!;
        rowOf[slot] = i;
        const other = shootOf[known]!;
        if (known >= i || states[other] !== states[s] || homes[other] !== homes[s]) known = -1;
      }
      if (known >= 0) buffer.repeat(offsets[known]!, offsets[known + 1]!);
      else {
        appendAuthorName(buffer, states[s]!, homes[s]!);
        known = i;
      }
      offsets[i + 1] = buffer.length;
    }
  };
  return { buffer, offsets, fill };
}
