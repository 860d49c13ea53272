import { sql } from "@514labs/moose-lib";
import * as fc from "fast-check";
import { declaredQueries } from "../../app/workflows/declared-queries";
import { imagesAnalytical } from "../../datamodels/images-analytical";

const { gender, region } = imagesAnalytical.columns;

describe("the queries that a module exports", () => {
  it("are what Moose's template tag made, by their names; tables and columns are identifiers, other values parameters", () => {
    const isFrance = sql.fragment`country = ${"France"}`;
    const exported = {
      genders: sql.statement`SELECT ${gender}, count() FROM ${imagesAnalytical} GROUP BY ${gender};`,
      older: sql`WITH 1 AS one SELECT ${region} FROM ${imagesAnalytical} WHERE ${isFrance} AND face_count > ${2} AND nsfw = ${false} LIMIT ${1.5} -- ${new Date(1_700_000_000_500)}`,
      limit: (n: number) => sql`SELECT ${n}`,
      imagesAnalytical,
      isFrance,
      condition: sql`country = 'France'`,
      writes: sql.statement`INSERT INTO t SELECT 1`,
      several: sql.statement`SELECT 1; SELECT 2`,
      comment: sql`-- nothing`,
      nothing: null,
      text: "SELECT 1",
      alike: { strings: ["SELECT 1"], values: [] },
    };
    expect(declaredQueries(exported)).toEqual([
      {
        name: "genders",
        sql: "SELECT `gender`, count() FROM `images_analytical` GROUP BY `gender`",
        values: {},
      },
      {
        name: "older",
        sql: "WITH 1 AS one SELECT `region` FROM `images_analytical` WHERE country = {p0:String} AND face_count > {p1:Int} AND nsfw = {p2:Bool} LIMIT {p3:Float} -- {p4:DateTime}",
        values: { p0: "France", p1: "2", p2: "false", p3: "1.5", p4: "1700000000.5" },
      },
      // A copy of Moose's class makes objects of another class.
      { name: "alike", sql: "SELECT 1", values: {} },
    ]);
  });

  it("have every value as a parameter, so that none of it becomes a part of the statement", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [query] = declaredQueries({ q: sql`SELECT ${text} AS x` });
        expect(query).toEqual({ name: "q", sql: "SELECT {p0:String} AS x", values: { p0: text } });
      }),
    );
  });
});
