import { nameWords, singular } from "./name-words";

/** Where the first three letters are not what people write. */
const USUAL: Readonly<Record<string, string>> = {
  user: "usr",
  product: "prd",
  transaction: "txn",
  message: "msg",
  organisation: "org",
  application: "app",
  workspace: "wsp",
};

/** Words of a name that say only that it is an id. */
const GENERAL = new Set(["id", "ids", "uuid", "guid", "key", "primary", "row", "no", "number"]);

/** What ids of a thing begin with: `cus_` for `customerId`, and `ord_` for `id` in a table `orders`. */
export function idPrefix(column: string, table: string): string {
  const own = nameWords(column).filter((word) => !GENERAL.has(word));
  const thing = singular((own.length > 0 ? own : nameWords(table)).at(-1) ?? "");
  return thing === "" ? "" : `${USUAL[thing] ?? thing.slice(0, 3)}_`;
}
