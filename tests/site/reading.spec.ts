/** Whoever reads larger, wider, in other colors or on paper reads all of it. */
import { expect, test, type Page } from '@playwright/test';
import { richArticle } from './articles.ts';
import { templates } from './pages.ts';

const article = richArticle().path;
const pages = (): string[] => [...templates(), '/gallery/'];

/** What sticks out of the screen or is cut off. What scrolls inside itself is there for all. */
function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) ||
      (element.parentElement !== null && scrolls(element.parentElement));
    const isForEarsOnly = (element: Element): boolean =>
      element.closest(':is(.serving, .blocks) thead, .sr-only') !== null;
    const cut = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getClientRects().length > 0 && element.closest('svg') === null)
      .filter((element) => !isForEarsOnly(element) && !scrolls(element))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const isClipped = /hidden|clip/.test(overflowX + overflowY);
        const isHeldBack =
          element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1;
        return element.getBoundingClientRect().right > innerWidth + 1 || (isClipped && isHeldBack);
      })
      .map((element) => element.outerHTML.slice(0, 120));
    return document.documentElement.scrollWidth > innerWidth ? ['the page scrolls', ...cut] : cut;
  });
}

const ways: [string, { width: number; height: number }, string][] = [
  ['320 px wide', { width: 320, height: 640 }, ''],
  ['at 400 % zoom on a desk', { width: 320, height: 256 }, ''],
  ['with text at 200 %', { width: 1280, height: 800 }, 'html { font-size: 200% !important }'],
  [
    'with text at 200 % on a phone',
    { width: 390, height: 800 },
    'html { font-size: 200% !important }',
  ],
  [
    'with the spacing of WCAG 1.4.12',
    { width: 360, height: 740 },
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  ],
];

for (const [name, viewport, style] of ways) {
  test(`${name}, nothing is lost`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of pages()) {
      await page.goto(path);
      if (style !== '') await page.addStyleTag({ content: style });
      expect(await lost(page), path).toEqual([]);
    }
  });
}

test('nothing moves by itself, and less for whoever asks for less', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of pages()) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          return (
            style.animationName !== 'none' ||
            style.transitionDuration !== '0s' ||
            style.scrollBehavior === 'smooth'
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(moving, path).toEqual([]);
  }
});

test('in forced colors drawings, rules and marks keep their shapes', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/gallery/');
  const colors = await page.evaluate(() => {
    const probe = document.createElement('i');
    probe.style.color = 'Canvas';
    document.body.append(probe);
    const ground = getComputedStyle(probe).color;
    const of = (selector: string, property: 'stroke' | 'fill' | 'borderTopColor' | 'color') => {
      const element = document.querySelector(selector);
      return element === null ? 'missing' : getComputedStyle(element)[property];
    };
    const shape = document.querySelector('.certainty.moderate');
    return {
      ground,
      seen: [
        shape === null ? 'missing' : getComputedStyle(shape, '::before').backgroundColor,
        of('.ruler line', 'stroke'),
        of('.ruler .dose', 'stroke'),
        of('.ruler .limit', 'stroke'),
        of('.ruler .mark', 'fill'),
        of('.ruler text', 'fill'),
        of('.label', 'borderTopColor'),
        of('.rule-10', 'borderTopColor'),
        of('.callout.warning', 'borderTopColor'),
        of('.cta', 'borderTopColor'),
        of('.cite button', 'color'),
      ],
    };
  });
  expect(colors.seen).not.toContain('missing');
  expect(colors.seen).not.toContain(colors.ground);
});

test('letters arrive without moving anything', async ({ page }) => {
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    await route.continue();
  });
  for (const [path, width] of [
    [article, 360],
    [article, 1280],
    ['/', 360],
    ['/products/', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((entries) => {
            for (const entry of entries.getEntries()) sum += (entry as LayoutShift).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    expect(await page.evaluate(() => document.fonts.check('16px "Libre Franklin"'))).toBe(true);
    // Lines may break elsewhere in another face; half of what counts as good is the most.
    expect(shift, `${path} at ${width}`).toBeLessThan(0.05);
  }
});

interface LayoutShift extends PerformanceEntry {
  value: number;
}

test('on paper an article is its text, references and their addresses', async ({ page }) => {
  // Whoever reads in the dark prints on white all the same.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(article);
  const mark = page.locator('.cite button').first();
  await expect(mark).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  for (const gone of [
    '.masthead nav',
    '.foot',
    '.side',
    '.prose .label',
    '.note',
    '.anchor',
    '.skip',
  ])
    await expect(page.locator(gone).first(), gone).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Sources are folded on a screen alone.
  await expect(page.locator('.fold:has(> #references)')).not.toHaveAttribute('open');
  await expect(page.locator('.refs > li').first()).toBeVisible();
  const printed = await page
    .locator('.refs a[href^="http"]:not([href*="doi.org"])')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toMatch(/^" \(" attr\(href\)|^" \(http/);
  await page.goto('/products/thorne-iron-bisglycinate/');
  await expect(page.locator('.label')).toBeVisible();
  await expect(page.locator('.cta')).toBeHidden();
});
