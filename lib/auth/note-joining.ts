import type { AuditStore, PeopleStore } from './account-store';
import { audit } from './audit';

/**
 * Writes down who came to a place by single sign-on: a new one, or one that they had already. better-auth makes the person
 * first and links the provider's account to them next.
 */
export function noteJoining(store: AuditStore & PeopleStore) {
  const made = new Set<string>();
  return {
    made: (personId: string): void => void made.add(personId),

    /** @param headers of the request, for where it came from */
    async linked(personId: string, headers: Headers): Promise<void> {
      const found = await store.readPerson(personId);
      if (!found) return;
      const { id, name, email, role, twoFactorEnabled } = found;
      const who = { kind: 'person', id, name, email, role, twoFactor: twoFactorEnabled } as const;
      const isNew = made.delete(personId);
      const action = isNew ? 'sign_on_joined' : 'sign_on_linked';
      await audit(store, who, headers, action, { kind: 'person', id }, { role });
    },
  };
}
