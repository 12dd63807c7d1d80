/** What a keyboard reaches: in order, seen, never covered; and what a finger hits. */
import { expect, test, type Page } from '@playwright/test';
import { templates } from './pages.ts';

interface Stop {
  what: string;
  follows: boolean;
  isOutlined: boolean;
  isOnTop: boolean;
}

/** The focused element, or undefined where the focus has left the page. */
function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const [box] = element.getClientRects();
    const style = getComputedStyle(element);
    const x = Math.min(Math.max((box?.x ?? 0) + (box?.width ?? 0) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((box?.y ?? 0) + (box?.height ?? 0) / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const last = document.querySelector('[data-last-stop]');
    const follows =
      last === null ||
      (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    last?.removeAttribute('data-last-stop');
    element.setAttribute('data-last-stop', '');
    return {
      what: element.outerHTML.slice(0, 120),
      follows,
      isOutlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      isOnTop: top !== null && (element.contains(top) || top.contains(element)),
    };
  });
}

// A long article repeats itself: its first stops and its last are enough.
const mostStops = 80;

for (const viewport of [
  { width: 1280, height: 800 },
  // What 400 % zoom leaves of a desk.
  { width: 320, height: 256 },
]) {
  test(`Tab goes through each page in order, in sight, at ${viewport.width} px`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    for (const path of templates()) {
      await page.goto(path);
      let stops = 0;
      for (; stops < mostStops; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        // Behind the last stop the focus leaves the page, or begins again.
        if (stop === undefined || (stops > 0 && stop.what.includes('"skip"'))) break;
        expect(stop, `${path}, stop ${stops + 1}`).toMatchObject({
          follows: true,
          isOutlined: true,
          isOnTop: true,
        });
      }
      expect(stops, path).toBeGreaterThan(5);
    }
  });
}

test('targets are 24 px in both directions, citation marks included', async ({ page }) => {
  for (const path of [...templates(), '/gallery/']) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(path);
      const small = await page.evaluate(() => {
        // A link inside a sentence is as high as its line (WCAG 2.5.8, inline).
        const isInline = (element: Element): boolean => {
          const parent = element.parentElement;
          const around = (parent?.textContent ?? '').trim().length;
          return (
            element.matches('a') &&
            getComputedStyle(element).display === 'inline' &&
            (parent?.closest('p, li, td, th, h2, h3, aside, .small') ?? null) !== null &&
            around > (element.textContent ?? '').trim().length &&
            parent?.matches('th, td') === false
          );
        };
        return [...document.querySelectorAll('a[href], button, input, select, summary')]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => !element.matches('.skip') && !isInline(element))
          .filter((element) => {
            // The words of a choice belong to its target.
            const target = element.closest('label') ?? element;
            const box = target.getBoundingClientRect();
            return box.width < 23.99 || box.height < 23.99;
          })
          .map((element) => element.outerHTML.slice(0, 160));
      });
      expect(small, `${path} at ${width} px`).toEqual([]);
    }
  }
});

test('the links of a citation, its source and a question are never an exception', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/gallery/');
  for (const selector of ['.cite button', '.back', '.anchor']) {
    const targets = page.locator(selector);
    expect(await targets.count(), selector).toBeGreaterThan(0);
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), selector).toBeGreaterThanOrEqual(23.99);
    }
  }
});
