import { imagesAnalytical } from "../datamodels/images-analytical";
import { dataFaker } from "../app/plugin";

export { imagesAnalytical };
export const faker = dataFaker({
  table: imagesAnalytical,
  defaultRows: 100_000,
  refill: { every: "1m", targetRows: 100_000 },
});
