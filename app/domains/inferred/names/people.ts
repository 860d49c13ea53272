import { between, decimal, mostly, sentence, template, UUID, weighted, whole, words } from "./generators";
import type { NameRule } from "./name-rule";

/** Of people and their accounts. */
export const PEOPLE: readonly NameRule[] = [
  {
    names: ["*email", "*email address", "*e mail"],
    text: template("{firstName|slug}.{lastName|slug}{1-99}@{hostname}"),
  },
  { names: ["*first name", "*given name", "*forename", "*fname", "*middle name"], text: words("firstName") },
  { names: ["*last name", "*surname", "*family name", "*lname"], text: words("lastName") },
  {
    names: ["*username", "*user name", "*login", "*handle", "*nickname", "*screen name"],
    text: template("{firstName|slug}{1-9999}"),
  },
  {
    names: [
      "*full name",
      "*display name",
      "*contact name",
      "*customer name",
      "*employee name",
      "*person name",
      "*patient name",
      "*author name",
      "*driver name",
      "*agent name",
      "*recipient name",
      "*sender name",
      "*requester name",
      "*shipping name",
      "*billing name",
      "*assignee name",
      "*reporter name",
      "*owner name",
      "*manager name",
      "*author",
      "*assignee",
      "*reporter",
      "*owner",
      "*recipient",
      "*sender",
      "*created by",
      "*updated by",
      "*assigned to",
      "*manager",
      "*driver",
      "*agent",
      "*instructor",
      "*teacher",
    ],
    text: template("{firstName} {lastName}"),
  },
  {
    names: ["*gender", "*sex"],
    text: [weighted({ female: 49, male: 49, other: 2 }), weighted({ F: 49, M: 49, X: 2 })],
    number: whole(1, 2),
  },
  {
    names: ["*age", "*age years"],
    number: { kind: "number", min: 16, max: 94, quantiles: [16, 24, 31, 38, 46, 55, 66, 94] },
  },
  {
    names: ["*birth date", "*birthdate", "*date of birth", "*dob", "*birthday", "*born at"],
    time: between("1970-01-02", "2007-12-31"),
  },
  { names: ["*birth year", "*year of birth"], number: whole(1940, 2007, "normal") },
  { names: ["*job title", "*occupation", "*profession", "*position title"], text: words("jobTitle") },
  { names: ["*department", "*team", "*division"], text: words("department") },
  {
    names: ["*role", "*user role", "*permission"],
    text: weighted({ member: 70, viewer: 18, admin: 9, owner: 3 }),
  },
  { names: ["*salary", "*income", "*wage"], number: decimal(24_000, 240_000, 0, "lognormal") },
  // Numbers that are kept for fiction.
  {
    names: ["*phone", "*phone number", "*mobile", "*mobile number", "*telephone", "*tel", "*fax", "*msisdn"],
    text: template("+1-{201-989}-555-01{10-99}"),
    number: whole(12_015_550_100, 19_895_550_199),
  },
  { names: ["*bio", "*biography", "*about", "*about me"], text: sentence(8, 24) },
  {
    names: ["*password", "*password hash", "*passwd"],
    text: { kind: "identifier", form: "hex", length: 64 },
  },
  { names: ["*marital status"], text: mostly("married", "single", "divorced", "widowed") },
  {
    names: ["*login method", "*auth method", "*auth provider", "*provider"],
    text: weighted({ password: 52, google: 27, github: 9, microsoft: 8, saml: 4 }),
  },
  { names: ["*uuid", "*guid"], text: UUID, uuid: UUID },
];
