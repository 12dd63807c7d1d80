/**
 * Nutrients, foods, evidence and sheets as they were built. Figures are read from the data files
 * here, by a path of its own that shares nothing with the site's code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { nutrientParts } from '#anchors.ts';
import { violationsOn } from './axe.ts';
import { richArticle } from './articles.ts';
import { allPages } from './pages.ts';

interface Level {
  sex?: string;
  ageFrom: number;
  ageTo: number | null;
  lifeStage: string;
  amount: number;
  basis?: string;
  unverified?: true;
}
interface NutrientFile {
  name: string;
  unit: string;
  intakes: Level[];
  upperLimit?: { levels: Level[]; scope: string; compareIn?: string };
  elsewhere?: { authority: string; text: string }[];
  riskReduction?: { amount: number };
  dailyValue: { amount: number; unit: string };
}
interface FoodRow {
  food: string;
  group?: string;
  serving: { household: string; grams: number };
  amount: number;
  vegan: boolean;
  vegetarian: boolean;
}

const ids = readdirSync('content/nutrients').map((file) => file.replace(/\.mdx$/, ''));
const nutrientOf = (id: string): NutrientFile =>
  parse(
    readFileSync(`content/nutrients/${id}.mdx`, 'utf8').split(/^---$/m)[1] ?? '',
  ) as NutrientFile;
const foodsOf = (id: string): FoodRow[] =>
  readdirSync('content/foods').includes(`${id}.yaml`)
    ? (parse(readFileSync(`content/foods/${id}.yaml`, 'utf8')) as { foods: FoodRow[] }).foods
    : [];
const claims = readdirSync('content/claims').flatMap(
  (file) =>
    parse(readFileSync(`content/claims/${file}`, 'utf8')) as {
      id: string;
      nutrients: string[];
      outcome: string;
      certainty: string;
    }[],
);

const brackets: [string, number][] = [
  ['14–18', 14],
  ['19–30', 19],
  ['31–50', 31],
  ['51–70', 51],
  ['71+', 71],
];
const columns: { [name: string]: [string, string] } = {
  Women: ['female', 'none'],
  Men: ['male', 'none'],
  Pregnant: ['female', 'pregnancy'],
  Breastfeeding: ['female', 'lactation'],
};
const limits: { [name: string]: string } = {
  'Upper limit': 'none',
  'Limit, pregnant': 'pregnancy',
  'Limit, breastfeeding': 'lactation',
};
const print = (value: number | undefined): string =>
  value === undefined ? '–' : value.toLocaleString('en-US', { maximumFractionDigits: 3 });
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Cells of the table with this class as they are read, header row first. */
async function cellsOf(page: Page, selector: string): Promise<string[][]> {
  const rows = await page
    .locator(selector)
    .evaluate((table) =>
      [...(table as HTMLTableElement).rows].map((row) =>
        [...row.cells].map((cell) => cell.innerText),
      ),
    );
  return rows.map((row) => row.map(squeeze));
}

/** Foods as a cook would count them: kinds of one food together, the richest first. */
function kindsOf(foods: FoodRow[]): FoodRow[][] {
  const kinds = new Map<string, FoodRow[]>();
  for (const food of foods.toSorted((a, b) => b.amount - a.amount)) {
    const [first = '', ...rest] = food.food.replace(/ \([^)]*\)/g, '').split(', ');
    const added = rest.some((part) => part.startsWith('fortified')) ? 'fortified ' : '';
    const key = `${food.group ?? added + first} ${food.vegan} ${food.vegetarian}`;
    kinds.set(key, [...(kinds.get(key) ?? []), food]);
  }
  return [...kinds.values()];
}

/** Opens every folded section. */
async function openAll(page: Page): Promise<void> {
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((item) => ((item as HTMLDetailsElement).open = true)));
}

