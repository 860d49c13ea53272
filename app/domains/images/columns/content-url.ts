import { ByteBuffer } from "../../../rows/byte-buffer";
import { copyBytes } from "../../../rows/copy-bytes";
import { appendSlug } from "../captions/slug";
import { Captions } from "../factors/captions";
import type { Factors } from "../../../rows/factors";
import { ShootPlace } from "../factors/shoot-place";
import { SiteImageId } from "../factors/site-image-id";
import type { TextSource } from "../../../rows/values/source";
import { MAX_URL_LENGTH, SITES } from "../vocabulary/sites";

/** Bytes behind the last that may be overwritten. */
const SPARE = 4;

/**
 * The picture's address: the site's prefix, the caption's slug, the site's middle, its image id, its suffix.
 */
export function contentUrl(factors: Factors): TextSource {
  const captions = factors.get(Captions);
  const { sites, shoots } = factors.get(ShootPlace);
  const imageIds = factors.get(SiteImageId);
  const { shootOf } = shoots;
  const ends = new Fragments(SITES.flatMap(({ prefix, middle, suffix }) => [prefix, middle, suffix]));
  const slugLengths = SITES.map(({ slugLength }) => slugLength);
  const buffer = new ByteBuffer(factors.capacity * MAX_URL_LENGTH);
  const offsets = new Uint32Array(factors.capacity + 1);
  /** By row: where the digits begin. */
  const stems = new Uint32Array(factors.capacity);

  const fill = (rows: number): void => {
    buffer.clear();
    buffer.reserve(rows * MAX_URL_LENGTH + SPARE);
    const { bytes, view } = buffer;
    const { sameAs } = captions;
    const digits = imageIds.buffer.bytes;
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const s = sites[shootOf[i]!]!;
      const same = sameAs[i]!;
      if (same < i) at = copyBytes(view, offsets[same]!, stems[same]!, view, at);
      else {
        buffer.length = ends.copy(3 * s, view, at);
        appendSlug(
          buffer,
          captions.buffer.bytes,
          captions.offsets[i]!,
          captions.offsets[i + 1]!,
          slugLengths[s]!,
        );
        at = ends.copy(3 * s + 1, view, buffer.length);
      }
      stems[i] = at;
      for (let from = imageIds.offsets[i]!; from < imageIds.offsets[i + 1]!; from++)
        bytes[at++] = digits[from]!;
      at = ends.copy(3 * s + 2, view, at);
      offsets[i + 1] = at;
    }
    buffer.length = at;
  };
  return { buffer, offsets, fill };
}

/** Texts to be copied by their number. */
class Fragments {
  readonly #view: DataView;
  readonly #offsets = [0];

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#offsets.push(this.#offsets.at(-1)! + text.length);
    this.#view = new DataView(new TextEncoder().encode(texts.join("") + " ".repeat(SPARE)).buffer);
  }

  /** Copies a text to `at`, and says where it ends. */
  copy(number: number, target: DataView, at: number): number {
    return copyBytes(this.#view, this.#offsets[number]!, this.#offsets[number + 1]!, target, at);
  }
}
