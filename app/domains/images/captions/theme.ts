/**
 * The words of one kind of picture. Each text has entries separated by `|`, in lines that may begin with the pictures
 * they suit (`suits.ts`) and a colon; `{slots}` as in `registers.ts`. A leading `a ` or `an ` is said only where
 * the sentence asks for it.
 */
export interface Theme {
  /** Whom the topic is for; by default anybody but babies. */
  readonly suits?: string;
  /** Who is there by their part in it: one grown person where nothing is said. */
  readonly who?: string;
  /** What they do, as participles, without a place: not for babies where nothing is said. */
  readonly doing: string;
  /** What is to be seen, and can be used or had. */
  readonly thing: string;
  /** Where, with the preposition. */
  readonly place: string;
  /** What it is about, without an article. */
  readonly idea: string;
  /** What they wear, where that is not what people wear anywhere. */
  readonly wear?: string;
}

/** A scene of `SCENES`, and its topics by number. */
export interface SceneThemes {
  /** The words for pictures of the scene with any other topic. */
  readonly general: Theme;
  /** What is to be seen there without people. */
  readonly view: string;
  readonly topics: Readonly<Record<number, Theme>>;
}
