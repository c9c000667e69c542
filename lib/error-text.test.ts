import { expect, it } from 'vitest';
import { errorText } from './error-text';

const word = 'jan.bakker@example.com';

it('says what happened and where, and nothing of the values', () => {
  const cause = Object.assign(new Error(`invalid input syntax for type integer: "${word}"`), {
    code: '22P02',
    detail: `Key (email)=(${word})`,
  });
  const message = `Failed query: insert into customers values ($1)\nparams: ${word},123456782`;
  const text = errorText(new Error(message, { cause }));
  expect(text).toMatch(/^Error: Failed query: insert into customers values \(\$1\)\n\s+at .*error-text\.test\.ts/);
  expect(text).toMatch(/because of 22P02: invalid input syntax for type integer: …\n\s+at /);
  expect(text).not.toContain('bakker');
  expect(text).not.toContain('123456782');
});

it.each([
  ['Unexpected token b, "bakker,jan" is not valid JSON', 'Unexpected token b, … is not valid JSON'],
  [`Nobody has ${word}.`, 'Nobody has …'],
  ['No such number: 123456782', 'No such number: …'],
  ["it's “Bakker” and `Jan`", "it's … and …"],
  ['UNIQUE constraint failed: customers.source', 'UNIQUE constraint failed: customers.source'],
  ['first\n    at bakker.ts', 'first at bakker.ts'],
])('%s', (message, shown) => {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  expect(errorText(error)).toBe(`Error: ${shown}`);
});

it('what is no error, and errors in a circle, are told too', () => {
  expect(errorText(`thrown by ${word}`)).toBe('string: thrown by …');
  const error = new Error('again');
  error.cause = error;
  expect(errorText(error).match(/again/g)!.length).toBeLessThan(10);
});
