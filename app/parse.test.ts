import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseQuery } from './parse';

const schema = z.object({ state: z.string().optional() });
const asked = (query: string) => parseQuery(new Request(`http://localhost/api/v1/imports${query}`), schema);

it('a parameter is taken once', () => {
  expect(asked('')).toEqual({});
  expect(asked('?state=review')).toEqual({ state: 'review' });
});

it('one that stands twice is refused, as one of its values would be left out without a word', () => {
  expect(() => asked('?state=review&state=review')).toThrow('state: This parameter stands more than once.');
});

it('one that is not known is refused', () => {
  expect(() => asked('?other=1')).toThrow('other: There is no such parameter here.');
});
