import { COMMERCE } from "./commerce";
import { CONTENT } from "./content";
import { FIELDS } from "./fields";
import { MEASURES } from "./measures";
import type { NameRule } from "./name-rule";
import { PEOPLE } from "./people";
import { PLACES } from "./places";
import { SUBJECTS } from "./subjects";
import { SYSTEMS } from "./systems";
import { TEXTS } from "./texts";
import { TIMES } from "./times";
import { WEB } from "./web";

/** All that names tell; of several that fit a name, the longest one decides, then the one for its table, then the first. */
export const NAME_RULES: readonly NameRule[] = [
  ...PEOPLE,
  ...PLACES,
  ...COMMERCE,
  ...WEB,
  ...MEASURES,
  ...TIMES,
  ...SYSTEMS,
  ...FIELDS,
  ...SUBJECTS,
  ...TEXTS,
  ...CONTENT,
];
