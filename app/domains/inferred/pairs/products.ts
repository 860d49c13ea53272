import { template, words } from "../names/generators";
import { columnsNamed, isText, type Pair } from "./pair";

/** A product's description is of what its name says. */
export const products: Pair = (columns, alone) => {
  const texts = columns.filter(isText);
  const has = (name: string, said: string): boolean => JSON.stringify(alone[name]).includes(said);
  const name = columnsNamed(texts, ["*name", "*title", "product"]).find((column) =>
    has(column.name, '"product"'),
  );
  if (name === undefined) return { columns: {} };
  // The parts of a name are columns of the specification that the table does not have.
  const [quality, material, kind] = ["quality", "material", "kind"].map((part) => `${name.name}.${part}`);
  const rule = `part of ${name.name}`;
  const paired = {
    [quality!]: { generator: words("productQuality"), rule },
    [material!]: { generator: words("productMaterial"), rule },
    [kind!]: { generator: words("productKind"), rule },
    [name.name]: {
      generator: template(`{=${quality}} {=${material}} {=${kind}}`),
      rule: alone[name.name]!.rule,
    },
  };
  const description = columnsNamed(texts, ["*description"]).find((column) => has(column.name, "productKind"));
  if (description && !name.nullable)
    paired[description.name] = {
      generator: template(
        `{=${quality}} {=${kind}|lower} made of {=${material}|lower}. Ships within {2-9} days.`,
      ),
      rule: `made of ${name.name}`,
    };
  return { columns: paired };
};
