import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import type { z } from 'zod';
import { isAway, isFull } from '@/db/away';
import { type Actor, may, type Person } from '@/lib/auth/actor';
import { isOurHost, isOurOrigin } from '@/lib/auth/origin';
import type { Permission } from '@/lib/auth/permissions';
import type { Rate } from '@/lib/auth/seconds-to-wait';
import type { Answered } from '@/lib/contracts/action-refused';
import { rateHeaders } from '@/lib/contracts/rate-headers';
import { errorText } from '@/lib/error-text';
import { FilesFault } from '@/lib/files';
import { log } from '@/lib/log';
import { answerOnce } from './answer-once';
import { limitRate } from './limit-rate';
import { expectNoQuery } from './parse';
import { wantsPlan } from './preferences';
import { databaseAway, databaseFull, filesProblem, NotAllowed, problemAnswer, Refused } from './problem';
import { cookiesOf, findActor, type Renew } from './session';

/** First line of every page. Pages are rendered for each request. Strangers are sent to the sign-in. */
export async function allowPage(needed: Permission): Promise<Person> {
  const asked = await allowAnyone();
  const actor = await visitor();
  if (actor?.kind !== 'person') redirect(`/sign-in?to=${encodeURIComponent(asked.get('x-import-desk-path') ?? '/')}`);
  if (!may(actor, needed)) forbidden();
  return actor;
}

/** A page and the frame around it ask the same question: it is answered once. */
const visitor = cache(async () => findActor(cookiesOf(await headers())));

/** First line of the few pages for which nobody has to be signed in. */
export async function allowAnyone(): Promise<Headers> {
  await connection();
  const asked = await headers();
  if (!isOurHost(asked.get('host'), process.env.BASE_URL)) forbidden();
  return asked;
}

/** Wraps a server action: `fn` gets its input parsed by the schema, and who asks. A refusal is an answer. */
export function action<Schema extends z.ZodType, Answer>(
  needed: Permission,
  schema: Schema,
  fn: (input: z.output<Schema>, who: Actor) => Promise<Answer>,
): (input: z.input<Schema>) => Promise<Answered<Answer>> {
  return (input) =>
    answered(async () => {
      const who = await check(cookiesOf(await headers()), true, needed);
      return fn(fitting(schema, input), who);
    });
}

/** Wraps one of the few server actions for which nobody has to be signed in. */
export function openAction<Schema extends z.ZodType, Answer>(
  schema: Schema,
  fn: (input: z.output<Schema>, asked: Headers) => Promise<Answer>,
): (input: z.input<Schema>) => Promise<Answered<Answer>> {
  return (input) =>
    answered(async () => {
      const asked = cookiesOf(await headers());
      await check(asked, true);
      return fn(fitting(schema, input), asked);
    });
}

function fitting<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success && !holdsNul(result.data)) return result.data;
  throw new Refused(
    422,
    'does_not_fit',
    'What was sent does not fit. Nothing was done; load the page again and try again.',
  );
}

/** PostgreSQL takes no NUL, and nobody types one. */
const holdsNul = (input: unknown): boolean =>
  typeof input === 'string'
    ? input.includes('\0')
    : typeof input === 'object' && input !== null && Object.values(input).some(holdsNul);

/** What no page of ours can meet stays an error, also for whoever reads only the status. */
const notOfOurPages = new Set(['unknown_host', 'unknown_origin']);

/** Whoever lost a role or a session while a page was open did nothing wrong, and nothing broke. */
async function answered<Answer>(run: () => Promise<Answer>): Promise<Answered<Answer>> {
  try {
    return await run();
  } catch (error) {
    const refused = error instanceof Refused ? error : storageProblem(error);
    if (!refused || notOfOurPages.has(refused.code)) throw error;
    const { status, code, message: detail } = refused;
    log.info({ status, code, ...(refused !== error && { error: errorText(error) }) }, 'action refused');
    return { refused: { status, code, detail } };
  }
}

type Context<Params> = { params: Promise<Params> };
type Answering<Params> = (request: Request, context: Context<Params>) => Promise<Response>;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Says a refusal in the words of a route. */
type SayRefusal = (refused: Refused, request: Request) => Response | Promise<Response>;

/**
 * Wraps a route handler: answers refusals as problem documents, names the request, forbids caches.
 * @param more.renews whether a request prolongs the session that it comes with, as what a person does should
 * @param more.readsQuery whether the handler reads the query, and refuses what it does not know; else nothing may stand there
 * @param more.plans whether the handler looks whether it is only asked what it would do; else whoever asks that is refused
 * @param more.once false where the handler itself looks at the `Idempotency-Key`
 * @param more.refuse says refusals as another contract has them
 */
