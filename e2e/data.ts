/** Customers and files for the tests, the same for the same arguments. */

let blocks = 0;

/** A number that no other test of this Playwright worker has: customers of different tests never meet. */
export const newBlock = (): number => {
  blocks += 1;
  return blocks * 1_000_000;
};

export const headers = ['Debtor ID', 'First name', 'Last name', 'Email', 'Phone', 'City'];

/** Rows under `headers`; the first debtor ID is `block + 1`. Every cell is valid, every customer a different one. */
export const people = (count: number, block = newBlock()): string[][] =>
  Array.from({ length: count }, (_, at) => {
    const id = block + at + 1;
    return [
      String(id),
      ['Anna', 'Jan', 'Zoë', 'José'][at % 4]!,
      `Person ${id}`,
      `person.${id}@example.com`,
      `+31 20 555 ${String(1000 + (at % 9000))}`,
      ['Utrecht', 'Haarlem', 'Arnhem'][at % 3]!,
    ];
  });

/** The rows with some cells changed: `change(rows, [2, 'Email', 'x'])` changes the third row. */
export const change = (rows: string[][], ...cells: [row: number, header: string, text: string][]): string[][] => {
  const copy = rows.map((row) => [...row]);
  for (const [row, header, text] of cells) copy[row]![headers.indexOf(header)] = text;
  return copy;
};

/** A text file with a header; cells are quoted where they have to be. */
export const csv = (rows: string[][], head = headers, delimiter = ','): string =>
  [head, ...rows].map((row) => `${row.map((cell) => quote(cell, delimiter)).join(delimiter)}\r\n`).join('');

const quote = (text: string, delimiter: string) =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The records of a report: without its byte order mark, quotes taken away. */
export const parseCsv = (text: string, delimiter = ','): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [
        ...`${delimiter}${line}`.matchAll(new RegExp(`\\${delimiter}(?:"((?:[^"]|"")*)"|([^"\\${delimiter}]*))`, 'g')),
      ].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
