export { imagesAnalytical } from "../datamodels/images-analytical";
