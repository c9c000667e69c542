import ts from 'typescript';

/** Something that a module gives out: a function, a value, or what is neither and cannot be looked at. */
export interface Exported {
  name: string;
  /** What a constant is, or the function itself; null for whatever is handed on from elsewhere. */
  value: ts.Expression | ts.FunctionDeclaration | null;
}

export interface Module {
  source: ts.SourceFile;
  /** But types. */
  exports: Exported[];
  /** Modules of which more than types is used, and what is called how of them. */
  imports: { from: string; names: Map<string, string> }[];
  /** Each `'use server'`, and whether it stands at the head of the file. */
  serverMarks: { atHead: boolean }[];
}

/** Reads what a module gives out and takes, as the compiler sees it: not by how its lines look. */
export function readModule(path: string, text: string): Module {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path));
  return {
    source,
    exports: source.statements.flatMap(exportsOf),
    imports: source.statements.flatMap(importOf),
    serverMarks: marksOf(source),
  };
}

const kindOf = (path: string) => (/\.(tsx|jsx|js)$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

function exportsOf(statement: ts.Statement): Exported[] {
  if (ts.isExportAssignment(statement)) return [{ name: 'default', value: statement.expression }];
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? [] : [{ name: '{…}', value: null }];
  const marks = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind) => marks.some((mark) => mark.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [];
  if (ts.isVariableStatement(statement)) {
    const { declarations, flags } = statement.declarationList;
    const isConst = (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
    return declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      value: isConst && ts.isIdentifier(name) ? (initializer ?? null) : null,
    }));
  }
  if (!ts.isFunctionDeclaration(statement)) return [{ name: 'something', value: null }];
  const name = has(ts.SyntaxKind.DefaultKeyword) ? 'default' : (statement.name?.text ?? '');
  return [{ name, value: statement }];
}

function importOf(statement: ts.Statement): Module['imports'] {
  if (ts.isExportDeclaration(statement)) {
    const from = statement.moduleSpecifier;
    return !from || statement.isTypeOnly ? [] : [{ from: (from as ts.StringLiteral).text, names: new Map() }];
  }
  if (!ts.isImportDeclaration(statement)) return [];
  const { importClause: clause, moduleSpecifier } = statement;
  if (clause?.isTypeOnly) return [];
  const bound = clause?.namedBindings;
  const named = bound && ts.isNamedImports(bound) ? bound.elements.filter(({ isTypeOnly }) => !isTypeOnly) : [];
  const names = new Map(named.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]));
  return [{ from: (moduleSpecifier as ts.StringLiteral).text, names }];
}

function marksOf(source: ts.SourceFile): Module['serverMarks'] {
  const found: Module['serverMarks'] = [];
  const look = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server')
      found.push({ atHead: node === source.statements[0] });
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}
