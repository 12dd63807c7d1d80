/** Which reference intake and which upper limit hold for a person. */
import type {
  Adjustment,
  Intake,
  LimitLevel,
  Limited,
  Nutrient,
  Plan,
  UpperLimit,
} from '../schemas/nutrient.ts';
import type { Diet, LifeStage, Sex } from '../schemas/fields.ts';

/** Whom a reference value is looked up for. Age in whole years. */
export interface Person {
  sex: Sex;
  ageYears: number;
  lifeStage: LifeStage;
}

/** A person who asks for her or his own needs. */
export interface Reader extends Person {
  diet: Diet;
  /** Whether a woman has periods; `unknown` goes by age, as the tables do. */
  periods: 'unknown' | 'yes' | 'no';
}

/** What a reader needs of one nutrient in a day. */
export interface Need {
  amount: number;
  basis: Intake['basis'];
  /** The amount of the table, before a factor. */
  tableAmount: number;
  /** What the amount was multiplied by; undefined where it was not. */
  factor: number | undefined;
  /** Everything that bears on this reader, told or applied. */
  adjustments: Adjustment[];
}

interface AgeRange {
  ageFrom: number;
  ageTo: number | null;
}

const covers = (range: AgeRange, ageYears: number): boolean =>
  range.ageFrom <= ageYears && (range.ageTo === null || ageYears <= range.ageTo);

/** The reference intake row for a person; undefined below 14 and where none is set. */
export function findIntake(
  nutrient: Pick<Nutrient, 'intakes'>,
  person: Person,
): Intake | undefined {
  return nutrient.intakes.find(
    (row) =>
      row.sex === person.sex && row.lifeStage === person.lifeStage && covers(row, person.ageYears),
  );
}

/** The limit of a nutrient, or why it has none: its note and its sources. */
export function statedLimit(nutrient: Limited): Pick<UpperLimit, 'note' | 'sources'> {
  return nutrient.upperLimit === undefined ? nutrient.noUpperLimit : nutrient.upperLimit;
}

/** The upper limit row for a person; undefined where none is set. Limits do not differ by sex. */
export function findLimit(
  nutrient: Pick<Nutrient, 'upperLimit'>,
  person: Pick<Person, 'ageYears' | 'lifeStage'>,
): LimitLevel | undefined {
  return nutrient.upperLimit?.levels.find(
    (row) => row.lifeStage === person.lifeStage && covers(row, person.ageYears),
  );
}

// The tables lower iron at 51, when most women have stopped menstruating: who says that she has, or
// has not, is looked up on the other side of that birthday.
const menopauseAge = 51;

function lookupAge({ sex, ageYears, periods }: Reader): number {
  if (sex === 'male' || ageYears < 19) return ageYears;
  if (periods === 'yes') return Math.min(ageYears, menopauseAge - 1);
  if (periods === 'no') return Math.max(ageYears, menopauseAge);
  return ageYears;
}

/**
 * The need of a reader: the table's row, times the factor that a source applies to it. What a
 * source only estimates is told and never multiplied, and factors are never multiplied together.
 * Undefined below 14 and where the tables have no row.
 */
export function findNeed(
  nutrient: Pick<Nutrient, 'intakes' | 'adjustments'>,
  reader: Reader,
): Need | undefined {
  const followsPeriods = nutrient.adjustments.some((item) => item.for === 'menopause');
  const isOrdinary = reader.lifeStage === 'none';
  const ageYears = followsPeriods && isOrdinary ? lookupAge(reader) : reader.ageYears;
  const row = findIntake(nutrient, { ...reader, ageYears });
  if (row === undefined) return undefined;
  const adjustments = nutrient.adjustments.filter((item) => concerns(item, reader));
  const factor = adjustments.find((item) => item.factor !== undefined)?.factor;
  return {
    amount: row.amount * (factor ?? 1),
    basis: row.basis,
    tableAmount: row.amount,
    factor,
    adjustments,
  };
}

function concerns(
  { for: whom }: Adjustment,
  { sex, ageYears, lifeStage, diet, periods }: Reader,
): boolean {
  switch (whom) {
    case 'vegetarian':
      return diet !== 'omnivore';
    case 'menopause':
      return sex === 'female' && lifeStage === 'none' && ageYears >= 40;
    case 'before-pregnancy':
      return (
        sex === 'female' && lifeStage !== 'pregnancy' && periods !== 'no' && ageYears < menopauseAge
      );
    case 'runner':
    case 'smoker':
      return true;
  }
}

/** What a reader usually has to plan for one nutrient, the closest to who the reader is first. */
export function plansFor(
  { planning }: Pick<Nutrient, 'planning'>,
  reader: Reader,
): Nutrient['planning'] {
  return planning
    .filter(({ for: whom }) => isMeant(whom, reader))
    .toSorted((a, b) => closeness(b) - closeness(a));
}

/** How much a plan is about who a reader is: pregnancy before a diet, a diet before age and sex. */
export function closeness({ for: whom }: Plan): number {
  if (whom.lifeStages !== undefined) return 3;
  if (whom.diets !== undefined) return 2;
  return Object.keys(whom).length > 0 ? 1 : 0;
}

function isMeant(whom: Plan['for'], reader: Reader): boolean {
  return (
    (whom.diets?.includes(reader.diet) ?? true) &&
    (whom.sex === undefined || whom.sex === reader.sex) &&
    (whom.lifeStages?.includes(reader.lifeStage) ?? true) &&
    (whom.periods === undefined || hasPeriods(reader)) &&
    reader.ageYears >= (whom.ageFrom ?? 0) &&
    reader.ageYears <= (whom.ageTo ?? Infinity)
  );
}

function hasPeriods({ sex, lifeStage, ageYears, periods }: Reader): boolean {
  if (sex === 'male' || lifeStage !== 'none') return false;
  return periods === 'unknown' ? ageYears < menopauseAge : periods === 'yes';
}

/** A reference intake of grown-ups, with the ages that share it. */
export interface AdultIntake {
  /** Undefined where women and men need the same. */
  sex: Sex | undefined;
  ageFrom: number;
  ageTo: number;
  amount: number;
  basis: Intake['basis'];
}

/**
 * The reference intakes that a label is compared with: those of age 31 to 50, and from 19 where
 * the amount is the same. One row where women and men share it, else women first.
 */
export function adultIntakes(nutrient: Pick<Nutrient, 'intakes'>): AdultIntake[] {
  const of = (sex: Sex): AdultIntake | undefined => {
    const older = findIntake(nutrient, { sex, ageYears: 31, lifeStage: 'none' });
    const younger = findIntake(nutrient, { sex, ageYears: 19, lifeStage: 'none' });
    if (older === undefined) return undefined;
    const ageFrom = younger?.amount === older.amount ? 19 : 31;
    return { sex, ageFrom, ageTo: 50, amount: older.amount, basis: older.basis };
  };
  const women = of('female');
  const men = of('male');
  if (women === undefined || men === undefined)
    return [women, men].filter((row) => row !== undefined);
  const isShared = women.amount === men.amount && women.ageFrom === men.ageFrom;
  return isShared ? [{ ...women, sex: undefined }] : [women, men];
}

/** The share of each reference intake of adults that an amount covers; 1 is all of it. */
export function sharesOfIntake(
  amount: number,
  nutrient: Pick<Nutrient, 'intakes'>,
): { intake: AdultIntake; share: number }[] {
  return adultIntakes(nutrient).map((intake) => ({ intake, share: amount / intake.amount }));
}
