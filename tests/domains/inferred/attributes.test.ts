import { rowsOf } from "./inferred-rows";

test("what is said of a thing is the same wherever its id recurs, and not of other things", () => {
  const columns = `id UInt64\ncustomer_id UInt32\ncustomer_name String\ncustomer_email String\ncustomer_city String
    customer_country String\ncustomer_latitude Float64\ncustomer_tier LowCardinality(String)\ndevice_id String
    device_type String\ncity String`;
  const names = (thing: string): string[] =>
    [...columns.matchAll(/(\w+) \w/g)].flatMap(([, name]) => (name!.startsWith(thing) ? [name!] : []));
  const rows = rowsOf("readings", columns);
  for (const thing of ["customer_", "device_"]) {
    const [id, ...others] = names(thing);
    const seen = new Map<string, string>();
    for (const row of rows) {
      const values = others.map((name) =>
        name.endsWith("latitude") ? Math.round(Number(row[name])) : row[name],
      );
      const known = seen.get(String(row[id!])) ?? JSON.stringify(values);
      expect(JSON.stringify(values)).toBe(known);
      seen.set(String(row[id!]), known);
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(new Set(seen.values()).size).toBeGreaterThan(2);
  }
});
