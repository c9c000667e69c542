import type { Place } from '@/app/bulk/room';
import { desk } from '@/app/desk';
import { readIdempotencyKey, wantsPlan } from '@/app/preferences';
import { NotAllowed, Refused } from '@/app/problem';
import { readBody } from '@/app/read-body';
import { type Actor, nameOf } from '@/lib/auth/actor';
import { addressOf, senderOf } from '@/lib/auth/address';
import { audit, noted } from '@/lib/auth/audit';
import { countRates } from '@/lib/auth/rates';
import { answerRequest } from '@/lib/contracts/bulk/answer-request';
import { chooseInputs } from '@/lib/contracts/bulk/choose-inputs';
import type { Dialect } from '@/lib/contracts/bulk/dialects';
import { newRequest } from '@/lib/contracts/bulk/new-request';
import { readRequest } from '@/lib/contracts/bulk/read-request';
import { refusalOf } from '@/lib/contracts/bulk/refusal-of';
import type { Refusal, RefusalCode } from '@/lib/contracts/bulk/refusals';
import { type BulkAnswer, bytesOf, refuse } from '@/lib/contracts/bulk/refuse';
import type { Accepted } from '@/lib/erase/apart';
import { limits } from '@/lib/limits';
import { askTogether, perStore, shareLooks } from '@/lib/shared-look';
import type { Store } from '@/lib/store';

/** Answers the requests of a bulk contract. */
export const bulk =
  (dialect: Dialect) =>
  async (request: Request, _params: Record<string, never>, who: Actor): Promise<Response> => {
    const { store, room, apart } = await desk();
    const refused = async (refusal: Refusal) => {
      await noteRefused(store, who, request, dialect, refusal);
      return asResponse(refuse(dialect, refusal));
    };
    const place = room.enter();
    const accepted = apart.accept();
    try {
      const received = await receive(request, place.grow).catch(async (error) => {
        if (error instanceof Refused) await refused(refusalOf(error));
        throw error;
      });
      return await place.work(() => {
        // Who gave up while others were at work sends it again, and should find nothing done.
        if (request.signal.aborted)
          throw new Refused(400, 'cut_off', 'Nobody waits for the answer. Nothing was written.');
        return carryOut(dialect, request, who, { ...received, accepted }, refused);
      });
    } finally {
      accepted.leave();
      place.leave();
    }
  };

async function carryOut(
  dialect: Dialect,
  request: Request,
  who: Actor,
  { key, plan, sent, accepted }: Received & { accepted: Accepted },
  refused: (refusal: Refusal) => Promise<Response>,
): Promise<Response> {
  const { store, ids, apart } = await desk();
  const url = new URL(request.url);
  // Asked while the body is looked through: beside a commit each question to the database takes its time.
  const look = looks(store);
  const attributes = begun(look.attributes(null));
  const waiting = dialect === 'scheduled' ? begun(look.waiting(who.id).then((count) => count ?? 0)) : undefined;
  const chosen =
    dialect === 'bySourceSystem'
      ? chooseInputs(url.searchParams.getAll('inputs'), sent)
      : { ok: true as const, body: sent };
  if (!chosen.ok) return refused(chosen.refusal);
  const read = await readRequest(dialect, chosen.body);
  if (!read.ok) return refused(read.refusal);
  const text = [request.method, url.pathname, url.search].join('\n');
  const asking = { name: nameOf(who), id: who.id, key: plan ? null : key, text, body: chosen.body };
  const made = await newRequest(dialect, read.sheet, asking, await attributes, store.vault);
  const details = { contract: dialect, customers: made.rows.length };
  if (plan) await audit(store, who, request.headers, 'bulk_planned', undefined, details);
  const by = noted(store, who, request.headers, 'bulk_request', { kind: 'import' }, details);
  const { answer, importId } = await apart.request(() =>
    answerRequest(by, ids, dialect, read.sheet, made, { plan, erased: accepted.erased, waiting }),
  );
  // What was refused with an import of its own stands there.
  if (answer.refused && !plan && !ofImport.has(answer.refused))
    await noteRefused(store, who, request, dialect, { code: answer.refused });
  return asResponse(answer, importId);
}

/** Requests that come at the same time ask together. */
const looks = perStore((store: Store) => ({
  attributes: shareLooks((_: null) => store.listAttributes(), 0),
  waiting: askTogether((callerIds: string[]) => store.countQueued(callerIds)),
}));

/** What fails is told where it is waited for, if it is. */
function begun<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  return asked;
}

const ofImport = new Set<RefusalCode>(['bad_value', 'taken']);

interface Received {
  key: string | null;
  plan: boolean;
  sent: Buffer;
}

async function receive(request: Request, grow: Place['grow']): Promise<Received> {
  const key = readIdempotencyKey(request.headers);
  const plan = wantsPlan(request);
  return { key, plan, sent: await readBody(request, { most: limits.bodyBytes, gzip: true, grow }) };
}

/** Strangers, by where they come from. */
const strangers = countRates();

/**
 * Says a refusal of the guard in the words of a contract. It is written down, as for every request that is refused; what comes
 * without a valid key once in a minute for each address, so that no stranger fills a log that nobody may shorten.
 */
export const refusing =
  (dialect: Dialect) =>
  async (refused: Refused, request: Request): Promise<Response> => {
    const refusal = refusalOf(refused);
    if (refused instanceof NotAllowed) await noteRefused((await desk()).store, refused.who, request, dialect, refusal);
    else if (refused.status === 401 && strangers.take(senderOf(addressOf(request.headers)), 1).wait === 0)
      await noteRefused((await desk()).store, null, request, dialect, refusal);
    return asResponse(refuse(dialect, refusal));
  };

const noteRefused = (
  store: Store,
  who: Actor | null,
  { headers }: Request,
  dialect: Dialect,
  { code }: Pick<Refusal, 'code'>,
) => audit(store, who, headers, 'bulk_refused', undefined, { contract: dialect, code });

const asResponse = ({ status, headers, body }: BulkAnswer, importId: number | null = null): Response => {
  const bytes = bytesOf({ body });
  const more = {
    'x-import-desk-length': String(bytes.byteLength),
    ...(importId === null ? {} : { 'x-import-id': String(importId) }),
  };
  return new Response(bytes, { status, headers: { ...headers, ...more } });
};