test.describe('every figure of a nutrient’s page is that of its data file', () => {
  for (const id of ids) {
    test(id, async ({ page }) => {
      const nutrient = nutrientOf(id);
      await page.goto(`/nutrients/${id}/`);
      await openAll(page);
      const [head = [], ...rows] = await cellsOf(page, '.intakes');
      expect(rows).toHaveLength(brackets.length);
      brackets.forEach(([ages, age], index) => {
        const expected = head.slice(1).map((column) => {
          const [sex, lifeStage] = columns[column] ?? [undefined, limits[column]];
          const levels = sex === undefined ? (nutrient.upperLimit?.levels ?? []) : nutrient.intakes;
          return print(
            levels.find(
              (level) =>
                (sex === undefined || level.sex === sex) &&
                level.lifeStage === lifeStage &&
                level.ageFrom <= age &&
                age <= (level.ageTo ?? Infinity),
            )?.amount,
          );
        });
        expect(rows[index]).toEqual([ages, ...expected]);
      });
      expect(head.includes('Upper limit')).toBe(nutrient.upperLimit !== undefined);
      const facts = await page
        .locator('section:has(#facts) dl > div')
        .evaluateAll((lines) =>
          lines.map((line) => [...line.children].map((cell) => (cell as HTMLElement).innerText)),
        );
      const fact = (name: string): string =>
        squeeze(facts.find(([key = '']) => key.startsWith(name))?.[1] ?? '');
      const adultLimit = nutrient.upperLimit?.levels.find(
        ({ lifeStage, ageFrom, ageTo }) =>
          lifeStage === 'none' && ageFrom <= 31 && 31 <= (ageTo ?? Infinity),
      );
      expect(fact('Upper limit')).toBe(
        adultLimit === undefined
          ? 'not established'
          : `${print(adultLimit.amount)} ${nutrient.upperLimit?.compareIn ?? nutrient.unit}`,
      );
      expect(fact('US Daily Value')).toBe(
        `${print(nutrient.dailyValue.amount)} ${nutrient.dailyValue.unit}`,
      );
      expect(fact('Claims')).toBe(
        print(claims.filter((claim) => claim.nutrients.includes(id)).length),
      );
      const text = squeeze(await page.locator('main').innerText());
      if (nutrient.upperLimit === undefined) {
        expect(text).toContain('does not mean that any amount is safe');
      } else {
        // A limit in pregnancy that differs from that of other people of the same age is told.
        for (const level of nutrient.upperLimit.levels.filter(({ unverified }) => !unverified)) {
          const other = nutrient.upperLimit.levels.find(
            ({ lifeStage, ageFrom, ageTo }) =>
              lifeStage === 'none' &&
              ageFrom <= level.ageFrom &&
              level.ageFrom <= (ageTo ?? Infinity),
          );
          if (other?.amount !== level.amount) {
            const name = Object.keys(limits).find((key) => limits[key] === level.lifeStage);
            expect(head).toContain(name);
          }
        }
        expect(text).toContain(
          nutrient.upperLimit.scope === 'supplements'
            ? 'day after day from supplements and medicines'
            : 'day after day from food, drink and supplements together',
        );
      }
      for (const value of nutrient.elsewhere ?? []) expect(text).toContain(squeeze(value.text));
      if (nutrient.riskReduction !== undefined)
        expect(text).toContain(
          `Above ${print(nutrient.riskReduction.amount)} ${nutrient.unit} a day`,
        );

      const foods = kindsOf(foodsOf(id));
      const rowsOfFoods = page.locator('.foods > li');
      await expect(rowsOfFoods).toHaveCount(foods.length);
      if (foods.length === 0) return;
      const need = (sex: string): number =>
        nutrient.intakes.find(
          (level) => level.sex === sex && level.lifeStage === 'none' && level.ageFrom === 31,
        )?.amount ?? Number.NaN;
      const share = (amount: number, sex: string): string => {
        const percent = Math.round((amount / need(sex)) * 100);
        return percent === 0 && amount > 0 ? 'under 1%' : `${print(percent)}%`;
      };
      const range = (least: string, most: string, unit: string): string =>
        least === most ? most : `${least.replace(unit, '')}–${most}`;
      const texts = (await rowsOfFoods.allInnerTexts()).map(squeeze);
      const richest = foods[0]?.[0]?.amount ?? 1;
      const bars = await rowsOfFoods
        .locator('svg.drawn')
        .evaluateAll((all) =>
          all.map((bar) => [
            Number.parseFloat(bar.querySelector('rect')?.getAttribute('width') ?? ''),
            Number.parseFloat(bar.querySelector('line')?.getAttribute('x2') ?? 'NaN'),
          ]),
        );
      foods.forEach((kinds, index) => {
        const row = texts[index] ?? '';
        const most = kinds[0]!;
        const least = kinds.at(-1)!;
        const amount = range(
          `${print(least.amount)} ${nutrient.unit}`,
          `${print(most.amount)} ${nutrient.unit}`,
          ` ${nutrient.unit}`,
        );
        expect(row).toContain(amount);
        const sexes = need('female') === need('male') ? ['female'] : ['female', 'male'];
        for (const sex of sexes)
          expect(row).toContain(
            `${range(share(least.amount, sex), share(most.amount, sex), '%')} of ${sexes.length === 1 ? 'adults' : sex === 'female' ? 'women' : 'men'}’`,
          );
        expect(row.includes(', vegan') || / vegan:/.test(row)).toBe(most.vegan);
        for (const kind of kinds) {
          const name = kinds.length === 1 ? kind.food : kind.food.replace(/^[^,]+, /, '');
          expect(row).toContain(squeeze(name));
          expect(row).toContain(
            squeeze(`${kind.serving.household} (${print(kind.serving.grams)} g)`),
          );
          expect(row).toContain(`${print(kind.amount)} ${nutrient.unit}`);
        }
        const [solid, line = Number.NaN] = bars[index] ?? [];
        expect(solid).toBeCloseTo((100 * least.amount) / richest, 0);
        if (least.amount < most.amount) expect(line).toBeCloseTo((100 * most.amount) / richest, 0);
        else expect(line).toBeNaN();
      });
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('foods narrow to vegetarian and vegan ones', async ({ page }) => {
    await page.goto('/nutrients/iron/#which-foods');
    const rows = page.locator('.foods > li').filter({ visible: true });
    const foods = kindsOf(foodsOf('iron'));
    await expect(rows).toHaveCount(foods.length);
    await page.getByRole('radio', { name: 'vegan' }).check();
    await expect(rows).toHaveCount(foods.filter(([food]) => food?.vegan).length);
    await page.getByRole('radio', { name: 'vegetarian' }).check();
    await expect(rows).toHaveCount(foods.filter(([food]) => food?.vegetarian).length);
  });

  test('claims narrow by every nutrient, outcome and certainty, and by all three', async ({
    page,
  }) => {
    test.slow();
    await page.goto('/evidence/');
    const shown = (): Promise<number> =>
      page
        .locator('.narrow-scope tbody tr[data-holds]')
        .evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).length);
    await expect(page.locator('.narrow-scope tbody tr[data-holds]')).toHaveCount(claims.length);
    expect(await shown()).toBe(0);
    const words = (claim: (typeof claims)[number]): string[] => [
      ...(claim.nutrients.length === 0 ? ['no-nutrient'] : claim.nutrients),
      claim.outcome,
      claim.certainty,
    ];
    for (const name of ['nutrient', 'outcome', 'certainty']) {
      const select = page.locator(`select[name=${name}]`);
      const values = await select
        .locator('option')
        .evaluateAll((options) =>
          options
            .map((option) => (option as HTMLOptionElement).value)
            .filter((value) => value !== ''),
        );
      expect(values.length).toBeGreaterThan(3);
      for (const value of values) {
        await select.selectOption(value);
        expect(await shown(), value).toBe(
          claims.filter((claim) => words(claim).includes(value)).length,
        );
      }
      await select.selectOption('');
    }
    await page.getByRole('combobox', { name: 'Nutrient' }).selectOption('iron');
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('absorption');
    await page.getByRole('combobox', { name: 'Certainty' }).selectOption('strong');
    expect(await shown()).toBe(
      claims.filter((claim) =>
        ['iron', 'absorption', 'strong'].every((word) => words(claim).includes(word)),
      ).length,
    );
  });

  test('a term opens its definition in place and leads to the glossary', async ({ page }) => {
    const article = readdirSync('dist/articles').find(
      (name) =>
        !name.includes('.') &&
        readFileSync(`dist/articles/${name}/index.html`, 'utf8').includes('class="term"'),
    );
    expect(article).toBeDefined();
    await page.goto(`/articles/${article}/`);
    await page.locator('button.term').first().click();
    const note = page.locator('[popover]:popover-open');
    await expect(note).toBeVisible();
    await note.getByRole('link', { name: 'In the glossary' }).click();
    await expect(page).toHaveURL(/\/glossary\/#[a-z0-9-]+$/);
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  });

  test('from a claim’s note to its page, its nutrient, its claims', async ({ page }) => {
    await page.goto(richArticle().path);
    // The first of its notes that is about iron.
    const note = await page.locator('[popover]').evaluateAll(
      (notes, wanted) =>
        notes.find((one) =>
          wanted.some((id) => one.querySelector(`a[href="/evidence/${id}/"]`) !== null),
        )?.id,
      claims.filter(({ nutrients }) => nutrients.includes('iron')).map(({ id }) => id),
    );
    await page.locator(`[popovertarget="${note}"]`).first().click();
    await page
      .locator('[popover]:popover-open')
      .getByRole('link', { name: 'All about this claim' })
      .click();
    await expect(page).toHaveURL(/\/evidence\/[a-z0-9-]+\/$/);
    await page.locator('main').getByRole('link', { name: 'Iron', exact: true }).last().click();
    await expect(page).toHaveURL(/\/nutrients\/iron\/$/);
    await page.getByText('What the evidence says').click();
    await page.getByRole('link', { name: 'All claims on all nutrients' }).click();
    await page.locator('.matrix a[href="/nutrients/iron/#claims-absorption"]').click();
    await expect(page.getByRole('rowheader', { name: 'Absorption', exact: true })).toBeInViewport();
  });
});

test.describe('sheets', () => {
  const sheets = readdirSync('content/sheets').map((file) => file.replace(/\.yaml$/, ''));

  for (const id of sheets) {
    for (const format of ['A4', 'Letter']) {
      test(`${id} prints on one page of ${format}`, async ({ page }) => {
        await page.goto(`/nutrients/${id}/sheet/`);
        // The widest margins that a browser sets by itself; without any, too long a sheet passes.
        const side = '0.5in';
        const margin = { top: side, right: side, bottom: side, left: side };
        const pdf = await page.pdf({ format, margin });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      });
    }
  }

  test('an article prints on more than one, so that pages are really counted', async ({ page }) => {
    await page.goto(richArticle().path);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThan(2);
  });
});

// The other templates are tried in both schemes by the accessibility test.
for (const path of ['/nutrients/iron/', '/evidence/']) {
  for (const forcedColors of ['none', 'active'] as const) {
    test(`${path} is clean for axe with forced colors ${forcedColors}`, async ({ browser }) => {
      test.slow();
      const context = await browser.newContext({
        forcedColors,
        viewport: { width: 360, height: 800 },
      });
      const page = await context.newPage();
      await page.goto(path);
      expect(await violationsOn(page)).toEqual([]);
      await context.close();
    });
  }
}

test('nothing is wider than a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 800 });
  const own = allPages().filter((path) => /^\/(?:nutrients|evidence|glossary|data)\//.test(path));
  expect(own).toEqual(expect.arrayContaining(['/nutrients/iron/', '/glossary/', '/data/']));
  for (const path of own.filter(
    (_, index) => index % 4 === 0 || !own[index]?.includes('/evidence/'),
  )) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(360);
  }
});

test.describe('on a phone a nutrient’s page', () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  for (const id of ids) {
    test(`${id} is under 12 screens, and its first shows the way to each answer`, async ({
      page,
    }) => {
      await page.goto(`/nutrients/${id}/`);
      const height = await page.locator('html').evaluate(({ scrollHeight }) => scrollHeight);
      expect(height).toBeLessThan(12 * 844);
      const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
      for (const name of ['Who runs low', 'What to eat', 'When a test or a pill']) {
        const link = links.filter({ hasText: name });
        await expect(link).toBeInViewport({ ratio: 1 });
        await link.click();
        await expect(page.getByRole('heading', { name, level: 2 })).toBeInViewport();
        await page.locator('html').evaluate((html) => html.scrollTo(0, 0));
      }
    });
  }

  test('opens what a fragment names, and all of it on paper', async ({ page }) => {
    await page.goto('/nutrients/iron/');
    const closed = page.locator('details.fold:not([open]) > .part-of');
    const count = await page.locator('details.fold > .part-of').count();
    expect(count).toBeGreaterThan(8);
    await expect(closed).toHaveCount(count);
    const shown = (): Promise<number> =>
      page
        .locator('details.fold > .part-of')
        .evaluateAll((all) => all.filter((item) => item.checkVisibility()).length);
    expect(await shown()).toBe(0);
    for (const fragment of ['which-foods', 'claims-absorption', 'ref-3']) {
      await page.goto(`/nutrients/iron/#${fragment}`);
      await expect(page.locator(`#${fragment}`)).toBeInViewport();
    }
    await page.goto('/nutrients/iron/');
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe(count);
  });
});

