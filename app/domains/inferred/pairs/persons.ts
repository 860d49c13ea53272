import type { Column } from "../../../model/column";
import { template, words } from "../names/generators";
import type { Inferred } from "../rules/rule";
import { canFollow, isText, type Pair, prefixBefore } from "./pair";

/** Names and addresses of one person: the mail address is made of the name, the full name of its parts. */
export const persons: Pair = (columns, alone) => {
  const texts = columns.filter(isText);
  const isPerson = ({ name }: Column): boolean => JSON.stringify(alone[name]).includes("{firstName}");
  const paired: Record<string, Inferred> = {};
  const prefixes = new Set(
    texts.flatMap(({ name }) => [EMAIL, FIRST, FULL].flatMap((names) => prefixBefore(name, names) ?? [])),
  );
  for (const prefix of prefixes) {
    const named = (patterns: readonly string[]): Column | undefined =>
      texts.find(({ name }) => prefixBefore(name, patterns) === prefix);
    const [first, last, full, email, username] = [FIRST, LAST, FULL, EMAIL, USERNAME].map(named);
    if (first && last && full && isPerson(full))
      set(paired, full, `{=${first.name}} {=${last.name}}`, [first, last]);
    if (first && last) addresses(paired, email, username, [first.name, last.name], [first, last]);
    else if (full && isPerson(full)) {
      // The parts of a name are columns of the specification that the table does not have.
      const parts = [`${full.name}.first`, `${full.name}.last`] as const;
      paired[parts[0]] = { generator: words("firstName"), rule: `part of ${full.name}` };
      paired[parts[1]] = { generator: words("lastName"), rule: `part of ${full.name}` };
      paired[full.name] = {
        generator: template(`{=${parts[0]}} {=${parts[1]}}`),
        rule: alone[full.name]!.rule,
      };
      addresses(paired, email, username, parts, [full]);
    }
  }
  return { columns: paired };
};

const FIRST = ["first name", "given name", "forename"];
const LAST = ["last name", "surname", "family name"];
const FULL = ["full name", "display name", "name"];
const EMAIL = ["email", "email address"];
const USERNAME = ["username", "user name", "handle", "login"];

function addresses(
  paired: Record<string, Inferred>,
  email: Column | undefined,
  username: Column | undefined,
  parts: readonly string[],
  leads: readonly Column[],
): void {
  const [first, last] = parts.map((part) => `{=${part}|slug}`);
  if (email) set(paired, email, `${first}.${last}{1-99}@{hostname}`, leads);
  if (username) set(paired, username, `${first}{1-999}`, leads);
}

/** @param leads columns of the table that it is made of */
function set(paired: Record<string, Inferred>, column: Column, text: string, leads: readonly Column[]): void {
  if (!canFollow(column, leads)) return;
  paired[column.name] = {
    generator: template(text),
    rule: `made of ${leads.map(({ name }) => name).join(", ")}`,
  };
}
