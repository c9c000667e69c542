import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { forbidden } from 'next/navigation';
import { connection } from 'next/server';
import type { z } from 'zod';
import { isAway } from '@/db/away';
import { isOurHost, isOurOrigin } from '@/lib/auth/origin';
import type { Permission } from '@/lib/auth/permissions';
import { FilesFault } from '@/lib/files';
import { log } from '@/lib/log';
import { databaseAway, filesProblem, problemAnswer, Refused } from './problem';

/**
 * The one place through which every page, action and route goes. Until accounts come, it asks that the host is ours
 * and that a write comes from a page or program of ours; each caller already declares the permission it needs.
 */
function check(host: string | null, origin: string | null, writes: boolean): void {
  const baseUrl = process.env.BASE_URL;
  if (!isOurHost(host, baseUrl)) {
    throw new Refused(
      403,
      'unknown_host',
      'This address is not served. Open Import Desk by localhost or by its BASE_URL.',
    );
  }
  if (writes && !isOurOrigin(origin, host, baseUrl)) {
    throw new Refused(403, 'unknown_origin', 'Writing needs an Origin header of this server.');
  }
}

/** First line of every page. Pages are rendered for each request. */
export async function allowPage(_permission: Permission): Promise<void> {
  await connection();
  const asked = await headers();
  if (!isOurHost(asked.get('host'), process.env.BASE_URL)) forbidden();
}

/** Wraps a server action: `fn` gets its input parsed by the schema. */
export function action<Schema extends z.ZodType, Answer>(
  _permission: Permission,
  schema: Schema,
  fn: (input: z.output<Schema>) => Promise<Answer>,
): (input: z.input<Schema>) => Promise<Answer> {
  return async (input) => {
    const asked = await headers();
    check(asked.get('host'), asked.get('origin'), true);
    return fn(schema.parse(input));
  };
}

type Context<Params> = { params: Promise<Params> };
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Wraps a route handler: answers refusals as problem documents, names the request, forbids caches. */
export function route<Params = Record<string, never>>(
  _permission: Permission,
  handler: (request: Request, params: Params) => Promise<Response>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, context) => {
    const id = randomUUID();
    const answer = await perform(request, id, async () => {
      const { headers: asked, method } = request;
      check(asked.get('host'), asked.get('origin'), !reading.has(method));
      return handler(request, await context.params);
    });
    answer.headers.set('x-request-id', id);
    answer.headers.set('cache-control', 'no-store');
    return answer;
  };
}

async function perform(request: Request, id: string, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) return problemAnswer(error);
    log.error(
      {
        request: id,
        method: request.method,
        path: new URL(request.url).pathname,
        error: String((error as Error)?.stack ?? error),
      },
      'request failed',
    );
    return problemAnswer(problemOf(error));
  }
}

function problemOf(error: unknown): Refused {
  if (error instanceof FilesFault) return filesProblem(error);
  if (isAway(error)) return databaseAway();
  return new Refused(500, 'internal', 'Something went wrong. Nothing was lost; try again.');
}
