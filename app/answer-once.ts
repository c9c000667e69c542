import { createHash, randomUUID } from 'node:crypto';
import type { KeyedCall } from '@/lib/answers';
import type { Actor } from '@/lib/auth/actor';
import { errorText } from '@/lib/error-text';
import { log } from '@/lib/log';
import { desk } from './desk';
import { mostBody } from './parse';
import { readIdempotencyKey } from './preferences';
import { Refused } from './problem';
import { readBody } from './read-body';

/** A call that takes longer was killed, in ms: none of those that come here does. */
const stale = 30_000;

/**
 * Answers a writing call; where it came with an `Idempotency-Key`, once: the same call gets the first answer again. Only what was
 * done is kept, so whoever was refused may try again with the same key.
 * @param run does it
 */
export async function answerOnce(
  request: Request,
  who: Actor,
  run: (request: Request) => Promise<Response>,
): Promise<Response> {
  const key = readIdempotencyKey(request.headers);
  if (key === null) return run(request);
  const { store } = await desk();
  const body = await readBody(request, { most: mostBody });
  const { pathname, search } = new URL(request.url);
  const hash = createHash('sha256')
    .update([request.method, pathname, search, ''].join('\n'))
    .update(body)
    .digest('hex');
  // Sealed: a hash in clear would tell what stands in a body of which all but a number is known.
  const call: KeyedCall = { callerId: who.id, key: store.vault.seal(key), hash: store.vault.seal(hash) };
  const owner = randomUUID();
  const claim = await store.claimKey(call, owner, stale);
  if (claim === 'other') {
    throw new Refused(422, 'key_reused', 'This Idempotency-Key came with another request before. Nothing was written.');
  }
  if (claim === 'running') {
    const detail = 'The first request with this Idempotency-Key is still at work. Ask again shortly.';
    throw new Refused(409, 'still_running', detail, { retryAfter: 1 });
  }
  if (claim === 'removed') {
    const detail =
      'This request was done. Its answer is not kept any more, because a customer was erased. Nothing was written now.';
    throw new Refused(410, 'answer_removed', detail);
  }
  if (claim !== 'claimed') return again(store.vault.open(claim.answer)!);
  const answer = await run(withBody(request, body)).catch(async (error) => {
    // The cause is told, and not what came of it: the key is free again when its time is over.
    await store.giveUpKey(call, owner).catch(() => undefined);
    throw error;
  });
  // What it did it did: that the answer cannot be kept is no reason to say otherwise.
  await store
    .keepAnswer(call, owner, store.vault.seal(await kept(answer)))
    .catch((error) => log.warn({ error: errorText(error) }, 'keeping an answer failed'));
  return answer;
}

interface Kept {
  status: number;
  type: string | null;
  body: string;
}

const kept = async (answer: Response): Promise<string> =>
  JSON.stringify({
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.clone().text(),
  } satisfies Kept);

function again(text: string): Response {
  const { status, type, body }: Kept = JSON.parse(text);
  return new Response(body === '' ? null : body, { status, headers: type === null ? {} : { 'content-type': type } });
}

/** The request once more, of which the body is read. */
const withBody = ({ url, method, headers, signal }: Request, body: Buffer): Request =>
  new Request(url, { method, headers, signal, body: body.byteLength === 0 ? null : new Uint8Array(body) });
