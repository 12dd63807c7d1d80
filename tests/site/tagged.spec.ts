/** The site as it is built when it takes part in a merchant's programme. */
import type { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { richArticle } from './articles.ts';
import { copyContent, runBuild, startAstro } from './commands.ts';

const port = Number(process.env['TEST_PORT'] ?? 4391) + 2;
const folder = '.cache/tagged';

let server: ChildProcess;

test.beforeAll(async () => {
  // Which parameter of its addresses a merchant takes for it, its file says.
  const content = copyContent();
  appendFileSync(path.join(content, 'merchants/amazon-us.yaml'), 'subTagParameter: madeup\n');
  const { status, output } = runBuild(folder, {
    CONTENT_DIR: content,
    AMAZON_US_TAG: 'micromile-20',
    // Off unless the owner sets it.
    AMAZON_US_SUBTAG: 'on',
  });
  expect(status, output).toBe(0);
  expect(output).not.toContain('earn nothing');
  ({ server } = await startAstro(['preview', '--ignore-lock', '--outDir', folder], port));
});
test.afterAll(() => {
  server.kill();
});

test('a product link carries the tag, and the page the sentence that the programme requires', async ({
  page,
  context,
}) => {
  await context.route('https://www.amazon.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>merchant</h1>' }),
  );
  await page.goto(`http://localhost:${port}${richArticle().path}`);
  await expect(
    page.getByRole('complementary', { name: 'Disclosure' }).getByText('As an Amazon Associate'),
  ).toBeVisible();
  await expect(
    page
      .getByRole('complementary', { name: 'Disclosure' })
      .getByText('The links tell Amazon which of our pages you came from.'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Search Amazon for Thorne Iron Bisglycinate (ad)' }).click();
  await expect(page).toHaveURL(
    `https://www.amazon.com/s?k=Thorne+Iron+Bisglycinate&tag=micromile-20&madeup=${richArticle().path.slice(1, -1).replace('/', '-')}`,
  );
});
