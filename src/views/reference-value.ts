/** Needs and limits in words: one way to say them on cards, tables and in the tools. */
import type { Level } from '../domain/dose.ts';
import { formatAmount, formatNumber, formatShares, noBreakSpace } from '../domain/format.ts';
import type { Range } from '../domain/forms.ts';
import type { Nutrient, UpperLimit } from '../schemas/nutrient.ts';

/** Said wherever no upper limit was set. */
export const notEstablished = 'not established';

/** What was set where nothing was: no permission. */
export const notEstablishedIsNotSafe = 'Not established does not mean that any amount is safe.';

/** The same of one nutrient. */
export const noLimitText =
  'No upper limit is established, which does not mean that any amount is safe.';

/** The life stages with needs of their own: who a woman is then, when that is, and what it is called. */
export const stageText = {
  pregnancy: { who: 'pregnant', when: 'in pregnancy', what: 'Pregnancy' },
  lactation: { who: 'breastfeeding', when: 'while breastfeeding', what: 'Breastfeeding' },
} as const;

/** A life stage that has its own needs. */
export type Stage = keyof typeof stageText;

/** The unit as readers need it: "mg", "mcg DFE", "mg alpha-tocopherol". */
export function unitText({
  unit,
  unitQualifier,
}: Pick<Nutrient, 'unit' | 'unitQualifier'>): string {
  return [unit, unitQualifier].filter((part) => part !== undefined).join(' ');
}

type Units = Pick<Nutrient, 'unit' | 'unitQualifier' | 'labelsOmitQualifier' | 'labelUnit'> & {
  upperLimit?: UpperLimit | undefined;
};

/** The unit of a need: "mcg DFE"; vitamin E stays "mg", which is what labels say. */
export function needUnit({ unit, unitQualifier, labelsOmitQualifier }: Units): string {
  return unitQualifier === undefined || labelsOmitQualifier === true
    ? unit
    : `${unit}${noBreakSpace}${unitQualifier}`;
}

/** The unit of a limit, which for some nutrients is not the unit of the need. */
export function limitUnit({ unit, upperLimit }: Units): string {
  return upperLimit?.compareIn ?? unit;
}

/**
 * A need: "15 mcg (600 IU)", "900 mcg (0.9 mg)".
 * @param alsoIn the unit that labels use as well; without it, the amount stands alone
 */
export function needAmount(
  amount: number,
  nutrient: Units,
  alsoIn?: Nutrient['labelUnit'],
): string {
  return formatAmount(amount, needUnit(nutrient)) + alsoText(amount, alsoIn);
}

/** A limit, in the same way. */
export function limitAmount(
  amount: number,
  nutrient: Units,
  alsoIn?: Nutrient['labelUnit'],
): string {
  return formatAmount(amount, limitUnit(nutrient)) + alsoText(amount, alsoIn);
}

/**
 * What to do where a need is above a limit that counts the same food and supplements, as the end
 * of a sentence: iron of pregnant vegetarians. Undefined where it is not.
 */
export function needBeyondLimit(
  amount: number,
  limit: number | undefined,
  nutrient: Units,
): string | undefined {
  return limit !== undefined && nutrient.upperLimit?.scope === 'total' && amount > limit
    ? `is more than the upper limit of ${limitAmount(limit, nutrient, nutrient.labelUnit)}: ask a doctor or midwife how much to take.`
    : undefined;
}

function alsoText(amount: number, alsoIn: Nutrient['labelUnit']): string {
  return alsoIn === undefined ? '' : ` (${formatAmount(amount * alsoIn.each, alsoIn.unit)})`;
}

/**
 * What is said of too much where no upper limit is established and the advice is to eat less: sodium.
 * Undefined of every other nutrient.
 */
export function eatLessText(nutrient: Units & Pick<Nutrient, 'riskReduction'>): string | undefined {
  return nutrient.riskReduction === undefined
    ? undefined
    : `No upper limit is established, but above ${needAmount(nutrient.riskReduction.amount, nutrient, nutrient.labelUnit)} a day the advice is to eat less (chronic disease risk reduction).`;
}

/** How much of a limit something takes: "56%", "94–110%". "100%" of what is above it is "over 100%". */
export function limitShare(share: Range, level: Level): string {
  const text = formatShares(share);
  return level === 'over' && text === '100%' ? 'over 100%' : text;
}

/** What an upper limit counts: "supplements and medicines only". */
export function whatCounts(limit: UpperLimit): string {
  if (limit.scope === 'total') return 'food, drink and supplements together';
  const fortified = limit.countsFortifiedFood === true ? ' and fortified food' : '';
  return `supplements and medicines${fortified} only`;
}

/** The same, with the only form that counts, where one does. */
export function whatFormCounts(limit: UpperLimit): string {
  const all = whatCounts(limit);
  return limit.countsOnly === undefined ? all : `${all}, of it ${limit.countsOnly} only`;
}

/** A sum that was computed, without digits that nobody measured. */
export function formatSum(amount: number): string {
  const digits = amount >= 100 ? 0 : amount >= 10 ? 1 : amount >= 1 ? 2 : 3;
  const rounded = Number(amount.toFixed(digits));
  return rounded === 0 && amount > 0 ? 'under 0.001' : formatNumber(rounded);
}
