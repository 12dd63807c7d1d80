/** What cannot be true of a dose, a food or a reference value, whoever typed it. */
import type { Food } from '../schemas/food.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Product, ProductNutrient } from '../schemas/product.ts';
import { assessDose } from './dose.ts';
import { formatNumber, uncapitalize } from './format.ts';
import { doseForms } from './forms.ts';
import { adultIntakes } from './intake.ts';
import { convert } from './units.ts';

/** Something that cannot be, and where it stands in the entry. */
export interface Implausible {
  path: PropertyKey[];
  message: string;
  fix: string;
  /** Rare, and found on real labels: to be looked at again, no mistake for sure. */
  isRare?: true;
  /** Set where the Daily Value may be what is wrong. */
  isShare?: true;
}

// The largest dose sold of a vitamin without a limit is some 2,000 times the need (5 mg of B12),
// and that of one with a limit 14 times the limit (500 mg of niacin).
const most = { intakes: 10_000, rareIntakes: 1_000, limits: 20 };
// A milligram typed as a microgram leaves a thousandth of a dose of a tenth to five times the need.
// Drinks do hold a few milligrams of calcium: in the unit that labels use it is only rare.
const least = { share: 0.005, rareShare: 0.002 };
/** Per cent of a Daily Value that a serving of a food can hold. */
const richest = 10_000;
/** Grams that one piece can weigh. */
const heaviestPiece = 3;
/** Grams of salts that a liter of a drink can hold. */
const heaviestLiter = 350;

/** Doses of a product that cannot be, by their rows in `nutrients`. */
export function implausibleDoses(
  product: Pick<Product, 'nutrients' | 'serving' | 'servings' | 'units'>,
  nutrientOf: (id: string) => Nutrient | undefined,
): Implausible[] {
  return [
    ...product.nutrients.flatMap((row, index) => {
      const nutrient = nutrientOf(row.nutrient);
      return nutrient === undefined ? [] : implausibleDose(row, nutrient, ['nutrients', index]);
    }),
    ...tooHeavy(product),
    ...miscounted(product),
  ];
}

function implausibleDose(
  row: ProductNutrient,
  nutrient: Nutrient,
  path: PropertyKey[],
): Implausible[] {
  const name = uncapitalize(nutrient.name);
  const isMeasuredInIU = doseForms(nutrient).some(({ iu }) => iu !== undefined);
  if (row.unit === 'IU' && !isMeasuredInIU)
    return [
      {
        path: [...path, 'unit'],
        message: `${nutrient.name} is not measured in international units.`,
        fix: `Write the amount as the label has it, in ${nutrient.unit}.`,
      },
    ];
  if (row.amountMax !== undefined && row.amountMax > row.amount * 100)
    return [
      {
        path: [...path, 'amountMax'],
        message: `the range of ${name} ends at ${formatNumber(row.amountMax / row.amount)} times its start.`,
        fix: 'Correct one of the two ends.',
      },
    ];
  // A liter is looked at as if it were drunk at once: `per` must not hide a dose.
  const { dose, shares, limit } = assessDose([row], nutrient);
  const what = row.per === undefined ? 'a serving' : 'a liter';
  if (dose === undefined || shares.length === 0) return [];
  const highest = Math.max(...shares.map(({ share }) => share.max));
  const unitFix = `Look at the unit on the label: ${nutrient.unit} is usual for ${name}.`;
  const at = [...path, 'amount'];
  const times = (share: number): string => formatNumber(Math.round(share));
  if (limit !== undefined && limit.share.max > most.limits)
    return [
      {
        path: at,
        message: `${what} is ${times(limit.share.max)} times the upper limit of ${name}.`,
        fix: unitFix,
      },
    ];
  if (highest >= most.rareIntakes) {
    const found = {
      path: at,
      message: `${what} is ${times(highest)} times the reference intake of ${name}.`,
      fix: unitFix,
    };
    const isSold = highest < most.intakes && row.unit === nutrient.unit;
    return [isSold ? { ...found, isRare: true } : found];
  }
  const isSmallerUnit = row.unit === 'mcg' && nutrient.unit === 'mg';
  if (highest < (isSmallerUnit ? least.share : least.rareShare)) {
    const part = times(1 / highest);
    const found = {
      path: at,
      message: `${what} is a ${part}th part of the reference intake of ${name}.`,
      fix: unitFix,
    };
    return [isSmallerUnit ? found : { ...found, isRare: true }];
  }
  return [];
}

