import { fitTable, weightsOf } from "../../../app/rows/random/fit";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Any numbers from 1 to 100 will do. */
const some = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => 1 + ((i * 7919 + seed * 104729) % 99));
const shares = (weights: readonly number[]) => weights.map((weight) => weight / sum(weights));

describe("a fitted table", () => {
  it.each([
    [2, 2],
    [18, 105],
    [108, 3],
    [1, 9],
  ])("has the sums and the links that were asked for: %d rows, %d columns", (rows, columns) => {
    const links = Array.from({ length: rows }, (_, r) => some(columns, r));
    const rowShares = shares(some(rows, 3));
    const columnShares = shares(some(columns, 5));
    const table = fitTable(links, rowShares, columnShares);
    table.forEach((row, r) => expect(sum(row)).toBeCloseTo(rowShares[r]!, 12));
    columnShares.forEach((share, c) => expect(sum(table.map((row) => row[c]!))).toBeCloseTo(share, 9));
    // Odds ratios are what linking means, and stay.
    for (let r = 1; r < rows; r++)
      for (let c = 1; c < columns; c++) {
        const odds = (t: readonly (readonly number[])[]) => (t[r]![c]! * t[0]![0]!) / (t[r]![0]! * t[0]![c]!);
        expect(odds(table) / odds(links)).toBeCloseTo(1, 9);
      }
  });

  it("keeps what never meets apart", () => {
    const table = fitTable(
      [
        [0, 1, 1],
        [1, 0, 1],
        [1, 1, 0],
      ],
      [0.5, 0.3, 0.2],
      [0.4, 0.4, 0.2],
    );
    expect([table[0]![0], table[1]![1], table[2]![2]]).toEqual([0, 0, 0]);
    expect(sum(table[0]!)).toBeCloseTo(0.5, 12);
  });

  it("ends where the links leave no way to the sums", () => {
    const table = fitTable(
      [
        [1, 0],
        [0, 1],
      ],
      [0.9, 0.1],
      [0.1, 0.9],
    );
    expect(table.map(sum)).toEqual([0.9, 0.1]);
  });

  it("gives integer weights in proportion", () => {
    const weights = weightsOf([0.1, 0.2, 0.7]);
    expect(weights.every(Number.isInteger)).toBe(true);
    expect(weights[2]! / weights[0]!).toBeCloseTo(7, 4);
  });
});
