/** What is wrong with a generator, wherever it stands: `checkSpec` makes a refusal of it. */
export class SpecFault extends Error {
  /**
   * @param what is wrong
   * @param wayOut what to do
   */
  constructor(
    readonly what: string,
    readonly wayOut: string,
  ) {
    super(`${what}: ${wayOut}`);
  }
}
