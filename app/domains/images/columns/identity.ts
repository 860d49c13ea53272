import { IMPORT_IDS, IMPORT_SECONDS, UPLOAD_DAYS } from "../distributions";
import { MAX_CAPTION } from "../captions/picture";
import { Captions } from "../factors/captions";
import type { Factor, Factors } from "../../../rows/factors";
import { ShootDay } from "../factors/shoot-day";
import { ShootPlace } from "../factors/shoot-place";
import { Sizes } from "../factors/sizes";
import { SiteImageId } from "../factors/site-image-id";
import { draw, idState } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { upTo } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import { MAX_AUTHOR_LENGTH } from "../vocabulary/author-names";
import { MAX_URL_LENGTH, SITES } from "../vocabulary/sites";
import { authorName } from "./author";
import { contentUrl } from "./content-url";
import { gather } from "./gather";
import type { Range } from "../../../plan/range";
import type { ColumnDefinitions } from "../../../rows/column-definition";

/** Where a picture is from and when, and what it is called. */
export const IDENTITY_COLUMNS: ColumnDefinitions = {
  site_name_id: {
    shape: upTo(SITES.length),
    create: (factors) =>
      siteOf(
        factors,
        new Uint8Array(factors.capacity),
        SITES.map((_, s) => s + 1),
      ),
  },
  site_name: {
    shape: { kind: "words", words: SITES.map((site) => site.name) },
    create: (factors) => siteOf(factors, new Uint16Array(factors.capacity)),
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
    create(factors) {
      const { values, shoots } = factors.get(ShootDay);
      return gather(values, shoots.shootOf, new Uint16Array(factors.capacity));
    },
  },
  updated_at: { shape: { kind: "second" }, create: updatedAt },
  author: { shape: { kind: "text", maxLength: MAX_AUTHOR_LENGTH }, create: authorName },
  caption: {
    shape: { kind: "text", maxLength: MAX_CAPTION },
    create(factors) {
      const { buffer, offsets } = factors.get(Captions);
      return { buffer, offsets };
    },
  },
  content_url: { shape: { kind: "text", maxLength: MAX_URL_LENGTH }, create: contentUrl },
  width: { shape: upTo(2048), create: (factors) => ({ values: factors.get(Sizes).widths }) },
  height: { shape: upTo(2048), create: (factors) => ({ values: factors.get(Sizes).heights }) },
  is_dupe_of: {
    shape: { kind: "number", scale: 0, min: 0, max: 2 ** 32 - 1, idMax: Number.MAX_SAFE_INTEGER },
    create: (factors) => ({ values: factors.get(Originals).values }),
  },
};

function siteOf<T extends Uint8Array | Uint16Array>(
  factors: Factors,
  out: T,
  table?: readonly number[],
): NumberSource {
  const { sites, shoots } = factors.get(ShootPlace);
  return gather(sites, shoots.shootOf, out, table);
}

const FIRST_IMPORT = (UPLOAD_DAYS[1] + 1) * 86_400;
const YEAR = 365 * 86_400;

/** The second of the import, which many rows share: the version by which ReplacingMergeTree keeps the newest. */
function updatedAt(factors: Factors): NumberSource {
  const base = factors.streams.base("updated-at", 2);
  const ids = factors.own.numbers;
  const values = new Uint32Array(factors.capacity);
  const fill = (rows: number): void => {
    let block = -1;
    let cut = 0;
    for (let i = 0; i < rows; i++) {
      const id = ids[i]!;
      const here = Math.floor(id / IMPORT_IDS);
      if (here !== block) cut = even(draw(idState(base, (block = here)), 0), IMPORT_IDS);
      const number = 2 * here + (id - here * IMPORT_IDS < cut ? 0 : 1);
      values[i] = FIRST_IMPORT + ((number * IMPORT_SECONDS) % YEAR);
    }
  };
  return { values, fill };
}

/** The ids of the images that rows show once more, or 0. */
class Originals implements Factor {
  readonly values: Float64Array;
  readonly #ids: Float64Array;

  constructor(factors: Factors) {
    this.#ids = factors.own.numbers;
    this.values = new Float64Array(factors.capacity);
  }

  fill(rows: number, contents: readonly Range[]): void {
    this.values.fill(0, 0, rows);
    let at = 0;
    for (const { first, rows: count } of contents) {
      if (first !== this.#ids[at]) this.values[at] = first;
      at += count;
    }
  }
}
