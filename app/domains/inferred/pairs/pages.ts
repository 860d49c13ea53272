import { template } from "../names/generators";
import { canFollow, columnsNamed, isText, type Pair } from "./pair";

/** The address of a page has its path. */
export const pages: Pair = (columns, alone) => {
  const texts = columns.filter(isText);
  const [path] = columnsNamed(texts, ["path", "*page path", "*pathname", "*url path"]);
  const [url] = columnsNamed(texts, ["url", "*page url", "uri", "href"]);
  if (!path || !url || !canFollow(url, [path]) || !JSON.stringify(alone[path.name]).includes('"/'))
    return { columns: {} };
  return {
    columns: {
      [url.name]: {
        generator: template(`https://www.shop.example{=${path.name}}`),
        rule: `made of ${path.name}`,
      },
    },
  };
};
