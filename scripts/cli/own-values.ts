import { wholeNumber } from "../../app/request/whole-number";
import { CLI_OPTIONS } from "./cli-options";

/** The flags of a command line that are given, by option name. */
export type Values = Readonly<Record<string, string | boolean>>;

/** The number of an option of the command line's own. @throws Refusal outside its limits */
export function optionalNumber(name: string, values: Values): number | undefined {
  const { minimum, maximum } = CLI_OPTIONS.find((option) => option.name === name)!;
  const value = values[name];
  return value === undefined
    ? undefined
    : wholeNumber(`--${name}`, value, { minimum: minimum!, maximum: maximum! });
}

/** Whole numbers between commas. @throws Refusal where one is none, or outside the limits */
export function numberList(
  name: string,
  value: string | boolean,
  limits: { readonly minimum: number; readonly maximum: number },
): number[] {
  return String(value)
    .split(",")
    .map((part) => wholeNumber(`--${name}`, part.trim(), limits));
}
