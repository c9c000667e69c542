import { open } from 'node:fs/promises';
import { type Files, FilesFault, type KeptFile } from '../lib/files';
import type { Vault } from '../lib/vault';
import { decrypted, encrypt, encryptedSize } from './chunks';
import { passing } from './passing';
import type { FilePlace } from './place';

/** Uploaded files in a place that only ever has them encrypted, each with a key of its own. */
export function encryptedFiles(place: FilePlace, vault: Vault): Files {
  return {
    hasRoom: place.hasRoom,

    async receive(file, upload) {
      const passes = passing(upload);
      const bytes = encrypt(passes.bytes(), keyOf(file, vault));
      try {
        const announced = upload.announced === null ? null : encryptedSize(upload.announced);
        // How much is allowed is said of the bytes in clear, and seen to here.
        await place.receive(file.fileKey, { bytes, announced, most: Number.POSITIVE_INFINITY });
        return passes.received();
      } catch (error) {
        const ended = passes.ended();
        if (ended && 'status' in ended) return ended;
        throw ended ? ended.thrown : error;
      }
    },

    withFile: (file, work, signal) =>
      place.withPath(
        file.fileKey,
        async (path) => {
          const handle = await open(path);
          try {
            return await work(await decrypted(handle, keyOf(file, vault)));
          } finally {
            await handle.close();
          }
        },
        signal,
      ),

    remove: place.remove,
    sweep: place.sweep,
  };
}

function keyOf({ fileSecret }: KeptFile, vault: Vault): Buffer {
  const key = vault.open(fileSecret);
  if (key === null) throw new FilesFault('damaged', new Error('The key of the file does not open.'));
  return Buffer.from(key, 'base64url');
}
