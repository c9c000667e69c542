import { createHash } from 'node:crypto';
import type { Received, Upload } from '../lib/files';

type Ended = Exclude<Received, { status: 'received' }> | { thrown: unknown };

/** The bytes of an upload on their way to a place: counted and hashed, and ended by an exception where they must not be kept. */
export interface Passing {
  bytes: () => AsyncGenerator<Uint8Array>;
  /** What came, once the bytes are through. */
  received: () => Received;
  /** What an upload that failed ends with: a refusal, what its source threw, or null where the place itself failed. */
  ended: () => Ended | null;
}

export function passing({ bytes, announced, most }: Upload): Passing {
  const hash = createHash('sha256');
  let size = 0;
  let ended: Ended | null = null;
  const refuse = (status: 'too_large' | 'cut_off') => {
    ended = { status };
    return new Error(`The upload is ${status}.`);
  };
  const source = sourceOf(bytes, (thrown) => {
    ended = { thrown };
  });
  return {
    async *bytes() {
      for await (const part of source) {
        size += part.byteLength;
        if (size > most) throw refuse('too_large');
        hash.update(part);
        yield part;
      }
      if (announced !== null && announced !== size) throw refuse('cut_off');
    },
    received: () => ({ status: 'received', size, sha256: hash.digest('hex') }),
    ended: () => ended,
  };
}

/** The same bytes. What their source throws is noted; what it throws when nobody wants more of it is of no interest. */
async function* sourceOf(bytes: AsyncIterable<Uint8Array>, note: (thrown: unknown) => void) {
  const source = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await source.next();
      if (done) return;
      yield value;
    }
  } catch (thrown) {
    note(thrown);
    throw thrown;
  } finally {
    await source.return?.().catch(() => undefined);
  }
}
