import { expect, test } from 'vitest';
import { readEmail } from './email';

test.each([
  'name@example.com',
  'Name.Surname+tag@sub.example.co.uk',
  "o'neil@example.com",
  'info@müller.example',
  'josé@example.com',
  'a@xn--mller-kva.example',
])('%s is an address and stays as typed', (text) => {
  expect(readEmail(text)).toEqual({ value: text });
});

test.each([
  'name',
  '@example.com',
  'name@',
  'name@example',
  'a b@example.com',
  'a@@',
  'a..b@example.com',
  '.a@example.com',
  'a@-example.com',
  'a@example.c',
  'a@127.0.0.1',
  `${'a'.repeat(65)}@example.com`,
  'a@example.com, b@example.com',
])('%s is no address', (text) => {
  expect(readEmail(text)).toMatchObject({ value: null, code: 'invalid_email' });
});

test.each([
  ['mailto:name@example.com', 'name@example.com'],
  ['A. Name <name@example.com>', 'name@example.com'],
  ['name@example.com,', 'name@example.com'],
  ['name@example,com', 'name@example.com'],
  ['name @example.com', 'name@example.com'],
  ['name at example.com', 'name@example.com'],
  ['name@gmailcom', 'name@gmail.com'],
  ['name@gmial,com', 'name@gmail.com'],
  ['namegmail.com', 'name@gmail.com'],
  ['name@example.com.', 'name@example.com'],
  ['customer.example.com', undefined],
])('%s offers %s', (text, suggestion) => {
  expect(readEmail(text).suggestion).toBe(suggestion);
});
