import { ByteBuffer } from "../byte-buffer";
import { appendSlug } from "../captions/caption";
import { appendAgain, Captions } from "../factors/captions";
import type { Factors } from "../factors/factors";
import { ShootSite } from "../factors/shoot-contents";
import { SiteImageId } from "../factors/site-image-id";
import type { TextSource } from "../values/shape";
import { writeDigits } from "../values/text-form";
import { MAX_URL_LENGTH, SITES } from "../vocabulary/sites";

const HYPHEN = 45;

/** The picture's address: the site's prefix, the caption's slug, a hyphen, the site's image id, the site's suffix. */
export function contentUrl(factors: Factors): TextSource {
  const captions = factors.get(Captions);
  const site = factors.get(ShootSite);
  const imageIds = factors.get(SiteImageId).values;
  const { takeOf, shootOf } = site.shoots;
  const encoder = new TextEncoder();
  const prefixes = SITES.map(({ prefix }) => encoder.encode(prefix));
  const suffixes = SITES.map(({ suffix }) => encoder.encode(suffix));
  const buffer = new ByteBuffer(factors.capacity * MAX_URL_LENGTH);
  const offsets = new Uint32Array(factors.capacity + 1);

  const fill = (rows: number): void => {
    buffer.clear();
    buffer.reserve(rows * MAX_URL_LENGTH);
    let stem = 0; // where the digits of the row before began
    for (let i = 0; i < rows; i++) {
      const s = site.values[shootOf[i]!]!;
      if (i > 0 && takeOf[i] === takeOf[i - 1]) appendAgain(buffer, offsets[i - 1]!, stem);
      else {
        buffer.appendBytes(prefixes[s]!);
        appendSlug(buffer, captions.buffer.bytes, captions.offsets[i]!, captions.offsets[i + 1]!, SITES[s]!.slugLength);
        buffer.bytes[buffer.length++] = HYPHEN;
      }
      stem = buffer.length;
      buffer.length = writeDigits(buffer.bytes, stem, imageIds[i]!);
      buffer.appendBytes(suffixes[s]!);
      offsets[i + 1] = buffer.length;
    }
  };
  return { buffer, offsets, fill };
}
