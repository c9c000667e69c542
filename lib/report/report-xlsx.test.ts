import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportJson } from '../contracts/report-json';
import { readBytes } from '../intake/testing/open-bytes';
import { commit, importOf, rowsOf } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { reportCsv } from './report-csv';
import { reportXlsx } from './report-xlsx';

const store = withStore();

const texts = fc.oneof(
  fc.constantFrom('=1+1', '@x', "'=x", '0031', '1E5', '', ' x ', 'a\nb', '<&>"', '_x0041_', 'Zoë 🏳️‍🌈', 'tab\tx'),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/[\0-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]/.test(text)),
);

describe('the report as a workbook', () => {
  it('has the very cells of the one as CSV, and comes in again with the texts that the file had', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 5 }), async (cells) => {
        const rows = cells.map(([one, two], at) => [one, two, at % 2 ? 'no address' : `r${at}@example.com`]);
        const id = await commit(store(), { fields: ['firstName', null, 'email'], rows });
        const record = await importOf(store(), id);
        const csv: string[] = [];
        for await (const part of reportCsv(store(), record, 'all', { clear: false })) csv.push(part);
        const bytes = await buffer(reportXlsx(store(), record, 'all', { clear: false }));
        const [book, text] = [
          await readBytes(bytes, {}, 'report.xlsx'),
          await readBytes(csv.join(''), {}, 'report.csv'),
        ];
        expect(book.facts.headers).toEqual(text.facts.headers);
        const trimmed = (list: typeof book.rows) => list.map((row) => row.cells.slice(0, 5));
        expect(trimmed(book.rows)).toEqual(trimmed(text.rows));
        expect(book.rows.map((row) => row.cells.slice(0, 3))).toEqual(rows);
      }),
      { numRuns: 20 },
    ));

  it('as JSON has every row with its outcome and reason', async () => {
    const rows = [
      ['a@example.com', 'A'],
      ['none', 'B'],
    ];
    const id = await commit(store(), { fields: ['email', 'firstName'], rows });
    for (const which of ['all', 'failed'] as const) {
      const parts: string[] = [];
      for await (const part of reportJson(store(), await importOf(store(), id), which)) parts.push(part);
      const report = JSON.parse(parts.join(''));
      expect(report.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
        which === 'all' ? ['created', 'failed'] : ['failed'],
      );
    }
    expect(await rowsOf(store(), id)).toHaveLength(2);
  });
});
