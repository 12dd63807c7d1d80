/** What a reader takes in a day, summed, judged and explained: the result of the stack tool. */
import {
  capitalize,
  formatCount,
  formatList,
  formatShares,
  noBreakSpace,
  uncapitalize,
} from '../domain/format.ts';
import { assess, type Assessment, type Level } from '../domain/dose.ts';
import { doseForms, type Range } from '../domain/forms.ts';
import { statedLimit, type Need, type Reader } from '../domain/intake.ts';
import {
  clashes,
  stackTotals,
  type CountedDose,
  type NutrientTotal,
  type StackDose,
} from '../domain/stack.ts';
import type { Interaction } from '../schemas/interaction.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Unit } from '../schemas/fields.ts';
import type { ToolNutrient } from './needs.ts';
import { whoText } from './reader.ts';
import {
  formatSum,
  limitAmount,
  limitShare,
  limitUnit,
  needAmount,
  needBeyondLimit,
  needUnit,
  notEstablished,
  notEstablishedIsNotSafe,
  whatFormCounts,
} from './reference-value.ts';
import { rulerView, type RulerView } from './ruler.ts';
import { sourceMarks, type Numbering, type SourceMark } from './source-marks.ts';

/** A nutrient that doses are counted of. */
export type StackNutrient = ToolNutrient & Pick<Nutrient, 'forms' | 'doseForms' | 'testFirst'>;

/** A product that people take: listed, or of a label that nobody read. Its doses are of one serving. */
export interface StackProduct {
  id: string;
  title: string;
  href: string;
  /** "capsule", "tablet in 475 mL of water"; undefined where not known. */
  serving: string | undefined;
  doses: {
    nutrient: string;
    min: number;
    max: number;
    unit: Unit;
    form: string;
    /** Set where nobody knows whether the amount is the element or the whole compound. */
    isUnsure?: true;
  }[];
  /** Whether no amount of a serving is known. */
  isUnknown: boolean;
}

/** A pair that disturb each other. */
export type StackInteraction = Omit<Interaction, 'id'>;

/** A finished example; `hash` is what its shared address would hold behind the #. */
export interface StackPreset {
  name: string;
  hash: string;
}

/** Everything that the stack tool computes with; it lies in the page as JSON. */
export interface StackData {
  nutrients: StackNutrient[];
  products: StackProduct[];
  interactions: StackInteraction[];
  numbering: Numbering;
}

/** A dose that a reader wrote by hand, of one day. */
export interface HandDose {
  nutrient: string;
  amount: number;
  unit: Unit;
  /** Id of a form of that nutrient. */
  form: string;
}

/** What a reader takes. */
export interface StackInput {
  reader: Reader;
  products: { id: string; times: number }[];
  byHand: HandDose[];
  /** Whether coffee or tea is drunk with it. */
  coffee: boolean;
}

/** One nutrient of a stack. */
export interface StackRow {
  id: string;
  name: string;
  href: string | undefined;
  /** "65 mg". */
  totalText: string;
  /** The sum at its highest reading, in the unit of the need. */
  highest: number;
  /** "Your need: 8 mg (RDA)"; undefined where none is set. */
  needText: string | undefined;
  needShareText: string;
  level: Level;
  /** Share of the limit, its upper end; -1 where there is none. */
  nearest: number;
  /** "186%", "not established" or "not known". */
  limitShareText: string;
  /** A few words for the table: "38%", "186%, above it", "not established". */
  limitText: string;
  /** What stands against which limit, in sentences. */
  verdict: string;
  /** Each dose with what it came to, and why. */
  doses: { label: string; href: string | undefined; text: string; how: string | undefined }[];
  notes: string[];
  /** Why nobody should take it untested. */
  testFirst: string | undefined;
  rulers: RulerView[];
  marks: SourceMark[];
}

export interface ClashView {
  names: string;
  what: string;
  advice: string;
  marks: SourceMark[];
}

export interface StackView {
  /** "a woman of 34, vegetarian". */
  who: string;
  /** Nearest to or farthest above a limit first. */
  rows: StackRow[];
  clashes: ClashView[];
  /** Products of which amounts are not known. */
  unknown: string[];
  /** "1 above its limit, 1 clash": the whole in a line. */
  verdict: { text: string; isBad: boolean };
  announcement: string;
}

