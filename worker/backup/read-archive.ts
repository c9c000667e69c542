import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { BackupRefused } from '../../db/backup/refused';
import type { Entry } from './format';

/** Takes the bytes of an entry, or leaves them. */
export type Visit = (entry: Pick<Entry, 'name' | 'size'>, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * Reads a tar file from its beginning to its end.
 * @returns all entries with the checksums of what was read
 * @throws BackupRefused where it is none, or is cut off; what `visit` throws
 */
export async function readArchive(path: string, visit: Visit): Promise<Entry[]> {
  const tar = extract();
  const reading = pipeline(createReadStream(path), tar);
  reading.catch(() => undefined);
  const entries: Entry[] = [];
  let thrown: { error: unknown } | undefined;
  try {
    for await (const entry of tar) {
      const { name, size } = entry.header;
      const hash = createHash('sha256');
      const bytes = hashing(entry as AsyncIterable<Uint8Array>, hash);
      await visit({ name, size }, bytes).catch((error) => {
        // What the file itself breaks off with comes through the bytes that were visited.
        if (!bytes.broken()) thrown = { error };
        throw error;
      });
      for await (const _ of bytes);
      entries.push({ name, size, sha256: hash.digest('hex') });
    }
    await reading;
    await expectEnd(path);
  } catch (error) {
    throw thrown ? thrown.error : asRefusal(path, error as NodeJS.ErrnoException);
  }
  return entries;
}

/** Two blocks of zeros end a tar file (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html), which the reader does not ask for. */
async function expectEnd(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(endBytes), 0, endBytes, Math.max(0, size - endBytes));
    if (bytesRead < endBytes || buffer.some((byte) => byte !== 0)) throw new Error('its end is missing');
  } finally {
    await file.close();
  }
}

const endBytes = 1024;

/** The same bytes; who begins again goes on where the one before left. `broken` tells whether they could not be read. */
function hashing(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncIterable<Uint8Array> & { broken(): boolean } {
  const source = bytes[Symbol.asyncIterator]();
  let isBroken = false;
  const next = async () => {
    const result = await source.next().catch((error) => {
      isBroken = true;
      throw error;
    });
    if (!result.done) hash.update(result.value);
    return result;
  };
  return { broken: () => isBroken, [Symbol.asyncIterator]: () => ({ next }) };
}

function asRefusal(path: string, { code, message }: NodeJS.ErrnoException): BackupRefused {
  if (code === 'ENOENT') return new BackupRefused(`There is no file ${path}.`);
  if (code === 'EACCES' || code === 'EISDIR') return new BackupRefused(`${path} cannot be read (${code}).`);
  return new BackupRefused(`${path} is no backup, or is damaged or cut off (${message}).`);
}
