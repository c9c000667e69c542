/**
 * A stream in encrypted chunks that can be read from anywhere, after STREAM (https://eprint.iacr.org/2015/189) as age has
 * it: each chunk is sealed with AES-256-GCM by its number and whether it is the last one. So a chunk that was changed,
 * moved, left out or cut off does not open. The key must be used for one stream only.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { type FileBytes, FilesFault } from '../lib/files';

export const chunkBytes = 64 * 1024;
const tagBytes = 16;
const sealedBytes = chunkBytes + tagBytes;

/** How many bytes `encrypt` makes of so many. */
export const encryptedSize = (bytes: number): number => bytes + tagBytes * Math.max(1, Math.ceil(bytes / chunkBytes));

/** The bytes in encrypted chunks, one at a time in memory. There is a last chunk always, be it empty. */
export async function* encrypt(bytes: AsyncIterable<Uint8Array>, key: Buffer): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let filled = 0;
  let number = 0;
  for await (const part of bytes) {
    for (let at = 0; at < part.length; ) {
      // A full chunk waits until more has come: only then it is not the last one.
      if (filled === chunkBytes) {
        yield sealChunk(chunk, key, number++, false);
        filled = 0;
      }
      const taken = Math.min(chunkBytes - filled, part.length - at);
      chunk.set(part.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield sealChunk(chunk.subarray(0, filled), key, number, true);
}

/**
 * An encrypted file to be read from anywhere. Its last chunk is opened first, so that one that was cut off is known at once.
 * @throws FilesFault, here and while reading, where a chunk does not open
 */
export async function decrypted(file: FileHandle, key: Buffer): Promise<FileBytes> {
  const { size } = await file.stat();
  const count = Math.max(1, Math.ceil(size / sealedBytes));
  let held: { number: number; bytes: Buffer } | undefined;
  const load = async (number: number): Promise<Buffer> => {
    if (held?.number === number) return held.bytes;
    const sealed = Buffer.allocUnsafe(Math.min(sealedBytes, size - number * sealedBytes));
    const { bytesRead } = await file.read(sealed, 0, sealed.length, number * sealedBytes);
    const bytes = openChunk(sealed.subarray(0, bytesRead), key, number, number === count - 1);
    held = { number, bytes };
    return bytes;
  };
  const last = await load(count - 1);
  const plain = (count - 1) * chunkBytes + last.length;
  return {
    size: plain,
    async read(into, position) {
      let done = 0;
      while (done < into.length && position + done < plain) {
        const number = Math.floor((position + done) / chunkBytes);
        const bytes = await load(number);
        done += bytes.copy(into, done, position + done - number * chunkBytes);
      }
      return done;
    },
  };
}

function sealChunk(bytes: Buffer, key: Buffer, number: number, isLast: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(sealed: Buffer, key: Buffer, number: number, isLast: boolean): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new FilesFault('damaged', error);
  }
}

/** The number of the chunk, and whether it is the last one. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
