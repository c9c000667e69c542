import { open, statfs } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { FilesFault } from '../lib/files';

/** Free bytes that a file must leave on the disk. */
const reserve = 256 * 1024 * 1024;

/** Bytes that files on their way into a folder have still to write: what is free belongs to them first. */
const claimed = new Map<string, number>();
const claimedIn = (folder: string): number => claimed.get(folder) ?? 0;
const claim = (folder: string, bytes: number) => void claimed.set(folder, claimedIn(folder) + bytes);

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Whether the disk of a folder has room for that many bytes and some to spare, beside those that are on their way. */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const free = await freeBytes(folder);
  return free - claimedIn(folder) > bytes + reserve;
}

async function claimRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  // Nothing is waited for between the look and the claim, else two would be given the same room.
  if (free - claimedIn(folder) <= bytes + reserve) throw new FilesFault('no_room');
  claim(folder, bytes);
}

/** After that many bytes the disk is looked at again. */
const lookEvery = 16 * 1024 * 1024;

/**
 * The same bytes, as long as the disk of a folder has some to spare: room for what was announced is claimed before the first
 * byte is taken; who sends in chunks does not tell how much there will be, and claims a part at a time. Others fill the disk
 * too, so it is looked at again on the way.
 * @throws FilesFault where there is no room any more
 */
export async function* whileRoom(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  announced: number | null,
): AsyncGenerator<Uint8Array> {
  let left = announced ?? lookEvery;
  let sinceLook = 0;
  await claimRoom(folder, left);
  try {
    for await (const part of bytes) {
      while (left < part.byteLength) {
        await claimRoom(folder, lookEvery);
        left += lookEvery;
      }
      sinceLook += part.byteLength;
      if (sinceLook >= lookEvery) {
        if (!(await hasRoom(folder, 0))) throw new FilesFault('no_room');
        sinceLook = 0;
      }
      left -= part.byteLength;
      claim(folder, -part.byteLength);
      yield part;
    }
  } finally {
    claim(folder, -left);
  }
}

/** Whether an error says that the disk is full, or the share of it that is ours. */
export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code!);

/**
 * Writes a file that is not there yet, for its owner only. Where it fails, the caller removes what there is of it: the
 * file is made before the first byte is asked for, so it cannot come up later.
 * @param options.flush whether the bytes have to be on the disk when it is done
 * @returns how many bytes it has
 */
export async function writeNew(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { flush, signal }: { flush: boolean; signal?: AbortSignal },
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  const stream = file.createWriteStream({ flush });
  await pipeline(bytes, stream, { signal });
  return stream.bytesWritten;
}

/** A new name in a folder is durable only when the folder is. Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
