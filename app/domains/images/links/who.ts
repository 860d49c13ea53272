import { lazy } from "../../../rows/lazy";
import { fitTable } from "../../../rows/random/fit";
import { ETHNICITY, GENDER } from "../distributions";
import { REGIONS } from "../vocabulary/countries";
import { SITES } from "../vocabulary/sites";
import { ETHNICITY_BY_REGION, ETHNICITY_BY_SITE, WOMEN_BY_REGION, WOMEN_BY_SITE } from "./declared";
import { siteRegions } from "./places";

/** Number of the pair of a site, from 0, and a region, in the tables below. */
export const placeNumber = (site: number, region: number): number => site * REGIONS.length + region;

/** By pair of site and region: the shares of women, men and not known, among all people. */
export const genderByPlace = linked(GENDER, (site, region) => {
  const women = WOMEN_BY_REGION[region]! * (WOMEN_BY_SITE[site] ?? 1);
  return [women, 1, 1];
});

/** By pair of site and region: the shares of the first ethnicities, among all people. */
export const ethnicityByPlace = linked(ETHNICITY, (site, region) => {
  const [id, factor] = ETHNICITY_BY_SITE[site] ?? [0, 1];
  return ETHNICITY_BY_REGION[region]!.map((link, e) => (e + 1 === id ? link * factor : link));
});

function linked(
  weights: readonly number[],
  links: (site: string, region: string) => readonly number[],
): () => number[][] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return lazy(() =>
    fitTable(
      SITES.flatMap(({ name }) => REGIONS.map((region) => links(name, region))),
      siteRegions().flat(),
      weights.map((weight) => weight / total),
    ),
  );
}
