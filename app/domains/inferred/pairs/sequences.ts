const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times of which one comes after the other. */
export interface Sequence {
  readonly later: readonly string[];
  /** The first of these that the table has. */
  readonly earlier: readonly string[];
  /** Seconds between, both included. */
  readonly min: number;
  readonly max: number;
}

const CREATED = [
  "*created at",
  "*created on",
  "*created",
  "*creation date",
  "*created date",
  "*inserted at",
  "*registered at",
  "*signup date",
  "*signed up at",
  "*ordered at",
  "*order date",
  "*placed at",
  "*opened at",
  "*submitted at",
  "*published at",
  "*issued at",
  "*issued on",
  "*issue date",
  "*invoice date",
  "*start date",
];
const STARTED = [
  "*started at",
  "*start time",
  "*start date",
  "*start",
  "*started",
  "*begin time",
  "*begins at",
  "*pickup time",
  "*pickup at",
  "*pickup datetime",
  "*start datetime",
  "*first timestamp",
  "*check in",
  "*checkin at",
  "*departure time",
  "*departed at",
  "*valid from",
  "*period start",
  "*from date",
];

const UPDATED = [
  "*updated at",
  "*modified at",
  "*last modified",
  "*last modified at",
  "*updated",
  "*last updated",
  "*updated on",
  "*update time",
];

/** Sequences that people know, the most telling ones first. */
export const SEQUENCES: readonly Sequence[] = [
  {
    later: [
      "*ended at",
      "*end time",
      "*ended",
      "*end",
      "*finished at",
      "*stopped at",
      "*dropoff time",
      "*dropoff at",
      "*dropoff datetime",
      "*end datetime",
      "*last timestamp",
      "*arrival time",
      "*arrived at",
    ],
    earlier: STARTED,
    min: 5,
    max: 2 * HOUR,
  },
  {
    later: [
      "*end date",
      "*check out",
      "*checkout at",
      "*period end",
      "*valid to",
      "*valid until",
      "*to date",
    ],
    earlier: STARTED,
    min: DAY,
    max: 30 * DAY,
  },
  { later: ["*actual departure"], earlier: ["*scheduled departure"], min: 0, max: 2 * HOUR },
  { later: ["*actual arrival"], earlier: ["*scheduled arrival"], min: 0, max: 3 * HOUR },
  {
    later: ["*scheduled arrival", "*arrival"],
    earlier: ["*scheduled departure", "*departure"],
    min: HOUR,
    max: 12 * HOUR,
  },
  {
    later: ["*termination date", "*terminated at", "*left at"],
    earlier: ["*hire date", "*hired at", "*joined at", ...CREATED],
    min: 90 * DAY,
    max: 2_000 * DAY,
  },
  { later: ["*authorized at", "*authorised at"], earlier: CREATED, min: 0, max: 60 },
  {
    later: ["*captured at", "*settled at"],
    earlier: ["*authorized at", "*authorised at", ...CREATED],
    min: 1,
    max: 3 * DAY,
  },
  { later: ["*completed at"], earlier: [...STARTED, ...CREATED], min: 5, max: 2 * DAY },
  {
    later: ["*delivered at", "*delivery date"],
    earlier: ["*shipped at", "*ship date", "*shipped date"],
    min: 8 * HOUR,
    max: 9 * DAY,
  },
  { later: ["*delivered at", "*delivery date"], earlier: ["*sent at", ...CREATED], min: 1, max: 9 * DAY },
  {
    later: ["*shipped at", "*ship date", "*shipped date", "*fulfilled at"],
    earlier: ["*paid at", ...CREATED],
    min: HOUR,
    max: 4 * DAY,
  },
  {
    later: ["*paid at", "*payment date", "*confirmed at", "*processed at", "*approved at"],
    earlier: CREATED,
    min: 5,
    max: 2 * DAY,
  },
  {
    later: ["*first response at", "*assigned at", "*acknowledged at", "*started at"],
    earlier: CREATED,
    min: MINUTE,
    max: DAY,
  },
  { later: ["*resolved at", "*closed at", "*merged at"], earlier: CREATED, min: 10 * MINUTE, max: 20 * DAY },
  {
    later: ["*opened at", "*clicked at", "*read at"],
    earlier: ["*sent at", "*delivered at"],
    min: 10,
    max: 3 * DAY,
  },
  { later: ["*due at", "*due date", "*deadline"], earlier: CREATED, min: 7 * DAY, max: 45 * DAY },
  {
    later: ["*expires at", "*expiry date", "*expiration date", "*expires", "*trial ends at"],
    earlier: [...CREATED, ...STARTED],
    min: 14 * DAY,
    max: 365 * DAY,
  },
  {
    later: UPDATED,
    earlier: CREATED,
    min: 0,
    max: 60 * DAY,
  },
  {
    later: [
      "*last login at",
      "*last login",
      "*last seen at",
      "*last seen",
      "*last active at",
      "*last order at",
    ],
    earlier: ["*first seen at", "*first seen", "*first order at", ...CREATED],
    min: HOUR,
    max: 300 * DAY,
  },
  {
    later: ["*deleted at", "*archived at"],
    earlier: [...UPDATED, ...CREATED, ...STARTED],
    min: HOUR,
    max: 120 * DAY,
  },
  {
    later: ["*cancelled at", "*canceled at", "*refunded at", "*returned at", "*churned at"],
    earlier: [...CREATED, ...STARTED],
    min: HOUR,
    max: 120 * DAY,
  },
  {
    later: ["*source ts", "*source timestamp", "*source at"],
    earlier: [...UPDATED, ...CREATED],
    min: 0,
    max: 2,
  },
  {
    later: ["*ingested at", "*loaded at", "*synced at"],
    earlier: ["*source ts", "*source timestamp", "*source at", ...UPDATED],
    min: 0,
    max: 90,
  },
  {
    later: ["*received at", "*ingested at", "*inserted at", "*processed at", "*loaded at"],
    earlier: [
      "*event time",
      "*event timestamp",
      "*occurred at",
      "*timestamp",
      "*recorded at",
      "*measured at",
      "*created at",
    ],
    min: 0,
    max: 90,
  },
];
