import { CITIES } from "../vocabulary/cities";
import { COUNTRIES } from "../vocabulary/countries";

const NONE = 0;
const TROPICS = 1;
const SOUTH = 2;
const NORTH = 3;

/** By country from 1, and 0 for unknown: one of the above; whether snow lies in winter; whether there is a sea. */
const CLIMATES = ["", ...COUNTRIES.map(([code]) => CITIES[code]![1])];
const ZONE = Uint8Array.from(CLIMATES, (climate) => {
  const zone = climate.toLowerCase().replace("-inland", "");
  return ["", "tropics", "south", "north"].indexOf(zone);
});
const SNOWY = CLIMATES.map((climate) => /NORTH|SOUTH/.test(climate));
const COASTAL = CLIMATES.map((climate) => !climate.includes("inland"));

/** In the north, by month from 0: the season's number in `suits.ts`. */
const NORTHERN = [4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4] as const;
/** By country and month. */
const SEASON = Uint8Array.from({ length: CLIMATES.length * 12 }, (_, at) => {
  const zone = ZONE[Math.floor(at / 12)];
  if (zone === NORTH) return NORTHERN[at % 12]!;
  return zone === SOUTH ? NORTHERN[(at + 6) % 12]! : NONE;
});

/**
 * @param country from 1, or 0 for unknown
 * @param month from 0
 */
export function seasonOf(country: number, month: number): number {
  return SEASON[country * 12 + month]!;
}

/** Whether there may be snow, see {@link seasonOf}; where the country is not known, in its northern months. */
export function mayHaveSnow(country: number, month: number): boolean {
  if (ZONE[country] === NONE) return NORTHERN[month] === 4;
  return SNOWY[country]! && seasonOf(country, month) === 4;
}

/** Whether people may be at the beach as in summer, see {@link seasonOf}. */
export function mayBathe(country: number, month: number): boolean {
  const zone = ZONE[country];
  if (zone === NONE || zone === TROPICS) return COASTAL[country]!;
  const northern = zone === SOUTH ? (month + 6) % 12 : month;
  return COASTAL[country]! && northern >= 4 && northern <= 8;
}

export interface CalendarDay {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

/** The date of a day since 1970-01-01, after Howard Hinnant's `civil_from_days`. */
export function calendarDay(days: number): CalendarDay {
  const ofEra = (days + 719_468) % 146_097;
  const era = Math.floor((days + 719_468) / 146_097);
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = (fromMarch + 2) % 12;
  return { year: yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, day };
}
