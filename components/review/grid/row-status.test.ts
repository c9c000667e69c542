import { expect, it } from 'vitest';
import type { RowView } from '@/lib/contracts/row-api';
import { sentencesOf } from './row-status';

it('says everything about the whole row once, and nothing about single fields', () => {
  const issue = (field: string | null, message: string) => ({ field, code: 'too_long', severity: 'warning', message });
  const row = { message: 'Why.', issues: [issue(null, 'Why.'), issue('email', 'Email.'), issue(null, 'Surplus: x.')] };
  expect(sentencesOf(row as unknown as RowView)).toEqual(['Why.', 'Surplus: x.']);
});
