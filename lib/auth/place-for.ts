import { APIError } from 'better-auth/api';
import type { PeopleStore } from './account-store';
import type { Role } from './permissions';

/**
 * As what somebody new comes in by single sign-on: what an administrator invited them as, which takes the invitation, else what
 * all new people become.
 * @param newPeople null where nobody comes without having a place
 * @throws APIError where there is no place for them
 */
export async function placeFor(
  store: PeopleStore,
  { email, emailVerified }: { email: string; emailVerified: boolean },
  newPeople: Role | null,
): Promise<Role> {
  // The first administrator comes by the set-up link.
  if ((await store.countPeople()) === 0) throw new APIError('FORBIDDEN', { code: 'NOT_SET_UP' });
  const isTheirs = (invited: string) => emailVerified && invited.toLowerCase() === email.toLowerCase();
  const kept = (await store.listInvitations()).find((each) => isTheirs(each.email));
  // Of two who come at the same moment, by the link and by the provider, one finds it taken.
  if (kept && (await store.endInvitation(kept.id))) return kept.role;
  if (newPeople === null) throw new APIError('FORBIDDEN', { code: 'signup_disabled' });
  return newPeople;
}