/** One interaction in words. */
export function clashView(item: StackInteraction, { nutrients, numbering }: StackData): ClashView {
  const name = (id: string): string =>
    nutrients.find((nutrient) => nutrient.id === id)?.name ?? 'coffee or tea';
  return {
    names: `${name(item.nutrient)} and ${uncapitalize(name(item.with))}`,
    what: item.what,
    advice: item.advice,
    marks: sourceMarks(item.sources, numbering),
  };
}

interface LabelledDose extends StackDose {
  label: string;
  /** Page of the product, which says where its amounts were seen. */
  href: string | undefined;
  isUnsure: boolean;
}

/** A stack held against the needs and limits of one reader. */
export function stackView(data: StackData, input: StackInput): StackView {
  const nutrients = new Map(data.nutrients.map((nutrient) => [nutrient.id, nutrient]));
  const taken = input.products.flatMap(({ id, times }) => {
    const product = data.products.find((item) => item.id === id);
    return product === undefined ? [] : [{ product, times }];
  });
  const doses = [
    ...taken.flatMap(({ product, times }) => productDoses(product, times, nutrients)),
    ...input.byHand.flatMap((dose) => handDose(dose, nutrients)),
  ];
  const totals = stackTotals(doses, nutrients);
  const rows = totals
    .flatMap((total) => {
      const nutrient = nutrients.get(total.nutrient);
      if (nutrient === undefined) return [];
      const counted = total.doses.filter((dose) => dose.counted !== undefined).length;
      const isPartial = counted < total.doses.length;
      const assessment = assess(
        counted === 0 ? undefined : total,
        nutrient,
        input.reader,
        isPartial,
      );
      return stackRow(total, assessment, nutrient, data.numbering, isPartial);
    })
    .sort((a, b) => b.nearest - a.nearest || a.name.localeCompare(b.name, 'en'));
  const pairs = clashes(
    data.interactions,
    new Set(totals.map(({ nutrient }) => nutrient)),
    input.coffee,
  ).map((item) => clashView(item, data));
  return {
    who: whoText(input.reader),
    rows,
    clashes: pairs,
    unknown: taken.filter(({ product }) => product.isUnknown).map(({ product }) => product.title),
    verdict: verdictLine(rows, pairs),
    announcement: announcement(rows, pairs),
  };
}

function productDoses(
  { title, href, doses }: StackProduct,
  times: number,
  nutrients: ReadonlyMap<string, StackNutrient>,
): LabelledDose[] {
  const what = `${title}, ${formatSum(times)}${noBreakSpace}${times === 1 ? 'serving' : 'servings'} a day`;
  return doses.flatMap((dose) => {
    const form = formOf(dose.nutrient, dose.form, nutrients);
    return form === undefined
      ? []
      : [{ ...dose, form, times, label: what, href, isUnsure: dose.isUnsure ?? false }];
  });
}

function handDose(
  { nutrient, amount, unit, form: formId }: HandDose,
  nutrients: ReadonlyMap<string, StackNutrient>,
): LabelledDose[] {
  const form = formOf(nutrient, formId, nutrients);
  if (form === undefined) return [];
  return [
    {
      nutrient,
      min: amount,
      max: amount,
      unit,
      form,
      times: 1,
      label: `By hand, ${amountText({ min: amount, max: amount }, unit)}, ${form.label}`,
      href: undefined,
      isUnsure: false,
    },
  ];
}

function formOf(id: string, formId: string, nutrients: ReadonlyMap<string, StackNutrient>) {
  const nutrient = nutrients.get(id);
  return nutrient && doseForms(nutrient).find((form) => form.id === formId);
}

function amountText({ min, max }: Range, unit: string): string {
  const [low, high] = [formatSum(min), formatSum(max)];
  return `${low === high ? low : `${low}–${high}`}${noBreakSpace}${unit}`;
}

