/** Pages under a policy that allows nothing but what they need. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

const [, styles = ''] =
  /<style>(.*?)<\/style>/s.exec(readFileSync('dist/index.html', 'utf8')) ?? [];
const hash = createHash('sha256').update(styles).digest('base64');
// A policy belongs to the page: what it may load follows from it.
const strictest = `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${hash}'; font-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/**
 * Uses pages that are served under the strictest policy, and expects that it refuses nothing.
 * @param pages their addresses, as Playwright's routes match them
 * @param more what these pages need beside it: "img-src 'self'"
 */
export async function underStrictPolicy(
  page: Page,
  pages: string,
  more: string,
  use: () => Promise<void>,
): Promise<void> {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.route(pages, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': `${strictest}; ${more}` },
    });
  });
  await use();
  expect(refused).toEqual([]);
}
