import { describeServerError } from "./server-error";

/** The answer; `undefined` where the server says that the user lacks the right, or knows no such table. */
export async function permitted<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { meaning } = describeServerError(error);
    if (meaning === "right-missing" || meaning === "table-missing") return undefined;
    throw error;
  }
}
