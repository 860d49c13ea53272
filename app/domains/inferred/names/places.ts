import { decimal, template, weighted, whole, words } from "./generators";
import type { NameRule } from "./name-rule";

/** Weights of countries by their code; {@link CITIES} has more of the same ones. */
const CODES = weighted({
  US: 38,
  GB: 11,
  DE: 10,
  FR: 8,
  CA: 6,
  AU: 5,
  NL: 4,
  ES: 4,
  IN: 4,
  BR: 4,
  JP: 3,
  SE: 3,
});

/** Of where something is. */
export const PLACES: readonly NameRule[] = [
  {
    names: ["*country code", "*country iso", "*country iso2", "*iso country", "*nationality", "*geo"],
    text: CODES,
  },
  {
    names: ["*country", "*country name"],
    text: [
      weighted({
        "United States": 38,
        "United Kingdom": 11,
        Germany: 10,
        France: 8,
        Canada: 6,
        Australia: 5,
        Netherlands: 4,
        Spain: 4,
        India: 4,
        Brazil: 4,
        Japan: 3,
        Sweden: 3,
      }),
      CODES,
    ],
  },
  { names: ["*city", "*town", "*city name", "*municipality"], text: words("city") },
  {
    names: ["*province", "*state name", "*state province", "*state code", "*us state"],
    text: words("state"),
  },
  { names: ["*county", "*district", "*neighborhood"], text: words("city") },
  {
    names: ["*zip", "*zip code", "*postal code", "*postcode", "*post code", "*plz"],
    text: template("{10001-99950}"),
    number: whole(10_001, 99_950),
  },
  {
    names: ["*ip address", "*ip", "*ip addr", "*remote addr", "*remote address", "*client address", "*ipv4"],
    text: [template("198.18.{0-255}.{1-254}")],
    number: whole(0xc6_12_00_01, 0xc6_13_ff_fe),
  },
  { names: ["*ipv6"], text: template("2001:db8:{hex4}:{hex4}::{hex4}") },
  { names: ["*mac", "*mac address", "*mac addr"], text: template("02:{hex2}:{hex2}:{hex2}:{hex2}:{hex2}") },
  {
    names: ["*wallet address", "*contract address"],
    text: { kind: "identifier", form: "hex", length: 40, prefix: "0x" },
  },
  {
    names: [
      "*street",
      "*street address",
      "*address",
      "*address line",
      "*address1",
      "*address line1",
      "*street name",
    ],
    text: template("{1-999} {street}"),
  },
  { names: ["*address2", "*address line2"], text: template("Apt {1-99}") },
  {
    names: ["*latitude", "*lat"],
    number: decimal(-55, 68, 6, "normal"),
    text: decimal(-55, 68, 6, "normal"),
  },
  {
    names: ["*longitude", "*lng", "*lon", "*long"],
    number: decimal(-125, 150, 6),
    text: decimal(-125, 150, 6),
  },
  { names: ["*altitude", "*elevation", "*alt"], number: decimal(0, 2_500, 1, "exponential") },
  {
    names: ["*timezone", "*time zone", "*tz"],
    text: weighted({
      "America/New_York": 30,
      "Europe/London": 16,
      "Europe/Berlin": 16,
      "America/Los_Angeles": 14,
      "America/Chicago": 10,
      "Asia/Kolkata": 6,
      "Asia/Tokyo": 4,
      "Australia/Sydney": 4,
    }),
  },
  {
    names: ["*locale", "*culture"],
    text: weighted({
      "en-US": 46,
      "en-GB": 15,
      "de-DE": 12,
      "fr-FR": 10,
      "es-ES": 7,
      "pt-BR": 5,
      "ja-JP": 3,
      "nl-NL": 2,
    }),
  },
  {
    names: ["*language", "*lang", "*language code"],
    text: weighted({ en: 60, de: 12, fr: 10, es: 8, pt: 5, ja: 3, nl: 2 }),
  },
  {
    names: ["*region", "*aws region", "*cloud region"],
    text: weighted({
      "us-east-1": 34,
      "us-west-2": 22,
      "eu-west-1": 18,
      "eu-central-1": 14,
      "ap-southeast-1": 8,
      "sa-east-1": 4,
    }),
  },
  {
    names: ["*continent"],
    text: weighted({ "North America": 40, Europe: 34, Asia: 14, "South America": 6, Oceania: 5, Africa: 1 }),
  },
  { names: ["*zone", "*area"], text: weighted({ north: 30, south: 26, east: 24, west: 20 }) },
  {
    names: [
      "*location",
      "*warehouse name",
      "*store name",
      "*site",
      "*place",
      "*venue",
      "*branch",
      "*store",
      "*warehouse",
    ],
    text: words("city"),
  },
];