function stackRow(
  total: NutrientTotal<LabelledDose>,
  assessment: Assessment,
  nutrient: StackNutrient,
  numbering: Numbering,
  isPartial: boolean,
): StackRow {
  const { need, needShare, limit, level, riskReduction } = assessment;
  const nothing = level === 'unknown';
  const totalText = nothing ? 'not known' : amountText(total.intake, needUnit(nutrient));
  const beyond = need && needBeyondLimit(need.amount, limit?.amount, nutrient);
  const notes = [
    need?.factor === undefined
      ? undefined
      : `The need is ${needAmount(need.tableAmount, nutrient, nutrient.labelUnit)} times ${need.factor} for your diet.`,
    beyond && `Your need ${beyond}`,
    ...(need?.adjustments ?? [])
      .filter(({ factor }) => factor === undefined)
      .map(({ text }) => text),
    riskReduction &&
      `Above ${needAmount(riskReduction.amount, nutrient, nutrient.labelUnit)} a day, food included, the advice is to eat less sodium (chronic disease risk reduction). That is no limit of toxicity, and no rule for long hot runs.`,
    limit?.isUnverified === true
      ? 'The limit for your life stage was not seen in a source: it repeats that of other adults.'
      : undefined,
    statedLimit(nutrient).note,
  ].filter((note) => note !== undefined);
  return {
    id: total.nutrient,
    name: nutrient.name,
    href: nutrient.href,
    totalText,
    highest: total.intake.max,
    needText:
      need &&
      `${capitalize(needNames[need.basis])}: ${needAmount(need.amount, nutrient, nutrient.labelUnit)}${noBreakSpace}(${need.basis})`,
    needShareText: needShare === undefined ? '–' : formatShares(needShare),
    level,
    nearest: nothing ? -1 : (limit?.share.max ?? -1),
    limitShareText: limitShareText(limit, level),
    limitText: `${limitShareText(limit, level)}${levelWords[level] ?? ''}`,
    verdict: verdict(total, assessment, nutrient, isPartial),
    doses: total.doses.map((item) => doseText(item, nutrient)),
    notes,
    testFirst: nutrient.testFirst?.reason,
    rulers: nothing ? [] : rulers(total, assessment, nutrient),
    marks: sourceMarks(
      [
        ...nutrient.intakeSources,
        ...statedLimit(nutrient).sources,
        ...(nutrient.riskReduction?.sources ?? []),
        ...(need?.adjustments ?? []).flatMap(({ sources }) => sources),
        ...total.doses.flatMap(({ dose }) => dose.form.sources),
        ...(nutrient.testFirst?.sources ?? []),
      ],
      numbering,
    ),
  };
}

// An adequate intake is a weaker statement than a recommended one, and is called by its name.
const needNames: Record<Need['basis'], string> = {
  RDA: 'your need',
  AI: 'your adequate intake',
};

const levelWords: Partial<Record<Level, string>> = {
  perhaps: ', may be above it',
  over: ', above it',
};

function limitShareText(limit: Assessment['limit'], level: Level): string {
  if (limit === undefined) return notEstablished;
  return level === 'unknown' ? 'not known' : limitShare(limit.share, level);
}

function verdict(
  total: NutrientTotal<LabelledDose>,
  { limit, level }: Assessment,
  nutrient: StackNutrient,
  isPartial: boolean,
): string {
  const { upperLimit } = nutrient;
  if (level === 'unknown') return 'Nothing could be counted, so nothing can be said about a limit.';
  if (limit === undefined || upperLimit === undefined)
    return `Upper limit: ${notEstablished}. ${notEstablishedIsNotSafe}`;
  const counts = amountText(total.limit, limitUnit(nutrient));
  const line = `above the upper limit of ${limitAmount(limit.amount, nutrient, nutrient.labelUnit)} a day, which counts ${whatFormCounts(upperLimit)}. Of what you take, ${counts} count.`;
  switch (level) {
    case 'over':
      return `${capitalize(line)} Such an amount can be right as a treatment, on a doctor’s advice only.`;
    case 'perhaps':
      return `May be ${line} ${isPartial ? 'What could not be counted comes on top. ' : ''}Find out what the label means, or ask a pharmacist.`;
    default:
      return `Not ${line} ${room(limit.left, nutrient)}`;
  }
}

// Where food counts, a stack alone can never pass: all that can be said is how much room it leaves.
function room(left: number, nutrient: StackNutrient): string {
  const leaves = `${formatSum(left)}${noBreakSpace}${limitUnit(nutrient)}`;
  return nutrient.upperLimit?.scope === 'total'
    ? `That leaves ${leaves} for food and everything else, which this page does not know.`
    : `That leaves ${leaves} for other supplements and medicines.`;
}

function doseText(
  { dose, counted }: CountedDose<LabelledDose>,
  nutrient: StackNutrient,
): StackRow['doses'][number] {
  const { intake, limit } = dose.form.weight ?? { intake: undefined, limit: undefined };
  const isPlain = intake?.max === 1 && limit?.min === 1 && limit.max === 1;
  const how = [
    dose.unit === 'IU' || !isPlain ? dose.form.says : undefined,
    dose.isUnsure
      ? `It is not known whether this is ${uncapitalize(nutrient.name)} itself or the whole compound: taken as given.`
      : undefined,
  ].filter((text) => text !== undefined);
  return {
    label: dose.label,
    href: dose.href,
    text: counted === undefined ? 'not counted' : amountText(counted.intake, needUnit(nutrient)),
    how: how.length === 0 ? undefined : how.join(' '),
  };
}

