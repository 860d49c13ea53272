/** What a caption calls people of an ethnicity, by its place in `ETHNICITIES`; nothing for the last. */
export const PEOPLES: readonly string[] = [
  "a Caucasian | a white",
  "a Black | an African | an African American | a dark-skinned",
  "an Asian",
  "a Hispanic | a Latin American | a Latin",
  "a Middle Eastern | an Arab",
  "a Native American | an Indigenous",
  "a Polynesian | a Pacific Islander",
  "a mixed race | a multiracial | a biracial",
  "",
];

/** At home some have a name of their own: by country, for the ethnicity that is at home there. */
export const AT_HOME: Readonly<Record<string, readonly [ethnicity: number, names: string]>> = {
  CHN: [3, "a Chinese | an Asian"],
  JPN: [3, "a Japanese | an Asian"],
  KOR: [3, "a Korean | an Asian"],
  IND: [3, "an Indian"],
  THA: [3, "a Thai | an Asian"],
  VNM: [3, "a Vietnamese | an Asian"],
  IDN: [3, "an Indonesian | an Asian"],
  MYS: [3, "a Malaysian | an Asian"],
  PHL: [3, "a Filipino | an Asian"],
  SGP: [3, "a Singaporean | an Asian"],
  TWN: [3, "a Taiwanese | an Asian"],
  HKG: [3, "a Chinese | an Asian"],
  PAK: [3, "a Pakistani | a South Asian"],
  NPL: [3, "a Nepali | a South Asian"],
  BGD: [3, "a Bangladeshi | a South Asian"],
  LKA: [3, "a Sri Lankan | a South Asian"],
  KHM: [3, "a Cambodian | an Asian"],
  MMR: [3, "a Burmese | an Asian"],
  MEX: [4, "a Mexican | a Hispanic"],
  BRA: [4, "a Brazilian"],
  COL: [4, "a Colombian | a Latin"],
  PER: [4, "a Peruvian | a Latin American"],
  NGA: [2, "a Nigerian | an African"],
  KEN: [2, "a Kenyan | an African"],
  GHA: [2, "a Ghanaian | an African"],
  ZAF: [2, "a Black | a South African"],
  USA: [2, "an African American | a Black"],
  NZL: [7, "a Maori"],
  EGY: [5, "an Egyptian | an Arab"],
  MAR: [5, "a Moroccan | an Arab"],
  ARE: [5, "an Emirati | an Arab"],
  SAU: [5, "a Saudi | an Arab"],
};

/** The number of a people: an ethnicity, from 1, in a country, from 1, or 0 where it is not known. */
export function peopleNumber(country: number, ethnicity: number): number {
  return 1 + country * PEOPLES.length + ethnicity - 1;
}