const pieces: ReadonlySet<string> = new Set(['capsule', 'tablet', 'softgel']);

// What a serving holds weighs no more than the serving itself.
function tooHeavy({ nutrients, serving }: Pick<Product, 'nutrients' | 'serving'>): Implausible[] {
  const grams = (per: 'L' | undefined): number =>
    nutrients
      .filter((row) => row.per === per && row.unit !== 'IU')
      .reduce((sum, { amount, unit }) => sum + (unit === 'IU' ? 0 : convert(amount, unit, 'g')), 0);
  const room =
    serving === undefined
      ? undefined
      : serving.unit === 'g'
        ? serving.amount
        : pieces.has(serving.unit)
          ? serving.amount * heaviestPiece
          : undefined;
  const heavy = (held: number, limit: number, what: string): Implausible[] =>
    held <= limit
      ? []
      : [
          {
            path: ['nutrients'],
            message: `${what} would hold ${formatNumber(held)} g of nutrients, and weighs ${formatNumber(limit)} g at most.`,
            fix: 'Look at the units on the label.',
          },
        ];
  return [
    ...(room === undefined ? [] : heavy(grams(undefined), room, 'a serving')),
    ...heavy(grams('L'), heaviestLiter, 'a liter'),
  ];
}

function miscounted({
  serving,
  servings,
  units,
}: Pick<Product, 'serving' | 'servings' | 'units'>): Implausible[] {
  if (serving === undefined || servings === undefined || units === undefined) return [];
  if (!pieces.has(serving.unit) || serving.amount * servings === units) return [];
  return [
    {
      path: ['units'],
      message: `${servings} servings of ${serving.amount} are ${formatNumber(serving.amount * servings)} pieces, not ${units}.`,
      fix: 'Correct servings, units or the serving.',
    },
  ];
}

/** A food that cannot hold what it is said to hold, or be what it is called. `path` starts at the food. */
export function implausibleFood(
  food: Food,
  nutrient: Pick<Nutrient, 'name' | 'unit' | 'dailyValue'>,
): Implausible[] {
  const { serving, amount, percentDailyValue, vegan, vegetarian, heme } = food;
  const grams = convert(amount, nutrient.unit, 'g');
  const share = (amount / nutrient.dailyValue.amountInNutrientUnit) * 100;
  const found: Implausible[] = [];
  if (grams > serving.grams)
    found.push({
      path: ['amount'],
      message: `${formatNumber(grams)} g of ${uncapitalize(nutrient.name)} in ${formatNumber(serving.grams)} g of food.`,
      fix: `Write the amount in ${nutrient.unit}.`,
    });
  // The richest of all, a slice of liver, holds some thirty times the Daily Value of B12.
  else if (share > richest)
    found.push({
      path: ['amount'],
      message: `a serving is ${formatNumber(Math.round(share))}% of the Daily Value of ${uncapitalize(nutrient.name)}.`,
      fix: `Look at the unit: the amount is in ${nutrient.unit}.`,
      isShare: true,
    });
  // The share is rounded to whole per cents, and computed from an amount before it was rounded.
  else if (Math.abs(share - percentDailyValue) > Math.max(1.5, share * 0.02))
    found.push({
      path: ['percentDailyValue'],
      message: `${formatNumber(amount)} ${nutrient.unit} is ${formatNumber(Math.round(share))}% of the Daily Value, not ${formatNumber(percentDailyValue)}%.`,
      fix: 'Correct one of the two.',
      isShare: true,
    });
  if (vegan && !vegetarian)
    found.push({
      path: ['vegetarian'],
      message: 'a vegan food is vegetarian.',
      fix: 'Correct one of the two.',
    });
  if (heme === true && vegetarian)
    found.push({
      path: ['heme'],
      message: 'heme iron stands in meat and fish alone.',
      fix: 'Delete "heme", or correct "vegetarian".',
    });
  return found;
}

