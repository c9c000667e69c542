import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refused } from './problem';

interface Terms {
  /** Bytes, as they come and unpacked. */
  most: number;
  /** Whether a body with `Content-Encoding: gzip` is unpacked. */
  gzip?: boolean;
  /** Is told of every byte that is kept, as far ahead as its number is known; refuses by what it throws. */
  grow?: (bytes: number) => void;
}

/**
 * The body of a request in memory, up to `most` bytes. What is above that is refused with 413 before more of it is taken, and so is
 * what unpacks to more; 415 for a Content-Encoding or a charset that is not taken, 400 for gzip that is damaged.
 */
export async function readBody(
  request: Request,
  { most, gzip = false, grow = () => undefined }: Terms,
): Promise<Buffer> {
  const encoding = refuseEncoded(request, gzip);
  refuseCharset(request);
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > most) throw tooLarge(most);
  // What is unpacked is kept, and not what comes.
  const foretold = encoding === 'identity' ? length : 0;
  grow(foretold);
  const count = beyond(foretold, grow);
  const received = upTo(most, (request.body ?? []) as AsyncIterable<Uint8Array>);
  try {
    if (encoding === 'identity') return await collect(received, count);
    // Chunk by chunk: what would unpack to a thousand times its size is stopped at the limit.
    return await pipeline(received, createGunzip({ chunkSize: unpackedAtOnce }), (unpacked) =>
      collect(upTo(most, unpacked), count),
    );
  } catch (error) {
    throw reasonOf(error, request);
  }
}

/**
 * A body is taken as it is, or packed where the route unpacks it within its limit.
 * @returns the encoding, `identity` where there is none
 */
export function refuseEncoded({ headers }: Request, gzip = false): 'identity' | 'gzip' {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() || 'identity';
  if (encoding === 'identity' || (gzip && encoding === 'gzip')) return encoding;
  const remedy = gzip ? 'Send it as it is, or packed with gzip.' : 'Send it as it is, not compressed.';
  throw new Refused(415, 'encoded', `The body has a Content-Encoding. ${remedy}`);
}

/** JSON is UTF-8 (RFC 8259 §8.1). */
function refuseCharset({ headers }: Request): void {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers.get('content-type') ?? '') ?? [];
  if (/^(utf-?8|us-ascii)$/i.test(charset)) return;
  throw new Refused(415, 'encoded', 'The Content-Type names another charset. Send the body in UTF-8.');
}

/** Beside a large request each part waits for a turn, so they are not to be many. */
const unpackedAtOnce = 512 * 1024;

async function* upTo(most: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of bytes) {
    size += part.byteLength;
    if (size > most) throw tooLarge(most);
    yield part;
  }
}

/** Tells of what comes beyond what was told before. */
function beyond(told: number, grow: (bytes: number) => void): (bytes: number) => void {
  let size = 0;
  return (bytes) => {
    const more = Math.max(0, size + bytes - Math.max(told, size));
    size += bytes;
    if (more > 0) grow(more);
  };
}

async function collect(bytes: AsyncIterable<Uint8Array>, count: (bytes: number) => void): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) {
    count(part.byteLength);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = (most: number) => new Refused(413, 'too_large', `The body is above ${most / 1024 / 1024} MB.`);

function reasonOf(error: unknown, { signal }: Request): unknown {
  if (error instanceof Refused) return error;
  if (signal.aborted) return new Refused(400, 'cut_off', 'The body was cut off. Nothing was written; send it again.');
  const { code } = error as NodeJS.ErrnoException;
  return code?.startsWith('Z_') ? new Refused(400, 'broken_gzip', 'The body is not gzip, or it is damaged.') : error;
}
