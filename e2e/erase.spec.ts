import { axe } from './axe';
import { commitFile, customerOf, expectProblem, rowsOf, send } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { open } from './steps';

test('a customer is erased after its id was typed, and the page says when all of it is gone', async ({
  page,
  desk,
}) => {
  const block = newBlock();
  const [one, two] = people(2, block);
  const email = one!.find((text) => text.includes('@'))!;
  const committed = await commitFile(desk, `${email}.csv`, csv([one!, two!]));
  const customer = await customerOf(desk, Number(one![0]));
  await open(page, `/customers/${customer.id}`);
  await page.getByRole('button', { name: 'Erase customer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('This cannot be undone');
  const act = dialog.getByRole('button', { name: 'Erase the customer' });
  await expect(act).toBeDisabled();
  await axe(page);
  await dialog.getByRole('textbox').fill('somebody else');
  await expect(act).toBeDisabled();
  await dialog.getByRole('textbox').fill(String(customer.id));
  await act.click();
  await expect(page.getByRole('heading', { name: 'This customer was erased' })).toBeVisible({ timeout: 20_000 });
  await axe(page);

  await expectProblem(await desk.call(`/api/v1/customers/${customer.id}`), 404, 'not_found');
  await expectProblem(await send(desk, 'DELETE', `/api/v1/customers/${customer.id}`), 404, 'not_found');
  const { rows } = await rowsOf(desk, committed.id);
  const erased = 'The customer of this row was erased. Nothing is kept of the row.';
  expect(rows.map(({ cells, message, outcome }) => [cells.length > 0, outcome, message])).toEqual([
    [false, 'created', erased],
    [true, 'created', undefined],
  ]);
  await open(page, `/imports/${committed.id}/report`);
  await expect(page.getByText(erased)).toBeVisible();
  const log = await (await desk.call(`/api/v1/audit?action=customer_erased&objectId=${customer.id}`)).json();
  expect(log.entries).toHaveLength(1);
  expect(log.entries[0].details).toEqual({});

  // Neither the file nor the log of what was done with it has the name that it came by.
  const about = await Promise.all(
    [`/api/v1/imports/${committed.id}`, `/api/v1/audit?objectKind=import&objectId=${committed.id}`].map(async (path) =>
      (await desk.call(path)).text(),
    ),
  );
  expect(about[0]).toContain('"name":"erased.csv"');
  expect(about.join().toLowerCase()).not.toContain(email.toLowerCase());
  await open(page, '/imports?q=erased');
  await expect(page.getByRole('link', { name: 'erased.csv' }).first()).toBeVisible();
});
