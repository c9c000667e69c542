import type { FileBytes } from '../../files';
import type { FileFacts, IntakeOptions } from '../../mapping';
import type { RawRow } from '../../row';
import { openFile } from '../open-file';

export interface Read {
  facts: FileFacts;
  rows: RawRow[];
}

/** Bytes in memory as a file. */
export const fileOf = (content: Buffer | string): FileBytes => {
  const bytes = Buffer.from(content);
  return { size: bytes.length, read: async (into, position) => bytes.copy(into, 0, position) };
};

/** Everything that opening these bytes gives, or the sentence that refuses them, at once or while reading. */
export const openBytes = async (
  bytes: Buffer | string,
  options: IntakeOptions = {},
  name = 'klanten.csv',
): Promise<Read | { refused: string }> => {
  const file = await openFile(fileOf(bytes), name, options);
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