/** Reference intakes, limits and label values that contradict themselves or each other. */
export function implausibleReference(nutrient: Nutrient): Implausible[] {
  return [
    ...rowsOfIntakes(nutrient),
    ...rowsOfLimits(nutrient),
    ...limitBelowIntake(nutrient),
    ...dailyValueFaults(nutrient),
    ...(nutrient.riskReduction === undefined
      ? []
      : backwards(nutrient.riskReduction, ['riskReduction'])),
  ];
}

interface AgeRow {
  ageFrom: number;
  ageTo: number | null;
}

const oldest = 120;

function backwards({ ageFrom, ageTo }: AgeRow, path: PropertyKey[]): Implausible[] {
  if (ageTo === null ? ageFrom <= oldest : ageFrom <= ageTo && ageTo <= oldest) return [];
  return [
    {
      path: [...path, 'ageFrom'],
      message: `the ages run from ${ageFrom} to ${ageTo ?? 'no end'}.`,
      fix: 'Write the younger age first.',
    },
  ];
}

// Rows of one group of people cover its ages once each, from the first to the last.
function ages(
  rows: readonly { row: AgeRow; path: PropertyKey[] }[],
  who: string,
  isOpen: boolean,
): Implausible[] {
  const wrong = rows.flatMap(({ row, path }) => backwards(row, path));
  if (wrong.length > 0) return wrong;
  const sorted = [...rows].sort((a, b) => a.row.ageFrom - b.row.ageFrom);
  const last = sorted.at(-1);
  return [
    ...sorted.slice(1).flatMap(({ row, path }, index): Implausible[] => {
      const before = sorted[index]?.row.ageTo ?? Number.POSITIVE_INFINITY;
      if (row.ageFrom === before + 1) return [];
      const isTwice = row.ageFrom <= before;
      return [
        {
          path: [...path, 'ageFrom'],
          message: isTwice
            ? `two rows hold for ${who} of ${row.ageFrom}.`
            : `no row holds for ${who} of ${before + 1}.`,
          fix: isTwice ? 'Let one end before the other begins.' : 'Add the row, or close the gap.',
        },
      ];
    }),
    ...(isOpen && last !== undefined && last.row.ageTo !== null
      ? [
          {
            path: [...last.path, 'ageTo'],
            message: `no row holds for ${who} over ${last.row.ageTo}.`,
            fix: 'Write "ageTo: null" in the last row.',
          },
        ]
      : []),
  ];
}

function rowsOfIntakes({ intakes }: Nutrient): Implausible[] {
  const located = intakes.map((row, index) => ({ row, path: ['intakes', index] as PropertyKey[] }));
  const stages = located.flatMap(({ row, path }): Implausible[] =>
    row.sex === 'female' || row.lifeStage === 'none'
      ? []
      : [
          {
            path: [...path, 'lifeStage'],
            message: `a row of men is for ${row.lifeStage}.`,
            fix: 'Correct the sex or the life stage.',
          },
        ],
  );
  if (stages.length > 0) return stages;
  const groups = Map.groupBy(located, ({ row }) => `${row.sex} ${row.lifeStage}`);
  const first = Math.min(...intakes.map(({ ageFrom }) => ageFrom));
  const words = { female: 'women', male: 'men' } as const;
  const missing = (['female', 'male'] as const).flatMap((sex): Implausible[] => {
    const rows = groups.get(`${sex} none`) ?? [];
    const starts = Math.min(...rows.map(({ row }) => row.ageFrom));
    if (starts === first) return [];
    return [
      {
        path: ['intakes'],
        message:
          rows.length === 0
            ? `no row holds for ${words[sex]}.`
            : `no row holds for ${words[sex]} of ${first}.`,
        fix: 'Add the rows that the authority gives.',
      },
    ];
  });
  return [
    ...missing,
    ...[...groups.values()].flatMap((rows) => {
      const { sex, lifeStage } = rows[0]?.row ?? { sex: 'female', lifeStage: 'none' };
      const who = lifeStage === 'none' ? words[sex] : `women in ${lifeStage}`;
      return ages(rows, who, lifeStage === 'none');
    }),
  ];
}

