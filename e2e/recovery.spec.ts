import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ImportView } from '../lib/contracts/import-api';
import { makeCustomers } from '../scripts/bench/make-customers.mjs';
import { ask, reviewFile, send } from './by-api';
import { csv, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { open } from './steps';

const rows = 20_000;
const patience = 90_000;

/** Uploads files until one of them is seen in the middle of a phase, and kills the worker there. */
const killInside = async (desk: Desk, phase: 'reading' | 'checking' | 'committing') => {
  for (let part = 0; ; part += 1) {
    const content = [...makeCustomers({ rows, start: 1 + part * rows })].join('');
    const { id } = await desk.upload(`${phase} ${part}.csv`, content);
    if (phase === 'committing') {
      await desk.until(id, 'review', patience);
      await send(desk, 'POST', `/api/v1/imports/${id}/commit`);
    }
    if (await isSeen(desk, id, phase)) {
      await desk.killWorker();
      return { id, content, before: part };
    }
    await desk.until(id, phase === 'committing' ? 'committed' : 'review', patience);
  }
};

const isSeen = async (desk: Desk, id: number, phase: string): Promise<boolean> => {
  const later = phase === 'committing' ? ['committed'] : phase === 'checking' ? ['review'] : ['checking', 'review'];
  for (;;) {
    const { state, progress } = await ask<ImportView>(desk, `/api/v1/imports/${id}`);
    if (progress.phase === phase && progress.done > 0 && progress.done < (progress.total ?? 0)) return true;
    if (later.includes(state)) return false;
  }
};

/** What is stored after the import of these rows, as if nobody had been killed. */
const expectNothingLost = async (desk: Desk, id: number, content: string, customers: number) => {
  const { totals } = await desk.until(id, 'committed', patience);
  expect(totals).toMatchObject({ rows: customers, outcomes: { created: customers, failed: 0, conflict: 0 } });
  const database = new Database(join(desk.dataDir, 'import-desk.db'), { readonly: true });
  const one = (query: string) => database.prepare(query).pluck().get();
  expect(one('pragma integrity_check')).toBe('ok');
  const operation = one(`select id from operations where import_id = ${id}`);
  expect(one(`select count(*) from operations where import_id = ${id}`)).toBe(1);
  expect(one(`select count(*) from customers where operation_id = ${operation}`)).toBe(customers);
  expect(one(`select count(*) from customers where operation_id = ${operation} and version <> 1`)).toBe(0);
  expect(one(`select count(*) from customer_changes where operation_id = ${operation}`)).toBe(customers);
  expect(one(`select count(*) from import_outcomes where operation_id = ${operation}`)).toBe(customers);
  database.close();
  const again = await reviewFile(desk, 'again.csv', content);
  expect(again.totals.dispositions, 'the same file again').toMatchObject({ unchanged: customers });
};

for (const phase of ['reading', 'checking', 'committing'] as const) {
  test(`a worker killed while ${phase} goes on after the restart as if nothing had been`, async ({ ownDesk }) => {
    const { id, content } = await killInside(ownDesk, phase);
    await ownDesk.restart();
    if (phase !== 'committing') {
      const { totals } = await ownDesk.until(id, 'review', patience);
      expect(totals).toMatchObject({ rows, states: { ok: rows }, dispositions: { create: rows } });
      await send(ownDesk, 'POST', `/api/v1/imports/${id}/commit`);
    }
    await expectNothingLost(ownDesk, id, content, rows);
  });
}

test('a web server killed while it commits hands the import to the worker', async ({ page, ownDesk, faults }) => {
  faults.allow(/ERR_|Failed to fetch/);
  const content = csv(people(2000));
  const { id } = await reviewFile(ownDesk, 'inside the action.csv', content);
  await open(page, `${ownDesk.baseUrl}/imports/${id}/commit`);
  await page.getByRole('button', { name: 'Import 2,000 customers' }).click({ noWaitAfter: true });
  for (;;) {
    const { state } = await ask<ImportView>(ownDesk, `/api/v1/imports/${id}`);
    if (state !== 'review') break;
  }
  await ownDesk.killWeb();
  await ownDesk.restart();
  await expectNothingLost(ownDesk, id, content, 2000);
  await open(page, `${ownDesk.baseUrl}/imports/${id}`);
  await expect(page.getByRole('heading', { name: '2,000 customers imported' })).toBeVisible();
});

test('a restart in the review loses no edit', async ({ ownDesk }) => {
  const { id } = await reviewFile(ownDesk, 'edits.csv', csv(people(5)));
  await send(ownDesk, 'PATCH', `/api/v1/imports/${id}/rows/3`, { values: { lastName: 'Kept' } });
  await Promise.all([ownDesk.killWeb(), ownDesk.killWorker()]);
  await ownDesk.restart();
  const { rows: kept } = await ask<{ rows: { cells: string[] }[] }>(ownDesk, `/api/v1/imports/${id}/rows`);
  expect(kept[1]?.cells[2]).toBe('Kept');
});
