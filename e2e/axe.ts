import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * The open list of a select hangs at the end of the page, and scrolls by the arrow keys of its field, which names it
 * (aria-controls, aria-activedescendant). These two rules only look at where it hangs.
 */
const ofLists = ['region', 'scrollable-region-focusable'];
const isList = (target: string) => /mantine-Popover-dropdown|mantine-ScrollArea-viewport/.test(target);

/**
 * In light all rules that axe has on by itself, and this one besides: what is seen on a button is what is said to press it.
 * In dark only colours are others. What passes is only counted: naming each element of it takes most of the time.
 */
const options = {
  light: { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } },
  dark: { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
} satisfies Record<string, Parameters<AxeBuilder['options']>[0]>;

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

/** Fails on accessibility faults of the page as it is now, light and dark. */
export async function axe(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await standsStill(page);
    // There are no frames of other origins, for which axe else opens a page of its own each time.
    const { violations } = await new AxeBuilder({ page }).options(options[colorScheme]).setLegacyMode().analyze();
    const faults = violations.flatMap(({ id, help, nodes }) => {
      const found = nodes.filter(({ target }) => !(ofLists.includes(id) && isList(target.join(' '))));
      return found.length === 0 ? [] : [`${id}: ${help}: ${found.map((node) => node.target).join(' | ')}`];
    });
    expect(faults, `accessibility, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
