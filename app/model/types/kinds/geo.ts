import type { ColumnType, ElementType, GeoName } from "../../column-type";
import type { Shape } from "../shape";
import type { TypeEntry } from "../type-description";

type GeoType = Extract<ColumnType, { kind: "geo" }>;

const element = (type: ColumnType): ElementType => ({ type, nullable: false, lowCardinality: false });
const arrayOf = (type: ColumnType): ColumnType => ({ kind: "array", element: element(type) });
const listOf = (shape: Shape): Shape => ({ kind: "list", element: shape });

const COORDINATE = element({ kind: "float", bits: 64 });
const POINT: ColumnType = { kind: "tuple", elements: [COORDINATE, COORDINATE] };

/** Longitude and latitude, in millionths of a degree. */
const PLACE: Shape = {
  kind: "tuple",
  elements: [180, 90].map((most) => ({ kind: "number", scale: 6, min: -most * 1e6, max: most * 1e6 })),
};

/** How many arrays of arrays of points each is. */
const DEPTHS: Readonly<Record<GeoName, number>> = {
  Point: 0,
  Ring: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** The geo types: a point is a tuple of two floats, and the others are arrays of points. */
export const geo: TypeEntry<GeoType> = {
  names: Object.fromEntries(
    Object.keys(DEPTHS).map((name) => [name, (): GeoType => ({ kind: "geo", name: name as GeoName })]),
  ),
  describe: ({ name }, describe) => ({
    ...describe(nest(POINT, name, arrayOf)),
    print: () => name,
    fallback: () => nest(PLACE, name, listOf),
  }),
};

function nest<T>(point: T, name: GeoName, around: (inner: T) => T): T {
  let nested = point;
  for (let depth = 0; depth < DEPTHS[name]; depth++) nested = around(nested);
  return nested;
}
