import { InternalError } from "../../errors";
import { createHash } from "node:crypto";
import { HOST_ENDINGS, NETWORKS, OWN_WORDS, USER_AGENTS } from "./own-words";

type Words = readonly string[];

/** Most words of a vocabulary: their positions have 16 bits. */
const MOST_WORDS = 65_535;

/** Where lists are in the library's English data; `*` stands for each of several. */
const OF_LIBRARY: Readonly<Record<string, string>> = {
  accountType: "finance.account_type",
  adjective: "word.adjective",
  adverb: "word.adverb",
  airline: "airline.airline.*.name",
  airport: "airline.airport.*.name",
  airportCode: "airline.airport.*.iataCode",
  album: "music.album",
  artist: "music.artist",
  author: "book.author",
  bookTitle: "book.title",
  city: "location.city_name",
  color: "color.human",
  companySuffix: "company.legal_entity_type",
  continent: "location.continent",
  country: "location.country",
  countryCode: "location.country_code.*.alpha2",
  countryCode3: "location.country_code.*.alpha3",
  county: "location.county",
  currency: "finance.currency.*.name",
  currencyCode: "finance.currency.*.code",
  directory: "system.directory_path",
  dish: "food.dish",
  dog: "animal.dog",
  femaleName: "person.first_name.female",
  fileExtension: "system.mime_type.*.extensions",
  firstName: "person.first_name.generic",
  fruit: "food.fruit",
  fuel: "vehicle.fuel",
  genre: "music.genre",
  ingredient: "food.ingredient",
  jobArea: "person.job_area",
  jobType: "person.job_type",
  language: "location.language.*.name",
  languageCode: "location.language.*.alpha2",
  lastName: "person.last_name.generic",
  lorem: "lorem.word",
  maleName: "person.first_name.male",
  manufacturer: "vehicle.manufacturer",
  month: "date.month.wide",
  namePrefix: "person.prefix.generic",
  noun: "word.noun",
  petName: "animal.pet_name",
  productCategory: "commerce.department",
  productKind: "commerce.product_name.product",
  productMaterial: "commerce.product_name.material",
  productQuality: "commerce.product_name.adjective",
  publisher: "book.publisher",
  song: "music.song_name",
  state: "location.state",
  stateCode: "location.state_abbr",
  street: "location.street_name",
  timezone: "location.time_zone",
  transactionType: "finance.transaction_type",
  vehicle: "vehicle.model",
  verb: "word.verb",
  weekday: "date.weekday.wide",
};

/** Lists made of other lists. */
const COMPOSED: Readonly<Record<string, () => Words>> = {
  company: () => joined(" ", wordsOf("lastName"), wordsOf("companySuffix")),
  hostname: () => joined("", wordsOf("noun").filter(isPlain), HOST_ENDINGS),
  ipv4: () =>
    joined(
      "",
      NETWORKS,
      Array.from({ length: 254 }, (_, i) => String(i + 1)),
    ),
  jobTitle: () => joined(" ", wordsOf("jobArea"), wordsOf("jobType")),
  mimeType: () => Object.keys(partOf("system.mime_type") as object),
  product: () => joined(" ", wordsOf("productQuality"), wordsOf("productMaterial"), wordsOf("productKind")),
  userAgent: () => [
    ...USER_AGENTS.systems.flatMap((system) =>
      USER_AGENTS.chromeVersions.map(
        (version) =>
          `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
      ),
    ),
    ...USER_AGENTS.apple.map((apple) => `Mozilla/5.0 ${apple}`),
  ],
  word: () => ["noun", "adjective", "verb"].flatMap(wordsOf).filter(isPlain),
};

/** All names, in alphabetical order. */
export const VOCABULARIES: readonly string[] = [OWN_WORDS, OF_LIBRARY, COMPOSED].flatMap(Object.keys).sort();

const lists = new Map<string, Words>();
const hashes = new Map<string, string>();

/**
 * The words of a vocabulary, each once, made when they are first asked for; the same array each time.
 * @param name one of {@link VOCABULARIES}
 */
export function wordsOf(name: string): Words {
  let words = lists.get(name);
  if (words === undefined) {
    words = [...new Set(OWN_WORDS[name] ?? COMPOSED[name]?.() ?? listAt(OF_LIBRARY[name]))];
    if (words.length > MOST_WORDS) throw new InternalError(`vocabulary ${name} has ${words.length} words`);
    lists.set(name, words);
  }
  return words;
}

/** Another where the words of the vocabulary are others. */
export function hashOfWords(name: string): string {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = createHash("sha256")
      .update(JSON.stringify(wordsOf(name)))
      .digest("hex")
      .slice(0, 16);
    hashes.set(name, hash);
  }
  return hash;
}

function listAt(path: string | undefined): Words {
  const list = path === undefined ? [] : [partOf(path)].flat(2);
  if (list.length === 0 || !list.every((word) => typeof word === "string"))
    throw new InternalError(`the library has no words at ${path}`);
  return list;
}

/** A part of the library's data, which is loaded when it is first asked for: it takes some 30 ms. Nothing is drawn there. */
function partOf(path: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a value is wanted at once
  const { faker } = require("@faker-js/faker/locale/en") as { faker: { rawDefinitions: unknown } };
  return path.split(".").reduce(step, faker.rawDefinitions);
}

function step(part: unknown, name: string): unknown {
  if (name === "*") return Object.values(part as object);
  if (Array.isArray(part)) return part.map((one: unknown) => step(one, name));
  return (part as Readonly<Record<string, unknown>> | undefined)?.[name];
}

/** Each of the first with each of the second ... */
function joined(between: string, ...[first = [], ...others]: Words[]): Words {
  if (others.length === 0) return first;
  const rest = joined(between, ...others);
  return first.flatMap((one) => rest.map((other) => `${one}${between}${other}`));
}

/** Lower-case letters only. */
function isPlain(word: string): boolean {
  return /^[a-z]+$/.test(word);
}
