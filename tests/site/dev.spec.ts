/** What an author sees in `npm run dev`: the page reloads on save, and a mistake is told with its place. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { richArticle } from './articles.ts';
import { copyContent, startAstro } from './commands.ts';

const port = Number(process.env['TEST_PORT'] ?? 4391) + 1;
const { slug, path, headings } = richArticle();
const [heading = ''] = headings;
const address = `http://localhost:${port}${path}`;

// A busy machine takes its time; what never comes runs into this.
const patience = { timeout: 60_000 };
test.setTimeout(240_000);

let server: ChildProcess;
let output: () => string;
let article: string;

test.beforeAll(async () => {
  const content = copyContent();
  article = `${content}/articles/${slug}.mdx`;
  ({ server, output } = await startAstro(['dev', '--ignore-lock'], port, { CONTENT_DIR: content }));
});
// A page of the server's own says nothing of its error.
test.afterEach(({ page: _page }, { status }) => {
  if (status !== 'passed') console.log(output().slice(-5000));
});
test.afterAll(() => {
  server.kill();
});

function replace(from: string, to: string): void {
  const text = readFileSync(article, 'utf8');
  expect(text).toContain(from);
  writeFileSync(article, text.replace(from, to));
}

test('a saved article reloads by itself, and a broken one says where and why', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  replace(`## ${heading}`, '## Enough bread first');
  await expect(page.getByRole('heading', { name: 'Enough bread first' })).toBeVisible(patience);

  replace('<ProductCard id="klean-b-complex" />', '<ProductCard id="klean-b-complx" />');
  const answer = async (): Promise<string> => {
    const response = await fetch(address);
    return `${response.status} ${await response.text()}`;
  };
  await expect
    .poll(answer, patience)
    .toMatch(new RegExp(`^500 .*${slug}\\.mdx:\\d+:1 {2}error {2}there is no product`));
  expect(await answer()).toContain('Did you mean "klean-b-complex"?');

  replace('<ProductCard id="klean-b-complx" />', '<ProductCard id="klean-b-complex" />');
  await expect.poll(answer, patience).toMatch(/^200 .*Enough bread first/s);
});
