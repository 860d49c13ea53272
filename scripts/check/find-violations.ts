import ts from "typescript";
import { FOR_ALL, FOR_DOORS, IMPURE, isDoor, isProgram, isPure, MAX_LINES, roomOf } from "./house-rules";
import { type Import, importsOf } from "./imports";
import { lineCount } from "./line-count";

/**
 * Checks one source file against the rules of the house.
 * @param file path from the project's folder, with `/` and the extension, e.g. `app/rows/seed.ts`
 * @returns one line a violation, beginning with the file and the line
 */
export function findViolations(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const name = file.replace(/\.ts$/, "");
  const violations: string[] = [];
  const report = (line: number, problem: string | undefined) => {
    if (problem !== undefined) violations.push(`${file}:${line}: ${problem}`);
  };
  for (const found of importsOf(file, source)) report(found.line, importProblem(name, found));
  let holdsCode = false;
  const visit = (node: ts.Node): void => {
    holdsCode ||= ts.isFunctionLike(node) && !ts.isTypeNode(node) && !ts.isTypeElement(node);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    report(line + 1, memberProblem(name, node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lines = lineCount(text);
  // A file without a function is a table of data, as long as its data.
  if (holdsCode && lines > MAX_LINES)
    report(MAX_LINES + 1, `${lines} lines; at most ${MAX_LINES}, and 120 to aim at`);
  return violations;
}

function importProblem(name: string, { specifier, target }: Import): string | undefined {
  if (target === undefined || target === FOR_ALL) return undefined;
  if (name === FOR_ALL) return `imports ${target}: ${FOR_ALL} imports from no room`;
  const own = roomOf(name);
  const other = roomOf(target);
  if (own === undefined) return `lies in no room of the house`;
  if (other === undefined)
    return target.startsWith("..") ? `imports ${specifier}, outside the project` : undefined;
  if (other > own) return `imports ${target}, a room above its own`;
  if (isProgram(name) && isProgram(target)) return `imports ${target}: a program imports no other`;
  const plugin = /^app\/(plugin|workflows)(\/|$)/.test(name) && target === "datamodels/images-analytical";
  return plugin ? `imports ${target}: the package's public face registers no table of its own` : undefined;
}

function memberProblem(name: string, node: ts.Node): string | undefined {
  if (
    isPure(name) &&
    ts.isNewExpression(node) &&
    node.expression.getText() === "Date" &&
    !node.arguments?.length
  ) {
    return "new Date() reads the clock; time comes in as an argument";
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const object = node.expression.getText();
  const member = memberName(node);
  const isAmong = (list: readonly string[]) =>
    list.includes(`${object}.${member}`) || list.includes(`${object}.*`);
  if (isPure(name) && isAmong(IMPURE)) return `${object}.${member}: time and randomness come in as arguments`;
  if (!isDoor(name) && isAmong(FOR_DOORS))
    return `${object}.${member}: only a door prints, exits, or reads the process`;
  return undefined;
}

function memberName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : "*";
}
