import type { TableFacts } from "../../../app/model/table-facts";
import { SERVER_TABLES } from "./server-tables";
import { SERVICE_TABLES } from "./service-tables";
import { SHOP_TABLES } from "./shop-tables";
import { TEMPLATE_TABLES } from "./template-tables";

/** Tables as people declare them. */
export const TABLES: readonly TableFacts[] = [
  ...TEMPLATE_TABLES,
  ...SHOP_TABLES,
  ...SERVICE_TABLES,
  ...SERVER_TABLES,
];
