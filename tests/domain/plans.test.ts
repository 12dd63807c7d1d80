/** Whom a plan is for. */
import { describe, expect, test } from 'vitest';
import { plansFor, type Reader } from '#domain/intake.ts';
import { plannerText } from '#views/reader.ts';
import type { Plan } from '#schemas/nutrient.ts';

const reader: Reader = {
  sex: 'female',
  ageYears: 34,
  lifeStage: 'none',
  diet: 'vegan',
  periods: 'unknown',
};
const plan = (whom: Plan['for'], action = 'x'): Plan => ({ for: whom, action, sources: ['a'] });
const isMeant = (whom: Plan['for'], more: Partial<Reader> = {}): boolean =>
  plansFor({ planning: [plan(whom)] }, { ...reader, ...more }).length === 1;

test.each<[string, Plan['for'], Partial<Reader>, boolean]>([
  ['everybody', {}, {}, true],
  ['a vegan', { diets: ['vegan'] }, {}, true],
  ['who is vegetarian', { diets: ['vegan'] }, { diet: 'vegetarian' }, false],
  ['a man', { sex: 'female' }, { sex: 'male' }, false],
  ['the first year', { ageFrom: 51 }, { ageYears: 51 }, true],
  ['a year too young', { ageFrom: 51 }, { ageYears: 50 }, false],
  ['the last year', { ageTo: 18 }, { ageYears: 18 }, true],
  ['a year too old', { ageTo: 18 }, { ageYears: 19 }, false],
  ['periods by age', { periods: true }, {}, true],
  ['periods past 50 by age', { periods: true }, { ageYears: 51 }, false],
  ['periods past 50 by word', { periods: true }, { ageYears: 52, periods: 'yes' }, true],
  ['none by word', { periods: true }, { periods: 'no' }, false],
  ['none in pregnancy', { periods: true }, { lifeStage: 'pregnancy' }, false],
  ['none in a man', { periods: true }, { sex: 'male' }, false],
  ['pregnant', { lifeStages: ['pregnancy'] }, { lifeStage: 'pregnancy' }, true],
  ['one condition of two', { diets: ['vegan'], ageFrom: 51 }, {}, false],
])('%s', (_name, whom, more, expected) => {
  expect(isMeant(whom, more)).toBe(expected);
});

test('what is closest to who a reader is comes first', () => {
  const planning = [
    plan({}, 'all'),
    plan({ periods: true }, 'age'),
    plan({ diets: ['vegan'] }, 'diet'),
  ];
  expect(plansFor({ planning }, reader).map(({ action }) => action)).toEqual([
    'diet',
    'age',
    'all',
  ]);
});

describe('in words', () => {
  test.each<[Plan['for'], string]>([
    [{}, 'Everybody'],
    [{ diets: ['vegetarian', 'vegan'] }, 'Vegetarians and vegans'],
    [{ lifeStages: ['pregnancy', 'lactation'] }, 'Pregnant or breastfeeding women'],
    [{ periods: true, ageTo: 50 }, 'Women who have periods up to 50'],
    [{ sex: 'female', ageFrom: 51 }, 'Women from 51 on'],
    [{ ageFrom: 14, ageTo: 18 }, 'Everybody from 14 to 18'],
  ])('%j', (whom, text) => {
    expect(plannerText(whom)).toBe(text);
  });
});
