import { ask, commitFile, customerOf, rowsOf } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { chip, importOf, open, submit, toMap, toReview, toSubmit, upload } from './steps';

const table = 'Columns and their fields';

test('headers of any wording are matched, guesses are marked, what is left is listed', async ({ page }) => {
  const content = [
    'KLANTNR,contact_info,Vorname,Notes,Tel.',
    '71,one@example.com,Anna,likes tea,+31 20 555 1001',
    '72,two@example.com,Jan,,+31 20 555 1002',
  ].join('\n');
  await upload(page, { name: 'any words.csv', content });
  await toMap(page);
  const row = (name: string) => page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });
  await expect(row('KLANTNR').getByRole('combobox')).toHaveValue('Debtor ID');
  await expect(row('KLANTNR')).toContainText('Same name');
  await expect(row('KLANTNR')).toContainText('71');
  await expect(row('Vorname').getByRole('combobox')).toHaveValue('First name');
  await expect(row('contact_info').getByRole('combobox')).toHaveValue('Email');
  await expect(row('contact_info')).toContainText(/Guess, \d+ %/);
  const ignored = page.getByRole('region', { name: '1 column is ignored' });
  await expect(ignored).toContainText('Notes');
  await expect(ignored).toContainText('likes tea');

  await ignored.getByRole('button', { name: 'Choose a field for column D, Notes' }).click();
  const field = page.getByRole('combobox', { name: 'Field for column D, Notes' });
  await expect(field).toBeFocused();
  await page.keyboard.type('abbrev');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Abbreviation');
  await expect(row('Notes')).toContainText('Chosen');
  await expect(ignored).toBeHidden();
});

test('two columns on one field stop with a sentence that leads to the field', async ({ page }) => {
  await upload(page, { name: 'twice.csv', content: 'Email,Other mail\none@example.com,two@example.com\n' });
  await toMap(page);
  const first = page.getByRole('combobox', { name: 'Field for column A, Email' });
  const second = page.getByRole('combobox', { name: 'Field for column B, Other mail' });
  for (const field of [first, second]) {
    const choose = page.getByRole('button', { name: /^Choose a field for column B/ });
    if (field === second && (await choose.isVisible())) await choose.click();
    await field.click();
    await field.fill('Email');
    await page
      .getByRole('option', { name: /^Email/ })
      .first()
      .click();
  }
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '1 thing to put right before the check' });
  await expect(summary).toBeFocused();
  const sentence = 'Columns A and B both feed Email. Choose one of them.';
  await expect(second).toHaveAccessibleDescription(sentence);
  await summary.getByRole('button', { name: sentence }).click();
  await expect(second).toBeFocused();
  await second.fill('Ignore');
  await page.keyboard.press('Enter');
  await expect(summary).toBeHidden();
  await toReview(page);
});

test('a missing key is explained, and the page says which fields could be one', async ({ page }) => {
  await upload(page, { name: 'no key.csv', content: 'First name,City\nAnna,Delft\n' });
  await toMap(page);
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'to put right' });
  await expect(summary).toBeFocused();
  await summary
    .getByRole('button', {
      name: 'Choose a column for ID, Source ID, Debtor ID or Email: by it a row finds its customer.',
    })
    .click();
  await expect(page.getByRole('combobox', { name: 'How a row finds its customer' })).toBeFocused();
});

test('a source ID without a system asks for one constant', async ({ page, desk }) => {
  const block = newBlock();
  await upload(page, { name: 'from the shop.csv', content: `External ID,Last name\nS-${block},Jansen\n` });
  await toMap(page);
  const system = page.getByRole('textbox', { name: 'Source system' });
  await expect(system).toBeVisible();
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await page.getByRole('button', { name: 'Enter the source system: it goes with the column for Source ID.' }).click();
  await expect(system).toBeFocused();
  await page.keyboard.type('webshop');
  await toReview(page);
  await toSubmit(page);
  await submit(page);
  const { customers } = await ask<{ customers: object[] }>(desk, '/api/v1/customers?q=Jansen');
  expect(customers).toContainEqual(expect.objectContaining({ sourceSystem: 'webshop', sourceSystemId: `S-${block}` }));
});

