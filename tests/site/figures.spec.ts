/** Figures as they were built: their numbers are those of the content, and what is taken along opens. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

interface Value {
  name: string;
  value?: number;
  low?: number;
  high?: number;
  of?: number;
  unit: string;
}
interface From {
  claim?: string;
  value?: string;
  need?: string;
  product?: string;
  nutrient?: string;
  group?: string;
}
interface Product {
  nutrients: { nutrient: string; amount: number; unit: string; per?: string }[];
  serving?: { volumeMl?: number };
}
interface Nutrient {
  unit: string;
  intakes: {
    sex: string;
    ageFrom: number;
    ageTo: number | null;
    lifeStage: string;
    amount: number;
  }[];
}

const read = <Data>(file: string): Data =>
  parse(
    readFileSync(file, 'utf8')
      .replace(/^---\n/, '')
      .replace(/\n---\n[^]*$/, ''),
  ) as Data;
const figures = readdirSync('content/figures').map((file) => ({
  id: file.replace('.yaml', ''),
  ...read<{ title: string; kind: string; rows: { label: string; from: From }[] }>(
    `content/figures/${file}`,
  ),
}));
const claims = new Map(
  readdirSync('content/claims').flatMap((file) =>
    read<{ id: string; values?: Value[] }[]>(`content/claims/${file}`).map(
      (claim) => [claim.id, claim] as const,
    ),
  ),
);

const inMcg = (unit: string): number =>
  ({ g: 1e6, mg: 1e3, mcg: 1 })[unit.split('/')[0] ?? ''] ?? NaN;
const known = (numbers: (number | undefined)[]): number[] =>
  numbers.filter((number) => number !== undefined);

// What has to be read in a row, worked out from the files once more.
function numbersOf(from: From): number[] {
  if (from.product !== undefined) return drinkNumbers(from.product, from.nutrient ?? '');
  if (from.group !== undefined) return [intakeOf(from.nutrient ?? '', from.group)];
  const value = claims.get(from.claim ?? '')?.values?.find(({ name }) => name === from.value);
  if (value === undefined) throw new Error(`Nothing is known of ${JSON.stringify(from)}.`);
  if (from.need !== undefined) return sharesOfNeed(value, from.need);
  if (value.of !== undefined) {
    const inHundred = Math.round(((value.value ?? 0) / value.of) * 100);
    return [value.value ?? 0, value.of, inHundred, 100];
  }
  return known([value.value, value.low, value.high]).map(Math.abs);
}

// The reference intake of an adult of 31: of a sex, or in pregnancy or lactation.
function intakeOf(id: string, group: string): number {
  const { intakes } = read<Nutrient>(`content/nutrients/${id}.mdx`);
  const isStage = group === 'pregnancy' || group === 'lactation';
  const found = intakes.find(
    ({ sex, ageFrom, ageTo, lifeStage }) =>
      lifeStage === (isStage ? group : 'none') &&
      (isStage || sex === (group === 'men' ? 'male' : 'female')) &&
      ageFrom <= 31 &&
      (ageTo ?? Infinity) >= 31,
  );
  if (found === undefined) throw new Error(`${id} has no intake of ${group}.`);
  return found.amount;
}

function drinkNumbers(product: string, nutrient: string): number[] {
  const { nutrients, serving } = read<Product>(`content/products/${product}.yaml`);
  const rows = nutrients.filter((row) => row.nutrient === nutrient);
  const stated = rows.find(({ per }) => per === 'L')?.amount;
  if (stated !== undefined) return [stated];
  const liters = (serving?.volumeMl ?? 0) / 1000;
  return liters === 0 ? [] : [Math.round((rows[0]?.amount ?? 0) / liters / 10) * 10];
}

function sharesOfNeed({ value, low = value, high = value, unit }: Value, id: string): number[] {
  const nutrient = read<Nutrient>(`content/nutrients/${id}.mdx`);
  const needs = nutrient.intakes
    .filter(({ ageFrom, ageTo, lifeStage }) => {
      return lifeStage === 'none' && ageFrom <= 31 && (ageTo ?? Infinity) >= 31;
    })
    .map(({ amount }) => (amount * inMcg(nutrient.unit)) / inMcg(unit));
  const [least, most] = [(low ?? 0) / Math.max(...needs), (high ?? 0) / Math.min(...needs)];
  return [Math.round(least * 100), Math.round(most * 100)];
}

const shownNumbers = (text: string): number[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')));

for (const figure of figures) {
  test(`${figure.id}: each row shows the numbers of its claim, and is as long as they say`, async ({
    page,
  }) => {
    await page.goto(`/figures/${figure.id}/`);
    const rows = await page.locator('.plot tbody tr').evaluateAll((all) =>
      all.map((row) => ({
        label: row.querySelector('th')?.firstChild?.textContent?.trim(),
        text: row.querySelector('td:last-child')?.textContent ?? '',
        bar: parseFloat(row.querySelector('rect:is(.solid, .hollow)')?.getAttribute('width') ?? ''),
      })),
    );
    expect(rows.map(({ label }) => label).sort()).toEqual(
      figure.rows.map(({ label }) => label).sort(),
    );
    const lengths: number[] = [];
    for (const { label, from } of figure.rows) {
      const row = rows.find((shown) => shown.label === label);
      const numbers = numbersOf(from);
      const byOrder = (list: number[]): number[] => list.toSorted((a, b) => a - b);
      const text = row?.text ?? '';
      expect(byOrder(shownNumbers(text)), `${label}: ${text}`).toEqual(byOrder(numbers));
      const least = Math.min(...numbers);
      if (figure.kind === 'bars' && from.need === undefined && least > 0 && numbers.length > 0)
        lengths.push((row?.bar ?? NaN) / least);
    }
    // Bars that are drawn from nought are as long as their numbers, in one measure.
    for (const length of lengths) expect(length / (lengths[0] ?? NaN)).toBeCloseTo(1, 1);
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
