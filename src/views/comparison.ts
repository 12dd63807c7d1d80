/** Products side by side by what they are bought for, each once, what decides first. */
import { formatAmount, uncapitalize } from '../domain/format.ts';
import { otherPurpose, purposeOf, strengthOf } from '../domain/purpose.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { drawsProducts, type Figure } from '../schemas/figure.ts';
import { productTitle, type Product } from '../schemas/product.ts';
import type { Purpose } from '../schemas/purpose.ts';
import { figureView, type FigureView } from './figure.ts';
import { productView, type DoseView, type OfferView, type ProductView } from './product.ts';

export interface ComparisonRow {
  href: string;
  title: string;
  status: ProductView['status'];
  servingText: string | undefined;
  /** One a column of the group. */
  values: { text: string; level: DoseView['limit']['level'] }[];
  /** How the amounts are known: "label", "maker’s page", "seller’s page", "not known". */
  readText: string;
  certificationText: string;
  offers: OfferView[];
}

export interface ComparisonGroup {
  /** Of the purpose, and of its place on a page. */
  id: string;
  name: string;
  /** What the rows are sorted by. */
  orderText: string;
  /** Figures that draw products of the group. */
  figures: FigureView[];
  columns: string[];
  /** How many products it has, those that do not stand here too. */
  count: number;
  rows: ComparisonRow[];
}

export interface ComparisonView {
  groups: ComparisonGroup[];
}

/** What products are bought for, and how they are compared there. */
interface PurposeView extends Pick<Purpose, 'name' | 'nutrients' | 'decides'> {
  id: string;
}

const whatIsLeft: PurposeView = {
  id: otherPurpose,
  name: 'Other products',
  nutrients: [],
  decides: 'limit',
};

/** What products are bought for, in order, and what is left. */
export function purposeViews({ purposes }: Library): PurposeView[] {
  return [...[...purposes.values()].map(({ id, data }) => ({ id, ...data })), whatIsLeft];
}

/** Products by what they are bought for, in the order in which they are compared there. */
export function byPurpose(
  products: readonly DataRecord<Product>[],
  library: Library,
): [PurposeView, DataRecord<Product>[]][] {
  const named = [...library.purposes.values()];
  return purposeViews(library).flatMap((purpose): [PurposeView, DataRecord<Product>[]][] => {
    const own = products
      .filter(({ data }) => purposeOf(data, named) === purpose.id)
      .map((record) => ({
        record,
        title: productTitle(record.data),
        keys:
          purpose.decides === 'concentration'
            ? strengthKeys(record.data, purpose, library)
            : doseKeys(decidingDoses(productView(record, library), purpose), purpose),
      }))
      .toSorted((a, b) => compare(a.keys, b.keys) || a.title.localeCompare(b.title, 'en'));
    return own.length === 0 ? [] : [[purpose, own.map(({ record }) => record)]];
  });
}

/**
 * Products under their purpose.
 * @param isShown whether one has a row: of many, some stand elsewhere
 */
export function comparisonView(
  products: readonly DataRecord<Product>[],
  library: Library,
  isShown: (id: string) => boolean = () => true,
): ComparisonView {
  return {
    groups: byPurpose(products, library).map(([purpose, own]) => {
      const { id, name, decides } = purpose;
      return {
        id,
        name,
        ...orderOf(purpose, library),
        figures: [...library.figures.values()]
          .filter(({ data }) => drawsProducts(data) && isOfAny(data, own))
          .map((figure) => figureView(figure.id, library)),
        count: own.length,
        rows: own
          .filter((record) => isShown(record.id))
          .map((record) => {
            const product = productView(record, library);
            const values =
              decides === 'concentration'
                ? strengthValues(record.data, purpose, library)
                : doseValues(decidingDoses(product, purpose));
            return rowOf(product, values);
          }),
      };
    }),
  };
}

function orderOf(
  { nutrients, decides }: PurposeView,
  library: Library,
): Pick<ComparisonGroup, 'orderText' | 'columns'> {
  const [nutrient = '', ...others] = nutrients;
  if (decides === 'limit')
    return {
      orderText: `${others.length === 0 ? 'The' : 'By nutrient; of each the'} smallest share of an upper limit first, since more is not better; what is not known last.`,
      columns: ['Dose', 'Women’s need', 'Men’s need', 'Upper limit'],
    };
  const name = need(library.nutrientNames, nutrient, 'nutrient');
  return {
    orderText: `The most ${uncapitalize(name)} in a liter first; below those, where the water is not known, the most in a serving.`,
    columns: [`${name} in a liter`, `${name} in a serving`],
  };
}

