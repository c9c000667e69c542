#!/usr/bin/env node
/** `npm run screenshots`: writes docs/images/ anew, from a small sample on a data folder of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, commit, uploadText, waitFor } from './run/api.mjs';
import { startDesk } from './run/desk.mjs';
import { asSignedIn } from './run/first-person.mjs';
import { sampleFiles } from './screenshots/sample.mjs';
import { chromiumFlags, findChromium } from './setup/chromium.mjs';
import { installPrograms } from './setup/debian.mjs';
import { prepare } from './setup/prepare.mjs';
import { inRoot } from './setup/root.mjs';
import { run } from './setup/say.mjs';

const folder = inRoot('docs', 'images');
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

run(async () => {
  await prepare();
  await installPrograms();
  const desk = await startDesk();
  const end = () => desk.stop().finally(() => process.exit(130));
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, end);
  try {
    await takeAll(desk.baseUrl, await loadSample(desk.baseUrl));
  } finally {
    await desk.stop();
  }
});

/** An import at every step: committed, with rows that need a person, and at the mapping. */
const loadSample = async (baseUrl) => {
  const { before, now } = sampleFiles();
  const committed = await uploadText(baseUrl, 'customers-2024.csv', before);
  await waitFor(baseUrl, committed, 'review');
  await commit(baseUrl, committed);
  const review = await uploadText(baseUrl, 'new-customers.csv', now);
  await waitFor(baseUrl, review, 'review');
  const mapping = await uploadText(baseUrl, 'from-the-shop.csv', now, { until: 'mapping' });
  await waitFor(baseUrl, mapping, 'mapping');
  const { customers } = await call(baseUrl, 'GET', '/api/v1/customers?limit=1');
  return { committed, review, mapping, customer: customers[0].id };
};

/** Picture → page. `dark` and `phone` ask for one more picture each. */
const pictures = ({ committed, review, mapping, customer }) => [
  { name: 'imports', path: '/imports', dark: true, phone: true },
  { name: 'intake', path: `/imports/${mapping}/intake` },
  { name: 'map', path: `/imports/${mapping}/map`, dark: true },
  { name: 'review', path: `/imports/${review}/review`, dark: true, phone: true },
  { name: 'commit', path: `/imports/${review}/commit` },
  { name: 'report', path: `/imports/${committed}/report`, dark: true },
  { name: 'customers', path: '/customers', dark: true },
  { name: 'customer', path: `/customers/${customer}` },
];

const takeAll = async (baseUrl, ids) => {
  const { chromium } = await import('@playwright/test'); // not before the install
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    for (const picture of pictures(ids)) {
      await take(browser, baseUrl, picture, picture.name, { viewport: wide, colorScheme: 'light' });
      if (picture.dark)
        await take(browser, baseUrl, picture, `${picture.name}-dark`, { viewport: wide, colorScheme: 'dark' });
      if (picture.phone) {
        const device = { viewport: phone, colorScheme: 'light', deviceScaleFactor: 2 };
        await take(browser, baseUrl, picture, `${picture.name}-phone`, device);
      }
    }
  } finally {
    await browser.close();
  }
};

const take = async (browser, baseUrl, { path }, name, look) => {
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce', baseURL: baseUrl });
  const [cookie, value] = asSignedIn(baseUrl).cookie.split('=');
  await context.addCookies([{ name: cookie, value, url: baseUrl }]);
  const page = await context.newPage();
  const answer = await page.goto(path);
  if (answer?.status() !== 200) console.error(`${path} answered ${answer?.status()}.`);
  await page.locator('main').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700); // live progress keeps the network busy, so there is no idle moment to wait for
  writeFileSync(join(folder, `${name}.png`), await page.screenshot());
  await context.close();
  console.log(`docs/images/${name}.png`);
};
