/** A product as cards, pages and tables show it: every figure computed and formatted once. */
import { labelHost, merchantLink } from '../domain/affiliate.ts';
import { assessDose, isNear, type DoseAssessment, type Level } from '../domain/dose.ts';
import type { Range } from '../domain/forms.ts';
import {
  capitalize,
  formatAmount,
  formatChoice,
  formatDay,
  formatList,
  formatNumber,
  formatRange,
  formatShares,
  noBreakSpace,
  uncapitalize,
  countryName,
} from '../domain/format.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { shared } from '../library/shared.ts';
import { routes } from '../routes.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import { dayView, type DayView } from './day.ts';
import { needText } from './intake.ts';
import type { Sex } from '../schemas/fields.ts';
import {
  productTitle,
  type Product,
  type ProductNutrient,
  type ProductStatus,
  type Reading,
} from '../schemas/product.ts';
import {
  limitShare,
  limitUnit,
  notEstablished,
  notEstablishedIsNotSafe,
  whatCounts,
} from './reference-value.ts';
import { rulerView, type RulerView } from './ruler.ts';

/** One nutrient of a product. */
export interface DoseView {
  nutrientId: string;
  nutrientName: string;
  nutrientHref: string;
  /** "25 mg" or "700–720 mg", with no-break spaces; "1,000 mg per L"; "15 mcg (600 IU)". */
  amountText: string;
  /** Whether the amount is that of a serving rather than of a liter. */
  isPerServing: boolean;
  /** Said where the label may mean the compound: "not known whether this is elemental". */
  elementalText: string | undefined;
  /** Shares of the reference intake of women and men: "139%", or why there is none. */
  women: string;
  men: string;
  /** Whose intake the shares are of: "19–50" or "31–50". */
  agesText: string | undefined;
  limit: {
    /** "Share of the upper limit" or "… for supplements". */
    label: string;
    /** "56%", "94–110%, perhaps above it" or "not established". */
    text: string;
    /** The share that the text says, its upper end; undefined where there is none. */
    share: number | undefined;
    level: Level;
    /** The limit itself and what counts towards it; undefined where none stands. */
    counts: { amountText: string; what: string } | undefined;
  };
  ruler: RulerView | undefined;
}

/** The page on which a label was read: a source, also where the maker sells. */
export interface LabelSeenView {
  href: string;
  /** "thorne.com" */
  host: string;
  on: DayView;
}

/** A link to a merchant. */
export interface OfferView {
  href: string;
  /** "Search Amazon for Thorne Iron Bisglycinate (ad)", or "… at Thorne" for the product's own page. */
  text: string;
  rel: string;
  isAd: boolean;
  merchantName: string;
  /** Where the shop is: "United States". */
  country: string;
  /** Parameter that tells the merchant which page was read; undefined, which is usual, tells nothing. */
  subTag: string | undefined;
  /** Sentence that the programme requires; set when the site's tag is. */
  statement: string | undefined;
}

export interface ProductView {
  id: string;
  href: string;
  /** "Iron Bisglycinate" */
  name: string;
  brand: string | undefined;
  /** Brand and name. */
  title: string;
  category: string;
  status: ProductStatus;
  reason: string | undefined;
  /** "1 capsule", "1 tablet in 500 mL of water"; undefined where not known. */
  servingText: string | undefined;
  /** "60 servings in a pack", "60 capsules in a pack". */
  packText: string | undefined;
  /** Shown above the facts. */
  testFirst: { nutrientName: string; reason: string } | undefined;
  /** Where the amounts were read: "On a seller’s page: purepharmacy.com (day not recorded)". */
  readings: string[];
  /** The best of those places in a word or two: "label", "seller’s page", "not known". */
  readText: string;
  /** What to compare on the package, where a link only leads to a search. */
  matchText: string | undefined;
  /** Empty: "no amounts are known". */
  doses: DoseView[];
  /** Whose need and which limits the shares are of, in a sentence or two. */
  doseNote: string;
  /** Rulers of the doses that come nearest to a limit, else of the first dose that has one. */
  rulers: RulerView[];
  /** What is not known about elemental amounts. */
  elementalNotes: string[];
  other: { name: string; amountText: string }[];
  certifications: {
    scheme: string;
    scope: string | undefined;
    statusText: string;
    href: string | undefined;
  }[];
  /** "Vegan, gluten-free", undefined where nothing is stated. */
  dietaryText: string | undefined;
  fits: string;
  drawbacks: string[];
  skipIf: string;
  warnings: { nutrientName: string; text: string }[];
  /** What nobody could confirm, in one line. */
  unverified: string;
  /** "Checked November 3, 2026" or "Not yet checked against a current label". */
  checkedText: string;
  offers: OfferView[];
  labelSeen: LabelSeenView | undefined;
  sources: string[];
}

