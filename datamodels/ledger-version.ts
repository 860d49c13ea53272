/**
 * The version of the ledger that this code reads and writes; every row of the table of runs carries it. It
 * rises with whatever an older reader would misunderstand; the table of runs then keeps its key, `revision`,
 * `at` and `ledger_version`, so that such a reader can refuse. Version 1 had no such column, named no database,
 * and called a step's first row `first_image_id`. Version 3 is what claims with a specification have: an older
 * reader would go on with rows of its own. Version 4 is what leases have: an older reader would claim a table
 * that they write to. Version 5 is what claims have whose message is JSON, of spread runs and of those that
 * skip columns which are not compared: an older reader would look for the rows on one server, and not know that the
 * run is shared. Version 6 is what they have where a sharding key says where rows lie: an older reader would let the
 * shards take turns. All other rows still have version 2.
 */
export const LEDGER_VERSION = 6;

/** Of claims whose message is JSON. */
export const LEDGER_VERSION_WITH_WAYS = 5;

/** Of leases. */
export const LEDGER_VERSION_WITH_LEASES = 4;

/** Of claims with a specification. */
export const LEDGER_VERSION_WITH_SPEC = 3;

/** Of rows that say nothing about a specification. */
export const LEDGER_VERSION_WITHOUT_SPEC = 2;
