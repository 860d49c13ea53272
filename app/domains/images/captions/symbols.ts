import { CULTURES } from "../vocabulary/author-parts";
import { CITIES } from "../vocabulary/cities";
import { COUNTRIES } from "../vocabulary/countries";
import { AT_HOME, PEOPLES } from "../vocabulary/peoples";
import type { SymbolSource } from "./grammar";
import { inlined } from "./inline";
import * as looks from "./looks";
import { type Entry, parseEntries } from "./parse";
import * as people from "./people";
import * as doings from "./pools/doings";
import * as food from "./pools/food";
import * as living from "./pools/living";
import * as things from "./pools/things";
import * as times from "./pools/times";
import * as registers from "./registers";
import type { Context } from "./tables";
import { THEMES } from "./themes";
import type { Theme } from "./theme";

type Texts = Readonly<Record<string, string>>;

const [her, his, their] = people.POSSESSIVE;
/** Symbols that the picture alone decides, or that are but a pattern. */
const INLINED: readonly (readonly [name: string, entries: readonly Entry[]])[] = [
  ["np", parseEntries(registers.np)],
  ["end", parseEntries(registers.end)],
  ["eth", parseEntries("named: {eth}\nanonymous:")],
  ["eths", parseEntries("named: {eths}\nanonymous:")],
  ...Object.entries(people.INFLECTED).map(
    ([name, [women, men, unsaid]]) =>
      [name, parseEntries(`women: ${women}\nmen: ${men}\nunsaid: ${unsaid}`)] as const,
  ),
  ["her", parseEntries(`one women: ${her}\none men: ${his}\none unsaid: ${their}\nmany none: ${their}`)],
];
/** By text: many lists are the same in many contexts. */
const readBefore = new Map<string, readonly Entry[]>();

function read(text: string, defaults = ""): readonly Entry[] {
  const key = `${defaults}:${text}`;
  let entries = readBefore.get(key);
  if (!entries) readBefore.set(key, (entries = inline(parseEntries(text, defaults))));
  return entries;
}

function inline(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) =>
    entry.text.includes("{")
      ? INLINED.reduce((list, [name, by]) => inlined(list, name, by), [ofSeveral(entry)]).map(withFolk)
      : entry,
  );
}

/** Somebody, by their part in the topic or otherwise. */
const withFolk = (entry: Entry): Entry => ({
  ...entry,
  text: entry.text.replace(/\{((?:a |A )?)(f|F)olk\}/g, (_, article: string, f: string) =>
    f === "f" ? `{${article}role?42/person}` : `{${article}Role?42/person}`,
  ),
});

/** Several people have no article, so neither has their people's name. */
function ofSeveral(entry: Entry): Entry {
  const text = entry.text.replace(
    /^\{eth\} (?!an? |\{(?:woman|lady|girl|mother|grandmother|businesswoman)\})/,
    "{eths} ",
  );
  return { ...entry, text };
}

/** Lists that do not depend on the picture but by their tags. */
const plain = (texts: Texts): Record<string, SymbolSource> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { context: "always", lists: [read(text)] }]),
  );

const each = (context: Context, texts: readonly string[], defaults?: string): SymbolSource => ({
  context,
  lists: texts.map((text) => read(text, defaults)),
});

const ofTheme = (text: (theme: Theme) => string, defaults?: string): SymbolSource =>
  each(
    "theme",
    THEMES.map(({ words }) => text(words)),
    defaults,
  );

/** The same in all takes of a shoot. */
const ofShoot = (source: SymbolSource): SymbolSource => ({ ...source, ofShoot: true });

/** Roles can say the people's name too, unless they are names themselves. */
const withPeople = (entry: Entry): Entry =>
  /^[A-Z]|\{family\}/.test(entry.text) ? entry : { ...entry, text: `{eth} ${entry.text}` };

function moodIn(scene: string): string {
  if (/office|school|gym/.test(scene)) return looks.moodAtWork;
  return /home|studio|street/.test(scene) ? looks.moodAtHome : looks.moodAtLeisure;
}

/** What pictures of an unknown country say of it. */
const NOTHING = "";
const cities = COUNTRIES.map(([code]) => CITIES[code]!);

/** By number of a people, see `peopleNumber`; 0 is where nothing is said. */
const peopleNames = [
  NOTHING,
  ...[undefined, ...COUNTRIES].flatMap((country) =>
    PEOPLES.map((names, e) => {
      const home = country && AT_HOME[country[0]];
      return home?.[0] === e + 1 ? home[1] : names;
    }),
  ),
];

const { garment, garmentOfWomen, garmentOfMen, color, pattern, ...otherThings } = things;
const { whenIndoors, whenOutdoors, whenStudio, coinStart, coinMiddle, coinEnd } = times;
const { month, np: _np, end: _end, ...patterns } = registers;

/** All symbols that slots can name. */
export const SYMBOLS: Readonly<Record<string, SymbolSource>> = {
  ...plain(patterns),
  ...plain(doings),
  ...plain(food),
  ...plain(living),
  ...plain(otherThings),
  ...plain({
    person: people.person,
    counted: people.counted,
    aged: people.aged,
    years: people.years,
    look: looks.look,
    color: `a: ${color}`,
    pattern: `a: ${pattern}`,
    garment: `${garment}\nwomen young-old: ${garmentOfWomen}\nmen young-old: ${garmentOfMen}`,
    c1: coinStart,
    c2: coinMiddle,
    c3: coinEnd,
  }),
  coin: ofShoot(each("always", ["x3: {c1}{c3}\n{c1}{c2}{c3}"])),
  role: {
    context: "theme",
    lists: THEMES.map(({ words }) => inline(parseEntries(words.who ?? "", "one young-old").map(withPeople))),
  },
  doing: ofTheme(({ doing }) => doing, "child-old"),
  thing: ofTheme(({ thing }) => thing),
  idea: ofTheme(({ idea }) => idea),
  place: ofShoot(ofTheme(({ place }) => place)),
  wear: ofTheme(
    ({ wear }) => (wear === undefined ? looks.wear : `${wear}\nbaby: in a romper`),
    "one child-old",
  ),
  mood: each(
    "theme",
    THEMES.map(({ scene }) => moodIn(scene.name)),
  ),
  venue: each(
    "theme",
    THEMES.map(({ scene }) => times.venues[scene.name]!),
  ),
  view: each(
    "theme",
    THEMES.map(({ view }) => view),
  ),
  when: ofShoot(
    each(
      "theme",
      THEMES.map(({ scene }) =>
        scene.name === "studio" ? whenStudio : scene.indoors ? whenIndoors : whenOutdoors,
      ),
    ),
  ),
  family: ofShoot(
    each(
      "culture",
      CULTURES.map(({ family }) => family.replace(/ /g, " | ").replace(/_/g, " ")),
    ),
  ),
  city: ofShoot(each("country", [NOTHING, ...cities.map(([, , names]) => names.replace(/, /g, " | "))])),
  country: each("country", [NOTHING, ...cities.map(([name]) => name)]),
  eth: each("people", peopleNames),
  eths: each(
    "people",
    peopleNames.map((names) => names.replace(/\ban? /g, "")),
  ),
  month: each("month", month.split(" | ")),
};
