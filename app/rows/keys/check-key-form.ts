import { Refusal } from "../../errors";
import type { KeyForm } from "../../model/key-form";

const NAMES: readonly string[] = ["integer", "text", "uuid", "time"] satisfies KeyForm["as"][];

/**
 * @param form from somewhere where nothing has checked it
 * @throws Refusal `spec-invalid`
 */
export function checkKeyForm(column: string, form: KeyForm): void {
  const fault = faultOf(form);
  if (fault === undefined) return;
  throw new Refusal("spec-invalid", `The form of the key ${column} is ${JSON.stringify(form)}: ${fault}`, {
    column,
  });
}

function faultOf(form: KeyForm): string | undefined {
  if (!NAMES.includes((form as KeyForm | undefined)?.as ?? "")) return `"as" is one of ${NAMES.join(", ")}`;
  switch (form.as) {
    case "text":
      if (typeof form.prefix !== "string") return '"prefix" is a text, which may be empty';
      return isWhole(form.digits, 1, 20) ? undefined : '"digits" is a whole number from 1 to 20';
    case "uuid":
      return [undefined, true, false].includes(form.text) ? undefined : '"text" is true or false';
    case "time":
      // Of the year 1900 at least, and of 2299 at most: what a column's type holds is checked with the column.
      if (!isWhole(form.first, -2_208_988_800, 10_413_791_999))
        return '"first" is a second since 1970, as a whole number, in the years 1900 to 2299';
      return isWhole(form.everyTicks, 1, 2 ** 50)
        ? undefined
        : '"everyTicks" is a whole number from 1 to 2^50';
    case "integer":
      return undefined;
  }
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
