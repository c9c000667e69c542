import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadHeaders } from './download-headers';

const hostile = [
  'a"; filename="b',
  'x\r\nset-cookie: a=b',
  '../../etc/passwd',
  '\\',
  '\0',
  "'()*%41",
  '=1+1.csv',
  '💥é',
  '\ud800',
];
const name = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string());

describe('the headers of a download', () => {
  it('stay what they are whatever the file is called', () => {
    fc.assert(
      fc.property(name, (fileName) => {
        const headers = downloadHeaders(fileName);
        expect(() => new Headers(headers)).not.toThrow();
        const parts = /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w.~!#$&+^`|%-]*)$/;
        const [, plain, encoded] = parts.exec(headers['content-disposition']!) ?? [];
        expect(plain).toBeDefined();
        expect(plain).not.toMatch(/["\\]/);
        expect(decodeURIComponent(encoded!)).toBe(fileName.toWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});
