import { DUPLICATE, NEAR_DUPLICATE, SIZES, UPDATED_WITHIN_DAYS } from "../distributions";
import { MAX_CAPTION } from "../captions/caption";
import { Captions } from "../factors/captions";
import type { Factors } from "../../../rows/factors";
import { ShootAuthor, ShootDay, ShootSite } from "../factors/shoot-contents";
import { SiteImageId } from "../factors/site-image-id";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { threshold, WeightedChoice } from "../../../rows/random/shares";
import { type Shape, upTo } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import { AUTHOR_NAMES } from "../vocabulary/author-names";
import { MAX_URL_LENGTH, SITES } from "../vocabulary/sites";
import { contentUrl } from "./content-url";
import { gather } from "./gather";
import type { Range } from "../../../plan/range";
import type { ColumnDefinitions } from "../../../rows/column-definition";

/** Where a picture is from and when, and what it is called. */
export const IDENTITY_COLUMNS: ColumnDefinitions = {
  image_id: { shape: idShape(0), create: imageId },
  site_name_id: {
    shape: upTo(SITES.length),
    create: (factors) =>
      ofShoot(
        factors,
        ShootSite,
        new Uint8Array(factors.capacity),
        SITES.map((_, s) => s + 1),
      ),
  },
  site_name: {
    shape: { kind: "words", words: SITES.map((site) => site.name) },
    create: (factors) => ofShoot(factors, ShootSite, new Uint16Array(factors.capacity)),
  },
  site_image_id: {
    shape: { kind: "number", scale: 0, min: 0, max: 9_999_999_999 },
    create(factors) {
      const { values, buffer, offsets } = factors.get(SiteImageId);
      return { values, digits: { buffer, offsets } };
    },
  },
  upload_date: {
    shape: { kind: "day" },
    create: (factors) => ofShoot(factors, ShootDay, new Uint16Array(factors.capacity)),
  },
  updated_at: { shape: { kind: "second" }, create: updatedAt },
  author: {
    shape: { kind: "words", words: AUTHOR_NAMES },
    create: (factors) => ofShoot(factors, ShootAuthor, new Uint16Array(factors.capacity)),
  },
  caption: {
    shape: { kind: "text", maxLength: MAX_CAPTION },
    create(factors) {
      const { buffer, offsets } = factors.get(Captions);
      return { buffer, offsets };
    },
  },
  content_url: { shape: { kind: "text", maxLength: MAX_URL_LENGTH }, create: contentUrl },
  width: { shape: upTo(2048), create: (factors) => size(factors, 0) },
  height: { shape: upTo(2048), create: (factors) => size(factors, 1) },
  is_dupe_of: { shape: idShape(2 ** 32 - 1), create: isDupeOf },
};

/**
 * An id, for integer types that hold `max` at least; the caller keeps image ids within the table's own type.
 */
function idShape(max: number): Shape {
  return { kind: "number", scale: 0, min: 0, max, idMax: Number.MAX_SAFE_INTEGER };
}

/** The ids of the block's rows as numbers: what the scrambled ones of `Factors.rows` were. */
class ImageIds {
  readonly values: Float64Array;

  constructor({ capacity }: Factors) {
    this.values = new Float64Array(capacity);
  }

  fill(_rows: number, ranges: readonly Range[]): void {
    let at = 0;
    for (const { first, rows } of ranges) for (let i = 0; i < rows; i++) this.values[at++] = first + i;
  }
}

function imageId(factors: Factors): NumberSource {
  return { values: factors.get(ImageIds).values };
}

function ofShoot<T extends Uint8Array | Uint16Array>(
  factors: Factors,
  kind: new (factors: Factors) => { values: Uint16Array; shoots: { shootOf: Uint32Array }; fill(): void },
  out: T,
  table?: readonly number[],
): NumberSource {
  const { values, shoots } = factors.get(kind);
  return gather(values, shoots.shootOf, out, table);
}

/** A day to some months after the upload: the version by which ReplacingMergeTree keeps the newest row. */
function updatedAt(factors: Factors): NumberSource {
  const day = factors.get(ShootDay);
  const base = factors.streams.base("updated-at", 1);
  const values = new Uint32Array(factors.capacity);
  const { shootOf } = day.shoots;
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, factors.rows, i);
      const later = 1 + even(draw(state, 0), UPDATED_WITHIN_DAYS - 1);
      values[i] = (day.values[shootOf[i]!]! + later) * 86_400 + even(draw(state, 1), 86_400);
    }
  };
  return { values, fill };
}

const SIZE = new WeightedChoice(SIZES.map(([, , weight]) => weight));

/** Width (side 0) or height (side 1); both read the same draw. */
function size(factors: Factors, side: 0 | 1): NumberSource {
  const base = factors.streams.base("size", 1);
  const pixels = Uint16Array.from(SIZES, (entry) => entry[side]);
  const values = new Uint16Array(factors.capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) values[i] = pixels[SIZE.pick(draw(stateAt(base, factors.rows, i), 0))]!;
  };
  return { values, fill };
}

/** The id of an earlier image, or 0; where the distance drawn leads before id 1 there is no duplicate. */
function isDupeOf(factors: Factors): NumberSource {
  const base = factors.streams.base("is-dupe-of", 1);
  const duplicate = threshold(DUPLICATE);
  const near = threshold(NEAR_DUPLICATE);
  const ids = factors.get(ImageIds).values;
  const values = new Float64Array(factors.capacity);
  const fill = (rows: number): void => {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(base, factors.rows, i);
      if (draw(state, 0) >= duplicate) values[i] = 0;
      else {
        const distance = 1 + even(draw(state, 2), draw(state, 1) < near ? 4_096 : 1_000_000);
        values[i] = Math.max(ids[i]! - distance, 0);
      }
    }
  };
  return { values, fill };
}
