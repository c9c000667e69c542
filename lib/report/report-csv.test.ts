import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskField } from '../customer/attribute-field';
import { readBytes } from '../intake/testing/open-bytes';
import { reasonHeader } from '../neutral';
import { cellsNow } from '../review/reason';
import type { RawRow } from '../row';
import { commit, importOf, review, rowsOf, type Sheet, submitNow } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { reportCsv } from './report-csv';
import { templateCsv } from './template-csv';

const store = withStore();

async function csvOf(id: number, which: 'all' | 'failed'): Promise<string> {
  const parts: string[] = [];
  for await (const part of reportCsv(store(), await importOf(store(), id), which, { clear: false })) parts.push(part);
  return parts.join('');
}

/** The report as it comes in again when somebody uploads it. */
async function uploaded(text: string): Promise<{ headers: string[]; rows: RawRow[]; notices: string[] }> {
  const { facts, rows } = await readBytes(text, {}, 'report.csv');
  return { headers: facts.headers, rows, notices: facts.notices };
}

const leads = [
  '=1+1',
  '+31',
  '-5',
  '@x',
  "'=x",
  "''+1",
  '\t=x',
  '\r',
  '＝1',
  'a,b;c|d\te',
  '"q"',
  'a\nb\r\nc',
  ' x ',
  "'s",
];
const cell = fc.oneof(
  fc.constantFrom(...leads, 'Zoë 🏳️‍🌈', 'שלום\u202e', '0031', '1E5', ''),
  // NUL is noticed by the intake; lone surrogates have no UTF-8.
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0')),
);

describe('the failed rows as a file', () => {
  it('come in again with the very texts they had, and the reason behind them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), async (texts) => {
        const fields = ['firstName', null, 'email', 'company'];
        const rows = texts.map(([one, two, three]) => [one, two, 'no address', three]);
        const id = await commit(store(), { fields, rows });
        const file = await uploaded(await csvOf(id, 'failed'));
        expect(file.headers).toEqual(['firstName', 'other', 'email', 'company', reasonHeader]);
        expect(file.rows.map(({ cells }) => cells.slice(0, 4))).toEqual(rows);
        expect(file.rows.map(({ faults }) => faults)).toEqual(rows.map(() => undefined));
        for (const { cells } of file.rows) expect(cells[4]).toMatch(/^Email: Enter an email address/);
      }),
      { numRuns: 60 },
    );
  });

  it('hold failed and conflict rows only, in the order of the file, cells as edited', async () => {
    const fields = ['email', 'firstName'];
    const rows = [
      ['f1@example.com', 'A'],
      ['no address', '=B'],
      ['f2@example.com', 'C'],
      ['also none', 'D'],
      ['f3@example.com', 'E'],
    ];
    const id = await review(store(), { fields, rows });
    await commit(store(), { fields, rows: [['f2@example.com', 'first']] });
    await submitNow(store(), id);
    const { rows: failed } = await uploaded(await csvOf(id, 'failed'));
    expect(failed.map(({ cells }) => cells.slice(0, 2))).toEqual([rows[1], rows[2], rows[3]]);
    expect(failed[1]?.cells[2]).toContain('Another customer got this key');
  });

  it('are complete and in order when there are many of both kinds', async () => {
    const count = 1300;
    const isTaken = (at: number) => (at * 7919) % 11 < 5;
    const cells = (at: number) => [isTaken(at) ? `m${at}@example.com` : 'none', String(at)];
    const rows = Array.from({ length: count }, (_, at) => cells(at));
    const id = await review(store(), { fields: ['email', 'firstName'], rows });
    await commit(store(), {
      fields: ['email'],
      rows: rows.filter(([email]) => email !== 'none').map(([email]) => [email!]),
    });
    await submitNow(store(), id);
    const { rows: failed } = await uploaded(await csvOf(id, 'failed'));
    expect(failed.map((row) => row.cells[1])).toEqual(rows.map((_, at) => String(at)));
  });
});

describe('the report', () => {
  it('has each row of the file once, in order, with its number, outcome, customer and reason', async () => {
    const sheet: Sheet = {
      fields: ['email', 'firstName'],
      rows: Array.from({ length: 1203 }, (_, at) => [at % 4 ? `rep${at}@example.com` : 'none', `=${at}`]),
    };
    const id = await commit(store(), sheet);
    const text = await csvOf(id, 'all');
    const { headers, rows } = await uploaded(text);
    expect(headers.slice(2)).toEqual([
      'Import Desk row',
      'Import Desk outcome',
      'Import Desk customer',
      reasonHeader,
      'Import Desk warnings',
    ]);
    const shown = await rowsOf(store(), id);
    expect(rows).toHaveLength(sheet.rows.length);
    expect(rows.map(({ cells }) => cells.slice(0, 5))).toEqual(
      shown.map((row) => {
        const { outcome, customerId } = row.outcome!;
        return [...cellsNow(row), String(row.row), outcome, String(customerId ?? '')];
      }),
    );
    expect(rows.filter(({ cells }) => cells[5] !== '')).toHaveLength(301);
  });

  it('has nothing that a spreadsheet program would run', async () => {
    const rows = leads.map((lead, at) => [`n${at}@example.com`, lead]);
    const id = await commit(store(), { fields: ['email', 'firstName'], rows });
    const text = await csvOf(id, 'all');
    expect(text.startsWith('\ufeffemail,firstName,')).toBe(true);
    for (const line of text.slice(1).split('\r\n')) {
      expect(line).not.toMatch(/(^|,)"?[=+\-@\t\r＝＋－＠]/);
    }
  });

  it('the template has the usual fields, the attributes of the desk and no row; each header is its field', async () => {
    const tier = { name: 'TIER', label: 'Loyalty', class: '', type: 'text' as const, options: [], description: null };
    const { headers, rows } = await uploaded(templateCsv([tier]));
    expect(rows).toEqual([]);
    expect(headers).toEqual(expect.arrayContaining(['id', 'email', 'billing.city', 'attribute.TIER']));
    expect(headers.length).toBeLessThan(40);
    for (const name of headers) expect([name, deskField(name, [tier])?.name]).toEqual([name, name]);
  });
});
