/** Tables of products, nutrients and a tool's values: a table on a desk, one block a row on a phone. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const withBlocks = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .filter((file) =>
    /<table class="[^"]*\bblocks\b/.test(readFileSync(path.join('dist', file), 'utf8')),
  )
  .map((file) => `/${file}`);
const addresses = withBlocks.map((file) => file.replace(/index\.html$/, ''));

test('each value is labelled with the name of its column', async ({ page }) => {
  expect(withBlocks.length).toBeGreaterThan(0);
  for (const file of withBlocks) {
    const wrong = await page.evaluate(
      (html) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        const squeeze = (text: string | null): string =>
          (text ?? '').replaceAll(/\s+/g, ' ').trim();
        return [...document.querySelectorAll<HTMLTableElement>('table.blocks')].flatMap((table) => {
          const columns = [...table.querySelectorAll('thead th')].map((th) =>
            squeeze(th.textContent),
          );
          return [...table.querySelectorAll('tbody tr')].flatMap((row) => {
            let column = 0;
            return [...row.querySelectorAll<HTMLTableCellElement>('th, td')].flatMap((cell) => {
              const name = columns[column];
              column += cell.colSpan;
              return cell.tagName === 'TD' && squeeze(cell.dataset['label'] ?? '') !== name
                ? [`"${cell.dataset['label']}" stands under "${name}"`]
                : [];
            });
          });
        });
      },
      readFileSync(path.join('dist', file), 'utf8'),
    );
    expect(wrong, file).toEqual([]);
  }
});

for (const width of [320, 390])
  test(`at ${width} px a row is a block, and no table scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of addresses) {
      await page.goto(address);
      const wide = await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
        return [...document.querySelectorAll('table.blocks, table.serving')]
          .flatMap((table) => [
            table.closest('.scroller, .wide') ?? table,
            table,
            ...table.querySelectorAll('tr, th, td'),
          ])
          .filter((element) => element.closest('thead') === null)
          .filter((element) => element.getClientRects().length > 0)
          .filter(
            (element) =>
              (getComputedStyle(element).overflowX === 'auto' &&
                element.scrollWidth > element.clientWidth + 1) ||
              element.getBoundingClientRect().right > innerWidth,
          )
          .map((element) => element.outerHTML.slice(0, 120));
      });
      expect(wide, address).toEqual([]);
    }
  });

test('from 40 rem on it is a table', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await page.goto('/nutrients/');
  await expect(page.locator('.blocks')).toHaveCSS('display', 'table');
  await expect(page.locator('.blocks thead')).toBeInViewport();
});

/** Roles and names in the tree that a screen reader is given. */
async function heard(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}

test('a screen reader finds the same table on a phone as on a desk', async ({ page }) => {
  const seen: Record<string, number>[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/nutrients/');
    const nodes = await heard(page);
    const count = (role: string): number => nodes.filter((node) => node.role === role).length;
    seen.push(
      Object.fromEntries(
        ['table', 'row', 'columnheader', 'rowheader', 'cell'].map((role) => [role, count(role)]),
      ),
    );
    if (width === 390)
      expect(nodes.filter(({ role }) => role === 'cell').map(({ name }) => name)[0]).toMatch(
        /^Women \d/,
      );
  }
  expect(seen[0]?.['cell']).toBeGreaterThan(0);
  expect(seen[1]).toEqual(seen[0]);
});
