import type { Domain } from "../../rows/domain";
import { columnByType } from "../inferred/by-type";
import { prepareCaptions } from "./captions/caption";
import { CATALOG } from "./columns/catalog";

/** Metadata of stock photos: the table `images_analytical`. */
export const imagesDomain: Domain = {
  name: "images",
  key: "image_id",
  columns: CATALOG,
  prepare: prepareCaptions,
  otherColumn: columnByType,
};
