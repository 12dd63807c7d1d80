/** A product as cards, pages and tables show it: every figure computed and formatted once. */
import { merchantLink } from '../domain/affiliate.ts';
import { assessDose, type DoseAssessment } from '../domain/dose.ts';
import {
  capitalize,
  formatAmount,
  formatDay,
  formatList,
  formatNumber,
  formatRange,
  formatShare,
  noBreakSpace,
} from '../domain/format.ts';
import type { AdultIntake } from '../domain/intake.ts';
import { need, type Library, type Record } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Product, ProductNutrient } from '../schemas/product.ts';

/** A dose ruler: positions are shares of the scale, 0 to 1. */
export interface RulerView {
  ticks: { at: number; amountText: string; label: string }[];
  limit: { at: number; amountText: string; label: string } | undefined;
  dose: { from: number; to: number; amountText: string };
  /** The same in words, for everybody. */
  sentence: string;
}

/** One nutrient of a product. */
export interface DoseView {
  nutrientId: string;
  nutrientName: string;
  nutrientHref: string | undefined;
  form: string | undefined;
  /** "25 mg" or "700–720 mg", with no-break spaces; "1,000 mg per L" where it is per liter. */
  amountText: string;
  /** Said where the label may mean the compound: "not known whether this is elemental". */
  elementalText: string | undefined;
  /** Share of the reference intake for women and men of 19 to 50, one or two rows. */
  shares: { label: string; text: string }[];
  limit: {
    /** "Share of the upper limit" or "… for supplements". */
    label: string;
    /** "56%" or "not established". */
    text: string;
    level: 'under' | 'half' | 'over' | 'none';
    /** What counts towards the limit, in a sentence. */
    note: string | undefined;
  };
  ruler: RulerView | undefined;
}

/** A link to a merchant. */
export interface OfferView {
  href: string;
  /** "Thorne Iron Bisglycinate at Amazon (ad)". */
  text: string;
  rel: string;
  isAd: boolean;
  merchantName: string;
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
  status: 'listed' | 'refused' | 'discontinued';
  reason: string | undefined;
  /** "1 capsule", "1 tablet in 500 mL of water"; undefined where not known. */
  servingText: string | undefined;
  /** "60 servings in a pack", "60 capsules in a pack". */
  packText: string | undefined;
  /** Shown above the facts. */
  testFirst: { nutrientName: string; reason: string } | undefined;
  /** Empty: "no amounts are known". */
  doses: DoseView[];
  other: { name: string; amountText: string }[];
  certifications: { scheme: string; scope: string | undefined; statusText: string; href: string | undefined }[];
  /** "Vegan, gluten-free", undefined where nothing is stated. */
  dietaryText: string | undefined;
  fits: string;
  drawbacks: string[];
  skipIf: string;
  warnings: { nutrientName: string; text: string }[];
  unverified: string[];
  /** "Checked 3 November 2026" or "Not yet checked against a current label". */
  checkedText: string;
  offers: OfferView[];
  sources: string[];
}

/**
 * A product with its doses computed against its nutrients' reference values.
 * @throws {Error} when it names a nutrient, merchant or claim that does not exist
 */
export function productView({ id, data }: Record<Product>, library: Library): ProductView {
  const title = [data.brand, data.name].filter((part) => part !== undefined).join(' ');
  const nutrientName = (nutrient: string): string => need(library.nutrients, nutrient, 'nutrient').data.name;
  const tested = data.nutrients.find((row) => need(library.nutrients, row.nutrient, 'nutrient').data.testFirst !== undefined);
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
    testFirst: testFirst?.testFirst && { nutrientName: testFirst.name, reason: testFirst.testFirst.reason },
    doses: data.nutrients.map((row) => doseView(row, library)),
    other: data.other.map((item) => ({ name: item.name, amountText: formatAmount(item.amount, item.unit) })),
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
    warnings: data.warnings.map((warning) => ({ nutrientName: nutrientName(warning.nutrient), text: warning.text })),
    unverified: data.unverified,
    checkedText:
      data.checked === undefined ? 'Not yet checked against a current label' : `Checked ${formatDay(data.checked)}`,
    offers: data.offers.map((offer) => {
      const merchant = need(library.merchants, offer.merchant, 'merchant').data;
      const tag = library.tags.get(offer.merchant);
      const { href, text, rel, isAd } = merchantLink(offer, merchant, title, tag);
      return { href, text, rel, isAd, merchantName: merchant.name, statement: tag === undefined ? undefined : merchant.statement };
    }),
    sources: data.sources,
  };
}

