import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../limits';
import type { RawRow } from '../../row';
import { Tokeniser } from './tokenise';

/** Reads a text in pieces of a given length, so that every boundary falls somewhere. */
const records = (text: string, delimiter = ',', piece = text.length || 1): RawRow[] => {
  const tokeniser = new Tokeniser(delimiter, 'klanten.csv');
  const into: RawRow[] = [];
  for (let at = 0; at < text.length; at += piece) tokeniser.read(text.slice(at, at + piece), false, into);
  tokeniser.read('', true, into);
  return into;
};
const cells = (text: string, delimiter = ',') => records(text, delimiter).map((record) => record.cells);
const malformed = (line: number) => [{ column: null, line, code: 'malformed_row' }];

describe('RFC 4180', () => {
  it.each([
    [
      'delimiters in quotes',
      'a,b\n"x, y",z',
      [
        ['a', 'b'],
        ['x, y', 'z'],
      ],
    ],
    [
      'empty quoted cells',
      'a,b,c\n1,"",""\n2,3,4',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'quotes in quotes',
      '1,"ha ""ha"" ha"\n3,4\n',
      [
        ['1', 'ha "ha" ha'],
        ['3', '4'],
      ],
    ],
    ['JSON', '1,"{""type"": ""Point"", ""x"": [1.0, 2]}"', [['1', '{"type": "Point", "x": [1.0, 2]}']]],
    [
      'line breaks in quotes',
      '1,2\n"Once \na time",5\r\n"x\r\ny",6',
      [
        ['1', '2'],
        ['Once \na time', '5'],
        ['x\r\ny', '6'],
      ],
    ],
    [
      'quotes and line breaks',
      '1,"ha \n""ha"" \nha"\n3,4',
      [
        ['1', 'ha \n"ha" \nha'],
        ['3', '4'],
      ],
    ],
    [
      'a delimiter at the end',
      'a,\n"b",',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    ['letters beyond ASCII', '4,5,ʤ\n', [['4', '5', 'ʤ']]],
    ['NUL', 'a\0b,c', [['a\0b', 'c']]],
  ])('reads %s', (_, text, expected) => expect(cells(text)).toEqual(expected));

  it('reads the same rows with LF, CRLF, CR and mixed line ends', () => {
    const expected = records('a,b\n1,2\n\n"3",4\n');
    for (const text of ['a,b\r\n1,2\r\n\r\n"3",4\r\n', 'a,b\r1,2\r\r"3",4\r', 'a,b\r1,2\n\r\n"3",4']) {
      expect(records(text)).toEqual(expected);
    }
  });

  it('reads a quotation mark inside an unquoted cell as text', () => {
    expect(cells('5" pipe,O"Neil"\nx,y')).toEqual([
      ['5" pipe', 'O"Neil"'],
      ['x', 'y'],
    ]);
  });

  it('reads what csv-parse reads, wherever the pieces are cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r', '\r\n', '😀'),
      maxLength: 6,
    });
    const write = (text: string, quoted: boolean) =>
      quoted || /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const record = fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(',', ';'),
        fc.integer({ min: 1, max: 20 }),
        (rows, lineEnd, delimiter, piece) => {
          const text = rows
            .map((row) => row.map(([value, quoted]) => write(value, quoted)).join(delimiter) + lineEnd)
            .join('');
          const expected = (
            parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true }) as string[][]
          )
            .map((values, index) => ({ row: index + 1, cells: values }))
            .filter(({ cells }) => cells.some((value) => value.trim() !== ''));
          expect(records(text, delimiter, piece)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('row numbers', () => {
  it('count blank records, and records rather than lines', () => {
    const read = records('a,b\n\n"x\ny",1\n , \nz,2');
    expect(read.map((record) => record.row)).toEqual([1, 3, 5]);
  });
});

describe('a malformed line', () => {
  it('is named by its line, which is not its row where line breaks stand inside quotation marks', () => {
    const read = records('a,b\n1,"two\nlines"\r\n"x\ry",2\n3,"open');
    expect(read.at(-1)).toMatchObject({ row: 4, faults: malformed(6) });
  });

  it('costs no other row when its quotation mark never closes', () => {
    expect(records('a,b\n1,"open,x\n2,y\n3,z\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '"open', 'x'], faults: malformed(2) },
      { row: 3, cells: ['2', 'y'] },
      { row: 4, cells: ['3', 'z'] },
    ]);
  });

  it('is found when text follows a closing quotation mark, also of a later row', () => {
    expect(records('"Bob "The Man" Smith",1\n2,"open\n3,z\n4,"fine"\n')).toEqual([
      { row: 1, cells: ['"Bob "The Man" Smith"', '1'], faults: malformed(1) },
      { row: 2, cells: ['2', '"open'], faults: malformed(2) },
      { row: 3, cells: ['3', 'z'] },
      { row: 4, cells: ['4', 'fine'] },
    ]);
  });

  it('never loses or adds a line, whatever the quotation marks', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ',', ' '), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (lines, piece) => {
        const text = lines.join('\n');
        const read = records(text, ',', piece);
        expect(read).toEqual(records(text));
        // Every letter of the file is in some row.
        const letters = (value: string) => value.replaceAll(/[^a]/g, '').length;
        expect(letters(JSON.stringify(read.map((record) => record.cells)))).toBe(letters(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('may be longer than the limit: its beginning is kept, and said to be no more than that', () => {
    const long = 'x'.repeat(limits.recordChars + 10);
    const read = records(`a,b\n1,${long}\n2,y`, ',', 200_000);
    expect(read.map((record) => [record.row, record.faults?.[0]?.code])).toEqual([
      [1, undefined],
      [2, 'line_too_long'],
      [3, undefined],
    ]);
    expect(read[1]!.cells.join(',')).toHaveLength(limits.recordChars);
  });

  it('ends where the limit ends even when its quotation mark would close later', () => {
    const read = records(`1,"${'x\n'.repeat(limits.recordChars / 2)}",2\n`, ',', 300_000);
    expect(read[0]).toEqual({ row: 1, cells: ['1', '"x'], faults: malformed(1) });
    expect(read[1]).toEqual({ row: 2, cells: ['x'] });
  });

  it('cannot make reading endless', () => {
    const line = 'a",",x\n';
    const started = performance.now();
    expect(() => records(line.repeat(1_000_000), ',', 131_072)).toThrow('klanten.csv has too many quotation marks');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a record with thousands of cells', () => {
  it('keeps all its text in at most the columns that are read', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `c${index}`).join(';');
    const [record] = records(text, ';');
    expect(record!.cells).toHaveLength(limits.columns);
    expect(record!.cells.join(';')).toBe(text);
    expect(record!.faults).toEqual([{ column: null, code: 'row_too_long' }]);
  });

  it('drops blank cells beyond them', () => {
    const [record] = records(`a,b${','.repeat(3000)}`);
    expect(record!.faults).toBeUndefined();
  });
});
