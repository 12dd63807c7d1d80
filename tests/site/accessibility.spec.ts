/** axe on every template, and on every component in its states: a phone in light, a desk in dark. */
import { expect, test } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { templates } from './pages.ts';

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    for (const path of [...templates(), '/gallery/']) {
      test(`${path} has no violation`, async ({ page }) => {
        await page.goto(path);
        // What is folded is looked at as well.
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) (details as HTMLDetailsElement).open = true;
        });
        // States of one component stand side by side in the gallery alone, and bear the same name.
        const exempt = path === '/gallery/' ? ['landmark-unique'] : [];
        expect(await violationsOn(page, { without: exempt })).toEqual([]);
      });
    }
  });
}
