import { describe, expect, test } from 'vitest';
import { findAmounts, findNumbers, measureOf } from '#checks/language/amounts.ts';
import { normalForm } from '#document/normal.ts';

const found = (text: string): string[] =>
  findAmounts(normalForm(text).text).map((amount) => amount.text);

describe('are found', () => {
  test.each([
    ['Take 25 mg of it.', '25 mg'],
    ['Take 25mg of it.', '25mg'],
    ['Take 25 mgs of it.', '25 mgs'],
    ['Take 25 ㎎ of it.', '25 mg'],
    ['Take 25 m g of it.', '25 m g'],
    ['A 25-mg, 25\u2011mg tablet.', '25-mg'],
    ['Take 25 mcgs or 25 µgs.', '25 mcgs'],
    ['Take 25 μg of it.', '25 μg'],
    ['Iron-25 mg is a name.', '25 mg'],
    ['Take 1 000 mg and 1\u202F000 mg.', '1 000 mg'],
    ['Take 0,5 g of it.', '0,5 g'],
    ['Take ½ g of salt.', '1/2 g'],
    ['Take 1/2 g of salt.', '1/2 g'],
    ['Take 1½ g of salt.', '1 1/2 g'],
    ['Take 10^3 mg.', '10^3 mg'],
    ['Take 10³ mg.', '10^3 mg'],
    ['Take 5 × 10³ mg.', '5 × 10^3 mg'],
    ['Take 1e3 mg.', '1e3 mg'],
    ['Take 25 milligrammes.', '25 milligrammes'],
    ['Take 4,000 iu, or 4 kIU.', '4,000 iu'],
    ['Take 4 kIU.', '4 kIU'],
    ['Take IU 4000.', 'IU 4000'],
    ['It holds 5 g/L.', '5 g/L'],
    ['It is 30-60 g an hour.', '30-60 g'],
    ['Take twenty five milligrammes.', 'twenty five milligrammes'],
    ['Take twenty-five mg.', 'twenty-five mg'],
    ['Take a quarter gram.', 'a quarter gram'],
    ['Take a quarter of a gram.', 'a quarter of a gram'],
    ['Take half a milligram.', 'half a milligram'],
    ['Take a half gram.', 'a half gram'],
    ['Take three quarters of a gram.', 'three quarters of a gram'],
    ['Take two and a half grams.', 'two and a half grams'],
    ['Take a gram and a half.', 'a gram'],
    ['Take a gram of salt.', 'a gram'],
    ['Take a hundred micrograms.', 'a hundred micrograms'],
    ['Take one hundred and fifty mg.', 'one hundred and fifty mg'],
    ['Take two thousand IU.', 'two thousand IU'],
    ['Take 2 thousand IU.', '2 thousand IU'],
    ['Take dozens of milligrams.', 'dozens of milligrams'],
    ['Take a couple of grams.', 'a couple of grams'],
    ['Take a few grams.', 'a few grams'],
    ['Ten percent, ten per cent of it.', 'Ten percent'],
    ['10 per cent of it.', '10 per cent'],
    ['Two milliequivalents of it.', 'Two milliequivalents'],
    ['Some hold 5k IU.', '5k IU'],
    ['Some hold XXV mg.', 'XXV mg'],
    ['It has ten times more of it.', 'ten times more'],
    ['It has 3 times as much iron.', '3 times as much iron'],
    ['They were twice as likely to be low.', 'twice as likely'],
    ['It is 60 pct of it.', '60 pct'],
    ['One trial (n = 24) was small.', 'n = 24'],
  ])('%s', (text, first) => {
    expect(found(text)[0]).toBe(first);
  });
});

describe('are none', () => {
  test.each([
    'Run 5 km, 10 miles, 400 m, ten miles, half a mile or a quarter mile.',
    'At 5:30 per km, at 7 a.m., in two hours, for ten minutes a day.',
    'On May 3, 2020, in 2021-22, at 19 to 50 years, half a year later.',
    'A few gels, a couple of glasses and several meals.',
    'Compare the amount per gram and the gram as a unit.',
    'A third of the way, a quarter of an hour, one of two.',
    'Vitamins B6 and B12, 25(OH)D, omega-3 and PH 1000.',
    'Twenty five runners ran ten laps of four hundred meters.',
    'A 500 mL bottle, and a runner of 60 kg.',
    'Sixty percent of the course is uphill, and 60% of the race is hot.',
    'Run at 70% of your best pace, in 80% humidity, when humidity was about 90%.',
    'Nobody should swallow three capsules at once; do not take two tablets.',
    'She ran twice as fast and three times more than I do.',
    'Mix it in, I said, in Part II per the plan.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test.each([
  ['25 mg', [25_000], 'mcg'],
  ['1,000 mg', [1_000_000], 'mcg'],
  ['1 g', [1_000_000], 'mcg'],
  ['0,5 g', [500_000], 'mcg'],
  ['1/2 g', [500_000], 'mcg'],
  ['1 1/2 g', [1_500_000], 'mcg'],
  ['10^3 mg', [1_000_000], 'mcg'],
  ['5 x 10^3 mg', [5_000_000], 'mcg'],
  ['30-60 g', [30_000_000, 60_000_000], 'mcg'],
  ['30 to 60 g', [30_000_000, 60_000_000], 'mcg'],
  ['25-mg', [25_000], 'mcg'],
  ['4,000 IU', [4000], 'IU'],
  ['5k IU', [5000], 'IU'],
  ['500 mL', [0.5], 'L'],
  ['28%', [28], '%'],
  ['10 per cent', [10], '%'],
])('%s says %j %s', (text, values, unit) => {
  expect(measureOf(text)).toEqual({ values, unit });
});

test('an amount in words says nothing that could be compared', () => {
  expect(measureOf('half a gram')).toBeUndefined();
  expect(measureOf('12 of 43')).toBeUndefined();
});

test.each([
  ['Of 1,073 women in fifty trials, 36% were low.', ['1,073', 'fifty', '36%']],
  ['It was 1.41 times as high, 0.9 to 2.1.', ['1.41', '0.9 to 2.1']],
  ['Laboratories use 15, 30 or 50 mcg/L.', ['15', '30', '50 mcg/L']],
  ['A liter holds between 16 and 40 mg.', ['40 mg']],
  ['Between 15 and 50, look again.', ['15 and 50']],
  ['Of 243 athletes aged 18 to 30, 12 of 43 women ran.', ['243', '12 of 43']],
  ['In 2024, 2000 runners met over 50 doctors.', ['2000', '50']],
  ['Women over 50, at 14-18 or from 71 take B12 for 8 to 12 weeks.', []],
])('the numbers of "%s" are %j', (text, numbers) => {
  expect(findNumbers(text).map((number) => number.text)).toEqual(numbers);
});