function rowsOfLimits({ upperLimit }: Nutrient): Implausible[] {
  if (upperLimit === undefined) return [];
  const located = upperLimit.levels.map((row, index) => ({
    row,
    path: ['upperLimit', 'levels', index] as PropertyKey[],
  }));
  const groups = Map.groupBy(located, ({ row }) => row.lifeStage);
  const missing = groups.has('none')
    ? []
    : [
        {
          path: ['upperLimit', 'levels'],
          message: 'no limit holds for people who are neither pregnant nor breastfeeding.',
          fix: 'Add the rows that the authority gives.',
        },
      ];
  return [
    ...missing,
    ...[...groups].flatMap(([stage, rows]) =>
      ages(rows, stage === 'none' ? 'people' : `women in ${stage}`, stage === 'none'),
    ),
  ];
}

// The authorities do set one below the allowance where it counts supplements or one form alone
// (magnesium), and then say so.
function limitBelowIntake({ name, unit, intakes, upperLimit }: Nutrient): Implausible[] {
  if (upperLimit === undefined || upperLimit.compareIn !== undefined) return [];
  const countsPart = upperLimit.scope === 'supplements' || upperLimit.countsOnly !== undefined;
  if (countsPart && upperLimit.note !== undefined) return [];
  return upperLimit.levels.flatMap((level, index): Implausible[] => {
    const above = intakes.find(
      (row) =>
        row.lifeStage === level.lifeStage &&
        row.ageFrom <= (level.ageTo ?? oldest) &&
        level.ageFrom <= (row.ageTo ?? oldest) &&
        row.amount > level.amount,
    );
    if (above === undefined) return [];
    return [
      {
        path: ['upperLimit', 'levels', index, 'amount'],
        message: `the upper limit of ${uncapitalize(name)} is ${formatNumber(level.amount)} ${unit}, and ${formatNumber(above.amount)} ${unit} is recommended.`,
        fix: countsPart
          ? 'Say in "note" why the limit is below what is recommended.'
          : 'Correct the amount; a limit that counts supplements alone has that scope and a note.',
      },
    ];
  });
}

function dailyValueFaults(nutrient: Nutrient): Implausible[] {
  const { amount, unit, amountInNutrientUnit } = nutrient.dailyValue;
  const path = ['dailyValue', 'amountInNutrientUnit'];
  const shown = `${formatNumber(amountInNutrientUnit)} ${nutrient.unit}`;
  if (
    unit !== 'IU' &&
    Math.abs(convert(amount, unit, nutrient.unit) / amountInNutrientUnit - 1) > 1e-6
  )
    return [
      {
        path,
        message: `${formatNumber(amount)} ${unit} are not ${shown}.`,
        fix: 'Correct one of the two.',
      },
    ];
  const wrong = adultIntakes(nutrient).find(
    (intake) =>
      intake.amount > amountInNutrientUnit * 20 || intake.amount < amountInNutrientUnit / 20,
  );
  if (wrong === undefined) return [];
  return [
    {
      path,
      message: `the Daily Value is ${shown}, and ${formatNumber(wrong.amount)} ${nutrient.unit} is recommended to adults.`,
      fix: 'Look at the unit of both.',
    },
  ];
}
