import type { MakeResult } from "../make-rows";
import { DRIZZLE_COLUMNS, type DrizzleFunctions } from "./drizzle-columns";
import { requireFrom } from "./other-packages";
import type { ComparedTable } from "./shop-tables";

/*
 * A program: drizzle-seed as one calls it, into a Postgres in this process (PGlite), in memory. Its argument is a
 * SeedTask as JSON; it prints a MakeResult as JSON, without the time to open the database.
 */

export interface SeedTask {
  /** Where its packages are installed. */
  readonly folder: string;
  readonly table: ComparedTable;
  readonly rows: number;
}

interface PgColumn {
  primaryKey(): PgColumn;
  array(): PgColumn;
}
type PgTypes = Readonly<Record<string, (options?: object) => PgColumn>>;

/** Columns of Postgres, as near to those of ClickHouse as there are. */
const COLUMNS: Readonly<Record<ComparedTable, (pg: PgTypes) => Readonly<Record<string, PgColumn>>>> = {
  customers: (pg) => ({
    customerId: pg.text!().primaryKey(),
    email: pg.text!(),
    firstName: pg.text!(),
    lastName: pg.text!(),
    country: pg.text!(),
    city: pg.text!(),
    tier: pg.text!(),
    birthDate: pg.date!(),
    createdAt: pg.timestamp!(),
    acceptsMarketing: pg.boolean!(),
    phone: pg.text!(),
    tags: pg.text!().array(),
  }),
  events: (pg) => ({
    eventId: pg.integer!().primaryKey(),
    sessionId: pg.uuid!(),
    customerId: pg.text!(),
    position: pg.integer!(),
    at: pg.timestamp!({ precision: 3 }),
    type: pg.text!(),
    productId: pg.integer!(),
    url: pg.text!(),
    durationMs: pg.integer!(),
    properties: pg.jsonb!(),
  }),
  order_items: (pg) => ({
    orderItemId: pg.integer!().primaryKey(),
    orderId: pg.text!(),
    line: pg.integer!(),
    productId: pg.integer!(),
    category: pg.text!(),
    quantity: pg.integer!(),
    unitPrice: pg.numeric!({ precision: 12, scale: 2 }),
    amount: pg.numeric!({ precision: 12, scale: 2 }),
    giftWrap: pg.boolean!(),
    note: pg.text!(),
  }),
};

interface Column {
  readonly name: string;
  readonly primary: boolean;
  getSQLType(): string;
}
interface PgCore extends Record<string, unknown> {
  pgTable(name: string, columns: object): object;
  getTableConfig(table: object): { readonly columns: readonly Column[] };
}
interface Database {
  execute(sql: string): Promise<unknown>;
  $count(table: object): Promise<number>;
}
interface Seed {
  seed(
    database: Database,
    tables: object,
    options: { count: number; seed: number },
  ): { refine(columns: (f: DrizzleFunctions) => object): Promise<void> };
}

async function main({ folder, table: name, rows }: SeedTask): Promise<void> {
  const pg = requireFrom<PgCore>(folder, "drizzle-orm/pg-core");
  const { drizzle } = requireFrom<{ drizzle(): Database & { $client: { close(): Promise<void> } } }>(
    folder,
    "drizzle-orm/pglite",
  );
  const { seed } = requireFrom<Seed>(folder, "drizzle-seed");
  const table = pg.pgTable(name, COLUMNS[name](pg as unknown as PgTypes));
  const database = drizzle();
  await database.execute(createTable(name, pg.getTableConfig(table).columns));
  const started = performance.now();
  const cpu = process.cpuUsage();
  await seed(database, { [name]: table }, { count: rows, seed: 42 }).refine((f) => ({
    [name]: { columns: DRIZZLE_COLUMNS[name](f) },
  }));
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  const made = await database.$count(table);
  if (made !== rows) throw new Error(`drizzle-seed made ${made} rows, not ${rows}`);
  const result: MakeResult = { rows, seconds, cpuSeconds: (user + system) / 1e6, bytes: 0 };
  process.stdout.write(JSON.stringify(result));
  await database.$client.close();
}

function createTable(name: string, columns: readonly Column[]): string {
  const parts = columns.map(
    (column) => `"${column.name}" ${column.getSQLType()}${column.primary ? " PRIMARY KEY" : ""}`,
  );
  return `CREATE TABLE "${name}" (${parts.join(", ")})`;
}

void main(JSON.parse(process.argv[2]!) as SeedTask);