/** What is said of a product that is not linked; nothing of a listed one. */
export const statusTexts: Record<ProductStatus, string | undefined> = {
  listed: undefined,
  unread: 'Label not read',
  refused: 'Refused',
  discontinued: 'Discontinued',
};

/**
 * A product with its doses computed against its nutrients' reference values.
 * @throws {Error} when it names a nutrient, merchant or claim that does not exist
 */
export const productView = shared(makeProductView);

function makeProductView({ id, data }: DataRecord<Product>, library: Library): ProductView {
  const title = productTitle(data);
  const nutrientName = (nutrient: string): string =>
    need(library.nutrients, nutrient, 'nutrient').data.name;
  const tested = data.nutrients.find(
    (row) => need(library.nutrients, row.nutrient, 'nutrient').data.testFirst !== undefined,
  );
  const doses = data.nutrients.map((row) => doseView(row, library));
  const testFirst = tested && need(library.nutrients, tested.nutrient, 'nutrient').data;
  return {
    id,
    href: routes.product(id),
    name: data.name,
    brand: data.brand,
    title,
    category: data.category,
    status: data.status,
    reason: data.status === 'listed' ? undefined : data.reason,
    servingText: servingText(data),
    packText: packText(data),
    testFirst: testFirst?.testFirst && {
      nutrientName: testFirst.name,
      reason: testFirst.testFirst.reason,
    },
    doses,
    doseNote: doseNote(doses),
    readings: readingsOf(data).map(readingText),
    readText: readText(data),
    matchText: data.offers.some(({ search }) => search !== undefined)
      ? matchText(data, doses)
      : undefined,
    rulers: rulersOf(doses),
    elementalNotes: elementalNotes(doses),
    other: data.other.map((item) => ({
      name: item.name,
      amountText: formatAmount(item.amount, item.unit),
    })),
    certifications: data.certifications.map((certification) => ({
      scheme: certification.scheme,
      scope: certification.scope,
      statusText:
        certification.seenOn === undefined
          ? 'stated by the seller, not verified'
          : `seen in the scheme’s list on ${formatDay(certification.seenOn)}`,
      href: certification.seenAt,
    })),
    dietaryText: data.dietary.length === 0 ? undefined : capitalize(data.dietary.join(', ')),
    fits: data.fits,
    drawbacks: data.drawbacks,
    skipIf: data.skipIf,
    warnings: data.warnings.map((warning) => ({
      nutrientName: nutrientName(warning.nutrient),
      text: warning.text,
    })),
    unverified: capitalize(data.unverified.join(', ')),
    checkedText:
      data.checked === undefined
        ? 'Not yet checked against a current label'
        : `Checked ${formatDay(data.checked)}`,
    offers: offerViews(data, library),
    labelSeen: data.labelSeen && {
      href: data.labelSeen.url,
      host: labelHost(data.labelSeen.url),
      on: dayView(data.labelSeen.on),
    },
    sources: data.sources,
  };
}

/**
 * The links of a product to merchants.
 * @throws {Error} when it names a merchant that does not exist
 */
export function offerViews(product: Product, library: Library): OfferView[] {
  return product.offers.map((offer) => {
    const merchant = need(library.merchants, offer.merchant, 'merchant').data;
    const tag = library.tags.get(offer.merchant);
    return {
      ...merchantLink(offer, merchant, productTitle(product), tag),
      merchantName: merchant.name,
      country: countryName(merchant.country),
      subTag: library.subTags.get(offer.merchant),
      statement: tag === undefined ? undefined : merchant.statement,
    };
  });
}

const placeTexts: Record<Reading['kind'], string> = {
  label: 'label',
  maker: 'maker’s page',
  seller: 'seller’s page',
  other: 'another website',
};

// A label that was seen is a place where the amounts were read.
/** Where the amounts of a product were read, the best place first. */
export function readingsOf({ labelSeen, amountsFrom }: Product): Reading[] {
  return labelSeen === undefined
    ? amountsFrom
    : [{ kind: 'label', where: labelHost(labelSeen.url), on: labelSeen.on }, ...amountsFrom];
}

function readingText({ kind, where, on }: Reading): string {
  const day = on === undefined ? 'day not recorded' : formatDay(on);
  return `${capitalize(placeTexts[kind])}: ${where} (${day})`;
}

function readText(product: Product): string {
  if (product.nutrients.length === 0) return 'not known';
  const [best] = readingsOf(product);
  return best === undefined ? 'not recorded' : placeTexts[best.kind];
}

