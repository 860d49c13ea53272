import { type Content, fragment, Html, tag } from "./html";

export interface DocumentOptions {
  /** As text. */
  readonly title: string;
  /** Rules that the document carries itself. */
  readonly css?: string;
  /** Address of rules that it loads; with `css` both apply. */
  readonly stylesheet?: string;
  /** Addresses of scripts that it loads when its content is there. */
  readonly scripts?: readonly string[];
}

/** A whole HTML page, in English and UTF-8. */
export function htmlDocument(
  { title, css, stylesheet, scripts = [] }: DocumentOptions,
  ...body: readonly Content[]
): string {
  const head = tag(
    "head",
    {},
    tag("meta", { charset: "utf-8" }),
    tag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    tag("meta", { name: "color-scheme", content: "light dark" }),
    tag("title", {}, title),
    // Otherwise a browser asks the server for one.
    tag("link", { rel: "icon", href: "data:," }),
    stylesheet !== undefined && tag("link", { rel: "stylesheet", href: stylesheet }),
    css !== undefined && styleSheet(css),
    scripts.map((src) => tag("script", { src, defer: true })),
  );
  return `<!doctype html>\n${tag("html", { lang: "en" }, head, tag("body", {}, fragment(...body))).source}\n`;
}

/** In a style element nothing is escaped: `<` can't end it where it is written as CSS escapes it. */
function styleSheet(css: string): Html {
  return new Html(`<style>${css.replaceAll("<", "\\3c ")}</style>`);
}
