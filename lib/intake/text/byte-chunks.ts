import type { FileBytes } from '../../files';

/** Bytes read at once: some six hundred customer rows, which make one batch. */
export const chunkBytes = 96 * 1024;

/**
 * The bytes of a file from `start` on, in order. Each chunk is valid until the next one is asked for.
 * @throws what the signal was aborted with
 */
export async function* byteChunks(
  bytes: FileBytes,
  options: { start?: number; size?: number; signal?: AbortSignal } = {},
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(options.size ?? chunkBytes);
  let position = options.start ?? 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const length = await bytes.read(buffer, position);
    if (length === 0) return;
    position += length;
    yield buffer.subarray(0, length);
  }
}
