import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits';
import { refuseByName } from './accept';
import { safeFileName } from './safe-file-name';

const MB = 1024 * 1024;

describe('refusing by name and size', () => {
  it('takes every accepted ending in any case', () => {
    for (const name of ['a.csv', 'b.TSV', 'c.txt', 'd.Xlsx', 'two.dots.csv']) expect(refuseByName(name, 10)).toBeNull();
  });

  it.each([
    ['klanten-alles.csv', 731 * MB, 'klanten-alles.csv is 731 MB. The limit is 512 MB. Split it into two files.'],
    ['klanten.csv', limits.fileBytes + 1, 'klanten.csv is 513 MB. The limit is 512 MB. Split it into two files.'],
    ['klanten-oud.pdf', 10, 'klanten-oud.pdf is not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    ['klanten.xls', 10, 'klanten.xls is an old Excel file. Save it as XLSX and upload that.'],
    ['klanten', 10, 'klanten is not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    ['a.constructor', 10, 'a.constructor is not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    ['klanten.csv', 0, 'klanten.csv is empty. Choose a file with a header and rows.'],
  ])('%s names the file and the remedy', (name, size, sentence) => expect(refuseByName(name, size)).toBe(sentence));
});

describe('safe file names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\klanten.csv', 'klanten.csv'],
    ['a\r\nSet-Cookie: x.csv', 'aSet-Cookie: x.csv'],
    ['\u202Evsc.xlsx', 'vsc.xlsx'],
    ['..', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
  ])('%j becomes %j', (raw, safe) => expect(safeFileName(raw)).toBe(safe));

  it('keeps the ending of a long name', () => {
    const safe = safeFileName(`${'n'.repeat(500)}.xlsx`);
    expect(safe).toHaveLength(limits.fileNameChars);
    expect(safe.endsWith('.xlsx')).toBe(true);
  });

  it('is never empty, a path, or able to break a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const safe = safeFileName(raw);
        return safe.length > 0 && safe.length <= limits.fileNameChars && !/[/\\\r\n\0]/.test(safe) && safe !== '..';
      }),
    );
  });
});
