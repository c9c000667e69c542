import { headers } from 'next/headers';
import { desk } from '@/app/desk';
import type { SessionView } from '@/components/account/session-view';
import { browserWords } from '@/lib/auth/browser-words';

/** Where somebody is signed in, and whether they have a password. Tokens of sessions stay here. */
export async function readAccount(personId: string): Promise<{ sessions: SessionView[]; hasPassword: boolean }> {
  const { signIn } = await desk();
  const { internalAdapter } = await signIn.$context;
  // Not by `api.listSessions`, which asks for a session that is younger than a day.
  const [all, accounts, here] = await Promise.all([
    internalAdapter.listSessions(personId),
    internalAdapter.findAccounts(personId),
    signIn.api.getSession({ headers: await headers(), query: { disableRefresh: true } }),
  ]);
  const sessions = all
    .sort((one, other) => lastUse(other).getTime() - lastUse(one).getTime())
    .map((session) => ({
      id: session.id,
      isThis: session.id === here?.session.id,
      browser: browserWords(session.userAgent),
      address: session.ipAddress || null,
      begunAt: session.createdAt.toISOString(),
      usedAt: lastUse(session).toISOString(),
    }));
  return {
    sessions: sessions.sort((one, other) => Number(other.isThis) - Number(one.isThis)),
    hasPassword: accounts.some(({ providerId }) => providerId === 'credential'),
  };
}

interface Used {
  createdAt: Date;
  lastUsedAt?: Date | null;
}

const lastUse = ({ createdAt, lastUsedAt }: Used): Date => lastUsedAt ?? createdAt;
