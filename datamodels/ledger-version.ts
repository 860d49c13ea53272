/**
 * The version of the ledger that this code reads and writes; every row of the table of runs carries it. It
 * rises with whatever an older reader would misunderstand; the table of runs then keeps its key, `revision`,
 * `at` and `ledger_version`, so that such a reader can refuse. Version 1 had no such column, named no database,
 * and called a step's first row `first_image_id`.
 */
export const LEDGER_VERSION = 2;
