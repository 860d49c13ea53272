import type { Column } from "../../../model/column";
import { template } from "../names/generators";
import type { Inferred } from "../rules/rule";
import { canFollow, isText, type Pair, prefixBefore } from "./pair";

/** Names and addresses of one person: the mail address is made of the name, the full name of its parts. */
export const persons: Pair = (columns, alone) => {
  const texts = columns.filter(isText);
  const isPerson = ({ name }: Column): boolean => JSON.stringify(alone[name]).includes("{firstName}");
  const paired: Record<string, Inferred> = {};
  const prefixes = new Set(
    texts.flatMap(({ name }) => prefixBefore(name, EMAIL) ?? prefixBefore(name, FIRST) ?? []),
  );
  for (const prefix of prefixes) {
    const named = (patterns: readonly string[]): Column | undefined =>
      texts.find(({ name }) => prefixBefore(name, patterns) === prefix);
    const [first, last, full, email, username] = [FIRST, LAST, FULL, EMAIL, USERNAME].map(named);
    if (first && last && full && isPerson(full) && canFollow(full, [first, last]))
      set(paired, full, `{=${first.name}} {=${last.name}}`, [first, last]);
    const parts = first && last ? [first, last] : full && isPerson(full) ? [full] : [];
    if (email && parts.length > 0 && canFollow(email, parts))
      set(paired, email, `${parts.map(({ name }) => `{=${name}|slug}`).join(".")}{1-99}@{hostname}`, parts);
    if (username && parts.length > 0 && canFollow(username, parts))
      set(paired, username, `{=${parts[0]!.name}|slug}{1-999}`, parts);
  }
  return { columns: paired };
};

const FIRST = ["first name", "given name", "forename"];
const LAST = ["last name", "surname", "family name"];
const FULL = ["full name", "display name", "name"];
const EMAIL = ["email", "email address"];
const USERNAME = ["username", "user name", "handle", "login"];

function set(paired: Record<string, Inferred>, column: Column, text: string, parts: readonly Column[]): void {
  paired[column.name] = {
    generator: template(text),
    rule: `made of ${parts.map(({ name }) => name).join(", ")}`,
  };
}
