/** The two tools as readers use them: with a script and without, by keyboard, on a phone, under a strict policy. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  constantFrom,
  double,
  integer,
  nat,
  record,
  sample,
  string,
  tuple,
  uniqueArray,
} from 'fast-check';
import { doseForms } from '#domain/forms.ts';
import type { Reader } from '#domain/intake.ts';
import { stackView, type HandDose, type StackData, type StackInput } from '#views/stack.ts';
import { parse } from 'yaml';
import { nutrientSchema, type Nutrient } from '#schemas/nutrient.ts';
import { violationsOn } from './axe.ts';
import { underStrictPolicy } from './policy.ts';

const needs = '/tools/daily-needs/';
const stack = '/tools/stack/';

/** Fills in who asks. */
async function person(
  page: Page,
  sex: 'Woman' | 'Man',
  age: string,
  more: { stage?: string; diet?: string; periods?: string } = {},
): Promise<void> {
  await page.getByRole('radio', { name: sex, exact: true }).check();
  await page.getByLabel('Age in years').fill(age);
  if (more.stage !== undefined)
    await page.getByLabel('Pregnancy and breastfeeding').selectOption(more.stage);
  if (more.periods !== undefined) await page.getByLabel('Periods').selectOption(more.periods);
  if (more.diet !== undefined) await page.getByLabel('Diet').selectOption(more.diet);
}

/** Adds one dose by hand. */
async function dose(
  page: Page,
  name: string,
  amount: string,
  unit: string,
  form?: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Add a dose from another label' }).click();
  const fields = page.locator('#by-hand fieldset').last();
  await fields.getByLabel('Nutrient').selectOption(name);
  await fields.getByLabel('Amount a day').fill(amount);
  await fields.getByLabel('Unit').selectOption(unit);
  if (form !== undefined) await fields.getByLabel('Form').selectOption(form);
}

/** Finds a product by its name and takes some servings of it. */
async function take(page: Page, name: string, servings: string): Promise<void> {
  await page.getByLabel('Find a product').fill(name);
  await page.locator('#found button').first().click();
  await page.locator('#taken').getByRole('textbox', { name }).fill(servings);
}

const need = (page: Page, id: string): Locator => page.locator(`#needs [data-nutrient="${id}"]`);
const total = (page: Page, id: string): Locator => page.locator(`#totals [data-nutrient="${id}"]`);
const about = (page: Page, id: string): Locator => page.locator(`details[data-about="${id}"]`);

