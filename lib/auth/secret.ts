import { createHash, hkdfSync } from 'node:crypto';

/** Bytes of a derived key. */
const keyBytes = 32;

/** A key for one purpose made from the secret key (RFC 5869), so that no two uses share one. */
export const derive = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `import-desk ${purpose}`, keyBytes));

/** The code of the link by which the first administrator is made: the same until there is one, and of no use afterwards. */
export const setUpCode = (secret: Buffer): string => derive(secret, 'set-up').toString('base64url').slice(0, 32);

/** How tokens and keys are stored: they are long and random, so a fast hash keeps them as well as a slow one. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
