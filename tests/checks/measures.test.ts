/** Whether a claim's text gives a number. Sentences are those of claims, and of what was done to them. */
import { expect, test } from 'vitest';
import { citesNumber } from '#checks/language/measures.ts';
import type { MeasureUnit } from '#schemas/measure.ts';

const sweat =
  'In a 7-hour heat study of 7 adults it held 863 mg/L of sodium, 222 of potassium and 1.3 of magnesium.';
const holds = /holds no/;

test.each<[string, number, MeasureUnit | undefined, RegExp | undefined]>([
  [sweat, 863, 'mg/L', undefined],
  [sweat, 222, 'mg/L', undefined],
  [sweat, 22, 'mg/L', holds],
  [sweat, 3, 'mg/L', holds],
  [sweat, 863, 'mg', undefined],
  [sweat, 863, '%', /not in %/],
  ['A liter of sweat holds about 1.3-9.8 mg, against 310-420 mg.', 9.8, 'mg/L', undefined],
  ['It was roughly 420-1,630 mg/L.', 1630, 'mg/L', undefined],
  ['It was roughly 420-1,630 mg/L.', 630, 'mg/L', holds],
  ['Twelve women ate porridge.', 12, 'people', undefined],
  ['None of the nine did.', 9, undefined, undefined],
  ['Coffee lowered what was absorbed by 54%.', -54, '%', undefined],
  ['Absorption was 54% in the others.', -54, '%', /does not say that it goes down/],
  ['The difference was -0.41 (95% CI -0.69 to -0.12).', -0.69, 'ratio', undefined],
  ['At 48 h it was -0.41 on a 10 cm scale.', -0.41, 'cm', undefined],
  ['The risk ratio was 0.48 (0.35-0.64).', 0.35, 'ratio', undefined],
  ['Stress fractures were 5.3%. Of 5,201 recruits 309 had one.', 5201, undefined, undefined],
  ['Sweat rate was 1.21 L/h.', 1.21, 'L/h', undefined],
  ['Sweat rate was 1.21 L.', 1.21, 'L/h', /not in L\/h/],
  ['They lost 601 mg of sodium an hour.', 601, 'mg/h', undefined],
])('%s: %d %s', (text, number, unit, fault) => {
  expect(citesNumber(text, number, unit) ?? 'it does').toMatch(fault ?? /^it does$/);
});
