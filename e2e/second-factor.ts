import { expect } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Somebody } from './as-somebody';
import type { browserOf } from './browser';

/** An app that shows codes. `ahead` seconds from now: each code is good once, and the next one counts already. */
export const appOf = (uri: string) => {
  const app = new TOTP({ secret: Secret.fromBase32(new URL(uri).searchParams.get('secret')!) });
  return { code: (ahead = 0) => app.generate({ timestamp: Date.now() + ahead * 1000 }) };
};

/** Switches the second factor of somebody on, in a browser in which they are signed in. */
export const switchOn = async ({ auth }: ReturnType<typeof browserOf>, { password }: Pick<Somebody, 'password'>) => {
  const { totpURI, backupCodes } = await (await auth('/two-factor/enable', { password })).json();
  const app = appOf(totpURI);
  // The code before the present one, so that a test has the two others left.
  expect((await auth('/two-factor/verify-totp', { code: app.code(-30) })).status).toBe(200);
  return { app, backupCodes: backupCodes as string[] };
};
