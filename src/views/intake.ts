/** Reference intakes and upper limits of a nutrient by age, sex and life stage. */
import { capitalize, formatAmount, formatList, formatNumber } from '../domain/format.ts';
import { findIntake, findLimit, statedLimit, type AdultIntake } from '../domain/intake.ts';
import { need, type Library } from '../library/records.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Sex } from '../schemas/fields.ts';
import { sourceLinks, type SourceLinkView } from './citation.ts';
import type { PlotTableView } from './figure.ts';
import {
  limitUnit,
  noLimitText,
  stageText,
  unitText,
  whatCounts,
  type Stage,
} from './reference-value.ts';

export interface IntakeTableView {
  nutrientName: string;
  /** "Iron a day, in mg" */
  caption: string;
  /** "Women", "Men", "Pregnant", "Breastfeeding", "Upper limit" and what differs from it. */
  columns: string[];
  /** A cell for each column; undefined where nothing is defined for that age. */
  rows: { ages: string; cells: (string | undefined)[] }[];
  /** RDA or AI, in a sentence. */
  basisText: string;
  limit: LimitView;
  /** Sodium's intake above which a person should cut down. */
  riskReductionText: string | undefined;
  sources: SourceLinkView[];
  /** The same as a picture: what each group needs, against the upper limit of adults. */
  picture: PlotTableView;
}

/** What the upper limit is, and what it is not. */
export interface LimitView {
  /** "45 mg" for adults of 31 to 50; undefined where none is established. */
  amountText: string | undefined;
  /** "from food, drink and supplements together"; undefined where none is established. */
  counts: string | undefined;
  /** All of it in sentences. */
  text: string;
}

// The age brackets of the US and Canadian reports; pregnancy and lactation end at 50.
const brackets = [
  { ageYears: 14, ages: '14–18' },
  { ageYears: 19, ages: '19–30' },
  { ageYears: 31, ages: '31–50' },
  { ageYears: 51, ages: '51–70' },
  { ageYears: 71, ages: '71+' },
];

/**
 * The table of one nutrient.
 * @throws {Error} when there is no such nutrient
 */
export function intakeTableView(nutrientId: string, library: Library): IntakeTableView {
  const nutrient = need(library.nutrients, nutrientId, 'nutrient').data;
  const limitStages = stagesWithOwnLimit(nutrient);
  const hasLimit = nutrient.upperLimit !== undefined;
  return {
    nutrientName: nutrient.name,
    caption: `${nutrient.name} a day, in ${unitText(nutrient)}`,
    columns: [
      'Women',
      'Men',
      capitalize(stageText.pregnancy.who),
      capitalize(stageText.lactation.who),
      ...(hasLimit ? ['Upper limit'] : []),
      ...limitStages.map((stage) => `Limit, ${stageText[stage].who}`),
    ],
    rows: brackets.map(({ ageYears, ages }) => ({
      ages,
      cells: [
        ...intakeColumns.map(({ sex, lifeStage }) =>
          numberText(findIntake(nutrient, { sex, ageYears, lifeStage })?.amount),
        ),
        ...(hasLimit ? (['none', ...limitStages] as const) : []).map((lifeStage) =>
          numberText(findLimit(nutrient, { ageYears, lifeStage })?.amount),
        ),
      ],
    })),
    basisText: basisTexts[nutrient.intakes[0]?.basis ?? 'AI'],
    limit: limitView(nutrient),
    riskReductionText:
      nutrient.riskReduction &&
      `Above ${formatAmount(nutrient.riskReduction.amount, nutrient.unit)} a day, from age ${nutrient.riskReduction.ageFrom}: ${nutrient.riskReduction.meaning}`,
    sources: sourceLinks(
      [
        ...new Set([
          ...nutrient.intakeSources,
          ...statedLimit(nutrient).sources,
          ...(nutrient.riskReduction?.sources ?? []),
        ]),
      ],
      library,
    ),
    picture: intakePicture(nutrient),
  };
}

function intakePicture(nutrient: Nutrient): PlotTableView {
  const groups = (['female', 'male'] as const).flatMap((sex) =>
    agesAlike(nutrient, sex).map(({ ages, amount }) => ({
      label: `${sex === 'female' ? 'Women' : 'Men'} of ${ages}`,
      amount,
    })),
  );
  const stages = (['pregnancy', 'lactation'] as const).flatMap((lifeStage) => {
    const row = findIntake(nutrient, { sex: 'female', ageYears: 31, lifeStage });
    return row === undefined
      ? []
      : [{ label: `${capitalize(stageText[lifeStage].who)}, 31–50`, amount: row.amount }];
  });
  const rows = [...groups, ...stages];
  const limit = findLimit(nutrient, { ageYears: 31, lifeStage: 'none' });
  const unit = unitText(nutrient);
  const texts = rows.map(({ label, amount }) => ({
    label,
    valueText: formatAmount(amount, unit),
    whoText: undefined,
    citations: [],
  }));
  return {
    kind: 'bars',
    sentence: `${nutrient.name} that each group needs in a day.`,
    rows: texts,
    plot: {
      kind: 'bars',
      scale: 'linear',
      suffix: '',
      rows: rows.map(({ amount }) => ({ value: amount, isHollow: false })),
      // A limit that counts supplements alone, or is in another unit, has no place on this scale.
      marks:
        limit === undefined ||
        nutrient.upperLimit?.scope !== 'total' ||
        limitUnit(nutrient) !== unit
          ? []
          : [
              {
                value: limit.amount,
                text: `upper limit of adults ${formatAmount(limit.amount, unit)}`,
              },
            ],
    },
  };
}

