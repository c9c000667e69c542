import { expect, it } from 'vitest';
import { newKey } from './key-fields';
import { scopes } from './permissions';

const key = { name: 'ERP', scopes: ['imports:read'], days: 365 };
const problems = (other: object) => newKey.safeParse({ ...key, ...other }).error?.issues.map(({ path }) => path[0]);

it('the name of a key is read as that of a person: on one line, without what nobody sees', () => {
  expect(newKey.parse({ ...key, name: ' a\u0000b\u202e\n c ' }).name).toBe('ab c');
  for (const name of ['', ' ', '\u200b\u200b', 'x'.repeat(101)]) expect(problems({ name }), name).toEqual(['name']);
});

it('a key has each scope once', () => {
  expect(problems({ scopes: [...scopes] })).toBeUndefined();
  for (const wrong of [[], ['imports:read', 'imports:read'], Array(60_000).fill('imports:read'), ['all']])
    expect(problems({ scopes: wrong })).toContain('scopes');
});
