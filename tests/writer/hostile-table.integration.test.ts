import { imagesDomain } from "../../app/domains/images/images-domain";
import { quoteIdentifier } from "../../app/model/quoting";
import { createRowGenerator } from "../../app/rows/row-generator";
import { rowsOf, sql } from "../support/olap-insert";
import { withEmbedded } from "../support/embedded";
import { openWriter, WRITER_NAMES } from "../support/writers";
import { modelFromServer } from "../../app/model/model-from-server";

const NAMES = ["a`b\\c'd\"e; DROP TABLE x -- ü🙂", "`quoted`", "`", "\\", "a.b c"];

it.each(WRITER_NAMES)("%s fills a table of any name", (name) =>
  withEmbedded(async ({ connection }) => {
    const model = modelFromServer([
      { name: "image_id", type: "UInt32", default_kind: "" },
      { name: "author", type: "String", default_kind: "" },
    ]);
    const block = createRowGenerator("42", model, imagesDomain).generate(1, 100);
    for (const table of NAMES) {
      const quoted = quoteIdentifier(table);
      await sql(
        connection,
        `CREATE TABLE ${quoted} (image_id UInt32, author String) ENGINE = MergeTree ORDER BY image_id`,
      );
      const writer = await openWriter(name, connection, table, model);
      await writer.send(writer.encode(block), { id: "rows", token: `${table}/1`, commit: async () => {} });
      await writer.close();
      const counts = await rowsOf(connection, `SELECT toString(count()) AS n FROM ${quoted}`);
      expect([table, counts]).toEqual([table, [{ n: "100" }]]);
    }
  }),
);
