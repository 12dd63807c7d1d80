/** What cards and tables say of a product. Expected figures: README.md of the facts, trap 2. */
import { describe, expect, test } from 'vitest';
import { productPageView } from '#views/product-page.ts';
import { productTableView, productView } from '#views/product.ts';
import { rulerLegend } from '#views/ruler.ts';
import { library } from '../library.ts';

const view = (id: string) => {
  const record = library.products.get(id);
  if (record === undefined) throw new Error(`no product "${id}"`);
  return productView(record, library);
};

describe('a dose whose label is in international units', () => {
  test('is said in the unit of the need, the label beside it', () => {
    const [dose] = view('nutrilite-vitamin-d').doses;
    expect(dose?.amountText).toBe('15\u00A0mcg (600\u00A0IU)');
  });

  test('stands in one unit with the others of a table', () => {
    const { rows } = productTableView([view('nutrilite-vitamin-d'), view('kirkland-d3')], 'Both');
    expect(rows.map(({ cells }) => cells[0])).toEqual(['15\u00A0mcg (600\u00A0IU)', '50\u00A0mcg']);
  });

  test('is not known where nobody read the label, and else a dash where it states none', () => {
    const { rows } = productTableView(
      [view('kirkland-d3'), view('klean-b-complex'), view('thorne-zinc-picolinate')],
      'Three',
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['50\u00A0mcg', undefined],
      ['not known', 'not known'],
      [undefined, '15\u00A0mg'],
    ]);
  });

  test('leaves every other label as it is', () => {
    expect(view('thorne-iron-bisglycinate').doses[0]?.amountText).toBe('25\u00A0mg');
    expect(view('ph-1000').doses.map(({ amountText }) => amountText)).toEqual([
      '500\u00A0mg',
      '1,000\u00A0mg per\u00A0L',
    ]);
  });
});

describe('the page of a product', () => {
  const pages = [...library.products.keys()].map((id) => productPageView(id, library));

  test('states no claim that found help or harm, and leads to what it holds', () => {
    const findings = pages
      .flatMap(({ claims }) => claims)
      .map(({ href }) => library.claims.get(href.split('/')[2] ?? '')?.data.finding);
    expect(findings).not.toEqual([]);
    expect(
      findings.filter(
        (finding) => finding === undefined || ['helps', 'harms', 'mixed'].includes(finding),
      ),
    ).toEqual([]);
    expect(productPageView('thorne-iron-bisglycinate', library).nutrients).toEqual([
      { href: '/nutrients/iron/', name: 'Iron' },
    ]);
  });
});

describe('a ruler', () => {
  test('bears the level of risk reduction wherever sodium is, and the legend says what it is', () => {
    const sodium = view('lmnt-recharge').rulers;
    expect(sodium[0]?.ticks.map(({ label }) => label)).toContain('eat less above');
    expect(rulerLegend(sodium)).toEqual({
      hatched: undefined,
      eatLess: expect.stringContaining('no limit of toxicity'),
    });
  });

  test('explains its hatching where there is a limit, and nothing where nothing is drawn', () => {
    expect(rulerLegend(view('thorne-iron-bisglycinate').rulers)).toEqual({
      hatched: 'Hatched: above the upper limit.',
      eatLess: undefined,
    });
    expect(rulerLegend([])).toBeUndefined();
  });
});

describe('where amounts were read, and what to match', () => {
  const record = library.products.get('thorne-iron-bisglycinate');
  if (record === undefined) throw new Error('no such product');
  const withFields = (fields: Partial<typeof record.data>) =>
    productView({ ...record, data: { ...record.data, ...fields } as typeof record.data }, library);

  test('a place is named with its day, or with none', () => {
    const product = withFields({
      amountsFrom: [
        { kind: 'maker', where: 'its page', on: '2026-03-01' },
        { kind: 'seller', where: 'a shop' },
      ],
    });
    expect(product.readings).toEqual([
      'Maker’s page: its page (March 1, 2026)',
      'Seller’s page: a shop (day not recorded)',
    ]);
    expect(product.readText).toBe('maker’s page');
  });

  test('a label that was seen comes first, and silence is told', () => {
    const labelSeen = { url: 'https://www.maker.example/iron', on: '2026-03-01' };
    expect(withFields({ labelSeen }).readings).toEqual(['Label: maker.example (March 1, 2026)']);
    expect(withFields({}).readText).toBe('not recorded');
    expect(withFields({ nutrients: [] }).readText).toBe('not known');
  });

  test('a search is matched by maker, amount, form and count; a page of its own by nothing', () => {
    expect(withFields({}).matchText).toBe(
      'Thorne; iron 25\u00A0mg; ferrous bisglycinate chelate (Ferrochel); 60\u00A0servings in a pack',
    );
    expect(withFields({ packs: [60, 120] }).packText).toBe('60 or 120\u00A0servings in a pack');
    const offers = [{ merchant: 'thorne', url: 'https://www.thorne.com/iron' }];
    expect(withFields({ offers }).matchText).toBeUndefined();
  });
});
