import { NAME_RULES } from "../../../app/domains/inferred/names/name-rules";
import { nameWords, singular } from "../../../app/domains/inferred/names/name-words";
import { rulesFor } from "../../../app/domains/inferred/rules/by-name";

test.each([
  ["firstName", "first name"],
  ["first_name", "first name"],
  ["FIRST-NAME", "first name"],
  ["IPAddress", "ip address"],
  ["userID", "user id"],
  ["last4", "last4"],
])("the words of %s", (name, words) => {
  expect(nameWords(name).join(" ")).toBe(words);
});

test.each([
  ["orders", "order"],
  ["companies", "company"],
  ["addresses", "address"],
  ["status", "status"],
  ["boxes", "box"],
])("one of %s is %s", (many, one) => {
  expect(singular(many)).toBe(one);
});

const SLOTS = ["text", "number", "time", "boolean", "uuid", "map"] as const;

test("no rule stands in the shadow of another", () => {
  const shadowed = NAME_RULES.flatMap((rule) =>
    rule.names.flatMap((pattern) =>
      SLOTS.filter((slot) => rule[slot]).flatMap((slot) => {
        const words = pattern.replace(/^\*/, "").replace(/\*$/, " thing").split(" ");
        const first = rulesFor(words, rule.tables?.slice(0, 1) ?? ["anything"]).find(
          (match) => match.rule[slot],
        );
        return first?.rule === rule ? [] : [`${pattern} ${slot} ${rule.tables?.[0] ?? ""}`];
      }),
    ),
  );
  expect(shadowed).toEqual([]);
});
