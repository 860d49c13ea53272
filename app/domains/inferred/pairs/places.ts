import type { Column } from "../../../model/column";
import type { Generator, Scalar } from "../../spec/generator";
import { decimal, template } from "../names/generators";
import { CITIES, type City } from "./cities";
import { grouped, pairedTogether } from "./grouped";
import { isNumber, isText, type Pair, prefixBefore } from "./pair";

interface PlacePart {
  readonly names: readonly string[];
  /** Whether it is a coordinate. */
  readonly isPoint?: boolean;
  readonly holds: (column: Column) => boolean;
  readonly value: (city: City, column: Column) => Scalar | Generator;
}

const short = ({ type }: Column): boolean => type.kind === "fixed-string" && type.length <= 3;
/** A city's surroundings, in degrees. */
const AROUND = 0.08;
const near = (at: number): Generator => decimal(round(at - AROUND), round(at + AROUND), 6);
const round = (value: number): number => Math.round(value * 100) / 100;

const PARTS: readonly PlacePart[] = [
  { names: ["city", "town", "city name"], holds: isText, value: ({ city }) => city },
  {
    names: ["state", "province", "state name", "state province"],
    holds: isText,
    value: ({ state, stateCode }, column) => (short(column) ? stateCode : state),
  },
  { names: ["region", "region name"], holds: isText, value: ({ state }) => state },
  { names: ["state code"], holds: isText, value: ({ stateCode }) => stateCode },
  {
    names: ["country", "country name"],
    holds: isText,
    value: ({ country, code }, column) => (short(column) ? code : country),
  },
  { names: ["country code", "country iso"], holds: isText, value: ({ code }) => code },
  { names: ["zip", "zip code", "postal code", "postcode"], holds: isText, value: ({ zip }) => template(zip) },
  { names: ["timezone", "time zone", "tz"], holds: isText, value: ({ timezone }) => timezone },
  { names: ["latitude", "lat"], isPoint: true, holds: isNumber, value: ({ latitude }) => near(latitude) },
  {
    names: ["longitude", "lon", "lng", "long"],
    isPoint: true,
    holds: isNumber,
    value: ({ longitude }) => near(longitude),
  },
];

/** Ends of a ride, which lie in one city. */
const JOURNEY = new Map(
  ["pickup", "dropoff", "start", "end", "origin", "destination", "from", "to"].map((end) => [end, "ride"]),
);

/** Columns of one place, such as `shipping_city` and `shipping_country`: two at least, one that says where. */
export const places: Pair = (columns) => {
  const found = new Map<string, { column: Column; part: PlacePart }[]>();
  for (const column of columns)
    for (const part of PARTS) {
      const before = part.holds(column) ? prefixBefore(column.name, part.names) : undefined;
      const prefix = part.isPoint && before !== undefined ? (JOURNEY.get(before) ?? before) : before;
      if (prefix !== undefined) found.set(prefix, [...(found.get(prefix) ?? []), { column, part }]);
    }
  const paired = [...found].flatMap(([prefix, all]) => {
    // A region alone may be a cloud's.
    const isOfCity = all.some(({ part }) => part.names.includes("city"));
    const members = all.filter(({ part }) => isOfCity || !part.names.includes("region"));
    if (members.length < 2) return [];
    const parts = members.map(
      ({ column, part }) => [column.name, ([, city]: PlaceRow) => part.value(city, column)] as const,
    );
    return [
      grouped(prefix === "" ? "place" : `${prefix}_place`, "one place", ROWS, Object.fromEntries(parts)),
    ];
  });
  return pairedTogether(paired);
};

type PlaceRow = readonly [weight: number, city: City];
const ROWS = CITIES.map((city): PlaceRow => [city.weight, city]);
