import { Refusal } from "../../errors";
import type { Column } from "../../model/column";
import type { KeyForm } from "../../model/key-form";
import type { ColumnDefinition } from "../column-definition";
import type { Domain } from "../domain";
import { integerKey } from "./integer-key";
import type { Key, KeyKind } from "./key";
import { textKey } from "./text-key";
import { timeKey } from "./time-key";
import { uuidKey } from "./uuid-key";

const KINDS: { readonly [A in KeyForm["as"]]: KeyKind<Extract<KeyForm, { as: A }>> } = {
  integer: integerKey,
  text: textKey,
  uuid: uuidKey,
  time: timeKey,
};

const kindOf = (form: KeyForm) => KINDS[form.as] as KeyKind<KeyForm>;

const INTEGER: KeyForm = { as: "integer" };

/** How row numbers stand in a column by the domain's form; `undefined` where it can't hold them. */
export function keyIn(
  column: Column,
  { name, key, keyForm = INTEGER }: Pick<Domain, "name" | "key" | "keyForm">,
): Key | undefined {
  if (column.nullable && keyForm.as !== "integer") return undefined;
  return kindOf(keyForm).key(keyForm, column, streamOf(name, key));
}

/** The columns that hold a domain's key, for messages: "make it ...". */
export function keyNeeds({ keyForm = INTEGER }: Pick<Domain, "keyForm">): string {
  return kindOf(keyForm).needs(keyForm);
}

/**
 * Values of a key for rows that refer to it.
 * @param domain name of the domain whose key it is
 * @throws Refusal `spec-invalid` for a time, whose values depend on the key column's type
 */
export function keyDefinition(domain: string, column: string, form: KeyForm): ColumnDefinition {
  const { definition } = kindOf(form);
  if (definition === undefined) {
    throw new Refusal(
      "spec-invalid",
      `Nothing can refer to ${domain}.${column}, a key that is a time: number the rows of ${domain} in another column`,
      { column },
    );
  }
  return definition(form, streamOf(domain, column));
}

const streamOf = (domain: string, column: string): string => `${domain}/${column}`;