// Ages that need the same stand together: "19–50".
function agesAlike(nutrient: Nutrient, sex: Sex): { ages: string; amount: number }[] {
  const found = brackets.flatMap(({ ageYears, ages }) => {
    const row = findIntake(nutrient, { sex, ageYears, lifeStage: 'none' });
    return row === undefined ? [] : [{ ages, amount: row.amount }];
  });
  const groups: { ages: string; amount: number }[] = [];
  for (const { ages, amount } of found) {
    const last = groups.at(-1);
    if (last?.amount !== amount) groups.push({ ages, amount });
    else {
      const [from] = last.ages.split('–');
      last.ages = ages.endsWith('+') ? `${from}+` : `${from}–${ages.split('–')[1]}`;
    }
  }
  return groups;
}

/** "women of 19 to 50 need 18 mg a day". */
export function needText(
  { sex, ageFrom, ageTo, amount, basis }: AdultIntake,
  unit: string,
): string {
  const who = sex === undefined ? 'adults' : sex === 'female' ? 'women' : 'men';
  const verb = basis === 'RDA' ? 'need' : 'have an adequate intake of';
  return `${who} of ${ageFrom} to ${ageTo} ${verb} ${formatAmount(amount, unit)} a day`;
}

/** What the upper limit of adults is, what counts towards it, and what its absence means. */
export function limitView(nutrient: Nutrient): LimitView {
  if (nutrient.upperLimit === undefined) {
    return {
      amountText: undefined,
      counts: undefined,
      text: `${noLimitText} ${nutrient.noUpperLimit.note}`,
    };
  }
  const limit = nutrient.upperLimit;
  const adults = findLimit(nutrient, { ageYears: 31, lifeStage: 'none' });
  const counts = `from ${whatCounts(limit)}`;
  const only = limit.countsOnly === undefined ? '' : ` It counts ${limit.countsOnly} only.`;
  const form = limit.compareIn === undefined ? '' : ` It is measured in ${limit.compareIn}.`;
  return {
    amountText: adults && formatAmount(adults.amount, limitUnit(nutrient)),
    counts,
    text: [
      `The upper limit is for what a person takes day after day ${counts}.${only}${form}`,
      limit.note,
      stagesText(nutrient),
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  };
}

const intakeColumns = [
  { sex: 'female', lifeStage: 'none' },
  { sex: 'male', lifeStage: 'none' },
  { sex: 'female', lifeStage: 'pregnancy' },
  { sex: 'female', lifeStage: 'lactation' },
] as const;

const basisTexts = {
  RDA: 'Recommended dietary allowances (RDA) of the US National Academies: enough for nearly all healthy people.',
  AI: 'Adequate intakes (AI) of the US National Academies: an estimate, set where the evidence does not allow a recommended allowance.',
};

// A column of its own only where a limit differs from that of other people of the same age.
function stagesWithOwnLimit(nutrient: Nutrient): Stage[] {
  return (['pregnancy', 'lactation'] as const).filter((lifeStage) =>
    brackets.some(({ ageYears }) => {
      const own = findLimit(nutrient, { ageYears, lifeStage });
      return (
        own !== undefined &&
        own.unverified === undefined &&
        own.amount !== findLimit(nutrient, { ageYears, lifeStage: 'none' })?.amount
      );
    }),
  );
}

function stagesText(nutrient: Nutrient): string | undefined {
  const levels = nutrient.upperLimit?.levels ?? [];
  if (levels.some(({ unverified }) => unverified === true)) {
    return 'Its figures for pregnancy and breastfeeding from age 19 could not be verified and are left out.';
  }
  const own = stagesWithOwnLimit(nutrient);
  const same = (['pregnancy', 'lactation'] as const).filter((stage) => !own.includes(stage));
  if (same.length === 0) return undefined;
  return `The same holds ${formatList(same.map((stage) => stageText[stage].when))} at the same age.`;
}

function numberText(amount: number | undefined): string | undefined {
  return amount === undefined ? undefined : formatNumber(amount);
}
