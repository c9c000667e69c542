import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { AccountStore, InvitationRecord } from './account-store';
import type { Role } from './permissions';
import { hashToken, setUpCode } from './secret';

/** How long an invitation can be taken, in ms. */
const invitationLasts = 7 * 86_400_000;

/** What became of somebody who wants in. `taken`: their email has an account already. */
export type Joined = 'joined' | 'over' | 'taken';

/** Whether a code is the one of the set-up link. */
export function isSetUpCode(secret: Buffer, code: string): boolean {
  const [wanted, given] = [setUpCode(secret), code].map((text) => Buffer.from(hashToken(text)));
  return timingSafeEqual(wanted!, given!);
}

/**
 * Makes the first administrator, once: with somebody there it is over for good.
 * @param person the password in clear
 */
export async function setUp(
  store: AccountStore,
  person: { id: string; name: string; email: string; password: string },
): Promise<Joined> {
  const { password, ...rest } = person;
  const passwordHash = await hashPassword(password);
  const id = await store.addPerson({ ...rest, role: 'administrator', passwordHash }, { first: true });
  return id === null ? 'over' : 'joined';
}

/** @returns the token of the link, which is shown once and stored as its hash; null where the email has an account */
export async function invite(
  store: AccountStore,
  invitation: { id: string; email: string; role: Role; createdBy: string },
): Promise<string | null> {
  const token = randomBytes(24).toString('base64url');
  const added = await store.addInvitation({ ...invitation, expiresAt: Date.now() + invitationLasts }, hashToken(token));
  return added === null ? null : token;
}

export const findInvitation = (store: AccountStore, token: string): Promise<InvitationRecord | null> =>
  store.findInvitation(hashToken(token));

/** Takes the place that an invitation keeps. */
export async function takeInvitation(
  store: AccountStore,
  token: string,
  { id, name, password }: { id: string; name: string; password: string },
): Promise<Joined> {
  const invitation = await findInvitation(store, token);
  if (!invitation) return 'over';
  const { email, role, id: taken } = invitation;
  const passwordHash = await hashPassword(password);
  const made = await store.addPerson({ id, name, email, role, passwordHash }, { invitation: taken });
  if (made !== null) return 'joined';
  return (await store.findPerson(email)) ? 'taken' : 'over';
}
