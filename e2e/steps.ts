/** What a person does on the pages, as steps that several tests share. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a page and waits until every control on it answers. */
export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await answers(page);
};

export const reload = async (page: Page): Promise<void> => {
  await page.reload();
  await answers(page);
};

/** Until the browser has taken over the page from the server, a button does nothing yet. */
const answers = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('main button, main input, main a')];
    return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps')));
  });
};

export interface NewFile {
  name: string;
  content: string | Buffer;
}

/** Chooses a file by the button of the page one is on. */
export const chooseFile = async (page: Page, { name, content }: NewFile): Promise<void> => {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).first().click();
  await (await dialog).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
};

/** Uploads by the page and waits until the file is read; the import's id. */
export const upload = async (page: Page, file: NewFile): Promise<number> => {
  await open(page, '/imports/new');
  await chooseFile(page, file);
  await page.waitForURL(/\/imports\/\d+\/intake/);
  await expect(page.getByRole('heading', { name: 'What we found in your file' })).toBeVisible();
  return importOf(page);
};

/** The id of the import one is on. */
export const importOf = (page: Page): number => Number(/\/imports\/(\d+)/.exec(page.url())?.[1]);

/** From what was found on to the mapping. */
export const toMap = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Map \d+ columns?$/ }).click();
  await expect(page.getByRole('table', { name: 'Columns and their fields' })).toBeVisible();
};

/** From the mapping on to the review. */
export const toReview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Check [\d,]+ rows?$/ }).click();
  await page.waitForURL(/\/review/);
  await expect(grid(page)).toBeVisible({ timeout: 60_000 });
};

/** Uploads and maps as suggested; one stands on the review afterwards. */
export const uploadToReview = async (page: Page, file: NewFile): Promise<number> => {
  const id = await upload(page, file);
  await toMap(page);
  await toReview(page);
  return id;
};

/** From the review on to the page Submit. */
export const toSubmit = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Import [\d,]+ customers?$|^Finish without changes$/ }).click();
  await page.waitForURL(/\/commit$/);
};

/** Presses the button of the page Submit and waits for the report. */
export const submit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Import [\d,]+ customers?$|^Finish without changes$/ }).click();
  await page.waitForURL(/\/report$/);
  await expect(page.getByRole('heading', { name: 'Outcomes' })).toBeVisible();
};

export const grid = (page: Page): Locator => page.getByRole('grid');

/** A row of the grid by the number that the person's spreadsheet has. */
export const gridRow = (page: Page, number: number): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: number.toLocaleString('en-US'), exact: true }) });

/** A cell of the grid by row number and the label of its field; 'Status' is what will happen. */
export const cell = async (page: Page, number: number, label: string): Promise<Locator> => {
  const head = grid(page).getByRole('columnheader').filter({ hasText: label }).first();
  const column = await head.getAttribute('aria-colindex');
  return gridRow(page, number).locator(`[role=gridcell][aria-colindex="${column}"]`);
};

/** The number on a chip; `in` is the group of chips on the page. */
export const chip = (page: Page, label: string): Locator =>
  page.getByRole('group', { name: 'Show rows' }).getByRole('button', { name: new RegExp(`^${label} ?[\\d,]+$`) });

export const chipCount = async (page: Page, label: string): Promise<number> =>
  numberIn(await chip(page, label).textContent());

/** The last number of a text: `Errors1,024` → 1024. */
export const numberIn = (text: string | null): number =>
  Number(/([\d,]+)\D*$/.exec(text ?? '')?.[1]?.replaceAll(',', ''));

/** Says when every edit has reached the server. */
export const saved = async (page: Page): Promise<void> => {
  await expect(page.getByText('All edits saved')).toBeVisible();
};

/** The numbers of the report by outcome, and the sum below them. */
export const outcomes = async (page: Page): Promise<Record<string, number>> => {
  const rows = page.getByRole('table', { name: 'Outcomes' }).getByRole('row');
  const found: Record<string, number> = {};
  for (const row of await rows.all()) {
    const name = (await row.getByRole('rowheader').textContent()) ?? '';
    const texts = await row.getByRole('cell').allTextContents();
    found[name.startsWith('Rows in') ? 'sum' : name] = numberIn(texts.at(-2) ?? null);
  }
  return found;
};
