/** The condition that holds for the rows of one target table: its name's parts are the query's parameters. */
export const OF_TARGET = "target_database = {database:String} AND target_table = {table:String}";