// Products of several groups stand where the first of them does.
function isOfAny({ rows: [first] }: Figure, own: readonly DataRecord<Product>[]): boolean {
  const from = first?.from;
  return from !== undefined && 'product' in from && own.some(({ id }) => id === from.product);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((key, index) => key - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

// Highest first, what is not known last.
function strengthKeys(
  product: Product,
  { nutrients: [nutrient = ''] }: PurposeView,
  library: Library,
): number[] {
  const { unit } = need(library.nutrients, nutrient, 'nutrient').data;
  const { perLiter, perServing } = strengthOf(product, nutrient, unit);
  return [-(perLiter ?? 0), -(perServing ?? 0)];
}

const solid = new Set(['capsule', 'softgel']);

function strengthValues(
  product: Product,
  { nutrients: [nutrient = ''] }: PurposeView,
  library: Library,
): ComparisonRow['values'] {
  const { unit } = need(library.nutrients, nutrient, 'nutrient').data;
  const { perLiter, isComputed, perServing } = strengthOf(product, nutrient, unit);
  const stated = product.nutrients.find(
    (row) => row.nutrient === nutrient && row.per === undefined,
  );
  const amount =
    stated === undefined
      ? 'not known'
      : perServing === undefined
        ? formatAmount(stated.amount, stated.unit)
        : formatAmount(perServing, unit);
  const noLiter =
    stated === undefined
      ? 'not known'
      : solid.has(product.serving?.unit ?? '')
        ? 'no drink'
        : perServing === undefined
          ? 'not computed'
          : 'water not known';
  const liter =
    perLiter === undefined
      ? noLiter
      : isComputed
        ? `about ${formatAmount(rounded(perLiter), unit)}`
        : formatAmount(perLiter, unit);
  return [liter, amount].map((text) => ({ text, level: 'none' }));
}

// What was computed from a serving is no more exact than the water in it.
function rounded(amount: number): number {
  return amount < 100 ? Number(amount.toPrecision(2)) : Math.round(amount / 10) * 10;
}

// Of a product that holds none of what decides where its file puts it, what it does hold.
function decidingDoses({ doses }: ProductView, { nutrients: chosen }: PurposeView): DoseView[] {
  const perServing = doses.filter(({ isPerServing }) => isPerServing);
  const deciding = chosen.flatMap((id) => perServing.filter(({ nutrientId }) => nutrientId === id));
  return deciding.length === 0 ? perServing : deciding;
}

// Products of one nutrient stand together, the lowest share of its limit first.
function doseKeys(doses: readonly DoseView[], { nutrients }: PurposeView): number[] {
  const [first] = doses;
  if (first === undefined) return [Infinity, 0];
  const place = nutrients.indexOf(first.nutrientId);
  return [
    place === -1 ? nutrients.length : place,
    Math.max(...doses.map(({ limit }) => limit.share ?? 0)),
  ];
}

function doseValues(doses: readonly DoseView[]): ComparisonRow['values'] {
  if (doses.length === 0)
    return ['not known', '–', '–', '–'].map((text) => ({ text, level: 'none' }));
  const isOne = doses.length === 1;
  const column = (text: (dose: DoseView) => string): string =>
    doses
      .map((dose) => (isOne ? text(dose) : `${uncapitalize(dose.nutrientName)} ${text(dose)}`))
      .join('; ');
  const [first] = doses;
  return [
    {
      text: doses.map((dose) => `${uncapitalize(dose.nutrientName)} ${dose.amountText}`).join('; '),
      level: 'none',
    },
    { text: column(({ women }) => women), level: 'none' },
    { text: column(({ men }) => men), level: 'none' },
    {
      text: column(({ limit }) => limit.text),
      level: isOne && first !== undefined ? first.limit.level : 'none',
    },
  ];
}

function rowOf(product: ProductView, values: ComparisonRow['values']): ComparisonRow {
  return {
    href: product.href,
    title: product.title,
    status: product.status,
    servingText: product.servingText,
    values,
    readText: product.readText,
    certificationText: certificationText(product),
    offers: product.offers,
  };
}

function certificationText({ certifications }: ProductView): string {
  return certifications.length === 0
    ? 'none known'
    : certifications.map(({ scheme, statusText }) => `${scheme}: ${statusText}`).join('; ');
}
