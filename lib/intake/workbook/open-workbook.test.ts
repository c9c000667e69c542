import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../limits';
import { buildWorkbook, sheet, styles, textRow, workbook } from '../testing/build-workbook';
import { openBytes, readBytes } from '../testing/open-bytes';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../testing/files', name));
const read = (name: string) => readBytes(file(name), {}, name);
const cellsOf = async (sheetData: string, parts = {}) =>
  (await readBytes(await buildWorkbook(sheetData, parts), { headerRow: 0 }, 'klanten.xlsx')).rows.map(
    (row) => row.cells,
  );

describe('cells read as Excel shows them', () => {
  it('joins rich text, leaves phonetic hints out and reads prefixed names', async () => {
    const { facts, rows } = await read('rich-text-phonetic-prefixed.xlsx');
    expect(facts.headers).toEqual(['Name', 'Note']);
    expect(rows).toEqual([{ row: 2, cells: ['課きく', 'bold and _x000D_ a\nb'] }]);
  });

  it('keeps text, long ids and leading zeros, and shows booleans and formatted numbers', async () => {
    const row = `<row><c t="inlineStr"><is><t>00123</t></is></c><c><v>1234567890123456789</v></c><c t="b"><v>1</v></c>
      <c t="b"><v>0</v></c><c s="1"><v>123</v></c><c><v>1.5E+2</v></c><c t="str"><f>A1</f><v>1E5</v></c></row>`;
    const cells = await cellsOf(row, { 'xl/styles.xml': styles('General', '00000') });
    expect(cells).toEqual([['00123', '1234567890123456789', 'TRUE', 'FALSE', '00123', '150', '1E5']]);
  });

  it('gives dates their ISO date, in the 1904 system too', async () => {
    expect((await read('dates-1904.xlsx')).rows[0]!.cells).toEqual([['01/01/2021', '2021-01-01']]);
    const cells = await cellsOf('<row><c s="1"><v>41331</v></c><c t="d"><v>2013-02-26T10:00:00</v></c></row>', {
      'xl/styles.xml': styles('General', 'm/d/yyyy'),
    });
    expect(cells).toEqual([
      [
        ['2/26/2013', '2013-02-26'],
        ['2013-02-26T10:00:00', '2013-02-26'],
      ],
    ]);
  });

  it('names error cells and formulas without a value, and reads hidden rows with a notice', async () => {
    const { facts, rows } = await read('formulas-errors-hidden-rows.xlsx');
    expect(rows).toEqual([
      { row: 2, cells: ['ADA', '2', '#DIV/0!'], faults: [{ column: 2, code: 'cell_error' }] },
      {
        row: 3,
        cells: ['Alan', '', '#N/A'],
        faults: [
          { column: 1, code: 'formula_without_value' },
          { column: 2, code: 'cell_error' },
        ],
      },
      { row: 4, cells: ['', 'TRUE', ''], faults: [{ column: 2, code: 'formula_without_value' }] },
    ]);
    expect(facts.notices).toEqual(['1 hidden row is read too.']);
  });
});

describe('rows and columns', () => {
  it('have the numbers and letters of the sheet', async () => {
    const { facts, rows } = await read('table-at-row-19-column-f.xlsx');
    expect(facts.headerRow.value).toBe(19);
    expect(facts.headers).toEqual(['', '', '', '', '', 'id', 'email']);
    expect(rows.map((row) => row.row)).toEqual([20, 22]);
  });

  it('are filled up with blanks where the sheet has no cell', async () => {
    const { rows } = await readBytes(await buildWorkbook(textRow(1, 'a', 'b', 'c') + textRow(2, 'x')));
    expect(rows).toEqual([{ row: 2, cells: ['x', '', ''] }]);
  });

  it('keep a column without a header that is filled, and name a stray cell beyond the header', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => textRow(index + 2, 'x', 'y')).join('');
    const { facts } = await readBytes(await buildWorkbook(textRow(1, 'a') + rows), { headerRow: 1 });
    expect(facts.headers).toEqual(['a', '']);
    const stray = await readBytes(
      await buildWorkbook(`${textRow(1, 'a')}${textRow(2, 'x')}${textRow(3, 'x')}${textRow(4, 'x', 'y')}`),
    );
    expect(stray.rows[2]!.faults).toEqual([{ column: null, code: 'row_too_long' }]);
  });

  it('ignore blank cells that only have a style', async () => {
    expect(await cellsOf('<row><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="9"><c s="1"/></row>')).toEqual([
      ['1'],
    ]);
  });
});

describe('sheets', () => {
  it('that are hidden are offered, never preselected', async () => {
    const { facts, rows } = await read('hidden-sheet-first.xlsx');
    expect(facts.sheet!.value).toBe('Customers');
    expect(facts.sheets).toEqual([
      { name: 'Lists', hidden: true },
      { name: 'Customers', hidden: false },
    ]);
    expect(rows).toHaveLength(1);
    const chosen = await readBytes(file('hidden-sheet-first.xlsx'), { sheet: 'Lists' });
    expect(chosen.rows[0]!.cells).toEqual(['a', 'b']);
  });

  it('that are named and not there are refused, and those that are there are named', async () => {
    await expect(readBytes(file('hidden-sheet-first.xlsx'), { sheet: 'customers' })).rejects.toThrow(
      'has no sheet “customers”. It has “Lists”, “Customers”. Choose one of them.',
    );
  });

  it('without rows are passed over', async () => {
    const { facts } = await readBytes(
      await buildWorkbook('', {
        'xl/worksheets/sheet2.xml': sheet(textRow(1, 'Name')),
        'xl/workbook.xml': workbook(
          '<sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId2"/>',
        ),
      }),
    );
    expect(facts.sheet).toEqual({ value: 'Data', evidence: 'first sheet with rows' });
  });

  it('is refused where the only one is empty', async () => {
    const refused = 'klanten.csv is empty. Choose a file with a header and rows.';
    expect(await openBytes(await buildWorkbook(''))).toEqual({ refused });
  });
});

describe('the ending of the name does not matter', () => {
  it('a workbook called .csv and text called .xlsx are read as what they are', async () => {
    expect((await readBytes(await buildWorkbook(textRow(1, 'a')), {}, 'klanten.csv')).facts.format).toBe('xlsx');
    expect((await readBytes('a,b\n1,2\n', {}, 'klanten.xlsx')).facts.format).toBe('csv');
  });
});

describe('limits', () => {
  it.each([
    [`<row r="${limits.rows + 1}"><c><v>1</v></c></row>`, 'has more than 1,048,576 rows'],
    ['<row r="999999999"><c><v>1</v></c></row>', 'has more than 1,048,576 rows'],
    ['<row><c r="ABC1"><v>1</v></c></row>', 'has more than 500 columns'],
    [`<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`, 'has more than 500 columns'],
    [textRow(1, 'x'.repeat(limits.cellChars + 1)), 'has a cell with more than 32,767 characters'],
    [textRow(1, 'x'.repeat(2_000_000)), 'holds far more than its size allows for'],
    ['<row r="2"/><row r="1"/>', 'is damaged'],
    ['<row r="-1"/>', 'is damaged'],
  ])('%# are named', async (sheetData, sentence) => {
    const read = await openBytes(await buildWorkbook(sheetData), {}, 'klanten.xlsx');
    expect(read).toEqual({ refused: expect.stringContaining(`klanten.xlsx ${sentence}`) });
  });
});
