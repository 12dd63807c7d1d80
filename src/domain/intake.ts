/** Which reference intake and which upper limit hold for a person. */
import type { Intake, LimitLevel, Nutrient } from '../schemas/nutrient.ts';
import type { LifeStage, Sex } from '../schemas/parts.ts';

/** Whom a reference value is looked up for. Age in whole years. */
export interface Person {
  sex: Sex;
  ageYears: number;
  lifeStage: LifeStage;
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

/** The upper limit row for a person; undefined where none is set. Limits do not differ by sex. */
export function findLimit(
  nutrient: Pick<Nutrient, 'upperLimit'>,
  person: Pick<Person, 'ageYears' | 'lifeStage'>,
): LimitLevel | undefined {
  return nutrient.upperLimit?.levels.find(
    (row) => row.lifeStage === person.lifeStage && covers(row, person.ageYears),
  );
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
