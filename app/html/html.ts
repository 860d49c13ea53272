import { InternalError } from "../errors";
import { escapeHtml } from "./escape";

/** A piece of HTML or SVG, made by {@link tag}: what is text in it is escaped. */
export class Html {
  /** @param source well-formed HTML; who calls this answers for it */
  constructor(readonly source: string) {}
}

/** What may stand in an element. Texts are escaped; `undefined` and `false` are nothing. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/**
 * By name. `undefined` and `false` leave the attribute out, `true` writes it without a value, numbers are rounded to
 * two decimals.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no content and no end tag. */
const VOID = new Set(["br", "col", "hr", "img", "input", "link", "meta"]);

/**
 * An element of HTML or SVG. Attributes that a strict content policy forbids (`style`, `on...`) are refused.
 * @throws InternalError where an attribute is forbidden, no name, or not a number where it should be one
 */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Html {
  const start = `<${name}${Object.entries(attributes).map(attribute).join("")}>`;
  return new Html(VOID.has(name) ? start : `${start}${sourceOf(content)}</${name}>`);
}

/** Pieces one after another, without an element around them. */
export function fragment(...content: readonly Content[]): Html {
  return new Html(sourceOf(content));
}

function attribute([name, value]: readonly [string, Attributes[string]]): string {
  if (value === undefined || value === false) return "";
  if (!/^[A-Za-z][\w:-]*$/.test(name) || /^(style|on.*)$/i.test(name))
    throw new InternalError(`the attribute ${name} is not allowed`);
  if (value === true) return ` ${name}`;
  if (typeof value === "string") return ` ${name}="${escapeHtml(value)}"`;
  if (!Number.isFinite(value)) throw new InternalError(`the attribute ${name} is ${value}`);
  return ` ${name}="${Math.round(value * 100) / 100}"`;
}

function sourceOf(content: Content): string {
  if (content instanceof Html) return content.source;
  if (content === undefined || content === false) return "";
  if (typeof content === "object") return content.map(sourceOf).join("");
  return escapeHtml(String(content));
}
