import { besidesNull } from "../../spec/besides-null";
import type { Column } from "../../../model/column";
import type { Generator } from "../../spec/generator";
import { fitsPattern, nameWords } from "../names/name-words";

/** Of columns that are mostly empty, or hardly ever, by their names. */
const SHARES: readonly (readonly [share: number, names: readonly string[]])[] = [
  [
    0.97,
    [
      "*deleted at",
      "*deletion date",
      "*deleted on",
      "*archived at",
      "*banned at",
      "*refunded at",
      "*disputed at",
      "*revoked at",
      "*deleted by",
      "*deleted",
    ],
  ],
  [
    0.9,
    [
      "*cancelled at",
      "*canceled at",
      "*cancellation date",
      "*failed at",
      "*error",
      "*error message",
      "*error code",
      "*failure reason",
      "*cancel reason",
      "*cancellation reason",
      "*exception",
      "*stack trace",
      "*churned at",
      "*returned at",
    ],
  ],
  [
    0.7,
    [
      "*coupon",
      "*coupon code",
      "*promo code",
      "*discount code",
      "*voucher",
      "*middle name",
      "*address2",
      "*address line2",
      "*termination date",
      "*terminated at",
      "*parent id",
      "*referred by",
      "*referrer id",
      "*notes",
      "*note",
      "*comment",
      "*feedback",
      "*utm source",
      "*utm medium",
      "*utm campaign",
    ],
  ],
  [
    0.3,
    [
      "*resolved at",
      "*closed at",
      "*completed at",
      "*last login at",
      "*last seen at",
      "*phone",
      "*bio",
      "*website",
      "*avatar url",
    ],
  ],
];

/** A generator with NULLs where a column may have them: a share by its name, but for what other columns decide. */
export function withNulls(column: Column, generator: Generator): Generator {
  if (!column.nullable || generator.kind === "computed" || besidesNull(generator) !== generator)
    return generator;
  return { kind: "nullable", share: nullShare(column), of: generator };
}

/** The share of NULLs that a column which may have them has by its name. */
export function nullShare({ name }: Pick<Column, "name">): number {
  const words = nameWords(name);
  return SHARES.find(([, names]) => names.some((pattern) => fitsPattern(words, pattern)))?.[0] ?? USUAL_SHARE;
}

const USUAL_SHARE = 0.1;
