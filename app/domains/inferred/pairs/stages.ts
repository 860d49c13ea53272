import type { Column } from "../../../model/column";
import { besidesNull } from "../../spec/besides-null";
import type { Scalar } from "../../spec/generator";
import type { Inferred } from "../rules/rule";
import { columnsNamed } from "./pair";

interface Stage {
  /** The name's last words, after anything: `shipped at` or `cancel reason`. */
  readonly names: readonly string[];
  /** Flags that say the same. */
  readonly flags: readonly string[];
  /** The states of a thing that has been through it. */
  readonly states: readonly string[];
}

const stage = (verb: string, states: readonly string[], more: readonly string[] = []): Stage => ({
  names: [`*${verb} at`, `*${verb} on`, `*${verb} date`, `*${verb} by`, ...more],
  flags: [`*is ${verb}`, `*was ${verb}`, `*has ${verb}`, verb],
  states,
});

/** What happens to a thing at most once, and the states that it is in from then on. */
const STAGES: readonly Stage[] = [
  stage("deleted", ["deleted"], ["*deletion date", "*delete reason", "*deletion reason"]),
  stage("archived", ["archived"]),
  stage("banned", ["banned"], ["*ban reason"]),
  stage("suspended", ["suspended"], ["*suspension reason"]),
  stage(
    "cancelled",
    ["cancelled", "canceled", "churned"],
    [
      "*canceled at",
      "*canceled on",
      "*churned at",
      "*cancellation date",
      "*cancel reason",
      "*cancellation reason",
      "*churn reason",
    ],
  ),
  stage("returned", ["returned"], ["*return reason", "*return date"]),
  stage("refunded", ["refunded"], ["*refund reason", "*refund date"]),
  stage("failed", ["failed"], ["*failure reason", "*failure code", "*failure message"]),
  stage(
    "paid",
    ["paid", "shipped", "delivered", "returned", "refunded", "completed", "fulfilled"],
    ["*payment date"],
  ),
  stage("shipped", ["shipped", "in_transit", "delivered", "returned"], ["*ship date", "*fulfilled at"]),
  stage("delivered", ["delivered", "opened", "returned"], ["*delivery date"]),
  stage("bounced", ["bounced"], ["*bounce reason"]),
  stage("completed", ["completed", "succeeded", "done"]),
  stage("resolved", ["resolved", "closed"], ["*resolution"]),
  stage("closed", ["closed"]),
  stage("merged", ["merged"]),
  stage("published", ["published", "archived"]),
  stage("confirmed", ["confirmed", "completed", "no_show"]),
  stage("verified", ["verified"]),
];

const STATES = ["*status", "*state"];

/**
 * What a thing has only from a stage on, such as `cancelled_at` and `cancel_reason`: where a flag says that it has
 * been through it, or its status.
 * @param made what the columns have so far because of each other
 */
export function staged(
  columns: readonly Column[],
  alone: Readonly<Record<string, Inferred>>,
  made: Readonly<Record<string, Inferred>>,
): Readonly<Record<string, Inferred>> {
  const found: Record<string, Inferred> = {};
  for (const { names, flags, states } of STAGES)
    for (const column of columnsNamed(columns, names)) {
      const own = made[column.name] ?? alone[column.name];
      if (!column.nullable || !own || found[column.name]) continue;
      const leads = [
        ...columnsNamed(columns, flags).map((lead) => [lead, flagged(alone[lead.name])] as const),
        ...columnsNamed(columns, STATES).map((lead) => [lead, among(states, alone[lead.name])] as const),
      ];
      const of = besidesNull(own.generator);
      const lead = leads.find(([{ name }, is]) => is.length > 0 && name !== column.name);
      if (lead === undefined || of.kind === "computed") continue;
      const [{ name }, is] = lead;
      found[column.name] = {
        generator: { kind: "when", column: name, is, of },
        rule: `${own.rule}, where ${name} says so`,
      };
    }
  return found;
}

function flagged(inferred: Inferred | undefined): readonly Scalar[] {
  return inferred && besidesNull(inferred.generator).kind === "boolean" ? [true] : [];
}

/** Those of the states that a column may be in. */
function among(states: readonly string[], inferred: Inferred | undefined): readonly Scalar[] {
  const of = inferred && besidesNull(inferred.generator);
  if (of?.kind !== "choice") return [];
  return of.values.filter((value) => states.includes(String(value).toLowerCase()));
}
