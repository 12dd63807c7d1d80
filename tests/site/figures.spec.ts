/** Figures as they were built: their numbers are those of the content, and what is taken along opens. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

interface Value {
  name: string;
  value?: number;
  low?: number;
  high?: number;
}
interface Row {
  label: string;
  from: { claim?: string; value?: string; need?: string };
}

const read = <Data>(file: string): Data => parse(readFileSync(file, 'utf8')) as Data;
const figures = readdirSync('content/figures').map((file) => ({
  id: file.replace('.yaml', ''),
  ...read<{ title: string; rows: Row[] }>(`content/figures/${file}`),
}));
const claims = new Map(
  readdirSync('content/claims').flatMap((file) =>
    read<{ id: string; figures?: string; values?: Value[] }[]>(`content/claims/${file}`).map(
      (claim) => [claim.id, claim] as const,
    ),
  ),
);

for (const figure of figures) {
  test(`${figure.id}: each row shows the numbers of its claim`, async ({ page }) => {
    await page.goto(`/figures/${figure.id}/`);
    const shown = page.locator('.plot tbody tr');
    await expect(shown).toHaveCount(figure.rows.length);
    const texts = await shown.allInnerTexts();
    for (const { label, from } of figure.rows) {
      const claim = claims.get(from.claim ?? '');
      const value = claim?.values?.find(({ name }) => name === from.value);
      if (value === undefined || from.need !== undefined) continue;
      const numbers = [value.value, value.low, value.high].flatMap((number) =>
        number === undefined ? [] : [Math.abs(number).toLocaleString('en-US')],
      );
      // Labels may repeat: one row of the label has all of the numbers.
      const rows = texts.filter((text) => text.includes(label));
      expect(
        rows.some((text) => numbers.every((number) => text.includes(number))),
        `${label}: ${numbers.join(', ')} in ${rows.join(' | ')}`,
      ).toBe(true);
    }
  });

  test(`${figure.id}: the frame holds it at 320 px and is not much higher`, async ({ page }) => {
    await page.goto(`/figures/${figure.id}/`);
    const snippet = (await page.locator('pre', { hasText: '<iframe' }).textContent()) ?? '';
    const height = Number(/height="(\d+)"/.exec(snippet)?.[1]);
    await page.setViewportSize({ width: 320, height: 200 });
    await page.goto(`/figures/${figure.id}/embed/`);
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(needed).toBeLessThanOrEqual(height);
    expect(height).toBeLessThanOrEqual(needed + 90);
    await expect(page.locator('script')).toHaveCount(0);
  });
}

test('pictures and drawings open, and have the same shape', async ({ page }) => {
  await page.goto('/figures/');
  for (const { id } of figures) {
    const [png, svg] = await page.evaluate(
      async (addresses) =>
        Promise.all(
          addresses.map(async (address) => {
            const image = new Image();
            image.src = address;
            await image.decode();
            return { width: image.naturalWidth, height: image.naturalHeight };
          }),
        ),
      [`/figures/${id}.png`, `/figures/${id}.svg`],
    );
    expect(png?.width).toBe(1600);
    expect(svg?.width).toBe(800);
    expect(Math.abs((png?.height ?? 0) / 2 - (svg?.height ?? 0))).toBeLessThanOrEqual(1);
  }
});

test('every figure is in the list', async ({ page }) => {
  await page.goto('/figures/');
  for (const { id, title } of figures)
    await expect(page.locator(`a[href="/figures/${id}/"]`)).toContainText(title);
});