function rulers(
  total: NutrientTotal<LabelledDose>,
  { need, limit, riskReduction }: Assessment,
  nutrient: StackNutrient,
): RulerView[] {
  // Short words, so that they have room on either side of their mark on a phone; the sentence says
  // all of it.
  const needs = need
    ? [{ amount: need.amount, label: need.basis === 'AI' ? 'your AI' : needNames[need.basis] }]
    : [];
  const { unit } = nutrient;
  const whole = { unit, needs, riskReduction: riskReduction?.amount };
  const limitText = limit && limitAmount(limit.amount, nutrient, nutrient.labelUnit);
  const taken = amountText(total.intake, needUnit(nutrient));
  const takenText = total.intake.min === total.intake.max ? `${taken} taken` : taken;
  const counting = amountText(total.limit, limitUnit(nutrient));
  const needSentence =
    need === undefined
      ? 'no need is set'
      : `${needNames[need.basis]} is ${needAmount(need.amount, nutrient, nutrient.labelUnit)}`;
  // Where the limit counts something else than the need, each has a scale of its own.
  const isOneScale =
    limit === undefined ||
    (nutrient.upperLimit?.compareIn === undefined &&
      total.intake.min === total.limit.min &&
      total.intake.max === total.limit.max);
  if (isOneScale)
    return [
      rulerView({
        ...whole,
        dose: { ...total.intake, text: takenText },
        limit: limit?.amount,
        sentence: `${nutrient.name}: you take ${taken}; ${needSentence}; the upper limit is ${limitText ?? notEstablished}.`,
      }),
    ];
  return [
    rulerView({
      ...whole,
      dose: { ...total.intake, text: takenText },
      limit: undefined,
      sentence: `${nutrient.name}: you take ${taken}; ${needSentence}.`,
    }),
    rulerView({
      unit,
      dose: { ...total.limit, text: `${amountText(total.limit, nutrient.unit)} count` },
      needs: [],
      riskReduction: undefined,
      limit: limit.amount,
      sentence: `${nutrient.name}: ${counting} count towards the upper limit of ${limitText}.`,
    }),
  ];
}

function verdictLine(rows: readonly StackRow[], pairs: readonly ClashView[]): StackView['verdict'] {
  const count = (level: StackRow['level']): number =>
    rows.filter((row) => row.level === level).length;
  const [over, perhaps, unknown] = [count('over'), count('perhaps'), count('unknown')];
  const bad = [
    over === 0 ? undefined : `${over} above ${over === 1 ? 'its limit' : 'their limits'}`,
    perhaps === 0 ? undefined : `${perhaps} perhaps above`,
    pairs.length === 0 ? undefined : formatCount(pairs.length, 'clash', 'clashes'),
  ].filter((part) => part !== undefined);
  if (bad.length > 0) return { text: bad.join(', '), isBad: true };
  if (unknown > 0) return { text: 'Not everything could be counted', isBad: true };
  return { text: 'Nothing above a limit, no clash known', isBad: false };
}

function announcement(rows: readonly StackRow[], pairs: readonly ClashView[]): string {
  const names = (level: StackRow['level'][]): string[] =>
    rows.filter((row) => level.includes(row.level)).map(({ name }) => uncapitalize(name));
  const over = names(['over']);
  const perhaps = names(['perhaps']);
  const parts = [
    over.length === 0
      ? 'Nothing that was counted is above an upper limit.'
      : `Above the upper limit: ${formatList(over)}.`,
    perhaps.length === 0 ? undefined : `May be above it: ${formatList(perhaps)}.`,
    names(['under', 'half']).length === 0
      ? undefined
      : `Not above it: ${formatList(names(['under', 'half']))}.`,
    names(['unknown']).length === 0
      ? undefined
      : `Could not be counted: ${formatList(names(['unknown']))}.`,
    names(['none']).length === 0
      ? undefined
      : `Upper limit ${notEstablished}: ${formatList(names(['none']))}.`,
    pairs.length === 0
      ? undefined
      : `These clash: ${pairs.map(({ names: both }) => uncapitalize(both)).join('; ')}.`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}
