import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { permissions, roles, type Scope, scopes } from './permissions';

const text = readFileSync(join(import.meta.dirname, '../../docs/accounts.md'), 'utf8');
const part = (name: string) =>
  new RegExp(`<!-- ${name}:[^>]*-->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(text)?.[1]?.trim();
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], lines: string[][]) =>
  [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');

it('the table of roles in docs/accounts.md is the one that is asked', () => {
  const lines = Object.entries(permissions).map(([permission, { roles: allowed }]) => [
    `\`${permission}\``,
    ...roles.map((role) => ((allowed as readonly string[]).includes(role) ? 'yes' : '')),
  ]);
  expect(part('roles')).toBe(table(['permission', ...roles], lines));
});

it('the table of scopes in docs/accounts.md is the one that is asked', () => {
  const opens = (scope: Scope) =>
    Object.entries(permissions)
      .filter(([, rule]) => (rule.scopes as readonly Scope[]).includes(scope))
      .map(([permission]) => `\`${permission}\``);
  const lines = scopes.map((scope) => [
    `\`${scope}\``,
    opens(scope).join(', ') || 'bulk requests that create customers',
  ]);
  expect(part('scopes')).toBe(table(['scope', 'permissions'], lines));
});
