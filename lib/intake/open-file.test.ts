import { describe, expect, it } from 'vitest';
import type { RawRow } from '../row';
import { type OpenedFile, openFile } from './open-file';
import { buildWorkbook, textRow } from './testing/build-workbook';
import { fileOf } from './testing/open-bytes';

const open = async (bytes: Buffer | string): Promise<OpenedFile> => {
  const file = await openFile(fileOf(bytes), 'klanten', {});
  if ('refused' in file) throw new Error(file.refused);
  return file;
};
const all = async (batches: AsyncGenerator<RawRow[]>) => {
  const rows: RawRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
};
const csv = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},Name ${index}\n`).join('')}`;
const xlsx = () =>
  buildWorkbook(
    textRow(1, 'id', 'name') +
      Array.from({ length: 5000 }, (_, index) => textRow(index + 2, `${index}`, 'Name')).join(''),
  );

describe.each([
  ['a text file', () => csv],
  ['a workbook', xlsx],
])('%s', (_, make) => {
  it('goes on after any row as if it had been read in one go', async () => {
    const file = await open(await make());
    const whole = await all(file.rows());
    for (const afterRow of [0, 1, 2, 1000, 1001, 4999, 100_000]) {
      expect(await all(file.rows({ afterRow }))).toEqual(whole.filter((row) => row.row > afterRow));
    }
  });

  it('gives batches of bounded length and tells how far it is', async () => {
    const bytes = await make();
    const file = await open(bytes);
    expect(file.bytesRead()).toBe(0);
    let before = 0;
    for await (const batch of file.rows()) {
      expect(batch.length).toBeGreaterThan(0);
      expect(batch.length).toBeLessThanOrEqual(1000);
      expect(file.bytesRead()).toBeGreaterThanOrEqual(before);
      before = file.bytesRead();
    }
    expect(file.bytesRead()).toBe(bytes.length);
  });

  it('stops when it is told to', async () => {
    const file = await open(await make());
    const stop = new AbortController();
    await expect(async () => {
      for await (const _batch of file.rows({ signal: stop.signal })) stop.abort();
    }).rejects.toThrow('aborted');
  });

  it('can be left in the middle and read again', async () => {
    const file = await open(await make());
    for await (const _batch of file.rows()) break;
    expect((await all(file.rows()))[0]!.row).toBe(2);
  });
});

it('a sentence names the file without what could harm in its name', async () => {
  expect(await openFile(fileOf(''), '../\u202Ex\r\n.csv', {})).toEqual({
    refused: 'x.csv is empty. Choose a file with a header and rows.',
  });
});