/** One nutrient of a product against the reference values of adults. */
export function doseView(row: ProductNutrient, library: Library): DoseView {
  const nutrient = need(library.nutrients, row.nutrient, 'nutrient').data;
  const assessment = assessDose(row, nutrient, row.nutrient);
  const amountText = formatRange(row.amount, row.amountMax, row.unit) + (row.per === undefined ? '' : ` per${noBreakSpace}${row.per}`);
  return {
    nutrientId: row.nutrient,
    nutrientName: nutrient.name,
    nutrientHref: undefined,
    form: row.form,
    amountText,
    elementalText:
      row.elemental === 'yes'
        ? undefined
        : row.elemental === 'no'
          ? `the weight of the compound, not of ${nutrient.name.toLowerCase()} itself`
          : `not known whether this is ${nutrient.name.toLowerCase()} itself or the whole compound`,
    shares: assessment.shares.map(({ intake, share }) => ({ label: shareLabel(intake), text: formatShare(share) })),
    limit: limitView(assessment, nutrient),
    ruler: rulerView(assessment, nutrient, amountText),
  };
}

const people = { female: { one: 'woman’s', many: 'women' }, male: { one: 'man’s', many: 'men' } };

function shareLabel({ sex, ageFrom, ageTo, basis }: AdultIntake): string {
  const whose = sex === undefined ? 'an adult’s' : `a ${people[sex].one}`;
  const what = basis === 'RDA' ? 'daily need' : 'adequate intake';
  return `Share of ${whose} ${what}, ${ageFrom}–${ageTo}`;
}

function limitView({ dose, limit }: DoseAssessment, nutrient: Nutrient): DoseView['limit'] {
  const scope = nutrient.upperLimit?.scope;
  const label = scope === 'supplements' ? 'Share of the upper limit for supplements' : 'Share of the upper limit';
  if (nutrient.upperLimit === undefined) {
    return { label: 'Upper limit', text: 'not established', level: 'none', note: 'Not established is not the same as safe.' };
  }
  if (limit === undefined) {
    return { label, text: dose === undefined ? 'not known' : 'depends on how much you drink', level: 'none', note: undefined };
  }
  return {
    label,
    text: formatShare(limit.share),
    level: limit.level,
    note:
      limit.scope === 'supplements'
        ? `The limit of ${formatAmount(limit.amount, limitUnit(nutrient))} counts supplements and medicines${nutrient.upperLimit.countsFortifiedFood === true ? ' and fortified food' : ''}, not ordinary food.`
        : `The limit of ${formatAmount(limit.amount, limitUnit(nutrient))} counts food, drink and supplements together.`,
  };
}

function limitUnit(nutrient: Nutrient): string {
  return nutrient.upperLimit?.compareIn ?? nutrient.unit;
}

// The scale ends behind whatever lies farthest right, so that nothing is drawn at its edge.
const scaleMargin = 1.15;

function rulerView({ dose, shares, limit }: DoseAssessment, nutrient: Nutrient, amountText: string): RulerView | undefined {
  if (dose === undefined || shares.length === 0) return undefined;
  const unit = nutrient.unit;
  // A limit that is compared in another form than the label's cannot stand on the label's scale.
  const limitAmount = nutrient.upperLimit?.compareIn === undefined ? limit?.amount : undefined;
  const end = scaleMargin * Math.max(dose.max, limitAmount ?? 0, ...shares.map(({ intake }) => intake.amount));
  const ticks = shares.map(({ intake }) => ({
    at: intake.amount / end,
    amountText: formatAmount(intake.amount, unit),
    label: intake.sex === undefined ? 'adults’ need' : `${people[intake.sex].many} need`,
  }));
  const needs = shares.map(({ intake }) => `${intake.sex === undefined ? 'adults' : people[intake.sex].many} of ${intake.ageFrom} to ${intake.ageTo} ${intake.basis === 'RDA' ? 'need' : 'have an adequate intake of'} ${formatAmount(intake.amount, unit)} a day`);
  const limitText = limitAmount === undefined
    ? 'No upper limit stands on this scale'
    : `the upper limit is ${formatAmount(limitAmount, unit)}${limit?.scope === 'supplements' ? ' from supplements' : ''}`;
  return {
    ticks,
    limit: limitAmount === undefined ? undefined : {
      at: limitAmount / end,
      amountText: formatAmount(limitAmount, unit),
      label: limit?.scope === 'supplements' ? 'upper limit, supplements' : 'upper limit',
    },
    dose: { from: dose.min / end, to: dose.max / end, amountText },
    sentence: `${nutrient.name}: a serving holds ${amountText}; ${formatList(needs)}; ${limitText.charAt(0).toLowerCase()}${limitText.slice(1)}.`,
  };
}

function servingText({ serving }: Product): string | undefined {
  if (serving === undefined) return undefined;
  const isMeasure = ['mL', 'L', 'g'].includes(serving.unit);
  const amount = isMeasure
    ? formatAmount(serving.amount, serving.unit)
    : `${formatNumber(serving.amount)}${noBreakSpace}${serving.unit}${serving.amount === 1 ? '' : 's'}`;
  return serving.note === undefined ? amount : `${amount} ${serving.note}`;
}

function packText({ servings, units, serving }: Product): string | undefined {
  if (servings !== undefined) return `${formatNumber(servings)} servings in a pack`;
  if (units !== undefined) return `${formatNumber(units)} ${serving === undefined ? 'capsule' : serving.unit}s in a pack`;
  return undefined;
}