test('dates that can be read two ways are asked about, and errors until they are', async ({ page, desk }) => {
  const block = newBlock();
  await upload(page, {
    name: 'dates.csv',
    content: `Debtor ID,Born\n${block + 1},03/04/1980\n${block + 2},05/06/1990\n`,
  });
  await expect(page.getByRole('combobox', { name: 'Date order' })).toHaveValue('');
  await toMap(page);
  const question = page.getByRole('radiogroup', { name: 'Order of the dates in Born' });
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
  // The first press asks; a second one goes on without an answer.
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByText('1 thing to look at before the check')).toBeVisible();
  await toReview(page);
  const id = importOf(page);
  await expect(chip(page, 'Errors')).toHaveText('Errors2');
  await expect(page.getByRole('region', { name: 'Issues by cause' })).toContainText(
    '2 dates that can be read two ways',
  );

  await open(page, `/imports/${id}/map`);
  await question.getByRole('radio', { name: 'Day first' }).check();
  await toReview(page);
  await expect(chip(page, 'Errors')).toHaveText('Errors0');
  const { rows } = await rowsOf(desk, id);
  expect(rows.map(({ values }) => values.dateOfBirth)).toEqual(['1980-04-03', '1990-06-05']);
});

test('what may happen has effect: create only and update only', async ({ page, desk }) => {
  const block = newBlock();
  const known = people(2, block);
  await commitFile(desk, 'modes before.csv', csv(known));
  const content = csv([...change(known, [0, 'City', 'Delft'], [1, 'City', 'Delft']), ...people(3, block + 10)]);
  const id = await upload(page, { name: 'modes.csv', content });
  await toMap(page);
  const mode = page.getByRole('radiogroup', { name: 'What may happen' });
  await expect(mode.getByRole('radio', { name: 'Create and update' })).toBeChecked();
  await mode.getByRole('radio', { name: 'Create only' }).check();
  await toReview(page);
  await expect(chip(page, 'Create')).toHaveText('Create3');
  await expect(chip(page, 'Skipped')).toHaveText('Skipped2');
  await expect(page.getByRole('link', { name: 'Import 3 customers' })).toBeVisible();

  await open(page, `/imports/${id}/map`);
  await mode.getByRole('radio', { name: 'Update only' }).check();
  await toReview(page);
  await expect(chip(page, 'Update')).toHaveText('Update2');
  await expect(chip(page, 'Skipped')).toHaveText('Skipped3');
  await toSubmit(page);
  await expect(page.getByText('3 rows stay behind')).toBeVisible();
  await submit(page);
  const report = await rowsOf(desk, id, 'outcome=skipped');
  expect(report.total).toBe(3);
  expect(report.rows[0]?.message).toBe('No customer has this key, and the import only updates.');
});

test('a blank cell keeps what is there, unless clearing is chosen and said with numbers', async ({ page, desk }) => {
  const block = newBlock();
  const known = people(3, block);
  await commitFile(desk, 'blank before.csv', csv(known));
  const content = csv(change(known, [0, 'Phone', ''], [1, 'Phone', '  '], [2, 'City', '']));
  const id = await upload(page, { name: 'blank.csv', content });
  await toMap(page);
  const rule = page.getByRole('radiogroup', { name: 'What a blank cell means' });
  await expect(rule.getByRole('radio', { name: 'Keep what the customer has' })).toBeChecked();
  await toReview(page);
  await expect(chip(page, 'Unchanged')).toHaveText('Unchanged3');

  await open(page, `/imports/${id}/map`);
  await rule.getByRole('radio', { name: 'Clear the field' }).check();
  await toReview(page);
  await expect(chip(page, 'Update')).toHaveText('Update3');
  await toSubmit(page);
  await expect(page.getByText('Phone would be cleared for 2 customers.')).toBeVisible();
  await submit(page);
  expect(await customerOf(desk, block + 1)).toMatchObject({ phone: null, email: known[0]![3] });
  expect((await customerOf(desk, block + 3)).phone).toBe(known[2]![4]);
  expect((await customerOf(desk, block + 3)).addresses, 'an address of only blanks is removed').toEqual([]);
});

test('after the commit the mapping is told and can no longer be changed', async ({ page, desk }) => {
  const { id } = await commitFile(desk, 'told.csv', csv(people(1)));
  await open(page, `/imports/${id}/map`);
  await expect(page.getByText('Rows found their customers by Debtor ID. Create and update.')).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Check/ })).toHaveCount(0);
});
