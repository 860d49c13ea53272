import { between, whole } from "./generators";
import type { NameRule } from "./name-rule";

const EPOCH_SECONDS = whole(1_704_067_200, 1_767_225_599);
const EPOCH_MILLISECONDS = whole(1_704_067_200_000, 1_767_225_599_999);

/** Points in time that do not rise with the row number, and those in columns of numbers and texts. */
export const TIMES: readonly NameRule[] = [
  {
    names: ["*at ms", "*timestamp ms", "*time ms", "*ts ms", "*epoch ms", "*unix ms"],
    number: EPOCH_MILLISECONDS,
  },
  {
    names: ["*timestamp", "*ts", "*epoch", "*unix time", "*unix timestamp", "*at", "*time"],
    number: EPOCH_SECONDS,
    text: between("2024-01-01", "2025-12-31"),
  },
  {
    names: ["*date", "*day", "*datetime"],
    text: { kind: "time", from: "2024-01-01", to: "2025-12-31", unit: "day" },
  },
  {
    names: [
      "*expires at",
      "*expiry",
      "*expiry date",
      "*expires",
      "*expiration",
      "*expiration date",
      "*valid until",
      "*valid to",
      "*due at",
      "*due date",
      "*deadline",
      "*renews at",
      "*next billing at",
      "*trial ends at",
    ],
    time: between("2025-01-01", "2027-12-31"),
  },
  {
    names: [
      "*hired at",
      "*hire date",
      "*start date",
      "*joined at",
      "*signup date",
      "*sign up date",
      "*registered at",
      "*since",
      "*founded at",
      "*first seen at",
      "*first seen",
      "*installed at",
      "*valid from",
    ],
    time: between("2019-01-01", "2025-12-31"),
  },
];
