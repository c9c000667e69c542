import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OpenedFile, openFile } from '../intake/open-file';
import { ColumnProfiler } from '../intake/profile';
import { sealFacts, sealProfiles, sealRows } from '../intake/seal-cells';
import { buildWorkbook, relations, sheet, textRow, workbook } from '../intake/testing/build-workbook';
import { fileOf } from '../intake/testing/open-bytes';
import { type Delimiter, delimiters, type Encoding, type FileFacts, type IntakeOptions } from '../mapping';
import { testVault } from '../testing/test-store';
import { keptAlso, keptOf } from './kept';
import { protect } from './protect';

/** A reading as the worker does it, and all that it would store. */
async function read(content: string | Buffer, options: IntakeOptions = {}, before: FileFacts | null = null) {
  const file = (await openFile(fileOf(content), 'klanten.csv', options)) as OpenedFile;
  const protection = await protect(file, keptOf(before));
  const profiler = new ColumnProfiler(file.facts.headers);
  const rows: unknown[] = [];
  for await (const batch of file.rows()) {
    profiler.add(batch, protection.sealed);
    sealRows(batch, protection.sealed, testVault.seal);
    rows.push(...batch);
  }
  const facts = sealFacts(file.facts, protection, testVault.seal);
  const profiles = sealProfiles(profiler.profiles(), protection, testVault.seal);
  return { facts, sealed: protection.sealed, headers: facts.headers, all: JSON.stringify([facts, profiles, rows]) };
}

/** As `read`, with a column that a person maps to the field afterwards. */
async function readMapped(content: string | Buffer, column: number, options: IntakeOptions = {}) {
  const { facts } = await read(content, options);
  const mapped = { ...facts, kept: keptAlso(facts, facts.headers, [column]) };
  return read(content, options, mapped);
}

const staff = 'Email,First name,SSN\na@x.nl,Jane,861313130\nb@x.nl,Bob,861313131\n';
const codes = 'Email,First name,Foo\na@x.nl,Jane,861313130\nb@x.nl,Bob,861313131\n';
const shown = (one: { all: string }) => /86131313/.test(one.all);

