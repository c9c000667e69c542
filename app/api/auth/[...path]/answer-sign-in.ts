import { type Desk, desk } from '@/app/desk';
import { expectJson, parseBody } from '@/app/parse';
import { notFound, Refused } from '@/app/problem';
import { findPerson } from '@/app/session';
import { audit } from '@/lib/auth/audit';
import { isSignInPath, type SignInPath, signInBodies } from '@/lib/auth/sign-in-bodies';
import { signInHeaders } from '@/lib/auth/sign-in-headers';
import { giveCodeBack, takeCode } from '@/lib/auth/used-codes';
import { log } from '@/lib/log';
import { type Asking, countAsked, expectNoWait, forgetAsked } from './attempts';
import { codeIn, refusalFor, refusalOf } from './refusals';
import { findWaiting, lockedFor, type Waiting } from './waiting';
import { changesNothing, wayOf, writeDown } from './write-down';

/** Paths at which whoever has a session could try passwords. Without a session there is nothing to try. */
const takesPassword = new Set<SignInPath>([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
]);
/** Paths at which a code can be tried. */
const takesCode = new Set<SignInPath>(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/** Paths that are for whoever is signed in. Signing out is for everybody: who is out already, is. */
const needsSession = new Set<SignInPath>([...takesPassword, '/revoke-sessions', '/revoke-other-sessions']);

/** Paths that end what others began with the password. */
const endsOthers = new Set<SignInPath>(['/change-password', '/revoke-sessions', '/revoke-other-sessions']);

/** What is asked of better-auth: no more of a request than what was looked at here. */
interface Asked extends Asking {
  path: SignInPath;
  body: object;
  code: string | undefined;
  /** Who gave their password, and has to give a code yet. */
  waiting: Waiting | null;
}

/** Hands a request on to better-auth: only what is ours of it, counted, and answered in our way. */
export async function answerSignIn(request: Request, path: string): Promise<Response> {
  if (!isSignInPath(path)) throw notFound('address');
  expectJson(request);
  const body = await parseBody(request, signInBodies[path]);
  const opened = await desk();
  const headers = signInHeaders(request.headers);
  const before = await findPerson(headers);
  const waiting = takesCode.has(path) && !before ? await findWaiting(opened, headers) : null;
  const email = 'email' in body ? body.email : undefined;
  const code = 'code' in body ? body.code : undefined;
  const tries = email !== undefined || takesPassword.has(path) || takesCode.has(path);
  const asked: Asked = { path, headers, body, email, code, before, waiting, tries };
  expectSomebody(asked);
  // Whoever wants to go may always go.
  const counted = path !== '/sign-out';
  if (counted) expectNoWait(await countAsked(opened, asked));
  const idle = await changesNothing(opened, asked);
  const answer = await withCode(opened, asked, () =>
    opened.signIn.handler(new Request(request.url, { ...handedOn(asked), method: 'POST' })),
  );
  const text = await answer.text();
  if (answer.status >= 400) return refuse(opened, asked, answer, text);
  if (counted) await forgetAsked(opened, asked);
  if (before && endsOthers.has(path)) await opened.store.endHalfSignIns(before.id);
  if (!idle) await writeDown(opened, asked, answer);
  return passOn(answer, text);
}

/** Before anything is counted: whoever has no session, and waits for no code, must not use up what others have. */
function expectSomebody({ path, before, waiting }: Asked): void {
  if (before) return;
  if (needsSession.has(path)) throw refusalFor('UNAUTHORIZED');
  if (takesCode.has(path) && !waiting) throw refusalFor('INVALID_TWO_FACTOR_COOKIE');
}

/** What was counted is what is tried: the body is written anew from what was read. */
function handedOn({ headers, body }: Asked): { headers: Headers; body: string } {
  const handed = new Headers(headers);
  handed.set('content-type', 'application/json');
  return { headers: handed, body: JSON.stringify(body) };
}

/** A code of the app is good for one time. Recovery codes are, by better-auth. */
async function withCode(opened: Desk, asked: Asked, verify: () => Promise<Response>): Promise<Response> {
  const { path, code, before, waiting } = asked;
  const personId = before?.id ?? waiting?.personId;
  if (path !== '/two-factor/verify-totp' || code === undefined || personId === undefined) return verify();
  if (!(await takeCode(opened.store, personId, code))) {
    await writeRefusal(opened, asked);
    throw new Refused(401, 'wrong_code', 'This code was used already. Wait for the next one.');
  }
  const answer = await verify();
  if (answer.status >= 400) await giveCodeBack(opened.store, personId, code);
  return answer;
}

async function refuse(opened: Desk, asked: Asked, answer: Response, text: string): Promise<never> {
  await writeRefusal(opened, asked);
  if (opened.oidc && codeIn(text) === 'PROVIDER_NOT_FOUND') {
    log.error({ from: 'sign-in' }, 'the provider of the single sign-on cannot be reached, or does not say what it can');
    throw refusalFor('PROVIDER_AWAY');
  }
  const { waiting } = asked;
  const isLocked = waiting !== null && codeIn(text) === 'ACCOUNT_TEMPORARILY_LOCKED';
  if (isLocked) expectNoWait((await lockedFor(opened, waiting)) || 60_000);
  throw refusalOf(answer.status, text);
}

/** Only of what was an attempt to come in. */
async function writeRefusal({ store }: Desk, { path, headers, email, waiting }: Asked): Promise<void> {
  if (email === undefined && waiting === null) return;
  const id = waiting?.personId ?? (await store.findPerson(email!))?.id;
  const object = id === undefined ? undefined : ({ kind: 'person', id } as const);
  await audit(store, null, headers, 'sign_in_refused', object, { by: wayOf(path) });
}

/** The session's token stays in its cookie, where no script can read it. */
function passOn(answer: Response, text: string): Response {
  const passed = new Headers();
  for (const cookie of answer.headers.getSetCookie()) passed.append('set-cookie', cookie);
  const { twoFactorRedirect, url, totpURI, backupCodes } = text ? JSON.parse(text) : {};
  return Response.json({ secondFactor: Boolean(twoFactorRedirect), url, totpURI, backupCodes }, { headers: passed });
}
