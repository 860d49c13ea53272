/** What an error says of the statement that it ended. */
export interface ErrorCode {
  /** ClickHouse's name; none for the system's codes, which are names. */
  readonly name?: string;
  /** What an insert has left: `no` row, or that is `unknown`. */
  readonly landed: "no" | "unknown";
  /** Whether it passes by itself, so that a later try may succeed. */
  readonly heals: boolean;
  /** Whether the server asks for less at a time. Default: false. */
  readonly overload?: true;
  readonly meaning?: ErrorMeaning;
  /** What the user can do, where the server's words do not say it; continues a sentence. */
  readonly advice?: string;
  /** The code stands for something else, too, where the message holds a text. It does not heal then. */
  readonly unless?: { readonly text: RegExp } & Pick<ErrorCode, "meaning" | "advice">;
}

export type ErrorMeaning =
  | "authentication"
  | "database-missing"
  | "table-missing"
  | "right-missing"
  /** One insert makes more parts than the server allows. */
  | "too-many-partitions";

/** Raised before anything is written, and temporary. */
const PASSES = { landed: "no", heals: true } as const;
/** Cut short. */
const INTERRUPTED = { landed: "unknown", heals: true } as const;
/** The table, the statement, the values, or who may do what: no waiting heals it. */
const WRONG = { landed: "no", heals: false } as const;

const CREDENTIALS = "correct user and password";
const LIMIT = "raise this user's limit that the message names";
const SETTING = "allow this user to change the setting that the message names";
const EXPRESSION =
  "an expression of the table (DEFAULT, MATERIALIZED, CHECK, an index) or of a view on it fails for a row: correct it";

