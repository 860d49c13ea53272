/** A place that people know: its weight, and what tables say of it. */
export interface City {
  readonly weight: number;
  readonly city: string;
  readonly state: string;
  readonly stateCode: string;
  readonly country: string;
  readonly code: string;
  /** As a template. */
  readonly zip: string;
  readonly timezone: string;
  readonly latitude: number;
  readonly longitude: number;
}

type Row = [
  weight: number,
  city: string,
  state: string,
  stateCode: string,
  code: string,
  zip: string,
  timezone: string,
  latitude: number,
  longitude: number,
];

export const COUNTRIES: Readonly<Record<string, string>> = {
  US: "United States",
  GB: "United Kingdom",
  DE: "Germany",
  FR: "France",
  CA: "Canada",
  AU: "Australia",
  NL: "Netherlands",
  ES: "Spain",
  IN: "India",
  BR: "Brazil",
  JP: "Japan",
  SE: "Sweden",
};

const ROWS: readonly Row[] = [
  [8, "New York", "New York", "NY", "US", "100{01-40}", "America/New_York", 40.71, -74.01],
  [6, "Los Angeles", "California", "CA", "US", "900{01-77}", "America/Los_Angeles", 34.05, -118.24],
  [5, "Chicago", "Illinois", "IL", "US", "606{01-57}", "America/Chicago", 41.88, -87.63],
  [4, "Houston", "Texas", "TX", "US", "770{02-99}", "America/Chicago", 29.76, -95.37],
  [3, "Austin", "Texas", "TX", "US", "787{01-59}", "America/Chicago", 30.27, -97.74],
  [3, "Seattle", "Washington", "WA", "US", "981{01-99}", "America/Los_Angeles", 47.61, -122.33],
  [3, "San Francisco", "California", "CA", "US", "941{02-34}", "America/Los_Angeles", 37.77, -122.42],
  [2, "Denver", "Colorado", "CO", "US", "802{02-50}", "America/Denver", 39.74, -104.99],
  [2, "Boston", "Massachusetts", "MA", "US", "021{08-37}", "America/New_York", 42.36, -71.06],
  [2, "Miami", "Florida", "FL", "US", "331{01-99}", "America/New_York", 25.78, -80.21],
  [6, "London", "England", "ENG", "GB", "SW{1-9}A {1-9}AA", "Europe/London", 51.51, -0.13],
  [3, "Manchester", "England", "ENG", "GB", "M{1-9} {1-9}AB", "Europe/London", 53.48, -2.24],
  [2, "Edinburgh", "Scotland", "SCT", "GB", "EH{1-9} {1-9}DE", "Europe/London", 55.95, -3.19],
  [4, "Berlin", "Berlin", "BE", "DE", "10{115-999}", "Europe/Berlin", 52.52, 13.4],
  [3, "Munich", "Bavaria", "BY", "DE", "80{331-999}", "Europe/Berlin", 48.14, 11.58],
  [3, "Hamburg", "Hamburg", "HH", "DE", "20{095-999}", "Europe/Berlin", 53.55, 9.99],
  [5, "Paris", "Île-de-France", "IDF", "FR", "750{01-20}", "Europe/Paris", 48.86, 2.35],
  [3, "Lyon", "Auvergne-Rhône-Alpes", "ARA", "FR", "6900{1-9}", "Europe/Paris", 45.76, 4.84],
  [3, "Toronto", "Ontario", "ON", "CA", "M{1-9}B {1-9}K{1-9}", "America/Toronto", 43.65, -79.38],
  [
    2,
    "Vancouver",
    "British Columbia",
    "BC",
    "CA",
    "V{5-7}B {1-9}K{1-9}",
    "America/Vancouver",
    49.28,
    -123.12,
  ],
  [1, "Montreal", "Quebec", "QC", "CA", "H{1-4}B {1-9}K{1-9}", "America/Toronto", 45.5, -73.57],
  [3, "Sydney", "New South Wales", "NSW", "AU", "20{00-99}", "Australia/Sydney", -33.87, 151.01],
  [2, "Melbourne", "Victoria", "VIC", "AU", "30{00-99}", "Australia/Melbourne", -37.81, 144.96],
  [3, "Amsterdam", "North Holland", "NH", "NL", "10{11-99} AB", "Europe/Amsterdam", 52.37, 4.9],
  [1, "Utrecht", "Utrecht", "UT", "NL", "35{11-99} CD", "Europe/Amsterdam", 52.09, 5.12],
  [3, "Madrid", "Community of Madrid", "MD", "ES", "280{01-54}", "Europe/Madrid", 40.42, -3.7],
  [1, "Barcelona", "Catalonia", "CT", "ES", "080{01-42}", "Europe/Madrid", 41.4, 2.16],
  [2, "Mumbai", "Maharashtra", "MH", "IN", "4000{01-99}", "Asia/Kolkata", 19.1, 72.9],
  [2, "Bengaluru", "Karnataka", "KA", "IN", "5600{01-99}", "Asia/Kolkata", 12.97, 77.59],
  [3, "São Paulo", "São Paulo", "SP", "BR", "01{001-599}-000", "America/Sao_Paulo", -23.55, -46.63],
  [1, "Rio de Janeiro", "Rio de Janeiro", "RJ", "BR", "20{010-999}-000", "America/Sao_Paulo", -22.91, -43.3],
  [2, "Tokyo", "Tokyo", "13", "JP", "1{00-99}-00{01-99}", "Asia/Tokyo", 35.69, 139.69],
  [1, "Osaka", "Osaka", "27", "JP", "5{30-59}-00{01-99}", "Asia/Tokyo", 34.69, 135.6],
  [2, "Stockholm", "Stockholm County", "AB", "SE", "11{1-9} {10-99}", "Europe/Stockholm", 59.33, 18.0],
  [1, "Gothenburg", "Västra Götaland", "O", "SE", "41{1-9} {10-99}", "Europe/Stockholm", 57.71, 11.97],
];

export const CITIES: readonly City[] = ROWS.map(
  ([weight, city, state, stateCode, code, zip, timezone, latitude, longitude]) => ({
    weight,
    city,
    state,
    stateCode,
    country: COUNTRIES[code]!,
    code,
    zip,
    timezone,
    latitude,
    longitude,
  }),
);
