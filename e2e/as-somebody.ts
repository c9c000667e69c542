/** Other people than the administrator: made by the shell, signed in, each with a browser of their own. */
import type { Browser, Page } from '@playwright/test';
import { signIn } from '../scripts/run/first-person.mjs';
import { newBlock } from './data';
import { cookiesOf } from './fixtures';
import type { Desk } from './serve';

export interface Somebody {
  name: string;
  email: string;
  password: string;
  /** Their session, as the header `cookie`. */
  cookie: string;
}

/** Makes somebody of this role who is signed in. @param word of which their name is made */
export const somebody = async (desk: Desk, role: 'admin' | 'editor' | 'viewer', word: string = role) => {
  const block = newBlock();
  const email = `${word.replace(/\W/g, '') || 'x'}.${block}@example.com`.toLowerCase();
  const person = { name: `${word} ${block}`, email, password: `long enough ${block}` };
  await desk.makePerson(person, role);
  return { ...person, cookie: await signIn(desk.baseUrl, person) };
};

/** A page of a browser of its own. @param cookie of a session; without one nobody is signed in there */
export const pageOf = async (browser: Browser, desk: Desk, cookie?: string): Promise<Page> => {
  const cookies = cookie === undefined ? [] : cookiesOf({ baseUrl: desk.baseUrl, cookie });
  const context = await browser.newContext({ baseURL: desk.baseUrl, storageState: { cookies, origins: [] } });
  return context.newPage();
};

/** A request of somebody. */
export const callAs = (desk: Desk, { cookie }: Pick<Somebody, 'cookie'>, path: string, init: RequestInit = {}) =>
  desk.call(path, { ...init, headers: { 'content-type': 'application/json', ...init.headers, cookie } });
