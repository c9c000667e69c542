import { type Desk, desk } from '@/app/desk';
import { readText } from '@/app/parse';
import { notFound, Refused } from '@/app/problem';
import { findActor } from '@/app/session';
import type { Actor } from '@/lib/auth/actor';
import { addressOf, senderOf } from '@/lib/auth/address';
import { audit } from '@/lib/auth/audit';
import type { AuditAction } from '@/lib/auth/audit-actions';
import { openPaths } from '@/lib/auth/sign-in';
import { countAttempt, forgetAttempts } from '@/lib/auth/throttle';
import { refusalOf } from './refusals';

/** Paths at which a code can be tried. */
const takesCode = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
/** Paths at which whoever has a session could try passwords. */
const takesPassword = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
]);
/** What is written down when it went well. */
const written: Record<string, AuditAction> = {
  '/sign-out': 'signed_out',
  '/change-password': 'password_changed',
  '/revoke-session': 'sessions_ended',
  '/revoke-sessions': 'sessions_ended',
  '/revoke-other-sessions': 'sessions_ended',
  '/two-factor/disable': 'second_factor_off',
  '/two-factor/generate-backup-codes': 'recovery_codes_made',
};

/** Hands a request on to better-auth: only what is ours of it, counted, and answered in our way. */
export async function answerSignIn(request: Request, path: string): Promise<Response> {
  const asCallback = path === '/callback/oidc';
  const known = (openPaths as readonly string[]).includes(path) && (request.method === 'POST') !== asCallback;
  if (!known) throw notFound('address');
  const opened = await desk();
  const body = asCallback ? '' : await readText(request);
  const before = await findActor(request.headers);
  const email = path === '/sign-in/email' ? emailIn(body) : null;
  const account = email ?? (takesPassword.has(path) && before?.kind === 'person' ? before.email : null);
  if (account !== null || takesCode.has(path)) await count(opened, request, account);
  const answer = await opened.signIn.handler(
    new Request(request.url, {
      method: request.method,
      headers: request.headers,
      ...(asCallback ? {} : { body: body || '{}' }),
    }),
  );
  const text = await answer.text();
  if (answer.status >= 400) return refuse(opened, request, email, answer, text);
  if (account !== null) await forgetAttempts(opened.store, account);
  await writeDown(opened, request, path, answer, before);
  return passOn(answer, path, text);
}

async function count({ store }: Desk, request: Request, email: string | null): Promise<void> {
  const wait = await countAttempt(store, email, senderOf(addressOf(request.headers)));
  if (wait === 0) return;
  const minutes = Math.ceil(wait / 60_000);
  const detail = `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  throw new Refused(429, 'too_many_attempts', detail, { retryAfter: Math.ceil(wait / 1000) });
}

function emailIn(body: string): string {
  try {
    const { email } = JSON.parse(body);
    return typeof email === 'string' ? email : '';
  } catch {
    return '';
  }
}

async function refuse(
  { store }: Desk,
  request: Request,
  email: string | null,
  answer: Response,
  text: string,
): Promise<never> {
  if (email !== null) {
    const person = await store.findPerson(email);
    const object = person ? ({ kind: 'person', id: person.id } as const) : undefined;
    await audit(store, null, request.headers, 'sign_in_refused', object);
  }
  throw refusalOf(answer.status, text);
}

/** Somebody who was not signed in before and is now has signed in, by whichever way. */
async function writeDown({ store }: Desk, request: Request, path: string, answer: Response, before: Actor | null) {
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0]!)
    .join('; ');
  const after = cookie ? await findActor(new Headers({ cookie })) : null;
  if (after && !before) await audit(store, after, request.headers, 'signed_in', undefined, { by: wayOf(path) });
  // The first right code is what switches the second factor on.
  if (after && before && path === '/two-factor/verify-totp')
    await audit(store, after, request.headers, 'second_factor_on');
  const action = written[path];
  if (action && before) await audit(store, before, request.headers, action);
}

const wayOf = (path: string): string => {
  if (path === '/callback/oidc') return 'single sign-on';
  if (path === '/two-factor/verify-backup-code') return 'recovery code';
  return path === '/two-factor/verify-totp' ? 'password and code' : 'password';
};

/** The session's token stays in its cookie, where no script can read it. */
function passOn(answer: Response, path: string, text: string): Response {
  const passed = new Headers();
  for (const cookie of answer.headers.getSetCookie()) passed.append('set-cookie', cookie);
  const location = answer.headers.get('location');
  if (path === '/callback/oidc' && location) {
    passed.set('location', location);
    return new Response(null, { status: 302, headers: passed });
  }
  const { twoFactorRedirect, url, totpURI, backupCodes } = text ? JSON.parse(text) : {};
  return Response.json({ secondFactor: Boolean(twoFactorRedirect), url, totpURI, backupCodes }, { headers: passed });
}
