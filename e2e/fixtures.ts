/** What every spec starts from: `import { expect, test } from './fixtures'`. */
import { test as base, type Cookie, expect, type Page } from '@playwright/test';
import { startPostgres } from '../scripts/setup/postgres.mjs';
import { type S3, startS3 } from '../scripts/setup/s3.mjs';
import { type Desk, serve } from './serve';

export { expect };

type ForWorker = {
  /** What the desk of the worker stores in. */
  engine: 'sqlite' | 'postgres';
  /** Where its uploads are kept. In S3, web server and worker have data folders apart; needs `engine: 'postgres'`. */
  files: 'folder' | 's3';
  /** The S3 server that the desk uses; undefined for `folder`. */
  s3: S3 | undefined;
  /** One desk for all tests of a Playwright worker: use names of your own, and count nothing that others may have added. */
  desk: Desk;
};
type ForTest = {
  /** A desk that only this test has, with an empty database: for tests that kill, restart or count everything. */
  ownDesk: Desk;
  /** Faults of the page (console, exceptions, answers of 500 and above) fail the test, unless they are allowed here first. */
  faults: {
    allow: (pattern: RegExp) => void;
    /** From here on nothing counts: the desk is about to go away under the page. */
    end: () => void;
  };
};

/** Collects what goes wrong on a page, as sentences. */
const watch = (page: Page, tell: (fault: string) => void) => {
  page.on('pageerror', (error) => tell(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      tell(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) tell(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
};

/** The session of a desk's administrator for a browser. Cookies do not tell ports apart, so a page has those of one desk. */
export const cookiesOf = ({ baseUrl, cookie }: Pick<Desk, 'baseUrl' | 'cookie'>): Cookie[] =>
  cookie.split('; ').map((each) => ({
    name: each.slice(0, each.indexOf('=')),
    value: each.slice(each.indexOf('=') + 1),
    domain: new URL(baseUrl).hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  }));

export const test = base.extend<ForTest, ForWorker>({
  engine: ['sqlite', { option: true, scope: 'worker' }],
  files: ['folder', { option: true, scope: 'worker' }],
  s3: [
    async ({ files }, use) => {
      const s3 = files === 's3' ? await startS3() : undefined;
      await use(s3);
      await s3?.stop();
    },
    { scope: 'worker' },
  ],
  desk: [
    async ({ engine, s3 }, use) => {
      const postgres = engine === 'postgres' ? await startPostgres() : undefined;
      const database = postgres && { DATABASE_URL: `${postgres.url}/postgres` };
      const desk = await serve({ ...database, ...s3?.env }, { apart: s3 !== undefined });
      await use(desk);
      await desk.stop();
      await postgres?.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  ownDesk: [
    async ({ faults, context }, use, testInfo) => {
      const desk = await serve();
      await context.addCookies(cookiesOf(desk));
      await use(desk);
      faults.end();
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('processes', { body: desk.readLog() });
      await desk.stop();
    },
    { timeout: 90_000 },
  ],
  baseURL: async ({ desk }, use) => use(desk.baseUrl),
  // Signed in once for each desk; every test goes on with that session.
  storageState: async ({ desk }, use) => use({ cookies: cookiesOf(desk), origins: [] }),
  faults: [
    async ({ context }, use) => {
      const found: string[] = [];
      const allowed: RegExp[] = [];
      let over = false;
      context.on('page', (page) => watch(page, (fault) => over || found.push(fault)));
      await use({
        allow: (pattern) => allowed.push(pattern),
        end: () => {
          over = true;
        },
      });
      expect(found.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});