test('the parts of a nutrient’s page stand in the order of their table', () => {
  const order = Object.keys(nutrientParts);
  const partsOf = (id: string): string[] =>
    [
      ...readFileSync(`dist/nutrients/${id}/index.html`, 'utf8').matchAll(
        /class="part-of" id="([\w-]+)"/g,
      ),
    ].map(([, part]) => part ?? '');
  for (const id of ids) {
    const parts = new Set(partsOf(id));
    expect(partsOf(id), id).toEqual(order.filter((part) => parts.has(part)));
  }
  expect(new Set(ids.flatMap(partsOf))).toEqual(new Set(order));
});

// Their own 30 KB and the 8 KB of styles inside. The list of all claims is a list, which is split when it
// is larger than 60 KB.
const mostOf = (path: string): number => (path === '/evidence/' ? 60 : 38) * 1024;

test('a page of knowledge is at most 38 KB after brotli, the list of all claims 60 KB', () => {
  const own = allPages().filter((path) => /^\/(?:nutrients|evidence|glossary|data)\//.test(path));
  for (const path of own) {
    const page = readFileSync(`dist${path}index.html`);
    // What is small enough after gzip, in a hundredth of the time, brotli has no need to look at.
    if (gzipSync(page, { level: 6 }).length <= mostOf(path)) continue;
    expect(brotliCompressSync(page).length, path).toBeLessThanOrEqual(mostOf(path));
  }
});

test('data files are served, and their CSV has a line for each record', async ({ request }) => {
  const records = {
    nutrients: ids.length,
    foods: ids.flatMap(foodsOf).length,
    claims: claims.length,
    products: readdirSync('content/products').length,
  };
  for (const [name, count] of Object.entries(records)) {
    const json = (await (await request.get(`/data/${name}.json`)).json()) as { records: unknown[] };
    expect(json.records, name).toHaveLength(count);
    const schema = await request.get(`/data/${name}.schema.json`);
    expect(((await schema.json()) as { $id: string }).$id).toContain(`/data/${name}.schema.json`);
    const csv = await (await request.get(`/data/${name}.csv`)).text();
    // No record of ours holds a line break inside a cell, so lines are records.
    expect(csv.trimEnd().split('\r\n'), name).toHaveLength(count + 1);
  }
});
