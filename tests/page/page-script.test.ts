import { Script } from "node:vm";
import { pageScript } from "../../app/page/page-script";

it("pageScript is one script that needs nothing else, and has no module twice", () => {
  const script = pageScript();
  expect(() => new Script(script)).not.toThrow();
  const ids = [...script.matchAll(/^(?:const modules = \{)?"([^"]+)": \(exports, require\) =>/gm)].map(
    ([, id]) => id!,
  );
  expect(ids).toEqual(expect.arrayContaining(["main.js", "dom.js", "../../request/format.js"]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of script.matchAll(/\brequire\("([^"]+)"\)/g)) expect(ids).toContain(id);
  // What takes HTML or code from text, and what Node alone has.
  expect(script).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|node:|process\./,
  );
});
