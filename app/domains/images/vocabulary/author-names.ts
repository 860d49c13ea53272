/** How many authors there are. */
export const AUTHORS = 7_500;

const FIRST = [
  "Ada", "Amir", "Anita", "Anton", "Bela", "Bruno", "Carla", "Chen", "Dana", "Deniz", "Diego", "Edda", "Elif", "Emeka",
  "Fabio", "Farah", "Filip", "Gita", "Goran", "Hana", "Hugo", "Ines", "Ivan", "Jana", "Jiro", "Jonas", "Kaja", "Karim",
  "Kofi", "Lea", "Liam", "Lucia", "Mara", "Marek", "Mei", "Milan", "Nadia", "Nils", "Noor", "Olga", "Omar", "Paula",
  "Pavel", "Priya", "Rafael", "Rosa", "Ruben", "Sanna", "Selma", "Sipho", "Sofia", "Tariq", "Thea", "Tomas", "Uma",
  "Vera", "Viktor", "Wanda", "Yara", "Zoe",
] as const;
const LAST = [
  "Abara", "Adler", "Almeida", "Andric", "Arslan", "Bakker", "Banerji", "Bauer", "Belov", "Berg", "Bianchi", "Blanc",
  "Borg", "Castro", "Cermak", "Chandra", "Conti", "Costa", "Dahl", "Danso", "Diallo", "Dragan", "Duarte", "Ekberg",
  "Eze", "Falk", "Farkas", "Ferrer", "Fontaine", "Garin", "Gomes", "Grau", "Haas", "Halme", "Hartl", "Horak", "Ibanez",
  "Ilic", "Ito", "Jansen", "Jovic", "Kaya", "Keller", "Kimura", "Kovar", "Kruger", "Lang", "Larsen", "Leclerc", "Lindt",
  "Lopes", "Maas", "Malik", "Mendes", "Moreau", "Mori", "Nagy", "Navarro", "Ndlovu", "Novotny", "Nyberg", "Okoro",
  "Olsen", "Orlov", "Osei", "Park", "Pavlov", "Petit", "Popa", "Quist", "Rahman", "Rao", "Reyes", "Ricci", "Rojas",
  "Salo", "Santos", "Sato", "Silva", "Stark", "Suzuki", "Takacs", "Torres", "Urban", "Vance", "Varga", "Vogel", "Weiss",
  "Yilmaz", "Zeman",
] as const;
const HANDLE = [
  "amber", "atlas", "bright", "candid", "cinder", "cloud", "cobalt", "coral", "daily", "drift", "dusk", "ember", "fern",
  "field", "fox", "frame", "frost", "gold", "grain", "green", "happy", "harbor", "hazel", "indigo", "iris", "ivory",
  "juniper", "kite", "lark", "lemon", "lens", "linen", "little", "lucky", "lunar", "maple", "mellow", "mint", "mono",
  "moss", "night", "north", "ocean", "olive", "opal", "paper", "pearl", "pine", "pixel", "plum", "prism", "quiet",
  "rainy", "river", "rose", "sage", "salt", "shade", "silver", "sky", "solar", "stone", "sunny", "velvet", "wild",
] as const;
const CRAFT = [
  "shots", "photo", "images", "pics", "studio", "frames", "lens", "media", "foto", "light", "view", "eye", "snap",
  "stories", "works", "art", "visuals", "pictures", "captures", "moments", "click", "focus", "film", "scenes", "walker",
  "maker", "hunter", "lab", "box", "room", "house", "bureau", "press", "collective", "nomad", "days", "trail", "archive",
  "mood", "world",
] as const;
const AGENCY = ["Images", "Stock", "Studios", "Productions", "Pictures", "Media", "Collection", "Photography"] as const;

/**
 * The name of author `r`: a person, a handle, or an agency by turns. No two authors share a name, because within
 * each kind the pair of parts runs through all its combinations.
 * @param r 0 (included) to {@link AUTHORS} (not included)
 */
function authorName(r: number): string {
  const k = Math.floor(r / 3);
  const first = FIRST[k % FIRST.length]!;
  const last = LAST[(Math.floor(k / FIRST.length) + 11 * (k % FIRST.length)) % LAST.length]!;
  const handle = HANDLE[k % HANDLE.length]!;
  const craft = CRAFT[(Math.floor(k / HANDLE.length) + 7 * (k % HANDLE.length)) % CRAFT.length]!;
  switch (r % 3) {
    case 0:
      return `${first} ${last}`;
    case 1:
      return k % 4 === 0 ? `${handle}_${craft}` : k % 4 === 1 ? `${handle}${craft}${(k * 13) % 90 + 10}` : `${handle}${craft}`;
    default:
      return `${capital(handle)} ${capital(craft)} ${AGENCY[k % AGENCY.length]}`;
  }
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** All authors, the busiest first. */
export const AUTHOR_NAMES: readonly string[] = Array.from({ length: AUTHORS }, (_, r) => authorName(r));
