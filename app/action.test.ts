import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { act } from '@/components/shell/api';
import { log } from '@/lib/log';
import { aPerson, signInOn } from '@/lib/testing/accounts';
import { withStore } from '@/lib/testing/test-store';
import { action, openAction } from './guard';

const asked = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => asked.headers }));

const store = withStore();
const held = globalThis as { importDesk?: Promise<unknown> };
const password = 'a password to keep';
const origin = 'http://localhost:3000';

/** The cookie of somebody who has just signed in. */
const signedIn = async (email: string) => {
  const signIn = signInOn(store());
  const { hash } = (await signIn.$context).password;
  const id = (await store().addPerson(aPerson(email, { passwordHash: await hash(password) })))!;
  const answer = await signIn.api.signInEmail({ body: { email, password }, asResponse: true });
  return { id, cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! };
};
const come = (cookie: string, from = origin) => {
  asked.headers = new Headers({ host: 'localhost:3000', origin: from, cookie });
};

let done = 0;
const upload = action('imports:write', z.number(), async (by) => {
  done += by;
  return done;
});

beforeAll(() => {
  held.importDesk = Promise.resolve({ store: store(), signIn: signInOn(store()), oidc: null });
});
afterAll(() => {
  held.importDesk = undefined;
});

it('an action that somebody may not do any more is refused in a sentence, and is no fault in the log', async () => {
  const [error, info] = [vi.spyOn(log, 'error'), vi.spyOn(log, 'info')];
  const { id, cookie } = await signedIn('ann@example.com');
  come(cookie);
  expect(await act(() => upload(1))).toBe(1);
  await store().changePerson(id, { role: 'viewer' }, ['credential']);
  const detail = 'Your role does not allow this.';
  expect(await upload(1)).toEqual({ refused: { status: 403, code: 'not_allowed', detail } });
  await store().changePerson(id, { disabled: true }, ['credential']);
  expect(await upload(1)).toMatchObject({ refused: { status: 401, code: 'not_signed_in' } });
  expect(done).toBe(1);
  expect(error).not.toHaveBeenCalled();
  expect(info.mock.calls).toEqual([
    [{ status: 403, code: 'not_allowed' }, 'action refused'],
    [{ status: 401, code: 'not_signed_in' }, 'action refused'],
  ]);
});

it('the page gets a refusal as the sentence that it tells', async () => {
  vi.stubGlobal('fetch', async () => Response.json({}));
  come('');
  await expect(act(() => upload(1))).rejects.toThrow('Sign in, or send an API key that is valid.');
  vi.unstubAllGlobals();
});

it('what another site sends is no answer but an error', async () => {
  come((await signedIn('bo@example.com')).cookie, 'http://evil.example');
  await expect(upload(1)).rejects.toThrow('Writing needs an Origin header of this server.');
});

it('what breaks in an action still breaks', async () => {
  come('');
  const broken = openAction(z.null(), async () => {
    throw new Error('broken');
  });
  await expect(broken(null)).rejects.toThrow('broken');
});
