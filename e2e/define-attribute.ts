import { expect, type Page } from '@playwright/test';

/** On Settings, Attributes: fills the form and sends it. */
export const defineAttribute = async (page: Page, name: string, type = 'Text', more: Record<string, string> = {}) => {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Define an attribute' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: type, exact: true }).click();
  for (const [label, text] of Object.entries(more)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: 'Define the attribute' }).click();
};
