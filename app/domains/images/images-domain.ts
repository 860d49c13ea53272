import type { Domain } from "../../rows/domain";
import { columnByType } from "../inferred/by-type";
import { captionMaker } from "./captions/caption-maker";
import { duplicateContents } from "./duplicates";
import { CATALOG } from "./columns/catalog";
import { familyColumn } from "./columns/families";

/** Metadata of stock photos: the table `images_analytical`. */
export const imagesDomain = {
  source: "images",
  name: "images",
  key: "image_id",
  columns: CATALOG,
  contents: duplicateContents,
  prepare: () => void captionMaker(),
  otherColumn: (column) => familyColumn(column) ?? columnByType(column),
} satisfies Domain;
