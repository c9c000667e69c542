import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { limits } from '../../limits';
import { openBytes, readBytes } from '../testing/open-bytes';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../testing/files', name));
const read = async (name: string) => {
  const { facts, rows } = await readBytes(file(name), {}, name);
  return {
    facts,
    headers: facts.headers,
    cells: rows.map((row) => row.cells),
    numbers: rows.map((row) => row.row),
    rows,
  };
};

/** Bytes of every value alike (mulberry32), for `fc.uint8Array` prefers small and large ones. */
function noise(seed: number, length: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 256;
  });
}

describe('encodings are read right or asked about', () => {
  it.each([
    ['utf8-byte-order-mark.csv', 'utf-8', false, [['1', 'Zoë']]],
    ['utf16le-no-mark.csv', 'utf-16le', false, [['Zoë', 'zoe@example.com']]],
    ['utf16be-mark.csv', 'utf-16be', false, [['Łukasz', 'l@example.com']]],
    [
      'windows-1251-cyrillic.csv',
      'windows-1251',
      true,
      [
        ['Иван', 'Москва'],
        ['Анна', 'Казань'],
      ],
    ],
    [
      'macintosh-letters.csv',
      'macintosh',
      true,
      [
        ['Renée Müller', 'Zürich'],
        ['Jörg', 'Köln'],
      ],
    ],
    [
      'windows-1250-polish.csv',
      'windows-1250',
      true,
      [
        ['Łukasz', 'Łódź'],
        ['Małgorzata', 'Białystok'],
        ['Młynarska', 'Wałbrzych'],
      ],
    ],
  ])('%s', async (name, encoding, doubtful, cells) => {
    const found = await read(name);
    expect(found.facts.encoding).toMatchObject({ value: encoding, doubtful });
    expect(found.cells).toEqual(cells);
  });

  it('takes no bytes by chance for text, nor for UTF-16', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const start = Buffer.from(noise(seed, 2000));
        expect(await openBytes(start, {}, 'klanten.xlsx')).toHaveProperty('refused');
      }),
      { numRuns: 60 },
    );
  });

  it('proposes Windows-1252 with the letters it shows', async () => {
    const { facts } = await read('semicolon-latin1-no-header.csv');
    expect(facts.encoding).toEqual({ value: 'windows-1252', evidence: 'from the letters é, ü, ö', doubtful: true });
  });

  it('notices a broken byte far behind the sample, before any row is read', async () => {
    const ascii = `id,name\n${'1,Ada Lovelace\n'.repeat(100_000)}`;
    const { facts, rows } = await readBytes(Buffer.concat([Buffer.from(ascii), iconv.encode('2,Zoë', 'windows-1252')]));
    expect(facts.encoding).toMatchObject({ value: 'windows-1252', doubtful: true });
    expect(rows.at(-1)!.cells).toEqual(['2', 'Zoë']);
  });

  it('keeps UTF-8 where only a character or two are broken', async () => {
    const { facts, rows } = await readBytes(
      Buffer.concat([Buffer.from('naam\nZoë\nRenée\nJörg\nMüller\nCafé '), Buffer.from([0xe9])]),
    );
    expect(facts.encoding).toMatchObject({ value: 'utf-8', doubtful: true });
    expect(rows[4]!.cells).toEqual(['Café \uFFFD']);
  });

  it('keeps characters whole wherever chunks are cut', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `id,name\n${'x'.repeat(shift)},${'😀é'.repeat(100_000)}\n`;
      const { facts, rows } = await readBytes(text);
      expect(facts.encoding).toMatchObject({ value: 'utf-8', doubtful: false });
      expect(rows[0]!.cells[1]).toBe('😀é'.repeat(100_000));
    }
  });

  it('obeys the chosen encoding', async () => {
    const { facts, rows } = await readBytes(file('semicolon-latin1-no-header.csv'), { encoding: 'iso-8859-2' });
    expect(facts.encoding).toEqual({ value: 'iso-8859-2', evidence: 'chosen', doubtful: false });
    expect(rows[0]!.cells[1]).toBe('Renée');
  });
});

describe('separators', () => {
  it.each([
    ['a,b\n1,2', ',', 'found in all rows'],
    ['a;b\n1;2', ';', 'found in all rows'],
    ['a\tb\n1\t2', '\t', 'found in all rows'],
    ['a|b\n1|2\n3', '|', 'found in most rows'],
    ['"a;b","c"\n"1;2","3"', ',', 'found in all rows'],
    ['name\nAda', ',', 'no separator found, one column'],
  ])('%j', async (text, value, evidence) => {
    expect((await readBytes(text)).facts.delimiter).toEqual({ value, evidence });
  });

  it('are told apart from commas in amounts', async () => {
    expect((await read('decimal-comma.csv')).cells).toEqual([
      ['Ada', '1,50', '0,10'],
      ['Alan', '2,75', '0,20'],
    ]);
  });

  it('are taken from a first line sep=, which counts as a record but is no row', async () => {
    const found = await read('sep-line.csv');
    expect(found.facts.delimiter).toEqual({ value: '|', evidence: 'named in the first line' });
    expect(found.facts.headerRow.value).toBe(2);
    expect(found.rows).toEqual([{ row: 3, cells: ['1', 'Ada, Countess'] }]);
  });
});

