import type { Generator } from "../../spec/generator";

/** What columns of certain names have, by what their type can hold: the first that the type takes. */
export interface NameRule {
  /** Names in words: `email` exactly, `*email` also at a name's end, `is*` also at its beginning. */
  readonly names: readonly string[];
  /** Only in tables whose name has one of these words, in the singular. Default: in any. */
  readonly tables?: readonly string[];
  readonly text?: readonly Generator[] | Generator;
  readonly number?: readonly Generator[] | Generator;
  readonly time?: Generator;
  readonly boolean?: Generator;
  readonly uuid?: Generator;
  readonly map?: Generator;
}
