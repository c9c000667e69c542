import type { Page } from '@playwright/test';
import { axe } from './axe';
import { commitFile, customerOf, reviewFile } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { cell, chip, grid, open, saved } from './steps';
import { onDatabase, tell } from './tell';

/** An import at every step, with long words where they can stand. */
const everyPage = async (desk: Desk) => {
  const block = newBlock();
  const long = `a-rather-long-word-that-does-not-break-${'x'.repeat(60)}`;
  const rows = change(
    people(30, block),
    [2, 'Last name', long],
    [3, 'Email', 'nobody'],
    [4, 'Email', `${long}@example.com`],
  );
  const name = `customers of november with a long name ${'y'.repeat(60)}.csv`;
  const committed = await commitFile(desk, name, csv(rows.slice(0, 5)));
  const review = await reviewFile(desk, name, csv(rows));
  const { id: mapping } = await desk.upload(name, csv(rows), { until: 'mapping' });
  await desk.until(mapping, 'mapping');
  const customer = await customerOf(desk, block + 3);
  const email = `${block}.${long.slice(0, 50)}@example.com`;
  await desk.makePerson({ name: `A name ${long.slice(0, 80)}`, email, password: 'long enough to try' }, 'viewer');
  tell(desk, 'import_done', committed.id);
  onDatabase(desk, (database) =>
    database
      .prepare(`insert into attribute_definitions (name, name_key, label, class, type, options, description)
        values (?, ?, ?, ?, 'list', ?, ?)`)
      .run(`x${block}`, `x${block}`, long.slice(0, 100), 'y'.repeat(64), JSON.stringify([long]), long),
  );
  const pages = [
    ...['/imports', '/imports/new', '/customers', `/customers/${customer.id}`, `/customers/${customer.id}?edit=true`],
    ...['/intake', '/map'].map((step) => `/imports/${mapping}${step}`),
    ...['/review', '/commit'].map((step) => `/imports/${review.id}${step}`),
    ...['/map', '/report'].map((step) => `/imports/${committed.id}${step}`),
    ...['/settings/people', '/settings/keys', '/settings/attributes', '/settings/audit', '/account', '/notifications'],
  ];
  return { pages, review: review.id };
};

/** Controls and headings that a person cannot see to their end: beyond the window, or behind the edge of what holds them. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
    /** Text that ends in … is whole in its title. */
    const isTold = (element: Element, outer: Element) =>
      getComputedStyle(outer).textOverflow === 'ellipsis' && element.closest('[title]') !== null;
    const isCut = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
      for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        if (scrolls(outer)) return false;
        const edge = outer.getBoundingClientRect();
        if (isTold(element, outer)) return false;
        if (clips(outer) && edge.width > 1 && (box.right > edge.right + 1 || box.left < edge.left - 1)) return true;
      }
      return box.right > innerWidth + 1 || box.left < -1;
    };
    return [...document.querySelectorAll('main :is(h1, h2, h3, button, a, input, [role=combobox])')]
      .filter(isCut)
      .map(
        (element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60)}`,
      );
  });

const expectToFit = async (page: Page, path: string) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, `${path} is wider than the window by`).toBeLessThanOrEqual(0);
  expect(await cutOff(page), `cut off on ${path}`).toEqual([]);
};

const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test('every page fits on a phone of 390 px, and on desks of 1280 and 1920 px', async ({ page, desk }) => {
  for (const path of (await everyPage(desk)).pages) {
    await test.step(path, async () => {
      await page.setViewportSize(windows[0]!);
      await open(page, path);
      await expect(page.getByRole('heading').first()).toBeAttached();
      await expectToFit(page, path);
      for (const wider of windows.slice(1)) {
        await page.setViewportSize(wider);
        // What asks for the width in a script follows it a moment later.
        await expect(() => expectToFit(page, `${path} at ${wider.width} px`)).toPass({ timeout: 2000 });
      }
    });
  }
});

test('on the phone the tab of the page is among those that are seen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['people', 'attributes', 'audit']) {
    await open(page, `/settings/${path}`);
    const tab = page.getByRole('navigation', { name: 'Settings' }).locator('[aria-current=page]');
    await expect(tab).toBeInViewport({ ratio: 1 });
  }
});

test('at 200 % the review fits, with its tools and its issues', async ({ page, desk }) => {
  await page.setViewportSize({ width: 640, height: 450 });
  const { review } = await everyPage(desk);
  await open(page, `/imports/${review}/review`);
  await expectToFit(page, 'review at 640 px');
  for (const label of ['All', 'Errors', 'Create', 'Skipped', 'Conflict']) {
    await chip(page, label).scrollIntoViewIfNeeded();
    await expect(chip(page, label)).toBeInViewport();
  }
  await expect(page.getByRole('link', { name: /^Import \d+ customers$/ })).toBeInViewport();
});

test('on the phone an error is fixed in its card', async ({ page, desk }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const block = newBlock();
  const { id } = await reviewFile(desk, 'phone.csv', csv(change(people(12, block), [5, 'Email', 'nobody'])));
  await open(page, `/imports/${id}/review`);
  await expect(grid(page)).toBeHidden();
  await chip(page, 'Errors').click();
  const card = page.getByRole('article', { name: 'Row 7' });
  await expect(card).toContainText('1 error');
  const email = card.getByLabel('Email');
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await email.fill(`phone.${block}@example.com`);
  await email.press('Enter');
  await expect(chip(page, 'Errors')).toHaveText('Errors0');
  expect((await desk.until(id, 'review')).totals.states.error).toBe(0);
});

test('on a small window the issues open in a drawer and lead to their rows', async ({ page, desk }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const { id } = await reviewFile(desk, 'drawer.csv', csv(change(people(12), [5, 'Email', 'nobody'])));
  await open(page, `/imports/${id}/review`);
  await page.getByRole('button', { name: 'Show issues by cause' }).click();
  const drawer = page.getByRole('dialog', { name: 'Issues by cause' });
  await expect(drawer).toBeVisible();
  await axe(page);
  await drawer.getByRole('button', { name: /^Show rows: 1 email/ }).click();
  await expect(drawer).toBeHidden();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(await cell(page, 7, 'Email')).toBeVisible();
  await saved(page);
});
