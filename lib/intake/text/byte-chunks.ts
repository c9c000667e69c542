import { open } from 'node:fs/promises';

/** Bytes read at once: some six hundred customer rows, which make one batch. */
export const chunkBytes = 96 * 1024;

/**
 * The bytes of a file from `start` on, in order. Each chunk is valid until the next one is asked for.
 * @throws what the signal was aborted with
 */
export async function* byteChunks(
  path: string,
  options: { start?: number; size?: number; signal?: AbortSignal } = {},
): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(options.size ?? chunkBytes);
    let position = options.start ?? 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