export const route = <Params = Record<string, never>>(
  needed: Permission,
  handler: (request: Request, params: Params, who: Actor) => Promise<Response>,
  { renews = true, readsQuery = false, plans = false, once = true, refuse = problemAnswer as SayRefusal } = {},
): Answering<Params> =>
  answering(async (request, params: Params, { renew, rates }) => {
    const who = await check(request.headers, writes(request), needed, { renew: renews ? renew : undefined, rates });
    if (!readsQuery) expectNoQuery(request);
    if (!writes(request)) return handler(request, params, who);
    if (!plans && wantsPlan(request)) throw noPlan();
    if (!once || (plans && wantsPlan(request))) return handler(request, params, who);
    return answerOnce(request, who, (same) => handler(same, params, who));
  }, refuse);

/**
 * Wraps one of the few route handlers for which nobody has to be signed in.
 * @param more.counts whether its requests count for the rate of whoever asks, and are refused where that is used up
 */
export const openRoute = <Params = Record<string, never>>(
  handler: (request: Request, params: Params) => Promise<Response>,
  { counts = true } = {},
): Answering<Params> =>
  answering(
    async (request, params: Params) => {
      await check(request.headers, writes(request));
      return handler(request, params);
    },
    problemAnswer,
    { counts },
  );

/** What was meant to write nothing must not write because nobody looked. */
const noPlan = () => new Refused(400, 'no_plan', 'This call cannot say what it would do. Nothing was written.');

const writes = ({ method }: Request): boolean => !reading.has(method);

/** What is learned on the way, and told in the headers of the answer. */
interface Told {
  renew?: Renew;
  rates: Rate[];
}

function answering<Params>(
  run: (request: Request, params: Params, told: Told) => Promise<Response>,
  refuse: SayRefusal,
  { counts = true } = {},
): Answering<Params> {
  return async (request, context) => {
    const id = request.headers.get('x-import-desk-request') ?? randomUUID();
    const renewed: string[] = [];
    const told: Told = { renew: (cookie) => void renewed.push(cookie), rates: [] };
    const work = async () => {
      // Pages and actions are counted in proxy.ts.
      if (counts) limitRate(request.headers, told.rates);
      return run(request, await context.params, told);
    };
    const answer = await perform(request, id, work, (refused) => refuse(refused, request));
    answer.headers.set('x-request-id', id);
    answer.headers.set('cache-control', 'no-store');
    for (const [name, value] of Object.entries(rateHeaders(told.rates))) answer.headers.set(name, value);
    for (const cookie of renewed) answer.headers.append('set-cookie', cookie);
    return answer;
  };
}

/**
 * The one place through which every action and route goes, before a byte of the body is taken: the host is ours, whoever
 * asks is known and may do it, and a write that a browser could be made to send comes from a page of ours.
 */
async function check(asked: Headers, writing: boolean, needed: Permission, told?: Told): Promise<Actor>;
async function check(asked: Headers, writing: boolean): Promise<null>;
async function check(asked: Headers, writing: boolean, needed?: Permission, told?: Told): Promise<Actor | null> {
  const [host, origin, baseUrl] = [asked.get('host'), asked.get('origin'), process.env.BASE_URL];
  if (!isOurHost(host, baseUrl)) {
    throw new Refused(
      403,
      'unknown_host',
      'This address is not served. Open Import Desk by localhost or by its BASE_URL.',
    );
  }
  const actor = needed ? await allow(asked, needed, told) : null;
  // A key is never sent by a browser on its own, as a cookie is.
  if (writing && actor?.kind !== 'key' && !isOurOrigin(origin, host, baseUrl)) {
    throw new Refused(403, 'unknown_origin', 'Writing needs an Origin header of this server.');
  }
  return actor;
}

async function allow(asked: Headers, needed: Permission, told?: Told): Promise<Actor> {
  const actor = await findActor(asked, told?.renew);
  if (!actor) throw new Refused(401, 'not_signed_in', 'Sign in, or send an API key that is valid.');
  if (actor.kind === 'key') limitRate(asked, told?.rates ?? [], actor);
  if (may(actor, needed)) return actor;
  throw new NotAllowed(actor);
}

async function perform(
  request: Request,
  id: string,
  run: () => Promise<Response>,
  refuse: (refused: Refused) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) return refuse(error);
    log.error(
      {
        request: id,
        method: request.method,
        error: errorText(error),
      },
      'request failed',
    );
    return refuse(problemOf(error));
  }
}

function problemOf(error: unknown): Refused {
  if (error instanceof FilesFault) return filesProblem(error);
  return storageProblem(error) ?? new Refused(500, 'internal', 'Something went wrong. Nothing was lost; try again.');
}

/** Whose fault it is not that asked; null for what is ours. */
const storageProblem = (error: unknown): Refused | null =>
  isFull(error) ? databaseFull() : isAway(error) ? databaseAway() : null;
