/** The bell, the page behind it, and what each person has read. */
import type { Page } from '@playwright/test';
import { notificationsAnswer } from '../lib/contracts/notification-api';
import { callAs, pageOf, somebody } from './as-somebody';
import { axe } from './axe';
import { ask, commitFile, expectProblem, send } from './by-api';
import { change, csv, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { open } from './steps';
import { onDatabase, tell } from './tell';

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ });
const read = async (desk: Desk, query = '') =>
  notificationsAnswer.parse(await ask(desk, `/api/v1/notifications${query}`));

/** One import that went through, but for a row, and one that did not. */
const twoEnds = async (desk: Desk) => {
  const { id: done } = await commitFile(desk, 'scheduled.csv', csv(change(people(3), [1, 'Email', 'nobody'])));
  const { id: failed } = await desk.upload('broken.xlsx', 'PK\x03\x04 and nothing more');
  await expect.poll(async () => (await ask<{ state: string }>(desk, `/api/v1/imports/${failed}`)).state).toBe('failed');
  tell(desk, 'import_done', done);
  tell(desk, 'import_failed', failed);
  return { done, failed };
};

test('where nothing was told yet, bell and page say what will be', async ({ page, ownDesk }) => {
  await open(page, `${ownDesk.baseUrl}/imports`);
  await expect(bell(page)).toHaveAccessibleName('Notifications');
  await bell(page).click();
  const list = page.getByRole('dialog', { name: 'Notifications' });
  await expect(list.getByRole('status')).toHaveText('Nothing yet. When a scheduled import is done, it is said here.');
  await axe(page);
  await list.getByRole('link', { name: 'All notifications' }).click();
  await expect(page.getByRole('heading', { name: 'No notifications yet' })).toBeVisible();
  await expect(list).toBeHidden();
  await axe(page);
});

test('what happens while the page is open is counted at the bell, and read by the keyboard', async ({
  page,
  ownDesk,
}) => {
  await page.clock.install();
  await open(page, `${ownDesk.baseUrl}/customers`);
  await expect(bell(page)).toHaveAccessibleName('Notifications');
  const { done } = await twoEnds(ownDesk);
  await page.clock.fastForward(31_000);
  await expect(bell(page)).toHaveAccessibleName('Notifications, 2 unread');
  await page.clock.resume();

  await bell(page).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: /^Notifications/ });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('The scheduled import failed (unread)');
  await expect(list.getByRole('listitem').last()).toContainText('2 created, 1 failed');
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(bell(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('heading', { name: 'Notifications' })).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await expect(list.getByRole('link', { name: 'The scheduled import is done (unread)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/imports/${done}/report$`));
  await expect(page.getByRole('heading', { name: '2 customers imported' })).toBeVisible();
  // In the rail of an import too.
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');

  await bell(page).click();
  await list.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(list.getByRole('status')).toHaveText('All are read');
  await expect(list.getByRole('link', { name: 'All notifications' })).toBeFocused();
  await expect(list.getByText('unread')).toHaveCount(0);
  expect((await read(ownDesk)).unread).toBe(0);
});

test('all are on a page, on the phone too, and each person has read their own', async ({ browser, page, ownDesk }) => {
  const vera = await somebody(ownDesk, 'viewer');
  const { done, failed } = await twoEnds(ownDesk);
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${ownDesk.baseUrl}/imports`);
  await bell(page).click();
  await page.getByRole('link', { name: 'All notifications' }).click();
  const list = page.getByRole('list', { name: 'Notifications' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('img', { name: '2 created, 1 failed' })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'All are read' })).toBeVisible();
  await expect(list.getByText('unread')).toHaveCount(0);
  await expect(bell(page)).toHaveAccessibleName('Notifications');
  await axe(page);

  const hers = await pageOf(browser, ownDesk, vera.cookie);
  await open(hers, '/notifications');
  await expect(bell(hers)).toHaveAccessibleName('Notifications, 2 unread');
  await hers.getByRole('link', { name: /import failed/ }).click();
  await hers.waitForURL(new RegExp(`/imports/${failed}/intake`));
  await expect(bell(hers)).toHaveAccessibleName('Notifications, 1 unread');

  await open(page, `${ownDesk.baseUrl}/notifications?before=2`);
  await expect(list.getByRole('link')).toHaveAttribute('href', `/imports/${done}/report`);
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
});

test('a program lists them without marks, and can make none', async ({ ownDesk }) => {
  const { done, failed } = await twoEnds(ownDesk);
  const key = (await ownDesk.admin(['create-key', '--name', 'Reader', '--scope', 'imports:read'])).trim();
  const headers = { 'x-api-key': key };
  const listed = notificationsAnswer.parse(await (await ownDesk.call('/api/v1/notifications', { headers })).json());
  expect(listed).toMatchObject({
    unread: null,
    nextCursor: null,
    notifications: [
      { kind: 'import_failed', read: null, import: { id: failed, error: expect.any(String) } },
      { kind: 'import_done', read: null, import: { id: done, fileName: 'scheduled.csv', totals: { rows: 3 } } },
    ],
  });
  const marked = await ownDesk.call('/api/v1/notifications/read', { method: 'POST', headers, body: '{"upTo": 2}' });
  await expectProblem(marked, 403, 'not_allowed');

  const first = await read(ownDesk, '?limit=1');
  expect(first).toMatchObject({ unread: 2, notifications: [{ id: 2 }], nextCursor: '2' });
  expect(await read(ownDesk, `?limit=1&before=${first.nextCursor}`)).toMatchObject({
    notifications: [{ id: 1 }],
    nextCursor: null,
  });
  expect(await read(ownDesk, '?limit=0')).toEqual({ notifications: [], unread: 2, nextCursor: null });
  const answer = await send(ownDesk, 'POST', '/api/v1/notifications/read', { ids: [1, 99] });
  expect(await answer.json()).toEqual({ unread: 1 });
  for (const body of [{}, { ids: [1], upTo: 1 }, { upTo: -1 }, { upTo: 'all' }]) {
    const refused = await send(ownDesk, 'POST', '/api/v1/notifications/read', body);
    await expectProblem(refused, 422, 'does_not_fit');
  }
});

test('looking for what is new is no use of a session, and does not make it last', async ({ ownDesk }) => {
  const me = await somebody(ownDesk, 'viewer');
  const ends = () =>
    onDatabase(ownDesk, (database) => database.prepare('select max(expires_at) from sessions').pluck().get());
  onDatabase(ownDesk, (database) => database.prepare('update sessions set expires_at = expires_at - 172800000').run());
  const before = ends();
  const looked = await callAs(ownDesk, me, '/api/v1/notifications?limit=0');
  expect([looked.status, looked.headers.getSetCookie(), ends()]).toEqual([200, [], before]);
  expect((await callAs(ownDesk, me, '/api/v1/imports')).status).toBe(200);
  expect(ends()).toBeGreaterThan(before as number);
});