// Maker, amounts, form and count: a search shows other strengths and other makers as well.
function matchText(product: Product, doses: readonly DoseView[]): string {
  const forms = product.nutrients.flatMap(({ form, per }) =>
    per === undefined ? (form ?? []) : [],
  );
  return [
    product.brand,
    ...doses.map(({ nutrientName, amountText }) => `${uncapitalize(nutrientName)} ${amountText}`),
    ...new Set(forms),
    packText(product),
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** Products side by side. */
export interface ProductTableView {
  caption: string;
  columns: { id: string; name: string }[];
  rows: {
    href: string;
    title: string;
    status: ProductView['status'];
    servingText: string | undefined;
    /** One text a column; undefined where the product states no amount. */
    cells: (string | undefined)[];
    certificationText: string;
    offers: OfferView[];
  }[];
}

/** A comparison of products with a column for each nutrient that one of them holds. */
export function productTableView(
  products: readonly ProductView[],
  caption: string,
): ProductTableView {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { nutrientId, nutrientName } of products.flatMap(({ doses }) => doses)) {
    counts.set(nutrientId, { name: nutrientName, count: (counts.get(nutrientId)?.count ?? 0) + 1 });
  }
  const columns = [...counts]
    .toSorted(([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
    .map(([id, { name }]) => ({ id, name }));
  return {
    caption,
    columns,
    rows: products.map((product) => ({
      href: product.href,
      title: product.title,
      status: product.status,
      servingText: product.servingText,
      cells: columns.map(({ id }) => {
        const amounts = product.doses
          .filter((dose) => dose.nutrientId === id)
          .map((dose) => dose.amountText);
        if (product.doses.length === 0) return 'not known';
        return amounts.length === 0 ? undefined : amounts.join('; ');
      }),
      certificationText:
        product.certifications.length === 0
          ? 'none known'
          : product.certifications
              .map(({ scheme, statusText }) => `${scheme} (${statusText})`)
              .join('; '),
      offers: product.offers,
    })),
  };
}

/** One nutrient of a product against the reference values of adults. */
export const doseView = shared(makeDoseView);

function makeDoseView(row: ProductNutrient, library: Library): DoseView {
  const nutrient = need(library.nutrients, row.nutrient, 'nutrient').data;
  const whole = assessDose([row], nutrient);
  // What a liter holds is no serving: it is held against nothing.
  const assessment: DoseAssessment =
    row.per === undefined ? whole : { ...whole, shares: [], limit: undefined, level: 'unknown' };
  const labelText =
    formatRange(row.amount, row.amountMax, row.unit) +
    (row.per === undefined ? '' : ` per${noBreakSpace}${row.per}`);
  // Beside a product in micrograms, 600 IU would read as the larger dose; it is 15 mcg.
  const weightText =
    row.unit === 'IU' && row.per === undefined && assessment.dose !== undefined
      ? doseText(assessment.dose, nutrient)
      : undefined;
  const amountText = weightText === undefined ? labelText : `${weightText} (${labelText})`;
  return {
    nutrientId: row.nutrient,
    nutrientName: nutrient.name,
    nutrientHref: routes.nutrient(row.nutrient),
    amountText,
    isPerServing: row.per === undefined,
    elementalText:
      row.elemental === 'yes'
        ? undefined
        : row.elemental === 'no'
          ? `the weight of the compound, not of ${uncapitalize(nutrient.name)} itself`
          : `not known whether this is ${uncapitalize(nutrient.name)} itself or the whole compound`,
    women: shareText(assessment, 'female'),
    men: shareText(assessment, 'male'),
    agesText: agesText(assessment),
    limit: limitView(assessment, nutrient),
    ruler: doseRuler(assessment, nutrient, weightText ?? labelText),
  };
}

function doseText({ min, max }: Range, nutrient: Nutrient): string {
  return formatRange(min, max === min ? undefined : max, nutrient.unit);
}

const people = { female: 'women', male: 'men' };

function shareText({ shares }: DoseAssessment, sex: Sex): string {
  const share = shares.find(({ intake }) => intake.sex === undefined || intake.sex === sex)?.share;
  return share === undefined ? '–' : formatShares(share);
}

function agesText({ shares }: DoseAssessment): string | undefined {
  const intake = shares[0]?.intake;
  return intake === undefined ? undefined : `${intake.ageFrom}–${intake.ageTo}`;
}

// One footnote for the whole table: ages that differ, limits that count only some intake, none set.
function doseNote(doses: readonly DoseView[]): string {
  const ages = new Map<string, string[]>();
  for (const { agesText: text, nutrientName } of doses) {
    if (text !== undefined) ages.set(text, [...(ages.get(text) ?? []), uncapitalize(nutrientName)]);
  }
  const [common, ...others] = [...ages].toSorted(([, a], [, b]) => b.length - a.length);
  const whose =
    common === undefined
      ? undefined
      : `Share of the reference intake at ages ${common[0]}${others.map(([text, names]) => ` (${formatList(names)}: ${text})`).join('')}.`;
  const limits = new Map<string, string[]>();
  for (const { limit, nutrientName } of doses) {
    if (limit.counts === undefined) continue;
    const { what, amountText } = limit.counts;
    limits.set(what, [...(limits.get(what) ?? []), `${uncapitalize(nutrientName)} ${amountText}`]);
  }
  const counted = [...limits].map(
    ([what, names]) => `Upper limits that count ${what}: ${formatList(names)}.`,
  );
  const noneSet = doses.some(({ limit }) => limit.level === 'none' && limit.text === notEstablished)
    ? notEstablishedIsNotSafe
    : undefined;
  return [whose, ...counted, noneSet].filter((text) => text !== undefined).join(' ');
}

/** A ruler for each dose of half a limit or more, at most three; else for the first that has one. */
function rulersOf(doses: readonly DoseView[]): RulerView[] {
  const near = doses.filter(({ limit }) => isNear(limit.level));
  const chosen = (near.length > 0 ? near : doses).flatMap(({ ruler }) => ruler ?? []);
  return chosen.slice(0, near.length > 0 ? 3 : 1);
}

function elementalNotes(doses: readonly DoseView[]): string[] {
  const unsure = doses.filter(({ elementalText }) => elementalText !== undefined);
  if (unsure.length === 0) return [];
  return [
    `${capitalize(formatList(unsure.map(({ nutrientName }) => uncapitalize(nutrientName))))}: ${unsure.length === 1 ? unsure[0]?.elementalText : 'not known whether the amounts are the elements themselves or whole compounds'}. The shares take the amounts as given.`,
  ];
}

function limitView({ dose, limit, level }: DoseAssessment, nutrient: Nutrient): DoseView['limit'] {
  const scope = nutrient.upperLimit?.scope;
  const label =
    scope === 'supplements'
      ? 'Share of the upper limit for supplements'
      : 'Share of the upper limit';
  if (nutrient.upperLimit === undefined) {
    return {
      label: 'Upper limit',
      text: notEstablished,
      share: undefined,
      level: 'unknown',
      counts: undefined,
    };
  }
  if (limit === undefined) {
    return {
      label,
      text: dose === undefined ? 'not known' : '–',
      share: undefined,
      level: 'unknown',
      counts: undefined,
    };
  }
  return {
    label,
    text: `${limitShare(limit.share, level)}${level === 'perhaps' ? ', perhaps above it' : ''}`,
    share: limit.share.max,
    level,
    counts: {
      amountText: formatAmount(limit.amount, limitUnit(nutrient)),
      what: whatCounts(nutrient.upperLimit),
    },
  };
}

function doseRuler(
  { dose, shares, limit, riskReduction }: DoseAssessment,
  nutrient: Nutrient,
  amountText: string,
): RulerView | undefined {
  if (dose === undefined || shares.length === 0) return undefined;
  const unit = nutrient.unit;
  // A limit that is compared in another form than the label's cannot stand on the label's scale.
  const limitAmount = nutrient.upperLimit?.compareIn === undefined ? limit?.amount : undefined;
  const needs = shares.map(({ intake }) => needText(intake, unit));
  const limitText =
    limitAmount === undefined
      ? 'no upper limit stands on this scale'
      : `the upper limit is ${formatAmount(limitAmount, unit)}${nutrient.upperLimit?.scope === 'supplements' ? ' from supplements' : ''}`;
  return rulerView({
    unit,
    dose: { ...dose, text: `${amountText} here` },
    needs: shares.map(({ intake }) => ({
      amount: intake.amount,
      label: intake.sex === undefined ? 'adults’ need' : `${people[intake.sex]} need`,
    })),
    riskReduction: riskReduction?.amount,
    limit: limitAmount,
    sentence: `${nutrient.name}: a serving holds ${amountText}; ${formatList(needs)}; ${limitText}.`,
  });
}

function servingText({ serving }: Product): string | undefined {
  if (serving === undefined) return undefined;
  const isMeasure = ['mL', 'L', 'g'].includes(serving.unit);
  const amount = isMeasure
    ? formatAmount(serving.amount, serving.unit)
    : `${formatNumber(serving.amount)}${noBreakSpace}${serving.unit}${serving.amount === 1 ? '' : 's'}`;
  return serving.note === undefined ? amount : `${amount} ${serving.note}`;
}

function packText({
  servings,
  units,
  packs,
  serving,
}: Pick<Product, 'servings' | 'units' | 'packs' | 'serving'>): string | undefined {
  const sizes = packs ?? [servings ?? units].filter((size) => size !== undefined);
  if (sizes.length === 0) return undefined;
  const what = servings === undefined ? (serving?.unit ?? 'capsule') : 'serving';
  return `${formatChoice(sizes.map(formatNumber))}${noBreakSpace}${what}s in a pack`;
}
