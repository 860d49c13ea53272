import { lazy } from "../../../rows/lazy";
import { fitTable } from "../../../rows/random/fit";
import { COUNTRY_UNKNOWN } from "../distributions";
import { COUNTRIES, REGIONS } from "../vocabulary/countries";
import { SITES } from "../vocabulary/sites";
import { SITE_LINKS } from "./declared";

const UNKNOWN = COUNTRY_UNKNOWN[0] / COUNTRY_UNKNOWN[1];
const countryTotal = COUNTRIES.reduce((sum, [, , weight]) => sum + weight, 0);

/**
 * By site and country, both from 0: the share of rows among those whose country is known. Sites and countries
 * keep their own shares.
 */
export const placeShares = lazy<readonly (readonly number[])[]>(() =>
  fitTable(
    SITES.map(({ name }) => {
      const { country = {}, region = {}, elsewhere = 1 } = SITE_LINKS[name] ?? {};
      return COUNTRIES.map(([code, number]) => country[code] ?? region[REGIONS[number]!] ?? elsewhere);
    }),
    SITES.map(({ weight }) => weight / 1000),
    COUNTRIES.map(([, , weight]) => weight / countryTotal),
  ),
);

/** By site, and by region with 0 for unknown: the share of rows. */
export const siteRegions = lazy<readonly (readonly number[])[]>(() =>
  placeShares().map((countries, site) => {
    const shares: number[] = REGIONS.map(() => 0);
    shares[0] = (SITES[site]!.weight / 1000) * UNKNOWN;
    countries.forEach((share, c) => (shares[COUNTRIES[c]![1]]! += share * (1 - UNKNOWN)));
    return shares;
  }),
);
