/** A failure in the words of ClickHouse: a code, and a message that begins with it. */
export class ServerException extends Error {
  constructor(
    readonly code: number,
    /** What follows `Code: N. DB::Exception: `, with the code's name in parentheses at its end. */
    text: string,
    /** Where it differs from what ClickHouse answers for the code. */
    private readonly status?: number,
  ) {
    super(`Code: ${code}. DB::Exception: ${text}`);
    this.name = "ServerException";
  }

  /** Keeps the code of the engine's message; 1002 (UNKNOWN_EXCEPTION) where it has none. */
  static fromEngine(error: Error): ServerException {
    if (error instanceof ServerException) return error;
    const match = /^Code:\s*(\d+)\.\s*(?:DB::Exception:\s*)?([^]*)$/.exec(error.message);
    return match === null
      ? new ServerException(1002, `${error.message} (UNKNOWN_EXCEPTION)`)
      : new ServerException(Number(match[1]), unwrapped(match[2]!));
  }

  get httpStatus(): number {
    return this.status ?? STATUS_OF_CODE.get(this.code) ?? 500;
  }
}

/** Takes off what the engine puts around its own exceptions: their code before, version and name behind. */
function unwrapped(text: string): string {
  return text
    .replace(/^(?:Code: \d+\. DB::Exception: )+/, "")
    .replace(/(?: \(version [^)]*\)\. \([A-Z_\d]+\))+$/, "");
}

/** The HTTP status with which ClickHouse's HTTP interface answers an exception; 500 for all others. */
const STATUS_OF_CODE: ReadonlyMap<number, number> = new Map(
  (
    [
      [401, [194]],
      [403, [192, 193, 512, 516]],
      [
        400,
        [
          6, 8, 15, 25, 26, 27, 36, 38, 41, 44, 53, 62, 63, 64, 72, 117, 162, 167, 168, 223, 321, 376, 427,
          441, 455, 675, 676,
        ],
      ],
      [404, [16, 46, 47, 50, 56, 60, 61, 73, 78, 81, 115, 511]],
      [408, [159]],
      [411, [381]],
      [413, [229]],
      [501, [48]],
      [503, [76, 209]],
    ] as const
  ).flatMap(([status, codes]) => codes.map((code) => [code, status] as const)),
);
