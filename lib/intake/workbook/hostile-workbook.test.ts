import { describe, expect, it } from 'vitest';
import { buildWorkbook, buildZip, relations, sheet, textRow, workbook } from '../testing/build-workbook';
import { openBytes, readBytes } from '../testing/open-bytes';

const refusal = async (bytes: Buffer | string) => {
  const started = performance.now();
  const read = await openBytes(bytes, {}, 'klanten.xlsx');
  expect(performance.now() - started).toBeLessThan(5000);
  return 'refused' in read ? read.refused : 'read';
};
const good = textRow(1, 'Name', 'Email') + textRow(2, 'Ada', 'ada@example.com');
const bombSentence =
  'klanten.xlsx holds far more than its size allows for, so it is not read. Save the sheet as CSV and upload that.';
const damagedSentence = 'klanten.xlsx is damaged and cannot be read to the end. Save it again and upload the new file.';

describe('bombs are refused at once', () => {
  it('spaces, comments, one endless tag and one endless text', async () => {
    const many = 'x'.repeat(30_000_000);
    for (const xml of [
      `<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`,
      `<worksheet><!--${'<'.repeat(30_000_000)}--><sheetData/></worksheet>`,
      `<worksheet a="${many}"><sheetData/></worksheet>`,
      `<worksheet><sheetData><row><c t="str"><v>${many}</v></c></row></sheetData></worksheet>`,
      `<!DOCTYPE ${many}><worksheet/>`,
    ]) {
      expect(await refusal(await buildWorkbook('', { 'xl/worksheets/sheet1.xml': xml }))).toBe(bombSentence);
    }
  });

  it('shared texts', async () => {
    const bytes = await buildWorkbook(good, {
      'xl/sharedStrings.xml': `<sst>${`<si><t>${'A'.repeat(30_000)}</t></si>`.repeat(1000)}</sst>`,
    });
    expect(await refusal(bytes)).toBe(bombSentence);
  });

  it('one shared text in millions of cells', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
    const bytes = await buildWorkbook(row.repeat(1000), {
      'xl/sharedStrings.xml': `<sst><si><t>${'A'.repeat(30_000)}</t></si></sst>`,
    });
    expect(await refusal(bytes)).toBe(bombSentence);
  });

  it('empty rows and cells by the million', async () => {
    const bytes = await buildWorkbook('<row></row>'.repeat(3_000_000));
    expect(await refusal(bytes)).toMatch(/more than 1,048,576 rows|far more than its size/);
  });

  it('thousands of parts', async () => {
    const parts = Array.from({ length: 10_001 }, (_, index) => [`part${index}`, ''] as [string, string]);
    expect(await refusal(await buildZip(parts))).toBe(bombSentence);
  });

  it('elements nested a hundred thousand deep', async () => {
    expect(await refusal(await buildWorkbook('<a>'.repeat(100_000)))).toBe(damagedSentence);
  });
});

describe('definitions inside XML are refused', () => {
  const entities =
    '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><sst><si><t>&b;&c;</t></si></sst>';
  const sentence = 'klanten.xlsx has definitions inside that no spreadsheet needs. Save it as CSV and upload that.';

  it('in any part and any allowed encoding', async () => {
    expect(await refusal(await buildWorkbook(good, { 'xl/sharedStrings.xml': entities }))).toBe(sentence);
    expect(
      await refusal(await buildWorkbook(good, { 'xl/sharedStrings.xml': Buffer.from(`\uFEFF${entities}`, 'utf16le') })),
    ).toBe(sentence);
    expect(await refusal(await buildWorkbook(good, { 'xl/workbook.xml': entities }))).toBe(sentence);
  });

  it('behind an encoding that is not allowed', async () => {
    const utf7 = `<?xml version="1.0" encoding="UTF-7"?>${entities}`;
    expect(await refusal(await buildWorkbook(good, { 'xl/sharedStrings.xml': utf7 }))).toBe(damagedSentence);
  });

  it('or entities without a definition', async () => {
    expect(await refusal(await buildWorkbook(textRow(1, '&boom;')))).toBe(damagedSentence);
  });
});

describe('odd archives', () => {
  it('with names that climb out of a folder are harmless', async () => {
    const slip = Buffer.from('..AA/AAAA/evil.txt');
    const bytes = await buildWorkbook(good, { [slip.toString()]: 'x' });
    const climbing = Buffer.from(bytes.toString('latin1').replaceAll('..AA/AAAA', '../../../'), 'latin1');
    expect((await readBytes(climbing)).rows).toHaveLength(1);
  });

  it('with one part twice are refused', async () => {
    const parts: [string, string][] = [
      ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
      ['xl/workbook.xml', workbook('')],
      ['xl/worksheets/sheet1.xml', sheet(good)],
      ['xl/worksheets/SHEET1.xml', sheet('')],
    ];
    expect(await refusal(await buildZip(parts))).toBe(damagedSentence);
  });

  it('that are cut off, or changed in one byte, are damaged', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => textRow(index + 2, `Name ${index * 7919}`)).join('');
    const bytes = await buildWorkbook(textRow(1, 'Name') + rows);
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toBe(damagedSentence);
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 2000;
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ 0x55;
    expect(await refusal(changed)).toBe(damagedSentence);
  });

  it('are named when they hold no workbook', async () => {
    expect(await refusal(await buildZip({ 'klanten.csv': 'a,b' }))).toBe(
      'klanten.xlsx is a ZIP file. Unpack it and upload the spreadsheet that is inside.',
    );
    expect(await refusal(await buildZip({ mimetype: 'x', 'content.xml': 'x' }))).toContain('is an OpenDocument file');
    expect(await refusal(await buildZip({ 'xl/workbook.bin': 'x' }))).toContain('is a binary Excel file');
    expect(await refusal(await buildZip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }))).toContain(
      'is an Office document',
    );
  });
});

describe('what lies is not believed', () => {
  it('a dimension of the whole sheet around two rows, and fifty thousand merges', async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)}</mergeCells>`;
    const xml = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${good}</sheetData>${merges}</worksheet>`;
    const started = performance.now();
    expect((await readBytes(await buildWorkbook('', { 'xl/worksheets/sheet1.xml': xml }))).rows).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('a shared text that does not exist', async () => {
    expect(await refusal(await buildWorkbook('<row><c t="s"><v>7</v></c></row>'))).toBe(damagedSentence);
  });

  it('the size of a part', async () => {
    const bytes = await buildWorkbook(good);
    const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(2_000_000_000, name - 46 + 24);
    expect(await refusal(lying)).toBe(damagedSentence);
  });

  it('a password', async () => {
    const bytes = await buildWorkbook(good);
    const locked = Buffer.from(bytes);
    const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    locked.writeUInt16LE(bytes.readUInt16LE(name - 46 + 8) | 1, name - 46 + 8);
    expect(await refusal(locked)).toBe('klanten.xlsx is protected with a password. Remove the password and try again.');
  });
});
