// SQL of facts, in which T stands for the table.

const BEFORE =
  "lagInFrame(row, 1, row) OVER (ORDER BY image_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)";
/** Each row with the one before it. */
export const NEIGHBOURS = `(SELECT row, ${BEFORE} AS before FROM (SELECT image_id,
  CAST((author, caption, upload_date, site_name, gender, age, height, site_image_id),
    'Tuple(author String, caption String, day Date, site String, gender String, age String, height UInt16, number String)')
    AS row FROM T WHERE image_id <= 200000))`;
export const ONE_SHOOT = "row.author = before.author AND row.day = before.day AND row.site = before.site";

/** The mean over neighbourhoods of so many ids. */
export function each(ids: number, expression: string): string {
  return `SELECT avg(x) FROM (SELECT ${expression} AS x FROM T GROUP BY intDiv(image_id - 1, ${ids}) AS block
    HAVING count() = ${ids})`;
}

export function columnBytes(column: string): string {
  return `SELECT sum(column_data_compressed_bytes) / sum(rows) FROM system.parts_columns
    WHERE active AND database = currentDatabase() AND table = 'T' AND column = '${column}'`;
}

/** How many different ones the first rows have. */
export function distinct(column: string, rows: number): string {
  return `SELECT uniqExact(${column}) FROM T WHERE image_id <= ${rows}`;
}

/** Of rows with both: the entropies of two expressions and of their pairs. */
export function entropies(a: string, b: string): string {
  return `(SELECT entropy(a) AS ofA, entropy(b) AS ofB, entropy((a, b)) AS ofBoth
    FROM (SELECT ${a} AS a, ${b} AS b FROM T WHERE isNotNull(a) AND isNotNull(b) ORDER BY image_id LIMIT 1299))`;
}

export const KEYWORDS = "arrayJoin(keyword_ids)";
/** Each word of a caption. */
export const WORDS = "arrayJoin(splitByRegexp('[^\\\\p{L}\\\\p{N}]+', lowerUTF8(caption)))";

export const month = "toStartOfMonth(upload_date)";
export const commonest = (expression: string) =>
  `arrayMax(mapValues(sumMap(map(toString(${expression}), toUInt64(1))))) / count()`;
/** Months that hold 96 % of the rows. */
export const MOST_MONTHS = `arrayFirstIndex(sum -> sum >= 0.96 * count(),
  arrayCumSum(arrayReverseSort(mapValues(sumMap(map(${month}, toUInt64(1)))))))`;
