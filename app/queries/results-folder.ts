import path from "node:path";

/** Where results are kept unless another file is named. @param folder the project's, or the working directory */
export function resultsFolder(folder: string): string {
  return path.join(folder, ".data-faker", "queries");
}