describe('what was protected opens in no other reading', () => {
  const others: IntakeOptions[] = [
    { delimiter: ';', headerRow: 0 },
    { delimiter: '\t', headerRow: 2 },
    { delimiter: '|', headerRow: 3 },
    { delimiter: ';' },
    { delimiter: ',', headerRow: 0 },
    { encoding: 'windows-1252', headerRow: 0 },
    { encoding: 'utf-16le', headerRow: 0 },
    { encoding: 'utf-16be' },
    { headerRow: 0 },
    { headerRow: 3 },
  ];

  test.each(others)('by its header: %j', async (options) => {
    const first = await read(staff);
    expect([first.sealed, shown(first)]).toEqual([[2], false]);
    expect(shown(await read(staff, options, first.facts))).toBe(false);
  });

  test.each(others)('by a person who mapped it: %j', async (options) => {
    const first = await readMapped(codes, 2);
    expect([first.sealed, shown(first)]).toEqual([[2], false]);
    const other = await read(codes, options, first.facts);
    expect(shown(other)).toBe(false);
    // Back again it is protected as it was, and nothing else is.
    const again = await read(codes, {}, other.facts);
    expect([again.sealed, again.headers]).toEqual([[2], ['Email', 'First name', 'Foo']]);
  });

  test('in no form that could be turned back: bytes read in pairs are sealed too', async () => {
    const first = await readMapped(codes, 2);
    const { sealed, facts } = await read(codes, { encoding: 'utf-16le', delimiter: ',' }, first.facts);
    expect(sealed).toEqual([0]);
    expect(facts.notices).toEqual([expect.stringContaining('Every column is protected')]);
  });

  test('where a title is chosen for the header, narrower than the rows', async () => {
    const text = `List of staff\n${codes}`;
    const first = await readMapped(text, 2, { headerRow: 2 });
    const narrow = await read(text, { headerRow: 1 }, first.facts);
    expect([narrow.headers, shown(narrow)]).toEqual([['List of staff'], false]);
    expect((await read(text, { headerRow: 2 }, narrow.facts)).sealed).toEqual([2]);
  });

  test('where a row that was too long is chosen for the header, or all are as wide as it', async () => {
    const text = `SSN,City,Email\n${'861313130,Gent,a@x.nl\n'.repeat(3)}x,861313131,Gent,a@x.nl\n`;
    const first = await read(text);
    expect(shown(first)).toBe(false);
    for (const headerRow of [0, 5]) {
      const wide = await read(text, { headerRow }, first.facts);
      expect(shown(wide)).toBe(false);
      expect((await read(text, { headerRow: 1 }, wide.facts)).sealed).toEqual([0]);
    }
  });

  test('on its sheet, whatever other sheet is read between; a header protects on all of them', async () => {
    const cells = (header: string) => textRow(1, 'Email', header) + textRow(2, 'a@x.nl', '861313130');
    const names = ['One', 'Two', 'Three'];
    const ids = names.map((_, at) => [`rId${at}`, 'worksheet', `worksheets/s${at}.xml`] as [string, string, string]);
    const book = await buildWorkbook('', {
      'xl/workbook.xml': workbook(
        names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at}"/>`).join(''),
      ),
      'xl/_rels/workbook.xml.rels': relations(ids),
      'xl/worksheets/s0.xml': sheet(cells('Foo')),
      'xl/worksheets/s1.xml': sheet(cells('Foo')),
      'xl/worksheets/s2.xml': sheet(cells('Phone')),
    });
    const first = await readMapped(book, 1);
    const two = await read(book, { sheet: 'Two' }, first.facts);
    const three = await read(book, { sheet: 'Three' }, two.facts);
    expect([two.sealed, three.sealed]).toEqual([[1], []]);
    expect(shown(await read(book, { sheet: 'One', headerRow: 0 }, three.facts))).toBe(false);
  });

  test('whatever is chosen, and however often', async () => {
    const number = fc.integer({ min: 100_000_000, max: 899_999_999 }).map((value) => {
      const digits = String(value);
      return { digits, dashed: `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}` };
    });
    const name = fc.constantFrom('Jane', 'Doe; Jane', 'Doe | J', 'Zoë', '', 'Nino', 'O"Hara', 'a\tb', 'Doe, Jane');
    const row = fc.record({ number, name, note: fc.constantFrom('x', 'x; y', 'Gent, BE'), isLong: fc.boolean() });
    const options = fc.record(
      {
        delimiter: fc.constantFrom<Delimiter>(...delimiters),
        headerRow: fc.integer({ min: 0, max: 6 }),
        encoding: fc.constantFrom<Encoding>('utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'),
      },
      { requiredKeys: [] },
    );
    const file = fc.record({
      rows: fc.array(row, { minLength: 2, maxLength: 6 }),
      delimiter: fc.constantFrom<Delimiter>(...delimiters),
      encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le'),
      title: fc.constantFrom('', 'Staff', 'Staff, 2024', 'Staff; 1.1.2024', 'Staff|all|2024'),
      isDashed: fc.boolean(),
      how: fc.constantFrom('header' as const, 'mapped' as const, 'one column' as const, 'cut wrong' as const),
      cutAt: fc.constantFrom<Delimiter>(...delimiters),
      steps: fc.array(options, { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, delimiter, encoding, title, isDashed, how, cutAt, steps }) => {
        const quoted = (text: string) =>
          text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
        const line = (...cells: string[]) => cells.map(quoted).join(delimiter);
        const text = [
          ...(title ? [title] : []),
          line('Email', 'Name', how === 'mapped' ? 'Foo' : 'SSN', 'Note'),
          ...rows.map((one, at) => {
            const value = isDashed ? one.number.dashed : one.number.digits;
            return line(`${at}@x.nl`, ...(one.isLong ? ['x'] : []), one.name, value, one.note);
          }),
        ].join('\n');
        const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
        const headerRow = title ? 2 : 1;
        const right: IntakeOptions = { delimiter, encoding, headerRow };
        const wrong = delimiters.find((one) => !text.includes(one)) ?? '|';
        const chosen = {
          header: right,
          'one column': { ...right, delimiter: wrong },
          'cut wrong': { encoding, delimiter: cutAt },
        };
        const first = how === 'mapped' ? await readMapped(bytes, 2, right) : await read(bytes, chosen[how]);
        fc.pre(how !== 'one column' || first.sealed.length > 0);
        const secrets = rows.flatMap((one) => [one.number.digits, one.number.dashed]);
        expect(secrets.filter((secret) => first.all.includes(secret))).toEqual([]);
        let last = first.facts;
        for (const step of [{}, ...steps, right]) {
          const opened = await openFile(fileOf(bytes), 'klanten.csv', step);
          if ('refused' in opened) continue;
          const next = await read(bytes, step, last);
          expect(secrets.filter((secret) => next.all.includes(secret))).toEqual([]);
          last = next.facts;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a mistake can be put right', () => {
  test('a file that was read as one column opens where its separator is chosen, but for the column of the name', async () => {
    const text = 'Email;First name;SSN;City\na@x.nl;Jane;861313130;Gent\nb@x.nl;Bob;861313131;"Gent; BE"\n';
    const wrong = await read(text, { delimiter: ',' });
    expect([wrong.sealed, shown(wrong)]).toEqual([[0], false]);
    const right = await read(text, { delimiter: ';' }, wrong.facts);
    expect([right.sealed, right.headers]).toEqual([[2], ['Email', 'First name', 'SSN', 'City']]);
    expect(right.facts.notices).toEqual([]);
    expect(shown(right)).toBe(false);
    expect((await read(text, { delimiter: ';', headerRow: 0 }, right.facts)).sealed).toEqual([2]);
    expect((await read(text, { delimiter: ',' }, right.facts)).facts.notices).toHaveLength(1);
  });

  test('also where its header is long', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `Column of ${'abcdefghij'[at % 10]}${'klmnopqrst'[at % 7]}`);
    const line = (text: string) => [text, ...names.map(() => 'x')].join(';');
    const text = `SSN;${names.join(';')}\n${line('861313130')}\n`;
    const wrong = await read(text, { delimiter: ',', headerRow: 1 });
    expect(wrong.sealed).toEqual([0]);
    expect((await read(text, { delimiter: ';', headerRow: 1 }, wrong.facts)).sealed).toEqual([0]);
  });

  test.each([
    ['below a title', 'Export of customers, 2024\nEmail;Name;SSN\na@x.nl;Ada;861313130\nb@x.nl;Do,e;861313131\n'],
    ['below titles', 'Report, 2024\nMade, 01.01.2024\n\nEmail;Name;SSN\na@x.nl;Ada;861313130\n'],
    ['as no row is as narrow as its header', 'Email;Name;SSN\r\na@x.nl;Do,e;861313130\r\nb@x.nl;Do,e;861313131\r\n'],
    [
      'in which most rows are wider',
      'Email;Name;SSN\na@x.nl;D,o,e;861313130\nb@x.nl;D,o,e;861313131\nc@x.nl;Doe;861313132\n',
    ],
    [
      'in which a row of data looks like a header',
      'Name;City;SSN\nD,oe;Gentbruggestad;861313130\nD,oe;Gent;861313131\n',
    ],
  ])('a file that was cut at commas in its values, %s', async (_, text) => {
    const wrong = await read(text, { delimiter: ',' });
    expect(shown(wrong)).toBe(false);
    expect(shown(await read(text, { delimiter: ',', headerRow: 1 }, wrong.facts))).toBe(false);
    const right = await read(text, { delimiter: ';' }, wrong.facts);
    expect([right.sealed, right.facts.notices, shown(right)]).toEqual([[2], [], false]);
    expect(right.headers.slice(2)).toEqual(['SSN']);
  });

  test('words above the header that hold a separator close nothing where no number stands between separators', async () => {
    const text = '"Staff; SSN is left out"\nEmail,Phone,City\na@x.nl,0486 13 13 13,Gent\nb@x.nl,0486 13 13 14,Gent\n';
    expect((await read(text)).sealed).toEqual([]);
  });

  test('but not by a separator that leaves numbers together with other values', async () => {
    const text = 'Name, first;SSN;City, state\nDoe;861313130;Gent, BE, x\nDoe, J;861313131;Gent, BE\n';
    const wrong = await read(text, { delimiter: '|', headerRow: 1 });
    expect(wrong.sealed).toEqual([0]);
    const other = await read(text, { delimiter: ',', headerRow: 1 }, wrong.facts);
    expect([other.sealed, shown(other)]).toEqual([[0, 1], false]);
  });

  test('another encoding that moves no cell seals nothing more', async () => {
    const text = 'Email;Naam;SSN\na@x.nl;Zoë;861313130\n';
    const first = await read(text);
    const other = await read(text, { encoding: 'windows-1250' }, first.facts);
    expect([other.sealed, other.headers]).toEqual([[2], ['Email', 'Naam', 'SSN']]);
  });

  test('the header is found in another row, and its names are shown', async () => {
    for (const title of ['List of staff', 'List,of,staff']) {
      const text = `${title}\nEmail,First name,SSN,City\na@x.nl,Jane,861313130,Gent\nb@x.nl,Bob,861313131,Gent\n`;
      const wrong = await read(text, { headerRow: 1 });
      expect([wrong.sealed, shown(wrong)]).toEqual([[2], false]);
      const right = await read(text, { headerRow: 2 }, wrong.facts);
      expect([right.sealed, right.headers]).toEqual([[2], ['Email', 'First name', 'SSN', 'City']]);
      expect((await read(text, { headerRow: 3 }, right.facts)).sealed).toEqual([2]);
    }
  });
});

describe('no header has a sensitive value', () => {
  test.each(['791-34-5678', 'SSN 797-34-5678', 'SSN 797345678', 'Jane Doe of somewhere 791-34-5678'])(
    'where the row with %s is chosen for it',
    async (value) => {
      const text = `jane@x.com,Jane,${value}\nbob@x.com,Bob,792-34-5678\n`;
      const { headers, all } = await read(text, { headerRow: 1 });
      expect(headers).toEqual(['jane@x.com', 'Jane', '']);
      expect(all).not.toMatch(/79.-?34-?5678/);
      expect((await read('jane@x.com,791-34-5678\n', { headerRow: 1 })).all).not.toContain('791-34');
    },
  );

  test('where a value of a protected column is chosen for it, even one that looks like a word', async () => {
    const text = 'Email,Foo\na@x.nl,secret word\nb@x.nl,other\n';
    const first = await readMapped(text, 1);
    const { headers, all } = await read(text, { headerRow: 2 }, first.facts);
    expect(headers).toEqual(['a@x.nl', '']);
    expect(all).not.toContain('secret word');
  });

  test('where its line is broken', async () => {
    const text = 'Email,SSN\n"a"x,"b 861313130\nb@x.nl,861313131\n';
    const first = await read(text);
    const { headers, all } = await read(text, { headerRow: 2 }, first.facts);
    expect([headers.join(''), /86131313/.test(all)]).toEqual(['', false]);
  });
});