/**
 * By ClickHouse's number (its source: `src/Common/ErrorCodes.cpp`) or the system's code. A code that is not
 * here is taken for one that does not heal: what heals by itself is listed in full, as of version 26.7.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorCode>> = {
  201: { ...PASSES, name: "QUOTA_EXCEEDED" },
  202: { ...PASSES, name: "TOO_MANY_SIMULTANEOUS_QUERIES", overload: true },
  203: { ...PASSES, name: "NO_FREE_CONNECTION", overload: true },
  241: { ...PASSES, name: "MEMORY_LIMIT_EXCEEDED", overload: true },
  242: { ...PASSES, name: "TABLE_IS_READ_ONLY" },
  243: { ...PASSES, name: "NOT_ENOUGH_SPACE" },
  252: {
    ...PASSES,
    name: "TOO_MANY_PARTS",
    overload: true,
    unless: {
      text: /Too many partitions for single INSERT block/i,
      meaning: "too-many-partitions",
      advice: "raise max_partitions_per_insert_block for this user",
    },
  },

  173: { ...PASSES, name: "CANNOT_ALLOCATE_MEMORY", overload: true },
  285: { ...PASSES, name: "TOO_FEW_LIVE_REPLICAS" },
  439: { ...PASSES, name: "CANNOT_SCHEDULE_TASK", overload: true },
  745: { ...PASSES, name: "SERVER_OVERLOADED", overload: true },
  254: { ...PASSES, name: "NO_ACTIVE_REPLICAS" },
  364: { ...PASSES, name: "RECEIVED_ERROR_TOO_MANY_REQUESTS", overload: true },
  574: { ...PASSES, name: "DISTRIBUTED_TOO_MANY_PENDING_BYTES", overload: true },
  692: { ...PASSES, name: "TOO_MANY_MUTATIONS", overload: true },
  700: { ...PASSES, name: "USER_SESSION_LIMIT_EXCEEDED", overload: true },
  733: { ...PASSES, name: "TABLE_IS_BEING_RESTARTED" },
  749: { ...PASSES, name: "TCP_CONNECTION_LIMIT_REACHED", overload: true },
  762: { ...PASSES, name: "HTTP_CONNECTION_LIMIT_REACHED", overload: true },
  778: { ...PASSES, name: "MEMORY_RESERVATION_FAILED", overload: true },

  3: { ...INTERRUPTED, name: "UNEXPECTED_END_OF_FILE" },
  32: { ...INTERRUPTED, name: "ATTEMPT_TO_READ_AFTER_EOF" },
  33: { ...INTERRUPTED, name: "CANNOT_READ_ALL_DATA" },
  74: { ...INTERRUPTED, name: "CANNOT_READ_FROM_FILE_DESCRIPTOR" },
  75: { ...INTERRUPTED, name: "CANNOT_WRITE_TO_FILE_DESCRIPTOR" },
  95: { ...INTERRUPTED, name: "CANNOT_READ_FROM_SOCKET" },
  159: { ...INTERRUPTED, name: "TIMEOUT_EXCEEDED" },
  209: { ...INTERRUPTED, name: "SOCKET_TIMEOUT" },
  210: { ...INTERRUPTED, name: "NETWORK_ERROR" },
  225: { ...INTERRUPTED, name: "NO_ZOOKEEPER" },
  236: { ...INTERRUPTED, name: "ABORTED" },
  279: { ...INTERRUPTED, name: "ALL_CONNECTION_TRIES_FAILED" },
  286: { ...INTERRUPTED, name: "UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE" },
  319: { ...INTERRUPTED, name: "UNKNOWN_STATUS_OF_INSERT" },
  394: { ...INTERRUPTED, name: "QUERY_WAS_CANCELLED" },
  473: { ...INTERRUPTED, name: "DEADLOCK_AVOIDED" },
  499: { ...INTERRUPTED, name: "S3_ERROR" },
  722: { ...INTERRUPTED, name: "ASYNC_LOAD_WAIT_FAILED" },
  735: { ...INTERRUPTED, name: "QUERY_WAS_CANCELLED_BY_CLIENT" },
  999: { ...INTERRUPTED, name: "KEEPER_EXCEPTION" },

  // The network, and what the server itself needs: names, keeper, replicas, storage elsewhere.
  96: { ...INTERRUPTED, name: "CANNOT_WRITE_TO_SOCKET" },
  198: { ...INTERRUPTED, name: "DNS_ERROR" },
  234: { ...INTERRUPTED, name: "NO_REPLICA_HAS_PART" },
  244: { ...INTERRUPTED, name: "UNEXPECTED_ZOOKEEPER_ERROR" },
  265: { ...INTERRUPTED, name: "NO_AVAILABLE_REPLICA" },
  289: { ...INTERRUPTED, name: "REPLICA_IS_NOT_IN_QUORUM" },
  297: { ...INTERRUPTED, name: "SHARD_HAS_NO_CONNECTIONS" },
  369: { ...INTERRUPTED, name: "ALL_REPLICAS_ARE_STALE" },
  416: { ...INTERRUPTED, name: "REPLICA_STATUS_CHANGED" },
  500: { ...INTERRUPTED, name: "AZURE_BLOB_STORAGE_ERROR" },
  519: { ...INTERRUPTED, name: "NO_REMOTE_SHARD_AVAILABLE" },
  529: { ...INTERRUPTED, name: "NOT_A_LEADER" },
  571: { ...INTERRUPTED, name: "DATABASE_REPLICATION_FAILED" },
  659: { ...INTERRUPTED, name: "UNKNOWN_STATUS_OF_TRANSACTION" },
  693: { ...INTERRUPTED, name: "AWS_ERROR" },
  737: { ...INTERRUPTED, name: "GOOGLE_CLOUD_ERROR" },
  900: { ...INTERRUPTED, name: "DISTRIBUTED_CACHE_ERROR" },
  903: { ...INTERRUPTED, name: "DISTRIBUTED_CACHE_REGISTRY_SHUTDOWN" },
  904: { ...INTERRUPTED, name: "TOO_MANY_UNAVAILABLE_SHARDS" },
  1000: { ...INTERRUPTED, name: "POCO_EXCEPTION" },

  // Load, locks, a server that is ending, and a disk without space.
  76: { ...INTERRUPTED, name: "CANNOT_OPEN_FILE" },
  160: { ...INTERRUPTED, name: "TOO_SLOW" },
  172: { ...INTERRUPTED, name: "CANNOT_CREATE_DIRECTORY" },
  204: { ...INTERRUPTED, name: "CANNOT_FSYNC" },
  341: { ...INTERRUPTED, name: "UNFINISHED" },
  384: { ...INTERRUPTED, name: "PART_IS_TEMPORARILY_LOCKED" },
  586: { ...INTERRUPTED, name: "CANNOT_CREATE_FILE" },
  677: { ...INTERRUPTED, name: "THREAD_WAS_CANCELED" },
  696: { ...INTERRUPTED, name: "ASYNC_LOAD_CANCELED" },
  738: { ...INTERRUPTED, name: "PART_IS_LOCKED" },
  777: { ...INTERRUPTED, name: "MEMORY_RESERVATION_KILLED", overload: true },
  1001: { ...INTERRUPTED, name: "STD_EXCEPTION" },

  6: { ...WRONG, name: "CANNOT_PARSE_TEXT" },
  8: { ...WRONG, name: "THERE_IS_NO_COLUMN" },
  10: { ...WRONG, name: "NOT_FOUND_COLUMN_IN_BLOCK" },
  16: { ...WRONG, name: "NO_SUCH_COLUMN_IN_TABLE" },
  20: { ...WRONG, name: "NUMBER_OF_COLUMNS_DOESNT_MATCH" },
  25: { ...WRONG, name: "CANNOT_PARSE_ESCAPE_SEQUENCE" },
  26: { ...WRONG, name: "CANNOT_PARSE_QUOTED_STRING" },
  27: { ...WRONG, name: "CANNOT_PARSE_INPUT_ASSERTION_FAILED" },
  36: { ...WRONG, name: "BAD_ARGUMENTS" },
  38: { ...WRONG, name: "CANNOT_PARSE_DATE" },
  41: { ...WRONG, name: "CANNOT_PARSE_DATETIME" },
  43: { ...WRONG, name: "ILLEGAL_TYPE_OF_ARGUMENT" },
  44: { ...WRONG, name: "ILLEGAL_COLUMN" },
  47: { ...WRONG, name: "UNKNOWN_IDENTIFIER" },
  48: { ...WRONG, name: "NOT_IMPLEMENTED" },
  50: { ...WRONG, name: "UNKNOWN_TYPE" },
  53: { ...WRONG, name: "TYPE_MISMATCH" },
  60: { ...WRONG, name: "UNKNOWN_TABLE", meaning: "table-missing", advice: "create the table" },
  62: { ...WRONG, name: "SYNTAX_ERROR" },
  69: { ...WRONG, name: "ARGUMENT_OUT_OF_BOUND" },
  70: { ...WRONG, name: "CANNOT_CONVERT_TYPE" },
  72: { ...WRONG, name: "CANNOT_PARSE_NUMBER" },
  73: { ...WRONG, name: "UNKNOWN_FORMAT" },
  81: { ...WRONG, name: "UNKNOWN_DATABASE", meaning: "database-missing", advice: "create the database" },
  115: { ...WRONG, name: "UNKNOWN_SETTING" },
  117: { ...WRONG, name: "INCORRECT_DATA" },
  130: { ...WRONG, name: "CANNOT_READ_ARRAY_FROM_TEXT" },
  131: { ...WRONG, name: "TOO_LARGE_STRING_SIZE" },
  158: { ...WRONG, name: "TOO_MANY_ROWS", advice: LIMIT },
  153: { ...WRONG, name: "ILLEGAL_DIVISION", advice: EXPRESSION },
  164: {
    ...WRONG,
    name: "READONLY",
    advice: "use a user that may write: readonly is set for this one",
  },
  190: {
    ...WRONG,
    name: "SIZES_OF_ARRAYS_DONT_MATCH",
    advice:
      "columns named a.x and a.y are taken for one Nested column, whose arrays must have the same length: leave them out with --skip-columns, or give them other names",
  },
  192: { ...WRONG, name: "UNKNOWN_USER", meaning: "authentication", advice: CREDENTIALS },
  193: { ...WRONG, name: "WRONG_PASSWORD", meaning: "authentication", advice: CREDENTIALS },
  194: { ...WRONG, name: "REQUIRED_PASSWORD", meaning: "authentication", advice: CREDENTIALS },
  218: { ...WRONG, name: "TABLE_IS_DROPPED" },
  291: { ...WRONG, name: "DATABASE_ACCESS_DENIED" },
  307: { ...WRONG, name: "TOO_MANY_BYTES", advice: LIMIT },
  321: { ...WRONG, name: "VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE" },
  349: { ...WRONG, name: "CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN" },
  376: { ...WRONG, name: "CANNOT_PARSE_UUID" },
  396: { ...WRONG, name: "TOO_MANY_ROWS_OR_BYTES", advice: LIMIT },
  395: { ...WRONG, name: "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO", advice: EXPRESSION },
  452: { ...WRONG, name: "SETTING_CONSTRAINT_VIOLATION", advice: SETTING },
  467: { ...WRONG, name: "CANNOT_PARSE_BOOL" },
  469: {
    ...WRONG,
    name: "VIOLATED_CONSTRAINT",
    advice:
      "leave the columns of the expression to the server with --skip-columns, if their defaults pass, or drop the constraint",
  },
  497: {
    ...WRONG,
    name: "ACCESS_DENIED",
    meaning: "right-missing",
    advice: "have the right granted that the message names",
  },
  516: { ...WRONG, name: "AUTHENTICATION_FAILED", meaning: "authentication", advice: CREDENTIALS },
  472: { ...WRONG, name: "READONLY_SETTING", advice: SETTING },
  774: { ...WRONG, name: "TABLE_IS_PERMANENTLY_READ_ONLY", advice: "make the table writable" },
  691: { ...WRONG, name: "UNKNOWN_ELEMENT_OF_ENUM" },

  // With these no request can have reached the server.
  ECONNREFUSED: PASSES,
  ENOTFOUND: PASSES,
  EAI_AGAIN: PASSES,
  EHOSTUNREACH: PASSES,
  ENETUNREACH: PASSES,

  ECONNRESET: INTERRUPTED,
  ECONNABORTED: INTERRUPTED,
  EPIPE: INTERRUPTED,
  ETIMEDOUT: INTERRUPTED,
  ESOCKETTIMEDOUT: INTERRUPTED,
  EHOSTDOWN: INTERRUPTED,
  ENETDOWN: INTERRUPTED,
  EADDRNOTAVAIL: INTERRUPTED,
  ERR_STREAM_PREMATURE_CLOSE: INTERRUPTED,
  ERR_STREAM_DESTROYED: INTERRUPTED,
  UND_ERR_SOCKET: INTERRUPTED,
};
