/** Products side by side by nutrient: the same amount of the same thing, one row a product. */
import type { DoseView, OfferView, ProductView } from './product.ts';

export interface ComparisonRow {
  href: string;
  title: string;
  status: ProductView['status'];
  servingText: string | undefined;
  /** Undefined for a product whose amounts nobody could read. */
  dose: Pick<DoseView, 'amountText' | 'women' | 'men' | 'limit'> | undefined;
  certificationText: string;
  offers: OfferView[];
}

export interface ComparisonView {
  /** One group a nutrient, the one in most products first; last the products without amounts. */
  groups: { id: string; name: string; rows: ComparisonRow[] }[];
}

/** Every product under each nutrient that it holds. */
export function comparisonView(products: readonly ProductView[]): ComparisonView {
  const groups = new Map<string, ComparisonView['groups'][number]>();
  for (const product of products) {
    for (const dose of product.doses) {
      const group = groups.get(dose.nutrientId) ?? {
        id: dose.nutrientId,
        name: dose.nutrientName,
        rows: [],
      };
      group.rows.push(rowOf(product, dose));
      groups.set(dose.nutrientId, group);
    }
  }
  const unknown = products.filter(({ doses }) => doses.length === 0);
  return {
    groups: [
      ...[...groups.values()].toSorted(
        (a, b) => b.rows.length - a.rows.length || a.name.localeCompare(b.name, 'en'),
      ),
      ...(unknown.length === 0
        ? []
        : [
            {
              id: 'amounts-not-known',
              name: 'Amounts not known',
              rows: unknown.map((product) => rowOf(product, undefined)),
            },
          ]),
    ],
  };
}

function rowOf(product: ProductView, dose: DoseView | undefined): ComparisonRow {
  return {
    href: product.href,
    title: product.title,
    status: product.status,
    servingText: product.servingText,
    dose,
    certificationText:
      product.certifications.length === 0
        ? 'none known'
        : product.certifications
            .map(({ scheme, statusText }) => `${scheme}: ${statusText}`)
            .join('; '),
    offers: product.offers,
  };
}
