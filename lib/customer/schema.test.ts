import { expect, test } from 'vitest';
import { issueCatalogue } from '../issue-catalogue';
import { type Field, fields, findField } from './fields';
import { customerEdit, fieldSchema } from './schema';

test('an error speaks the sentence of the catalogue', () => {
  const result = fieldSchema(findField('email') as Field).safeParse('nobody');
  expect(result.error?.issues[0]?.message).toBe(issueCatalogue.invalid_email.message);
});

test('warnings and blanks pass, and text comes back as typed', () => {
  expect(fieldSchema(findField('phone') as Field).parse('020-1')).toBe('020-1');
  expect(fieldSchema(findField('id') as Field).parse(' 007 ')).toBe(' 007 ');
  expect(fieldSchema(findField('email') as Field).parse('\u3000')).toBe('\u3000');
  expect(fieldSchema(findField('email') as Field).parse(null)).toBeNull();
});

test('the order of dates counts', () => {
  const date = findField('dateOfBirth') as Field;
  expect(fieldSchema(date).safeParse('01/02/1984').success).toBe(false);
  expect(fieldSchema(date, { dateOrder: 'dmy' }).safeParse('01/02/1984').success).toBe(true);
});

test('an edit takes every field and no other', () => {
  const blank = Object.fromEntries(fields.map(({ name }) => [name, null]));
  expect(customerEdit.safeParse(blank).success).toBe(true);
  expect(customerEdit.safeParse({}).success).toBe(true);
  expect(customerEdit.safeParse({ nickname: 'x' }).success).toBe(false);
  expect(customerEdit.safeParse(JSON.parse('{"__proto__":"x"}')).success).toBe(false);
  expect(customerEdit.safeParse({ 'billing.country': 'XQ' }).success).toBe(false);
});
