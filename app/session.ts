import type { KeyRecord } from '@/lib/auth/account-store';
import type { Actor, Person } from '@/lib/auth/actor';
import type { Role } from '@/lib/auth/permissions';
import { hashToken } from '@/lib/auth/secret';
import { askTogether, perStore } from '@/lib/shared-look';
import type { Store } from '@/lib/store';
import { desk } from './desk';

/** Takes the cookie of a session that is renewed. */
export type Renew = (setCookie: string) => void;

/**
 * Who asks: a program by its key, or a person by their session; null for a stranger. Read from storage for each request, so
 * that what an administrator takes away is gone at the next one.
 * @param renew without it a session is not renewed, as where no cookie can be set
 */
export async function findActor(headers: Headers, renew?: Renew): Promise<Actor | null> {
  const key = keyOf(headers);
  return key === null ? findPerson(headers, renew) : findKey(key);
}

/** Pages and actions are for people: a key among the headers counts for nothing there. */
export function cookiesOf(asked: Headers): Headers {
  const without = new Headers(asked);
  without.delete('authorization');
  without.delete('x-api-key');
  return without;
}

/**
 * A key as `Authorization: Bearer K`, `Authorization: K` or `x-api-key: K`; null where none was sent. A name and password are for a proxy
 * that asks for them, and which may hand them on.
 */
function keyOf(headers: Headers): string | null {
  const authorization = headers.get('authorization');
  const isForProxy = authorization !== null && /^basic\s/i.test(authorization.trim());
  const given = (isForProxy ? null : authorization) ?? headers.get('x-api-key');
  return given === null ? null : given.replace(/^bearer\s+/i, '').trim();
}

/** How old the note of the last use of a key or a session may grow, in ms: who is busy must not write with each request. */
const touchedEvery = 60_000;

/** Keys of requests that come at the same time are looked for together. */
const keys = perStore((store: Store) => askTogether((hashes: string[]) => store.findKeys(hashes)));

async function findKey(key: string): Promise<Actor | null> {
  const { store } = await desk();
  const found = await keys(store)(hashToken(key));
  if (!found || !isValid(found)) return null;
  if (Date.now() - (found.lastUsedAt ?? 0) > touchedEvery) await store.touchKey(found.id);
  return { kind: 'key', id: found.id, name: found.name, scopes: found.scopes };
}

const isValid = ({ revokedAt, expiresAt }: KeyRecord): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > Date.now());

/** As `findActor` for what only people do: keys are not looked at. */
export async function findPerson(headers: Headers, renew?: Renew): Promise<Person | null> {
  if (!headers.get('cookie')?.includes(sessionCookie)) return null;
  const { signIn, store } = await desk();
  const query = { disableRefresh: renew === undefined };
  const { headers: answered, response } = await signIn.api.getSession({ headers, query, returnHeaders: true });
  if (!response || response.user.disabled) return null;
  const { session } = response;
  if (Date.now() - (session.lastUsedAt?.getTime() ?? 0) > touchedEvery) {
    await store.touchSession(session.id, response.user.id);
  }
  if (renew) for (const cookie of answered.getSetCookie()) renew(cookie);
  const { id, name, email, role, twoFactorEnabled } = response.user;
  return { kind: 'person', id, name, email, role: role as Role, twoFactor: Boolean(twoFactorEnabled) };
}

/** Its name without the prefix that it has on https. */
const sessionCookie = 'import-desk.session_token=';
