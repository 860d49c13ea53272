import { flagOf, type Option } from "../request/option";
import { REQUEST_OPTIONS } from "../request/request-options";

const OPTIONS: readonly Option[] = REQUEST_OPTIONS;

/**
 * A message that names flags, as a workflow's input has them: `--start-image-id 5` becomes `"startImageId": 5`,
 * and `--reset` becomes `"reset": true`.
 */
export function inInput(message: string): string {
  return message.replace(/(--[a-z][a-z-]*)( \w+)?/g, (whole, flag: string, next: string | undefined) => {
    const option = OPTIONS.find((one) => flagOf(one) === flag);
    if (option === undefined) return whole;
    if (option.type === "switch") return `"${option.name}": true${next ?? ""}`;
    const value = next?.trim() ?? "";
    if (option.choices?.includes(value)) return `"${option.name}": "${value}"`;
    return `"${option.name}"${/^\d+$/.test(value) ? `: ${value}` : (next ?? "")}`;
  });
}

/** The same without the advice to call again: the workflow does so by itself. */
export function inRetry(message: string): string {
  return inInput(message).replace(/[;:] run the same command again( to go on)?$/, "");
}
