/** The search as readers use it: typed, by keyboard alone, without a script, narrow, in forced colors, under a strict policy. */
import { expect, test, type Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { allPages } from './pages.ts';
import { underStrictPolicy } from './policy.ts';

const address = '/search/';

async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await expect(page.getByRole('status')).toContainText(/result|Nothing/);
}

test('every page leads to it with one link', async ({ page }) => {
  for (const path of ['/', '/articles/', '/faq/', '/tools/stack/', address]) {
    await page.goto(path);
    const link = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await expect(link).toHaveAttribute('href', address);
    await expect(page.getByRole('banner').locator('form')).toHaveCount(0);
  }
});

test('by keyboard alone: type, Enter, read, follow, back', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('what is a good ferritin');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: 'Results' });
  await expect(heading).toBeFocused();
  const first = page.locator('#groups li').first();
  await expect(first.locator('.certainty').last()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(first.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\/[a-z-]+\/#/);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('what is a good ferritin');
  await expect(page.locator('#groups li').first()).toBeVisible();
});

test('what was asked stands behind the # and goes to no server', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await ask(page, 'hyponatremia danger');
  expect(new URL(page.url()).hash).toBe('#q=hyponatremia+danger');
  await page.waitForLoadState('networkidle');
  for (const url of asked) {
    expect(url).not.toMatch(/hyponatremia|danger/);
    expect(new URL(url).search).toBe('');
  }
});

test('back leads to what was asked with Enter before', async ({ page }) => {
  await page.goto(address);
  for (const query of ['iron', 'zinc']) {
    await page.getByRole('searchbox').fill(query);
    await page.getByRole('searchbox').press('Enter');
    await expect(page.getByRole('status')).toContainText(`“${query}”`);
  }
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('iron');
  await expect(page.getByRole('status')).toContainText('“iron”');
});

test('the way past the masthead leads away from no result', async ({ page }) => {
  await page.goto(`${address}#q=zinc`);
  await expect(page.getByRole('status')).toContainText('results for “zinc”');
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await expect(page.locator('#groups li').first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#q=zinc');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('zinc');
  await expect(page.locator('#groups li').first()).toBeVisible();
});

test('groups have headings and lists, and one status line says how many', async ({ page }) => {
  await page.goto(`${address}#q=magnesium`);
  await expect(page.getByRole('status')).toContainText(/^\d+ results for “magnesium”\.$/);
  await expect(page.getByRole('status')).toHaveCount(1);
  for (const name of ['Answers', 'Articles', 'Nutrients', 'Products', 'Evidence'])
    await expect(page.getByRole('region', { name, exact: true }).getByRole('list')).toHaveCount(1);
  expect(await page.locator('[role=combobox], [role=listbox], [aria-live]').count()).toBe(0);
});

test('a slip is mended, said, and left on request', async ({ page }) => {
  await page.goto(address);
  await ask(page, 'feritin');
  await expect(page.getByRole('status')).toContainText('Showing ferritin; search feritin instead.');
  await page.getByRole('link', { name: 'search feritin instead' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Nothing found for “feritin”.');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('no result offers themes and says how to ask; nothing typed shows all', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'By theme' })).toBeVisible();
  await ask(page, 'qqqqq');
  await expect(page.getByRole('link', { name: 'write to us' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'By theme' })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('heading', { name: 'From A to Z' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'write to us' })).toBeHidden();
});

test('markup that is typed stays text', async ({ page }) => {
  await page.goto(address);
  await ask(page, '<img src=x onerror=alert(1)>qqqqq');
  await expect(page.locator('main img')).toHaveCount(0);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is listed from A to Z, and no field promises more', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('searchbox')).toBeHidden();
    const links = await page
      .locator('#a-to-z a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const path of allPages().filter((one) =>
      /^\/(?:articles|nutrients|products|figures)\/[a-z0-9-]+\/$/.test(one),
    ))
      expect(links).toContain(path);
    expect(links.filter((link) => link.startsWith('/glossary/#')).length).toBeGreaterThan(20);
    expect(links.filter((link) => /^\/articles\/.*#/.test(link)).length).toBeGreaterThan(50);
  });
});

test('with the script blocked the index stays', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'From A to Z' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
});

test('when the index cannot be fetched the page says so and shows the list', async ({ page }) => {
  await page.route(/\/search\/\w+\/.*\.json$/, (route) => route.abort());
  await page.goto(`${address}#q=iron`);
  await expect(page.getByRole('status')).toContainText('could not be loaded');
  await expect(page.getByRole('heading', { name: 'From A to Z' })).toBeVisible();
});

test('a strict policy allows it: no eval, no wasm, no style, no markup from text', async ({
  page,
}) => {
  const needed = "img-src 'self' data:; connect-src 'self'";
  await underStrictPolicy(page, '**/search/', needed, async () => {
    await page.goto(address);
    await ask(page, 'feritin');
    await page.getByRole('searchbox').press('Enter');
  });
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [1280, 'dark'],
] as const)
  test(`results have no violation and fit ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${address}#q=iron`);
    await expect(page.getByRole('status')).toContainText('results');
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(await violationsOn(page)).toEqual([]);
  });

test('in forced colors the field and the link to it have an edge', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(address);
  for (const part of [page.getByRole('searchbox'), page.locator('.seek')]) {
    const edge = await part.evaluate((one) => getComputedStyle(one).borderTopWidth);
    expect(Number.parseFloat(edge)).toBeGreaterThanOrEqual(1);
  }
});
