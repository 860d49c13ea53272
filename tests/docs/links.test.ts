import { existsSync } from "node:fs";
import path from "node:path";
import { anchorsOf, PAGES, pageOf, proseOf, ROOT } from "./pages";

describe.each(PAGES)("$file", (page) => {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);

  it("links to files and headings that exist", () => {
    for (const link of links.filter((target) => !/^https:/.test(target))) {
      const [target, anchor] = link.split("#") as [string, string | undefined];
      const file = target === "" ? page.file : path.join(path.dirname(page.file), target);
      expect([link, existsSync(path.join(ROOT, file))]).toEqual([link, true]);
      if (anchor !== undefined)
        expect([link, anchorsOf(pageOf(file))]).toEqual([link, expect.arrayContaining([anchor])]);
    }
  });

  // The index is that of the reader's own project.
  it("names files of the project that exist", () => {
    const named = [
      ...proseOf(page).matchAll(
        /`((?!app\/index)(?:app|datamodels|moose|scripts|tests|docs|examples)\/[\w./-]*)`/g,
      ),
    ];
    for (const [, file] of named) expect([file, existsSync(path.join(ROOT, file!))]).toEqual([file, true]);
  });
});

it("README leads to every page", () => {
  for (const { file } of PAGES.slice(1)) expect(pageOf("README.md").text).toContain(`](${file})`);
});
