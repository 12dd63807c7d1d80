/** What an author sees in `npm run dev`: the page reloads on save, and a mistake is told with its place. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { copyContent, startAstro } from './commands.ts';

const port = Number(process.env['TEST_PORT'] ?? 4391) + 1;
const address = `http://localhost:${port}/articles/overlooked-micronutrients/`;

let server: ChildProcess;
let article: string;

test.beforeAll(async () => {
  const content = copyContent();
  article = `${content}/articles/overlooked-micronutrients.mdx`;
  server = await startAstro(['dev', '--ignore-lock'], port, { CONTENT_DIR: content });
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
  await expect(page.getByRole('heading', { name: 'Enough food first' })).toBeVisible();
  replace('## Enough food first', '## Enough bread first');
  await expect(page.getByRole('heading', { name: 'Enough bread first' })).toBeVisible();

  replace('<ProductCard id="klean-b-complex" />', '<ProductCard id="klean-b-complx" />');
  await expect
    .poll(async () => (await fetch(address)).status, { message: 'a broken page is no page' })
    .toBe(500);
  const report = await (await fetch(address)).text();
  expect(report).toMatch(/overlooked-micronutrients\.mdx:\d+:1 {2}error {2}there is no product/);
  expect(report).toContain('Did you mean "klean-b-complex"?');

  replace('<ProductCard id="klean-b-complx" />', '<ProductCard id="klean-b-complex" />');
  await expect.poll(async () => (await fetch(address)).status).toBe(200);
});
