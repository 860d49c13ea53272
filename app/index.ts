import { dataFaker } from "./plugin";

export { imagesAnalytical } from "../datamodels/images-analytical";
export const ledger = dataFaker();
