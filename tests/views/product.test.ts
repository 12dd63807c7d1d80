/** What cards and tables say of a product. Expected figures: README.md of the facts, trap 2. */
import { describe, expect, test } from 'vitest';
import { productTableView, productView } from '#views/product.ts';
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

  test('leaves every other label as it is', () => {
    expect(view('thorne-iron-bisglycinate').doses[0]?.amountText).toBe('25\u00A0mg');
    expect(view('ph-1000').doses.map(({ amountText }) => amountText)).toEqual([
      '500\u00A0mg',
      '1,000\u00A0mg per\u00A0L',
    ]);
  });
});
