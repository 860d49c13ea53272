import { dataFaker } from "data-faker";
import { imagesAnalytical } from "./ingest/models";

export { imagesAnalytical };

export const faker = dataFaker({
  table: imagesAnalytical,
  defaultRows: 100_000,
  refill: { every: "1m", targetRows: 100_000 },
});
