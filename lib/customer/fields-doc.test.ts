import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addressColumns, fields } from './fields';

test('every field stands in docs/semantics.md', () => {
  const text = readFileSync('docs/semantics.md', 'utf8').split('## Fields')[1]!.split('\n## ')[0]!;
  const names = [...fields.filter(({ address }) => !address), ...addressColumns].map(({ name }) => name);
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
