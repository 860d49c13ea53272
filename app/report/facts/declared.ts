import type { DeclaredLink } from "../../domains/declared/declared-link";
import type { DeclaredShares } from "../../domains/declared/declared-shares";
import { IMAGES_LINKS } from "../../domains/images/declared-links";
import { IMAGES_SHARES, IMAGES_SHARES_BY_PLACE } from "../../domains/images/declared-shares";
import { sharesOfSpec } from "../../domains/spec/declared-shares";
import type { TableSpec } from "../../domains/spec/table-spec";
import { quoteTable } from "../../server/table-name";
import { BLOCK_IDS, type Finding } from "../../table/finding";
import { measureLink } from "../../table/measure-links";
import { measureShares, type ShareFinding } from "../../table/measure-shares";
import type { TargetTable } from "../../table/target-table";
import type { ReportTable } from "../report-table";

/** What is declared of a table's rows, beside what they have. */
export interface Declared {
  /** By what they are shares of, in the order of their declaration. */
  readonly shares: readonly (readonly [name: string, findings: readonly ShareFinding[]])[];
  /** Those of the rows of a place, in the same way. */
  readonly byPlace: Declared["shares"];
  readonly links: readonly Finding[];
}

/** Rows that shares are measured by, at least, where there are so many; and those of places, and links. */
const SHARE_ROWS = 2_000_000;
const PLACE_ROWS = 1_000_000;

/** Holds besides for whole blocks of neighbouring rows, one of `every`: blocks are what errors are told by. */
function inSomeBlocks(among: string | undefined, rowNumber: string, every: number): string | undefined {
  if (every < 2) return among;
  const block = `cityHash64(intDiv(${rowNumber}, ${BLOCK_IDS})) % ${every} = 0`;
  return among === undefined ? block : `${block} AND (${among})`;
}

/** Measures what is declared; rows of other numbers than runs write count as well. */
export async function askDeclared(
  table: ReportTable,
  { domain, model, key }: TargetTable,
  rows: number,
): Promise<Declared> {
  const images = domain.source === "images";
  const shares = images ? IMAGES_SHARES : sharesOfSpec(domain.source as TableSpec, model);
  const some = (among: string | undefined, most: number) =>
    inSomeBlocks(among, key.rowNumber, Math.floor(rows / most));
  const measured = async (all: readonly DeclaredShares[], most: number) => {
    const found: [string, readonly ShareFinding[]][] = [];
    for (const declared of all) {
      const findings = await table.attempt(`The shares of ${declared.name}`, () =>
        measureShares(
          table.client,
          quoteTable(table.name),
          { ...declared, among: some(declared.among, most) },
          key.rowNumber,
        ),
      );
      if (findings !== undefined && findings.length > 0) found.push([declared.name, findings]);
    }
    return found;
  };
  return {
    shares: await measured(shares, SHARE_ROWS),
    byPlace: images ? await measured(IMAGES_SHARES_BY_PLACE, PLACE_ROWS) : [],
    links: images
      ? await measuredLinks(
          table,
          IMAGES_LINKS.map((link) => ({ ...link, among: some(link.among, PLACE_ROWS)! })),
        )
      : [],
  };
}

async function measuredLinks(table: ReportTable, links: readonly DeclaredLink[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const link of links) {
    const finding = await table.attempt(`The link of ${link.name}`, () =>
      measureLink(table.client, quoteTable(table.name), link),
    );
    if (finding !== undefined && Number.isFinite(finding.observed)) found.push(finding);
  }
  return found;
}
