import path from "node:path";
import ts from "typescript";

/** One file's mention of another module, types included. */
export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** For a relative one: the path from the project's folder, without extension. */
  readonly target: string | undefined;
  /** From 1. */
  readonly line: number;
}

/**
 * Every module that a file names in an import, an export, an `import()` as expression or type, or a `require`.
 * @param file path from the project's folder, with `/`
 */
export function importsOf(file: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      const target = specifier.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), specifier).replace(/\.(ts|js)$/, "")
        : undefined;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ specifier, target, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
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
