import { requireKey } from "../../../app/run/check/require-key";
import { modelFromServer } from "../../../app/model/model-from-server";
import type { KeyForm } from "../../../app/model/key-form";
import { targetTable } from "../../../app/table/target-table";
import { keyedDomain } from "../../support/key-forms";

const tableOf = (name: string, type: string, form: KeyForm) =>
  targetTable(
    {
      name: { database: "d", table: "orders" },
      facts: {
        name: "orders",
        model: modelFromServer([{ name, type, default_kind: "" }]),
        comments: {},
        sortingKey: [],
      },
      engine: "MergeTree",
      engineFull: "MergeTree ORDER BY tuple()",
      views: [],
      partitionKey: "",
    },
    keyedDomain(form),
  );

const TEXT: KeyForm = { as: "text", prefix: "o_", digits: 10 };

test("a table that lacks its key is told what would do", () => {
  expect(() => requireKey(tableOf("no", "String", TEXT))).toThrow(
    "The table orders has no column id, by which rows are told apart: use a table that has it, as a String, or a FixedString of 12 bytes or more, not Nullable",
  );
});

test("so is one whose key can't hold the form", () => {
  expect(() => requireKey(tableOf("id", "Date", { as: "time", first: 0, everyTicks: 1 }))).toThrow(
    "The column id of the table orders (Date) can't hold row numbers: make it a DateTime or a DateTime64, not Nullable, that holds 1970-01-01T00:00:00.000Z",
  );
  expect(() => requireKey(tableOf("id", "FixedString(12)", TEXT))).not.toThrow();
});
