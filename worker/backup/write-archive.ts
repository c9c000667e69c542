import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import type { Entry } from './format';

export interface ArchiveWriter {
  /** Streams an entry of a known size. @returns with its checksum */
  add(name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<Entry>;
  addText(name: string, text: string): Promise<Entry>;
  /** Back when everything is on the disk. */
  finish(): Promise<void>;
}

/** Writes a tar file that is not there yet, for its owner only. */
export async function writeArchive(path: string): Promise<ArchiveWriter> {
  const tar = pack();
  const file = await open(path, 'wx', 0o600);
  const written = pipeline(tar, file.createWriteStream({ flush: true }));
  // A disk that is full ends what waits for room in the stream, too.
  const failed = written.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  const add = async (name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<Entry> => {
    const hash = createHash('sha256');
    const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
    ended.catch(() => undefined);
    const entry = tar.entry({ name, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
    for await (const part of bytes) {
      hash.update(part);
      if (!entry.write(part)) await Promise.race([once(entry, 'drain'), ended, failed]);
    }
    entry.end(undefined);
    await Promise.race([ended, failed]);
    return { name, size, sha256: hash.digest('hex') };
  };
  return {
    add,
    addText: (name, text) => add(name, Buffer.byteLength(text), single(Buffer.from(text))),
    async finish() {
      tar.finalize();
      await written;
    },
  };
}

async function* single(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
