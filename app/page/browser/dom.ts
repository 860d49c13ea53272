/** What is used of a browser's elements: nothing of it takes HTML, so that any text is shown as text. */
export interface PageElement {
  textContent: string | null;
  className: string;
  hidden: boolean;
  /** Of inputs and progress bars. */
  value: string | number;
  append(...nodes: readonly (PageElement | string)[]): void;
  replaceChildren(...nodes: readonly PageElement[]): void;
  insertBefore(node: PageElement, before: PageElement | null): void;
  remove(): void;
  readonly children: ArrayLike<PageElement>;
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: (event: { preventDefault(): void }) => void): void;
  scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

interface PageDocument {
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  readonly hidden: boolean;
  /** The script while it is first run. */
  readonly currentScript: { readonly src: string } | null;
  addEventListener(type: string, listener: () => void): void;
}

export const { document } = globalThis as unknown as { document: PageDocument };

/** Where the page's files are: its own address may lack the slash at its end. */
export const base = new URL(".", document.currentScript!.src);

/** @param attributes an empty name of a class, `undefined` and `false` leave an attribute out */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...content: readonly (PageElement | string)[]
): PageElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  made.append(...content);
  return made;
}

/** Leaves an element alone that says it already: a screen reader would say it again. */
export function setText(where: PageElement, text: string): void {
  if (where.textContent !== text) where.textContent = text;
  where.hidden = text === "";
}

/**
 * Shows a list, an element for each item, in order; those of items that were there before stay what they are, with
 * the reader's focus and input.
 */
export class KeyedList<Item> {
  private readonly shown = new Map<
    string,
    { readonly root: PageElement; readonly update: (item: Item) => void }
  >();

  constructor(
    private readonly parent: PageElement,
    private readonly keyOf: (item: Item) => string,
    private readonly create: (item: Item) => {
      readonly root: PageElement;
      readonly update: (item: Item) => void;
    },
  ) {}

  update(items: readonly Item[]): void {
    const keys = new Set(items.map(this.keyOf));
    for (const [key, { root }] of this.shown) {
      if (keys.has(key)) continue;
      root.remove();
      this.shown.delete(key);
    }
    items.forEach((item, i) => {
      const key = this.keyOf(item);
      const view = this.shown.get(key) ?? this.create(item);
      this.shown.set(key, view);
      view.update(item);
      const at = this.parent.children[i] ?? null;
      if (at !== view.root) this.parent.insertBefore(view.root, at);
    });
  }
}