describe('line ends', () => {
  it.each(['cr-line-ends.tsv', 'mixed-line-ends.csv'])('%s', async (name) => {
    const { numbers, cells } = await read(name);
    expect(numbers.slice(0, 2)).toEqual([2, 3]);
    expect(cells.map((row) => row[1]).slice(0, 2)).toEqual(['Ada', 'Alan']);
  });
});

describe('rows are never dropped or shifted', () => {
  it('names rows that are too short or too long, and tolerates blank cells at the end', async () => {
    const { rows } = await read('ragged-rows.csv');
    expect(rows.map((row) => row.faults?.[0]?.code)).toEqual([
      'row_too_short',
      'row_too_long',
      undefined,
      'row_too_short',
    ]);
    expect(rows[1]!.cells).toEqual(['2', 'Alan', 'alan@example.com', 'extra']);
    expect(rows[2]!.cells).toEqual(['3', 'Grace', 'grace@example.com']);
  });

  it('keeps duplicate, blank and odd headers as columns', async () => {
    const found = await read('duplicate-blank-headers.csv');
    expect(found.headers).toEqual(['Email', '', 'Email', '__proto__']);
    expect(found.cells).toEqual([['a@example.com', 'x', 'b@example.com', 'y']]);
  });

  it('changes no value', async () => {
    const { cells } = await read('leading-zeros-long-numbers.csv');
    expect(cells).toEqual([['1', '00123', '1234567890123456789', '1E5', 'TRUE', '+31612345678']]);
  });

  it('keeps NUL, bidi and zero-width characters', async () => {
    expect((await read('nul-and-bidi.csv')).cells).toEqual([
      ['1', 'A\0da'],
      ['2', '\u202Eevil\u200B'],
    ]);
  });

  it('names the line with an unterminated quotation mark and reads on', async () => {
    const { rows, numbers } = await read('unterminated-quote.csv');
    expect(numbers).toEqual([2, 3, 4]);
    expect(rows.map((row) => row.faults?.[0]?.code)).toEqual(['malformed_row', undefined, undefined]);
  });

  it('keeps the row after the last chunk boundary when resuming', async () => {
    const text = `id,name\n${Array.from({ length: 30_000 }, (_, index) => `${index},Name ${index}\n`).join('')}`;
    const { rows } = await readBytes(text);
    expect(rows).toHaveLength(30_000);
    expect(rows.every((row, index) => row.row === index + 2 && row.cells[0] === String(index))).toBe(true);
  });
});

describe('files of Import Desk', () => {
  it('lose the apostrophes that neutralising put there, and say so', async () => {
    const { facts, cells } = await read('import-desk-reason.csv');
    expect(cells[0]).toEqual(['1', '=1+1', "'=x", 'Enter an email address']);
    expect(cells[1]!.slice(1, 3)).toEqual(["'t Hooft", '+31612345678']);
    expect(facts.notices).toHaveLength(1);
  });

  it('are not taken for files of others', async () => {
    const { facts, rows } = await readBytes("id,name\n1,'=1+1\n");
    expect(rows[0]!.cells[1]).toBe("'=1+1");
    expect(facts.notices).toEqual([]);
  });
});

describe('what is refused, and what is not', () => {
  it('has no rows, but is not refused', async () => {
    for (const text of ['email,name\n', 'email,name\n\n ,\n']) expect((await readBytes(text)).rows).toEqual([]);
  });

  it.each([
    ['', 'klanten.csv is empty. Choose a file with a header and rows.'],
    ['\ufeff', 'klanten.csv is empty. Choose a file with a header and rows.'],
    ['\n\n \n,,\n', 'klanten.csv is empty. Choose a file with a header and rows.'],
    ['%PDF-1.7 ...', 'klanten.csv is a PDF, not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    ['<html><table>', 'klanten.csv is a web page, not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    [
      Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7) % 31)),
      'klanten.csv is not a spreadsheet. Choose a CSV, TSV or XLSX file.',
    ],
    [
      `${'c,'.repeat(limits.columns)}c\n`,
      'klanten.csv has more than 500 columns. Remove the columns that are not needed.',
    ],
  ])('%# names the file and the remedy', async (bytes, refused) => expect(await openBytes(bytes)).toEqual({ refused }));

  it('stops after the largest number of rows', async () => {
    const most = await openBytes(`id\n${'1\n'.repeat(limits.rows)}`);
    expect('rows' in most && most.rows.length).toBe(limits.rows);
    expect(await openBytes(`id\n${'1\n'.repeat(limits.rows + 1)}`)).toEqual({
      refused: 'klanten.csv has more than 1,048,576 rows. Split it into two files or more.',
    });
  });
});
