/** What every spec starts from: `import { expect, test } from './fixtures'`. */
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
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
  /** Fails on accessibility faults of the page as it is now, light and dark. */
  axe: (page: Page) => Promise<void>;
};

/**
 * The open list of a select hangs at the end of the page, and scrolls by the arrow keys of its field, which names it
 * (aria-controls, aria-activedescendant). These two rules only look at where it hangs.
 */
const ofLists = ['region', 'scrollable-region-focusable'];
const isList = (target: string) => /mantine-Popover-dropdown|mantine-ScrollArea-viewport/.test(target);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What fades in has no contrast yet. A transition begins within two frames; what turns for ever (a loader) is left out. */
const standsStill = async (page: Page) => {
  // Behind a navigation the title is streamed: for a moment the old one is gone and the new one is not there yet.
  await page.waitForFunction(() => document.title !== '');
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
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
    async ({ faults }, use, testInfo) => {
      const desk = await serve();
      await use(desk);
      faults.end();
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('processes', { body: desk.readLog() });
      await desk.stop();
    },
    { timeout: 90_000 },
  ],
  baseURL: async ({ desk }, use) => use(desk.baseUrl),
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
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needs of a fixture from this pattern.
  axe: async ({}, use) => {
    await use(async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
        await standsStill(page);
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        const faults = violations.flatMap(({ id, help, nodes }) => {
          const found = nodes.filter(({ target }) => !(ofLists.includes(id) && isList(target.join(' '))));
          return found.length === 0 ? [] : [`${id}: ${help}: ${found.map((node) => node.target).join(' | ')}`];
        });
        expect(faults, `accessibility, ${colorScheme}`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: null });
    });
  },
});
