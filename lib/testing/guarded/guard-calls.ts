import ts from 'typescript';
import type { Exported, Module } from './read-module';

/** What app/guard.ts has, by which a file of the app is guarded. */
type Guard = 'allowPage' | 'allowAnyone' | 'action' | 'openAction' | 'route' | 'openRoute';

const isGuard = (from: string): boolean => from === '@/app/guard' || /^(\.{1,2}\/)(\.\.\/)*guard$/.test(from);

/** Which guard a call is of, under whatever name it was imported; those that ask for a permission name it in the call. */
function guardOf({ imports }: Module, node: ts.Expression | undefined): Guard | null {
  if (!node || !ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const called = node.expression.text;
  const name = imports.filter(({ from }) => isGuard(from)).map(({ names }) => names.get(called))[0];
  const asksForOne = name === 'allowPage' || name === 'action' || name === 'route';
  const [first] = node.arguments;
  const isNamed = first !== undefined && ts.isStringLiteral(first) && /^[a-z]+:[a-z]+$/.test(first.text);
  return asksForOne && !isNamed ? null : ((name ?? null) as Guard | null);
}

/** The guard in which an exported value is wrapped. */
export const wrapperOf = (module: Module, { value }: Exported): Guard | null =>
  value === null || ts.isFunctionDeclaration(value) ? null : guardOf(module, value);

/** The guard that an exported function waits for before it does anything else. */
export function firstWait(module: Module, { value }: Exported): Guard | null {
  const body = value && (ts.isFunctionDeclaration(value) || ts.isFunctionLike(value)) ? bodyOf(value) : undefined;
  const first = body?.statements[0];
  const asked =
    first && ts.isVariableStatement(first)
      ? first.declarationList.declarations[0]!.initializer
      : first && ts.isExpressionStatement(first)
        ? first.expression
        : undefined;
  return asked && ts.isAwaitExpression(asked) ? guardOf(module, asked.expression) : null;
}

function bodyOf(value: ts.Node): ts.Block | undefined {
  if (!ts.isFunctionDeclaration(value) && !ts.isArrowFunction(value) && !ts.isFunctionExpression(value)) return;
  return value.body && ts.isBlock(value.body) ? value.body : undefined;
}

/** Whether a value is made by calling, waiting for or making something, and may so hold data. */
export function isMade({ value }: Exported): boolean {
  const look = (node: ts.Node): boolean =>
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    (ts.forEachChild(node, look) ?? false);
  return value === null || look(value);
}