for (const [device, viewport] of [
  ['desk', { width: 1280, height: 900 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test.describe(device, () => {
    test.use({ viewport });

    test('a vegetarian woman of 34 reads her iron: 18 mg times 1.8, a runner’s loss told', async ({
      page,
    }) => {
      await page.goto(needs);
      await person(page, 'Woman', '34', { diet: 'Vegetarian' });
      await expect(need(page, 'iron')).toContainText('32.4 mg RDA');
      await expect(need(page, 'iron')).toContainText('45 mg');
      const why = page.locator('[data-about="iron"]');
      await expect(why).toContainText('18 mg of the table times 1.8 for your diet.');
      await expect(why).toContainText('30 to 70%');
      await expect(why).toContainText('nothing is multiplied here');
      await expect(why).toContainText('Soybeans, boiled, 1/2 cup (14%)');
      await expect(why).not.toContainText(/beef|mussels/i);
    });

    test('a breastfeeding woman reads her zinc', async ({ page }) => {
      await page.goto(needs);
      await person(page, 'Woman', '30', { stage: 'Breastfeeding' });
      await expect(need(page, 'zinc')).toContainText('12 mg RDA');
      await expect(need(page, 'zinc')).toContainText('40 mg');
    });

    test('a man’s multivitamin, iron tablet and magnesium: what passes which limit', async ({
      page,
    }) => {
      await page.goto(stack);
      await person(page, 'Man', '40');
      // A multivitamin as its label would give it, then the two others.
      await dose(page, 'Iron', '18', 'mg');
      await dose(page, 'Zinc', '11', 'mg');
      await dose(page, 'Vitamin D', '1000', 'IU');
      await dose(page, 'Copper', '0.9', 'mg');
      await dose(page, 'Magnesium', '100', 'mg');
      await dose(page, 'Iron', '65', 'mg');
      await dose(page, 'Magnesium', '200', 'mg');
      await expect(total(page, 'iron')).toContainText('83 mg');
      await expect(total(page, 'iron')).toContainText('184%, above it');
      await expect(about(page, 'iron')).toContainText('on a doctor’s advice only');
      await expect(about(page, 'iron')).toContainText('Test first.');
      await expect(total(page, 'magnesium')).toContainText('86%');
      await expect(about(page, 'magnesium')).toContainText(
        'which counts supplements and medicines only. Of what you take, 300 mg count. That leaves 50 mg for other supplements',
      );
      await expect(about(page, 'zinc')).toContainText('That leaves 29 mg for food');
      await expect(total(page, 'vitamin-d')).toContainText('25 mcg');
      await expect(total(page, 'copper')).toContainText('900 mcg');
      await expect(total(page, 'copper')).toContainText('9%');
      for (const pair of ['Iron and zinc.', 'Iron and magnesium.', 'Copper and zinc.'])
        await expect(page.locator('#result').getByText(pair, { exact: true })).toBeVisible();
      await expect(page.locator('#announcement')).toContainText('Above the upper limit: iron.');
      await expect(about(page, 'iron').locator('.ruler')).toHaveAccessibleName(
        /Iron: you take 83.mg; your need is 8.mg; the upper limit is 45.mg\./,
      );
    });

    test('680 mcg DFE of folic acid are 400 mcg against the limit of 1,000', async ({ page }) => {
      await page.goto(stack);
      await person(page, 'Woman', '34');
      await dose(page, 'Folate (vitamin B9)', '680', 'mcg', 'DFE, as new labels give it');
      await expect(total(page, 'vitamin-b9')).toContainText('680 mcg DFE');
      await expect(total(page, 'vitamin-b9')).toContainText('40%');
      await expect(about(page, 'vitamin-b9')).toContainText('400 mcg folic acid count');
      await expect(about(page, 'vitamin-b9').locator('.ruler')).toHaveCount(2);
    });

    test('dl-alpha vitamin E counts twice its label', async ({ page }) => {
      await page.goto(stack);
      await person(page, 'Woman', '34');
      await dose(page, 'Vitamin E', '600', 'mg', 'synthetic (dl-alpha-tocopherol)');
      await expect(total(page, 'vitamin-e')).toContainText('600 mg');
      await expect(total(page, 'vitamin-e')).toContainText('120%, above it');
      await page.getByLabel('Form').selectOption('natural (d-alpha-tocopherol)');
      await expect(total(page, 'vitamin-e')).toContainText('60%');
      await page.getByLabel('Form').selectOption('not known whether natural or synthetic');
      await expect(total(page, 'vitamin-e')).toContainText('60–120%, may be above it');
    });

    test('nothing runs out of the page', async ({ page }) => {
      for (const width of [320, viewport.width]) {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(stack);
        await person(page, 'Woman', '34', { diet: 'Vegan' });
        await take(page, 'BODYARMOR', '2');
        await dose(page, 'Vitamin A', '9000', 'IU');
        await dose(page, 'Vitamin B12', '1000', 'mcg');
        await dose(page, 'Folate (vitamin B9)', '680', 'mcg', 'DFE, as new labels give it');
        await dose(page, 'Magnesium', '700', 'mg');
        await page.getByRole('button', { name: 'Make a link to share' }).click();
        await expect(page.getByLabel('Link to share')).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const cut = await page.locator('#result .ruler text').evaluateAll((texts) =>
          texts
            .filter((text) => {
              const word = text.getBoundingClientRect();
              const ruler = text.closest('.ruler')?.getBoundingClientRect();
              return word.left < (ruler?.left ?? 0) - 1 || word.right > (ruler?.right ?? 0) + 1;
            })
            .map((text) => text.textContent),
        );
        expect(cut).toEqual([]);
      }
    });
  });
}

test.describe('limits', () => {
  test('potassium: not established, which permits nothing', async ({ page }) => {
    await page.goto(stack);
    await person(page, 'Man', '40');
    await dose(page, 'Potassium', '3000', 'mg');
    await expect(total(page, 'potassium')).toContainText('not established');
    await expect(about(page, 'potassium')).toContainText(
      'Upper limit: not established. Not established does not mean that any amount is safe.',
    );
    await expect(about(page, 'potassium')).toContainText('kidney disease');
  });

  test('sodium: no limit and no red line, but the advice to eat less', async ({ page }) => {
    await page.goto(stack);
    await person(page, 'Man', '40');
    await take(page, 'LMNT Recharge electrolyte drink mix', '3');
    await expect(total(page, 'sodium')).toContainText('3,000 mg');
    await expect(total(page, 'sodium')).toContainText('not established');
    await expect(total(page, 'sodium').locator('.is-over')).toHaveCount(0);
    await expect(about(page, 'sodium').locator('.limit')).toHaveCount(0);
    await expect(about(page, 'sodium')).toContainText('That is no limit of toxicity');
  });

  test('vitamin A of unknown form may be above its limit, beta-carotene is not', async ({
    page,
  }) => {
    await page.goto(stack);
    await person(page, 'Man', '40');
    await dose(page, 'Vitamin A', '15000', 'IU');
    await expect(total(page, 'vitamin-a')).toContainText('0–150%, may be above it');
    await page.getByLabel('Form').selectOption('retinol (retinyl palmitate or acetate)');
    await expect(total(page, 'vitamin-a')).toContainText('150%, above it');
    await page.getByLabel('Form').selectOption('beta-carotene, label in mcg RAE or IU');
    await expect(total(page, 'vitamin-a')).toContainText('0%');
  });

  test('the weight of a salt is not that of its element', async ({ page }) => {
    await page.goto(stack);
    await person(page, 'Man', '40');
    await dose(page, 'Magnesium', '500', 'mg', 'weight of magnesium oxide');
    await expect(total(page, 'magnesium')).toContainText('302 mg');
    await expect(about(page, 'magnesium')).toContainText(
      '60.3% of magnesium oxide is magnesium itself.',
    );
    await page.getByLabel('Form').selectOption('weight of another compound');
    await expect(total(page, 'magnesium')).toContainText('not known');
  });

  test('a product of unknown amounts is said to come on top', async ({ page }) => {
    await page.goto(stack);
    await person(page, 'Man', '40');
    await take(page, 'Klean Athlete Klean B-Complex', '1');
    await expect(page.locator('#result')).toContainText(
      'Klean Athlete Klean B-Complex: nobody could read what a serving holds',
    );
  });

  test('coffee disturbs iron, and only where it is drunk', async ({ page }) => {
    await page.goto(stack);
    await person(page, 'Woman', '34');
    await take(page, 'Thorne Iron Bisglycinate', '0.5');
    await expect(total(page, 'iron')).toContainText('12.5 mg');
    await expect(page.locator('#result')).not.toContainText(/coffee with an iron tablet/i);
    await page.getByLabel('I drink coffee or tea').check();
    await expect(page.locator('#result')).toContainText(/coffee with an iron tablet/i);
  });

  test('a woman of 52 with periods keeps the need of before, one of 48 without does not', async ({
    page,
  }) => {
    await page.goto(needs);
    await person(page, 'Woman', '52');
    await expect(need(page, 'iron')).toContainText('8 mg');
    await page.getByLabel('Periods').selectOption('I have periods');
    await expect(need(page, 'iron')).toContainText('18 mg');
    await person(page, 'Woman', '48', { periods: 'Mine ended with menopause' });
    await expect(need(page, 'iron')).toContainText('8 mg');
  });
});

test('each figure leads to its sources on the page', async ({ page }) => {
  for (const [path, part] of [
    [needs, '[data-about="iron"]'],
    [stack, 'details[data-about="iron"]'],
  ] as const) {
    await page.goto(path);
    await person(page, 'Man', '40');
    if (path === stack) await dose(page, 'Iron', '65', 'mg');
    const links = page.locator(`${part} .sources a`);
    expect(await links.count()).toBeGreaterThan(3);
    for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      await expect(page.locator(`[id="${(href ?? '').slice(1)}"]`)).toHaveCount(1);
  }
});

test.describe('bad input gets a plain sentence at its field', () => {
  const problemOf = (field: Locator): Promise<string> =>
    field.evaluate((input) =>
      (
        document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
      ).trim(),
    );

  for (const [typed, sentence] of [
    ['abc', 'Write your age as a whole number of years, such as 34.'],
    ['-4', 'An age cannot be less than nothing.'],
    ['500', 'That is more than 120 years: check the number.'],
    ['13', 'There are no figures here for anyone under 14'],
  ] as const) {
    test(`age ${typed}`, async ({ page }) => {
      await page.goto(needs);
      await person(page, 'Woman', typed);
      const age = page.getByLabel('Age in years');
      await age.blur();
      await expect(age).toHaveAttribute('aria-invalid', 'true');
      await expect(age).toHaveAccessibleDescription(new RegExp(`^${sentence}`));
      await expect(page.locator('#needs')).toHaveCount(0);
      await age.fill('34');
      await expect(age).not.toHaveAttribute('aria-invalid');
      expect(await problemOf(age)).toBe('');
      await expect(page.locator('[data-plan]').first()).toBeVisible();
    });
  }

  test('an age half typed is not yet wrong', async ({ page }) => {
    await page.goto(needs);
    await page.getByRole('radio', { name: 'Man', exact: true }).check();
    await page.getByLabel('Age in years').pressSequentially('3');
    await expect(page.getByLabel('Age in years')).not.toHaveAttribute('aria-invalid');
    await page.getByLabel('Age in years').pressSequentially('4');
    await expect(page.locator('[data-plan]').first()).toBeVisible();
  });

  test('pregnancy above 50', async ({ page }) => {
    await page.goto(needs);
    await person(page, 'Woman', '51', { stage: 'Pregnant' });
    await expect(page.getByLabel('Pregnancy and breastfeeding')).toHaveAccessibleDescription(
      /^There are no figures for pregnancy and breastfeeding above 50/,
    );
    await expect(page.locator('#needs')).toHaveCount(0);
  });

  for (const [typed, sentence] of [
    ['many', 'Write the amount a day, such as 25 or 0.4.'],
    ['-65', 'An amount cannot be less than nothing.'],
    ['999999999', 'That is more than 100 g a day: check the number and the unit.'],
  ] as const) {
    test(`amount ${typed}`, async ({ page }) => {
      await page.goto(stack);
      await person(page, 'Man', '40');
      await dose(page, 'Iron', typed, 'mg');
      const amount = page.getByLabel('Amount a day');
      await amount.blur();
      await expect(amount).toHaveAttribute('aria-invalid', 'true');
      await expect(amount).toHaveAccessibleDescription(sentence);
      await expect(page.locator('#totals')).toHaveCount(0);
    });
  }

  test('servings', async ({ page }) => {
    await page.goto(stack);
    await person(page, 'Man', '40');
    await take(page, 'Thorne Zinc Picolinate 15 mg', 'lots');
    const field = page.locator('#taken input');
    await field.blur();
    await expect(field).toHaveAccessibleDescription(
      'Write how many servings a day, such as 1 or 0.5.',
    );
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('the full tables stand there', async ({ page }) => {
    await page.goto(needs);
    await expect(page.locator('form')).toBeHidden();
    await expect(page.getByText('Without JavaScript, the tables below')).toBeVisible();
    for (const summary of await page.locator('.fold > summary').all()) await summary.click();
    const cell = (region: string, row: string | RegExp, index: number): Locator =>
      page
        .getByRole('region', { name: region })
        .getByRole('row', { name: row })
        .getByRole('cell')
        .nth(index);
    await expect(page.getByRole('region', { name: 'Women' }).getByRole('row')).toHaveCount(29);
    await expect(cell('Women', /^Iron /, 2)).toHaveText('18 mg');
    await expect(cell('Women', 'Iron, vegetarian or vegan (times 1.8)', 2)).toHaveText('32.4 mg');
    await expect(cell('Breastfeeding', 'Zinc', 1)).toHaveText('12 mg');
    await expect(cell('Upper limits', 'Folate', 2)).toHaveText('1,000 mcg folic acid');
    await expect(cell('Upper limits', 'Vitamin E', 0)).toHaveText(
      'supplements and medicines and fortified food only',
    );
    await expect(cell('Upper limits', 'Potassium', 2)).toHaveText('not established');
    await expect(page.getByRole('region', { name: 'Foods' })).toContainText('Lentils, boiled');
  });

  test('what the listed products hold stands there by nutrient, what clashes too', async ({
    page,
  }) => {
    await page.goto(stack);
    await expect(page.locator('form')).toBeHidden();
    await page.getByRole('heading', { name: 'What the listed products hold' }).click();
    const row = page
      .getByRole('region', { name: 'What the listed products hold' })
      .getByRole('row', { name: 'Zinc' });
    await expect(row).toContainText('Thorne Zinc Picolinate 15 mg: 15 mg, 38%');
    await expect(row).toContainText('26 mg, 65%');
    await page.getByRole('heading', { name: 'What clashes with what' }).click();
    await expect(page.getByRole('heading', { name: 'Iron and zinc' })).toBeVisible();
  });
});

test('what to plan comes first, with what to do, and fits who asks', async ({ page }) => {
  await page.goto(needs);
  await person(page, 'Woman', '34', { diet: 'Vegan' });
  const planned = (id: string): Locator => page.locator(`[data-plan="${id}"]`);
  await expect(planned('vitamin-b12')).toContainText('Take a supplement');
  await expect(planned('iodine')).toContainText('kelp');
  await expect(planned('iron').locator('h3')).toHaveText('Iron32.4 mg');
  await expect(planned('iron').locator('.sources a').first()).toBeVisible();
  await expect(page.locator('#needs')).toBeHidden();
  await page.getByText('All 27 figures and limits').click();
  await expect(page.locator('#needs')).toBeVisible();
  await person(page, 'Man', '34', { diet: 'I eat everything' });
  await expect(planned('vitamin-b12')).toHaveCount(0);
  await expect(planned('vitamin-d')).toContainText('winter');
  await page.getByLabel('Age in years').fill('60');
  await expect(planned('vitamin-b12')).toContainText('less may be absorbed');
});

test('the first click on a link of the result counts, right after typing', async ({ page }) => {
  for (const path of [needs, stack]) {
    await page.goto(path);
    if (path === stack) await dose(page, 'Iron', '65', 'mg');
    await page.getByRole('radio', { name: 'Woman' }).check();
    await page.getByLabel('Age in years').fill('40');
    const place = path === stack ? '#totals a' : '[data-plan] h3 a';
    const link = page.locator(place).filter({ hasText: 'Iron' });
    // A pressed mouse takes the focus from the field, and that must not rebuild what it presses.
    await link.hover();
    await page.mouse.down();
    await page.mouse.up();
    await expect(page).toHaveURL(/\/nutrients\/iron\/$/);
  }
});

test('a sum says that a field is missing from it', async ({ page }) => {
  await page.goto(stack);
  await person(page, 'Man', '40');
  await take(page, 'Thorne Zinc Picolinate 15 mg', '1');
  await dose(page, 'Iron', '65 mg', 'mg');
  await page.getByLabel('Amount a day').blur();
  await expect(page.locator('#result')).toContainText(
    'In a day, for a man of 40, eats everything.',
  );
  await expect(page.locator('#result')).toContainText(
    'One field of the form could not be read. What is missing is not in the sums.',
  );
  await page.getByLabel('Amount a day').fill('65');
  await expect(total(page, 'iron')).toContainText('65 mg');
  await expect(page.locator('#result')).not.toContainText('could not be read');
  await page.getByLabel('Age in years').fill('13');
  await page.getByLabel('Age in years').blur();
  await expect(page.locator('#result')).toHaveText(
    'No figures yet: see what the form says of your age or life stage.',
  );
});

test('by keyboard alone', async ({ page }) => {
  await page.goto(stack);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  // The presets, then the field that finds a product: Enter adds the first that was found.
  const field = page.getByLabel('Find a product');
  const reach = async (wanted: Locator): Promise<void> => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      if (await wanted.evaluate((found) => found === document.activeElement)) return;
    }
    throw new Error('cannot be reached');
  };
  await reach(field);
  await page.keyboard.type('zinc pico');
  await expect(page.locator('#found button')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  const more = page.getByRole('button', { name: 'More of Thorne Zinc Picolinate 15 mg' });
  await reach(more);
  await page.keyboard.press('Enter');
  await expect(page.locator('#taken input')).toHaveValue('2');
  await reach(page.getByRole('button', { name: 'Add a dose from another label' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Nutrient', { exact: true })).toBeFocused();
  await page.keyboard.type('Iron');
  await page.keyboard.press('Tab');
  await page.keyboard.type('65');
  await reach(page.getByRole('radio', { name: 'Woman' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Man', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('40');
  await page.keyboard.press('Tab');
  await expect(total(page, 'iron')).toContainText('144%, above it');
  await expect(total(page, 'zinc')).toContainText('75%');
  await page.getByLabel('Amount a day').focus();
  // Enter in a field sends nothing anywhere.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname === stack && url.search === '');
});

test('the address holds what was entered only on request, and nothing is stored or sent', async ({
  page,
  context,
}) => {
  await page.goto(stack, { waitUntil: 'networkidle' });
  const requests: string[] = [];
  // The browser asks for the icon on its own account, sometimes late.
  page.on('request', (request) => {
    if (!request.url().endsWith('/favicon.svg')) requests.push(request.url());
  });
  await person(page, 'Woman', '34', { diet: 'Vegan' });
  await take(page, 'Thorne Zinc Picolinate 15 mg', '2');
  await dose(page, 'Vitamin E', '400', 'IU', 'synthetic (dl-alpha-tocopherol)');
  await expect(page).toHaveURL(stack);
  await page.getByRole('button', { name: 'Make a link to share' }).click();
  const link = await page.getByLabel('Link to share').inputValue();
  expect(new URL(link).search).toBe('');
  await expect(page).toHaveURL(link);
  const before = await page.locator('#result').innerText();
  expect(requests).toEqual([]);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByLabel('Age in years')).toHaveValue('34');
  await expect(other.locator('#totals')).toBeVisible();
  expect(await other.locator('#result').innerText()).toBe(before);
  await other.getByLabel('Age in years').fill('35');
  await expect(other).toHaveURL(stack);

  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('an address that somebody made up breaks nothing', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  for (const hash of [
    '#sex=x&age=<b>&stage=&diet=1&take=none*1&take=thorne-zinc-picolinate*-1',
    '#sex=male&age=40&dose=unobtainium*5*mg*label&dose=iron*5*stone*label&dose=iron',
    '#age=%E0%A4%A&=&&&=',
    `#sex=male&age=40${'&dose=iron*1*mg*label'.repeat(500)}`,
    '#ref-usda-sr28',
  ]) {
    for (const path of [needs, stack]) {
      await page.goto('about:blank');
      await page.goto(path + hash);
      await expect(page.locator('#tool')).toBeVisible();
    }
  }
  await page.goto('about:blank');
  await page.goto(`${stack}#sex=male&age=40&dose=unobtainium*5*mg*label&dose=iron*5*mg*label`);
  await expect(page.locator('#totals tbody tr')).toHaveCount(1);
  await expect(page.locator('#result')).toContainText('One entry of the link could not be read');
  await page.goto('about:blank');
  await page.goto(`${stack}#sex=male&age=40&take=gone*1&dose=iron*5*mg*gone&dose=iron*5*mg*label`);
  await expect(page.locator('#result')).toContainText('2 entries of the link could not be read');
  expect(errors).toEqual([]);
});

test('on a phone a line leads from the long form to the sum, and covers no field', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(stack);
  const line = page.locator('#to-result a');
  await person(page, 'Man', '40');
  await expect(line).toBeHidden();
  await take(page, 'Thorne Iron Bisglycinate', '2');
  await take(page, 'Thorne Zinc Picolinate 15 mg', '2');
  await expect(line).toHaveText('1 above its limit, 1 clash');
  await expect(line).toBeInViewport();
  for (const field of await page.locator('#tool :is(input, select, button):visible').all()) {
    await field.focus();
    const [box, bar] = [await field.boundingBox(), await line.boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  await line.click();
  await expect(page.locator('#totals')).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(line).toBeHidden();
});

test('a product is found by brand, by nutrient, and by a part of either', async ({ page }) => {
  await page.goto(stack);
  const field = page.getByLabel('Find a product');
  const found = page.locator('#found button');
  for (const typed of ['thorne iron', 'IRON', 'bisgly', 'iron thorne']) {
    await field.fill(typed);
    await expect(found.filter({ hasText: 'Thorne Iron Bisglycinate' })).toHaveCount(1);
  }
  // A drink that holds some comes behind what is named after it.
  await field.fill('zinc');
  await expect(found.first()).toHaveText(/Zinc/);
  expect(await found.count()).toBeGreaterThan(1);
  await field.fill('unobtainium');
  await expect(found).toHaveCount(0);
  await expect(page.getByText('No product here is called so.')).toBeVisible();
  await take(page, 'Thorne Iron Bisglycinate', '1');
  const servings = page.locator('#taken input');
  await page.getByRole('button', { name: 'Less of Thorne Iron Bisglycinate' }).click();
  await expect(servings).toHaveValue('0.5');
  await page.getByRole('button', { name: 'Remove Thorne Iron Bisglycinate' }).click();
  await expect(servings).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('each preset fills the form and gives a verdict', async ({ page }) => {
  await page.goto(stack);
  const presets = page.locator('.presets button');
  expect(await presets.count()).toBeGreaterThan(0);
  for (const preset of await presets.all()) {
    await preset.click();
    await expect(page.locator('#totals')).toBeVisible();
    await expect(page.locator('#result')).not.toContainText('could not be read');
    await expect(page.locator('#result h2')).not.toHaveText('');
  }
});

test('nothing that is typed breaks a tool', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const typed = sample(string({ unit: 'binary', maxLength: 20 }), { numRuns: 300, seed: 20261125 });
  for (const path of [needs, stack]) {
    await page.goto(path);
    await person(page, 'Woman', '34');
    const values = await page.evaluate((texts) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('#tool input[type="text"]')];
      for (const [index, text] of texts.entries()) {
        const field = fields[index % fields.length];
        if (field === undefined) continue;
        field.value = text;
        for (const kind of ['input', 'change'])
          field.dispatchEvent(new Event(kind, { bubbles: true }));
      }
      return fields.length;
    }, typed);
    expect(values).toBeGreaterThan(0);
    // The tool still answers.
    await page.getByLabel('Age in years').fill('34');
    if (path === stack) await dose(page, 'Zinc', '15', 'mg');
    await expect(path === stack ? total(page, 'zinc') : need(page, 'zinc')).toContainText('mg');
  }
  expect(errors).toEqual([]);
});

test('both tools work under the strictest content security policy', async ({ page }) => {
  await underStrictPolicy(page, '**/tools/*/', "img-src 'self'", async () => {
    await page.goto(needs);
    await person(page, 'Woman', '34');
    await expect(need(page, 'iron')).toContainText('18 mg');
    await page.goto(stack);
    await person(page, 'Man', '40');
    await dose(page, 'Iron', '65', 'mg');
    await expect(about(page, 'iron').locator('.ruler')).toBeVisible();
    await page.getByRole('button', { name: 'Make a link to share' }).click();
    await expect(page.getByLabel('Link to share')).toBeFocused();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const forcedColors of ['none', 'active'] as const) {
    test(`axe finds nothing in a filled-in tool, ${colorScheme}, forced colors ${forcedColors}`, async ({
      browser,
    }) => {
      test.slow();
      const context = await browser.newContext({ colorScheme, forcedColors });
      const page = await context.newPage();
      for (const path of [needs, stack]) {
        await page.goto(path);
        await person(page, 'Woman', '34', { diet: 'Vegan' });
        if (path === stack) {
          await dose(page, 'Iron', '65', 'mg');
          await dose(page, 'Zinc', 'x', 'mg');
          await page.getByLabel('Amount a day').last().blur();
        }
        expect(await violationsOn(page, { part: '.tool' })).toEqual([]);
      }
      await context.close();
    });
  }
}

test('on paper: the reader’s own figures and the tables, no form', async ({ page }) => {
  for (const path of [needs, stack]) {
    await page.goto(path);
    await person(page, 'Woman', '34');
    if (path === stack) await dose(page, 'Iron', '65', 'mg');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#tool')).toBeHidden();
    await expect(page.locator(path === stack ? '#totals' : '#needs')).toBeVisible();
    // What is folded on the screen stands open on paper.
    for (const table of await page.locator('.fold table').all()) await expect(table).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
});

// The search shares a file with both tools, which each of them loads by itself.
for (const [path, most] of [
  [needs, 6.25],
  [stack, 12],
] as const) {
  test(`${path} loads at most ${most} KB of script and no schema library`, async ({ page }) => {
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(new URL(response.url()).pathname);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const files = scripts.map((name) => readFileSync(`dist${name}`));
    expect(files.length).toBeGreaterThan(0);
    const bytes = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
    expect(bytes).toBeLessThanOrEqual(most * 1024);
    expect(Buffer.concat(files).toString()).not.toMatch(/zod|safeParse|strictObject/i);
  });
}

const nutrientOf = (id: string): Nutrient =>
  nutrientSchema.parse(
    parse(readFileSync(`content/nutrients/${id}.mdx`, 'utf8').split(/^---$/m)[1] ?? ''),
  );

// A thousand with LONG_TESTS set; the rounds of every day are a quarter of that.
const randomStacks = process.env['LONG_TESTS'] === undefined ? 250 : 1000;

test('page and domain agree on random stacks', async ({ page }) => {
  // Seconds on a free machine; a shared one may take its time.
  test.setTimeout(240_000);
  const ids = readdirSync('content/nutrients').map((file) => file.replace('.mdx', ''));
  const nutrients = ids.map((id) => ({ ...nutrientOf(id), id, href: undefined }));
  const formsOf = new Map(nutrients.map((item) => [item.id, doseForms(item)]));
  await page.goto(stack);
  const { products, interactions } = await page.evaluate(
    () => JSON.parse(document.querySelector('#tool-data')?.textContent ?? '') as StackData,
  );
  // Nutrients come from the content itself, so that the page's copy of them is tested too.
  const data: StackData = {
    nutrients,
    products,
    interactions,
    numbering: {},
  };
  const reader = record({
    sex: constantFrom('female' as const, 'male' as const),
    ageYears: integer({ min: 14, max: 90 }),
    lifeStage: constantFrom('none' as const, 'pregnancy' as const, 'lactation' as const),
    diet: constantFrom('omnivore' as const, 'vegetarian' as const, 'vegan' as const),
    periods: constantFrom('unknown' as const, 'yes' as const, 'no' as const),
  }).map((who): Reader => {
    const lifeStage = who.sex === 'male' || who.ageYears > 50 ? 'none' : who.lifeStage;
    const hasChoice = who.sex === 'female' && lifeStage === 'none';
    return { ...who, lifeStage, periods: hasChoice ? who.periods : 'unknown' };
  });
  const hand = tuple(
    constantFrom(...ids),
    double({ min: 0.01, max: 900, noNaN: true }),
    nat(),
    nat(),
  ).map(([id, amount, unit, form]): HandDose => {
    const forms = formsOf.get(id) ?? [];
    const units = ['mg', 'mcg', 'g', ...(forms.some(({ iu }) => iu) ? ['IU'] : [])] as const;
    const chosen = units[unit % units.length] as HandDose['unit'];
    return {
      nutrient: id,
      amount: Number((chosen === 'g' ? amount / 10 : amount).toFixed(2)) || 1,
      unit: chosen,
      form: forms[form % forms.length]?.id ?? '',
    };
  });
  const input = record({
    reader,
    products: uniqueArray(
      record({
        id: constantFrom(...products.map(({ id }) => id)),
        times: constantFrom(0.5, 1, 2, 3),
      }),
      { maxLength: 5, selector: ({ id }) => id },
    ),
    byHand: uniqueArray(hand, {
      minLength: 1,
      maxLength: 6,
      selector: (item) => JSON.stringify(item),
    }),
    coffee: constantFrom(true, false),
  });
  const stacks: StackInput[] = sample(input, { numRuns: randomStacks, seed: 20261125 });
  const hashOf = ({ reader: who, products: taken, byHand, coffee }: StackInput): string => {
    const hash = new URLSearchParams({
      sex: who.sex,
      age: String(who.ageYears),
      stage: who.lifeStage,
      periods: who.periods,
      diet: who.diet,
      ...(coffee ? { coffee: 'yes' } : {}),
    });
    for (const { id, times } of taken) hash.append('take', `${id}*${times}`);
    for (const item of byHand)
      hash.append('dose', [item.nutrient, item.amount, item.unit, item.form].join('*'));
    return hash.toString();
  };
  const shown = await page.evaluate(async (hashes) => {
    const all: { rows: string[][]; clashes: number }[] = [];
    for (const hash of hashes) {
      const changed = new Promise((resolve) =>
        window.addEventListener('hashchange', resolve, { once: true }),
      );
      location.hash = hash;
      await changed;
      all.push({
        rows: [...document.querySelectorAll('#totals tbody tr')].map((row) =>
          [...row.children].map((cell) => cell.textContent ?? ''),
        ),
        clashes: document.querySelectorAll('#result div.rule-1').length,
      });
    }
    return all;
  }, stacks.map(hashOf));
  expect(shown).toHaveLength(randomStacks);
  for (const [index, one] of stacks.entries()) {
    const { rows, clashes } = stackView(data, one);
    const expected = {
      rows: rows.map((row) => [row.name, row.totalText, row.needShareText, row.limitText]),
      clashes: clashes.length,
    };
    expect(shown[index], JSON.stringify(one)).toEqual(expected);
  }
});
