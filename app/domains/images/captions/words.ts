/**
 * Words that follow the main person, written `{word}` in pools and templates: for an unknown gender, a woman,
 * a man. Where there are several people, possessives are plural.
 */
const WORDS: Readonly<Record<string, readonly [unknown: string, women: string, men: string]>> = {
  woman: ["person", "woman", "man"],
  girl: ["child", "girl", "boy"],
  teen: ["teenager", "teenage girl", "teenage boy"],
  businesswoman: ["business professional", "businesswoman", "businessman"],
  mother: ["parent", "mother", "father"],
  grandmother: ["grandparent", "grandmother", "grandfather"],
  their: ["their", "her", "his"],
  themself: ["themself", "herself", "himself"],
};
const PLURAL: Readonly<Record<string, string>> = { their: "their", themself: "themselves" };

/** How many forms a text can take: three genders, alone or not. */
export const VARIANTS = 6;

/** The form of a subject. */
export function variantOf(people: number, gender: number): number {
  return people > 1 ? 3 + gender : gender;
}

/** Puts the words of one form into a text. Throws on an unknown word. */
export function inflect(text: string, variant: number): string {
  return text.replace(/\{(\w+)\}/g, (_, word: string) => {
    const forms = WORDS[word];
    if (!forms) throw new Error(`unknown word {${word}} in "${text}"`);
    return (variant >= 3 && PLURAL[word]) || forms[variant % 3]!;
  });
}
