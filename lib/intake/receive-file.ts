import { createHash } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Received =
  | { status: 'received'; size: number; sha256: string }
  /** More bytes than allowed, or fewer than announced; nothing is kept. */
  | { status: 'too_large' }
  | { status: 'cut_off' };

/** Free bytes that an upload must leave on the disk. */
const reserve = 256 * 1024 * 1024;

/** Whether the disk of a folder has room for that many bytes and some to spare. */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > bytes + reserve;
}

/**
 * Streams an upload to a file, never held whole, and makes it durable before it answers.
 * @param announced the Content-Length, where there is one
 * @param most bytes that are taken at the most
 */
export async function receiveFile(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  announced: number | null,
  most: number,
): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const part of bytes) {
      size += part.byteLength;
      if (size > most) return await drop(path, 'too_large');
      hash.update(part);
      await file.write(part);
    }
    if (announced !== null && announced !== size) return await drop(path, 'cut_off');
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
  return { status: 'received', size, sha256: hash.digest('hex') };
}

async function drop(path: string, status: 'too_large' | 'cut_off'): Promise<Received> {
  await rm(path, { force: true });
  return { status };
}

/** A new name in a folder is durable only when the folder is. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
