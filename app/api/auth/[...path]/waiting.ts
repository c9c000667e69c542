import type { Desk } from '@/app/desk';

/** Somebody who gave their password, and has to give a code yet. */
export interface Waiting {
  personId: string;
}

const waitingCookie = /(?:^|; )(?:__Host-)?import-desk\.two_factor=([^;]+)/;

/** Who waits for their code, by the cookie that better-auth gave for the password: an id that nobody guesses, and its signature. */
export async function findWaiting({ signIn }: Desk, headers: Headers): Promise<Waiting | null> {
  const [, signed] = waitingCookie.exec(headers.get('cookie') ?? '') ?? [];
  const [identifier] = decoded(signed ?? '').split('.');
  if (!identifier) return null;
  const { internalAdapter } = await signIn.$context;
  const found = await internalAdapter.findVerificationValue(identifier);
  return found && found.expiresAt > new Date() && identifier.startsWith('2fa-') ? { personId: found.value } : null;
}

/** How long no code of theirs is tried any more after too many wrong ones, in ms. */
export async function lockedFor({ signIn }: Desk, { personId }: Waiting): Promise<number> {
  const { adapter } = await signIn.$context;
  const where = [{ field: 'userId', value: personId }];
  const factor = await adapter.findOne<{ lockedUntil: Date | null }>({ model: 'twoFactor', where });
  return Math.max(0, (factor?.lockedUntil?.getTime() ?? 0) - Date.now());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
