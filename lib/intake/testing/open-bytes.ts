import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileFacts, IntakeOptions } from '../../mapping';
import type { RawRow } from '../../row';
import { openFile } from '../open-file';

export interface Read {
  facts: FileFacts;
  rows: RawRow[];
}

/** Everything that opening these bytes gives, or the sentence that refuses them, at once or while reading. */
export const openBytes = async (
  bytes: Buffer | string,
  options: IntakeOptions = {},
  name = 'klanten.csv',
): Promise<Read | { refused: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'intake-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return await openPath(path, options, name);
  } finally {
    await rm(folder, { recursive: true });
  }
};

export const openPath = async (
  path: string,
  options: IntakeOptions,
  name: string,
): Promise<Read | { refused: string }> => {
  const file = await openFile(path, name, options);
  if ('refused' in file) return file;
  const rows: RawRow[] = [];
  try {
    for await (const batch of file.rows()) rows.push(...batch);
  } catch (error) {
    return { refused: (error as Error).message };
  }
  return { facts: file.facts, rows };
};

/** The same for files that must be readable. */
export const readBytes = async (bytes: Buffer | string, options: IntakeOptions = {}, name?: string): Promise<Read> => {
  const read = await openBytes(bytes, options, name);
  if ('refused' in read) throw new Error(read.refused);
  return read;
};
