import { ByteBuffer } from "../../../rows/byte-buffer";
import { appendSlug } from "../captions/caption";
import { Captions } from "../factors/captions";
import type { Factors } from "../../../rows/factors";
import { ShootSite } from "../factors/shoot-contents";
import { SiteImageId } from "../factors/site-image-id";
import type { TextSource } from "../../../rows/values/source";
import { MAX_URL_LENGTH, SITES } from "../vocabulary/sites";

const HYPHEN = 45;

/**
 * The picture's address: the site's prefix, the caption's slug, a hyphen, the site's image id, the site's
 * suffix.
 */
export function contentUrl(factors: Factors): TextSource {
  const captions = factors.get(Captions);
  const site = factors.get(ShootSite);
  const imageIds = factors.get(SiteImageId);
  const { takeOf, shootOf } = site.shoots;
  const encoder = new TextEncoder();
  const prefixes = SITES.map(({ prefix }) => encoder.encode(prefix));
  const suffixes = SITES.map(({ suffix }) => encoder.encode(suffix));
  const slugLengths = SITES.map(({ slugLength }) => slugLength);
  const buffer = new ByteBuffer(factors.capacity * MAX_URL_LENGTH);
  const offsets = new Uint32Array(factors.capacity + 1);

  const fill = (rows: number): void => {
    buffer.clear();
    buffer.reserve(rows * MAX_URL_LENGTH + 1);
    const { bytes } = buffer;
    const digits = imageIds.buffer.bytes;
    let at = 0;
    let stem = 0; // where the digits of the row before began
    for (let i = 0; i < rows; i++) {
      const s = site.values[shootOf[i]!]!;
      if (i > 0 && takeOf[i] === takeOf[i - 1]) {
        for (let from = offsets[i - 1]!; from < stem; from++) bytes[at++] = bytes[from]!;
      } else {
        buffer.length = copy(prefixes[s]!, bytes, at);
        appendSlug(
          buffer,
          captions.buffer.bytes,
          captions.offsets[i]!,
          captions.offsets[i + 1]!,
          slugLengths[s]!,
        );
        at = buffer.length;
        bytes[at++] = HYPHEN;
      }
      stem = at;
      for (let from = imageIds.offsets[i]!; from < imageIds.offsets[i + 1]!; from++)
        bytes[at++] = digits[from]!;
      at = copy(suffixes[s]!, bytes, at);
      offsets[i + 1] = at;
    }
    buffer.length = at;
  };
  return { buffer, offsets, fill };
}

/** Copies a fragment to `bytes[at]`, and says where it ends. */
function copy(fragment: Uint8Array, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < fragment.length; i++) bytes[at + i] = fragment[i]!;
  return at + fragment.length;
}
