import { commitFile, customerOf, send } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { open } from './steps';

test('without customers the page leads to an import', async ({ page, ownDesk }) => {
  await open(page, `${ownDesk.baseUrl}/customers`);
  await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Import customers' }).click();
  await expect(page).toHaveURL(/\/imports\/new$/);
});

test('customers are sorted and shown in parts', async ({ page, ownDesk: desk }) => {
  await commitFile(desk, 'sorted.csv', csv(people(30, 5000)));
  await open(page, `${desk.baseUrl}/customers`);
  const list = page.getByRole('table', { name: 'Customers' });
  const ids = () => list.getByRole('row').locator('td:first-child').allTextContents();
  await expect(page.getByText('1–25 of 30, sorted by last change')).toBeVisible();
  await list.getByRole('link', { name: 'Debtor ID' }).click();
  await expect(list.getByRole('columnheader', { name: 'Debtor ID' })).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(ids).toEqual(Array.from({ length: 25 }, (_, at) => String(5001 + at)));
  await page.getByRole('link', { name: 'Next' }).click();
  await expect.poll(ids).toEqual(['5026', '5027', '5028', '5029', '5030']);
  await page.getByRole('link', { name: 'First' }).click();
  await expect.poll(async () => (await ids())[0]).toBe('5001');
  await list.getByRole('link', { name: 'Debtor ID' }).click();
  await expect(list.getByRole('columnheader', { name: 'Debtor ID' })).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await ids())[0]).toBe('5030');
  for (const name of ['Name', 'Company', 'Email', 'Last change']) {
    await list.getByRole('link', { name, exact: true }).click();
    await expect(list.getByRole('columnheader', { name, exact: true })).toHaveAttribute('aria-sort', /./);
    await expect(list.getByRole('row')).toHaveCount(26);
  }
});

test('a list asks for nothing of what it links to before somebody follows a link', async ({ page, desk }) => {
  const block = newBlock();
  await commitFile(desk, 'linked.csv', csv(people(5, block)));
  const ahead: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('_rsc=')) ahead.push(request.url());
  });
  await open(page, '/customers');
  const link = page.getByRole('table', { name: 'Customers' }).getByRole('link', { name: String(block + 1) });
  await link.hover();
  await page.waitForLoadState('networkidle');
  expect(ahead).toEqual([]);
  await link.click();
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]+$/);
  expect(ahead.length).toBeGreaterThan(0);
});

test('customers are found by name, email, phone, debtor ID and city', async ({ page, desk }) => {
  const block = newBlock();
  const row = [
    String(block + 1),
    'Zoë',
    `Findable${block}`,
    `find.${block}@example.com`,
    `+31 20 ${block}`,
    `Town${block}`,
  ];
  await commitFile(desk, 'findable.csv', csv([row, ...people(2, block + 10)]));
  await open(page, '/customers');
  const list = page.getByRole('table', { name: 'Customers' });
  const search = page.getByRole('searchbox', { name: 'Name, email, phone, debtor ID or city' });
  for (const word of [`findable${block}`, `find.${block}@`, String(block + 1), `TOWN${block}`]) {
    await search.fill(word);
    await expect(list.getByRole('row'), word).toHaveCount(2);
    await expect(list).toContainText(`Findable${block}`);
  }
  await page.reload();
  await expect(list.getByRole('row')).toHaveCount(2);
  await search.fill('nobody-has-this');
  await expect(page.getByRole('heading', { name: 'No customer holds “nobody-has-this”' })).toBeVisible();
});

test('a customer is edited in place, with the message at the field', async ({ page, desk }) => {
  const block = newBlock();
  await commitFile(desk, 'edited.csv', csv(people(1, block)));
  const { id, version } = await customerOf(desk, block + 1);
  await open(page, `/customers/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const contact = page.getByRole('group', { name: 'Contact' });
  await contact.getByLabel('Email').fill('nobody');
  await page.getByRole('group', { name: 'Names' }).getByLabel('Last name').fill('Bakker');
  await page.getByRole('button', { name: 'Save 2 fields' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '1 field has to be put right' });
  await expect(summary).toBeFocused();
  await summary.getByRole('button', { name: 'Email: Enter an email address like name@example.com.' }).click();
  const email = contact.getByLabel('Email');
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription('Enter an email address like name@example.com.');
  await email.fill(`edited.${block}@example.com`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved 2 fields')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bakker');
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByRole('listitem').first()).toContainText('Edited by hand');
  await history.getByRole('button', { name: 'Imports' }).click();
  await expect(history.getByRole('listitem')).toHaveText(/Created by edited.csv/);
  expect(await customerOf(desk, block + 1)).toMatchObject({
    version: version + 1,
    lastName: 'Bakker',
    email: `edited.${block}@example.com`,
  });
});

test('someone who changed the customer meanwhile is not overwritten', async ({ page, desk, faults }) => {
  faults.allow(/409/);
  const block = newBlock();
  await commitFile(desk, 'meanwhile.csv', csv(people(1, block)));
  const { id, version } = await customerOf(desk, block + 1);
  await open(page, `/customers/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const names = page.getByRole('group', { name: 'Names' });
  await names.getByLabel('Last name').fill('Mine');
  await send(desk, 'PATCH', `/api/v1/customers/${id}`, { version, values: { firstName: 'Theirs' } });
  await page.getByRole('button', { name: 'Save 1 field' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'This customer was changed meanwhile.' });
  await expect(told).toContainText('First name is now Theirs');
  await expect(names.getByLabel('Last name')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save 1 field' }).click();
  await expect(page.getByText('Saved 1 field')).toBeVisible();
  expect(await customerOf(desk, block + 1)).toMatchObject({ firstName: 'Theirs', lastName: 'Mine' });
});
