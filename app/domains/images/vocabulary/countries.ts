/** Region names by the number in {@link COUNTRIES}. 0 is unknown. */
export const REGIONS = ["", "Europe", "Asia", "Africa", "Americas", "Oceania"] as const;

const EUROPE = 1, ASIA = 2, AFRICA = 3, AMERICAS = 4, OCEANIA = 5;

/**
 * ISO 3166 alpha-3 code, region, weight. The number of a country, from 1 in this order, is its `location_id`. The
 * weights tell which countries stock photos come from; unknown comes on top (`COUNTRY_UNKNOWN`).
 */
export const COUNTRIES: readonly (readonly [code: string, region: number, weight: number])[] = [
  ["USA", AMERICAS, 1080], ["CHN", ASIA, 860], ["GBR", EUROPE, 640], ["DEU", EUROPE, 560], ["IND", ASIA, 520],
  ["UKR", EUROPE, 430], ["ESP", EUROPE, 400], ["ITA", EUROPE, 340], ["RUS", EUROPE, 330], ["THA", ASIA, 320],
  ["BRA", AMERICAS, 300], ["FRA", EUROPE, 290], ["CAN", AMERICAS, 260], ["JPN", ASIA, 250], ["POL", EUROPE, 220],
  ["AUS", OCEANIA, 210], ["ZAF", AFRICA, 200], ["MEX", AMERICAS, 170], ["TUR", ASIA, 150], ["NGA", AFRICA, 140],
  ["NLD", EUROPE, 130], ["KOR", ASIA, 120], ["SWE", EUROPE, 110], ["SRB", EUROPE, 100], ["IDN", ASIA, 100],
  ["PRT", EUROPE, 95], ["COL", AMERICAS, 90], ["CZE", EUROPE, 90], ["KEN", AFRICA, 85], ["VNM", ASIA, 80],
  ["MYS", ASIA, 80], ["ARG", AMERICAS, 75], ["ROU", EUROPE, 75], ["NZL", OCEANIA, 70], ["GRC", EUROPE, 65],
  ["AUT", EUROPE, 65], ["CHE", EUROPE, 60], ["BEL", EUROPE, 55], ["HUN", EUROPE, 55], ["PHL", ASIA, 55],
  ["DNK", EUROPE, 50], ["NOR", EUROPE, 50], ["GHA", AFRICA, 50], ["EGY", AFRICA, 45], ["MAR", AFRICA, 45],
  ["FIN", EUROPE, 45], ["ISR", ASIA, 40], ["SGP", ASIA, 40], ["HKG", ASIA, 40], ["TWN", ASIA, 40],
  ["PER", AMERICAS, 35], ["CHL", AMERICAS, 35], ["IRL", EUROPE, 35], ["BGR", EUROPE, 35], ["HRV", EUROPE, 30],
  ["ARE", ASIA, 30], ["LKA", ASIA, 28], ["SVK", EUROPE, 26], ["SVN", EUROPE, 25], ["BLR", EUROPE, 25],
  ["PAK", ASIA, 24], ["NPL", ASIA, 22], ["BGD", ASIA, 22], ["LTU", EUROPE, 20], ["LVA", EUROPE, 20],
  ["EST", EUROPE, 18], ["CUB", AMERICAS, 18], ["ECU", AMERICAS, 16], ["TZA", AFRICA, 16], ["UGA", AFRICA, 15],
  ["ETH", AFRICA, 14], ["KAZ", ASIA, 14], ["GEO", ASIA, 13], ["SAU", ASIA, 13], ["IRN", ASIA, 12],
  ["VEN", AMERICAS, 12], ["DOM", AMERICAS, 11], ["CRI", AMERICAS, 11], ["TUN", AFRICA, 10], ["SEN", AFRICA, 10],
  ["ISL", EUROPE, 10], ["CYP", ASIA, 9], ["JOR", ASIA, 9], ["LBN", ASIA, 8], ["MMR", ASIA, 8],
  ["KHM", ASIA, 8], ["CIV", AFRICA, 7], ["CMR", AFRICA, 7], ["ZWE", AFRICA, 7], ["NAM", AFRICA, 6],
  ["URY", AMERICAS, 6], ["BOL", AMERICAS, 6], ["GTM", AMERICAS, 5], ["PRI", AMERICAS, 5], ["JAM", AMERICAS, 5],
  ["LUX", EUROPE, 4], ["MLT", EUROPE, 4], ["ALB", EUROPE, 4], ["MNE", EUROPE, 3], ["MDA", EUROPE, 3],
  ["RWA", AFRICA, 3], ["MDG", AFRICA, 3], ["FJI", OCEANIA, 3], ["PNG", OCEANIA, 2], ["WSM", OCEANIA, 1],
];

/** Countries of East, South and Southeast Asia. */
export const ASIAN_COUNTRIES: readonly (readonly string[])[] = [
  ["CHN", "JPN", "KOR", "TWN", "HKG"],
  ["IND", "PAK", "NPL", "BGD", "LKA"],
  ["THA", "VNM", "IDN", "MYS", "SGP", "PHL", "MMR", "KHM"],
];
