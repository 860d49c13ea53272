import path from "node:path";
import ts from "typescript";
import { FOR_ALL, FOR_DOORS, IMPURE, isDoor, isPure, MAX_LINES, roomOf } from "./house-rules";

/**
 * Holds one source file against the rules of the house.
 * @param file path from the project's folder, with `/` and the extension, e.g. `app/rows/seed.ts`
 * @returns one line a violation, beginning with the file and the line
 */
export function findViolations(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const name = file.replace(/\.ts$/, "");
  const violations: string[] = [];
  const report = (node: ts.Node, problem: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    violations.push(`${file}:${line + 1}: ${problem}`);
  };
  let holdsCode = false;
  const visit = (node: ts.Node): void => {
    holdsCode ||= ts.isFunctionLike(node) && !ts.isTypeNode(node) && !ts.isTypeElement(node);
    const imported = importOf(node);
    if (imported !== undefined) {
      const problem = importProblem(name, imported);
      if (problem !== undefined) report(node, problem);
    }
    const forbidden = memberProblem(name, node);
    if (forbidden !== undefined) report(node, forbidden);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  // A file without a function is a table of data, as long as its data.
  if (holdsCode && lines > MAX_LINES)
    violations.push(`${file}:${MAX_LINES + 1}: ${lines} lines; at most ${MAX_LINES}, and 120 to aim at`);
  return violations;
}

/** The module that a statement, a `require`, or a dynamic `import` names. */
function importOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (!ts.isCallExpression(node) || node.arguments.length === 0) return undefined;
  const called = node.expression;
  const imports =
    called.kind === ts.SyntaxKind.ImportKeyword || /^require(\.resolve)?$/.test(called.getText());
  return imports ? literal(node.arguments[0]!) : undefined;
}

function literal(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function importProblem(name: string, imported: string): string | undefined {
  if (!imported.startsWith(".")) return undefined;
  const target = path.posix.join(path.posix.dirname(name), imported).replace(/\.(ts|js)$/, "");
  if (target === FOR_ALL) return undefined;
  const own = roomOf(name);
  const other = roomOf(target);
  if (name === FOR_ALL) return `imports ${target}: ${FOR_ALL} imports from no room`;
  if (own === undefined) return `lies in no room of the house`;
  if (other === undefined)
    return target.startsWith("..") ? `imports ${imported}, outside the project` : undefined;
  if (other > own) return `imports ${target}, a room above its own`;
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
  const member = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : (literal(node.argumentExpression) ?? "*");
  const isAmong = (list: readonly string[]) =>
    list.includes(`${object}.${member}`) || list.includes(`${object}.*`);
  if (isPure(name) && isAmong(IMPURE)) return `${object}.${member}: time and randomness come in as arguments`;
  if (!isDoor(name) && isAmong(FOR_DOORS))
    return `${object}.${member}: only a door prints, exits, or reads the process`;
  return undefined;
}
