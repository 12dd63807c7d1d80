/**
 * What the site looks like: ten pictures in two sizes. Another version of Chromium draws letters
 * another way, so they are compared only where the version is the one that made them.
 * To accept a change: `npm run look`, then look at what git shows as changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const record = path.resolve('tests/site/look.spec.ts-snapshots/chromium.txt');
const made = existsSync(record) ? readFileSync(record, 'utf8').trim() : 'none';

// Pages whose words change seldom, and made-up entries of the gallery, one section each.
const pictures: [string, string, string?][] = [
  ['not-found', '/404.html'],
  ['text-page', '/accessibility/'],
  ['article-facts', '/gallery/', '#ArticleFacts'],
  ['references', '/gallery/', '#References'],
  ['product-card', '/gallery/', '#ProductCard'],
  ['dose-ruler', '/gallery/', '#DoseRuler'],
  ['comparison', '/gallery/', '#Comparison'],
  ['callout', '/gallery/', '#Callout'],
  ['intake-table', '/gallery/', '#IntakeTable'],
  ['certainty', '/gallery/', '#Certainty'],
];

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    for (const [name, address, heading] of pictures) {
      test(`${name} looks as it did`, async ({ page, browser }, { config }) => {
        const isAccepting =
          config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';
        test.skip(
          !isAccepting && made !== browser.version(),
          `the pictures were made by Chromium ${made}, this is ${browser.version()}`,
        );
        await page.goto(address);
        await page.evaluate(() => document.fonts.ready);
        const target =
          heading === undefined ? page.locator('body') : page.locator(`section:has(> ${heading})`);
        // What stands above moves a section by parts of a pixel, and letters with it.
        if (heading !== undefined)
          await target.evaluate((section) => {
            document.querySelector('.masthead')?.remove();
            while (section.previousElementSibling !== null) section.previousElementSibling.remove();
          });
        await expect(target).toHaveScreenshot(`${name}-${width}.png`, {
          maxDiffPixelRatio: 0.002,
          timeout: 20_000,
        });
        if (isAccepting) writeFileSync(record, `${browser.version()}\n`);
      });
    }
  });
}
