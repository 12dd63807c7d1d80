/** Measured values of a claim, typed: what figures are drawn from. */
import { z } from 'zod';
import { id, unitSchema, words } from './fields.ts';

/** Units of what studies measured, beside those of a dose. */
export const measureUnitSchema = z.enum([
  ...unitSchema.exclude(['IU']).options,
  'mg/L',
  'mcg/L',
  'ng/mL',
  'nmol/L',
  'mmol/L',
  'g/L',
  'L/h',
  'mg/h',
  '%',
  'per 1,000',
  'ratio',
  'people',
  'points',
  'cm',
  'km',
  'days',
]);
export type MeasureUnit = z.infer<typeof measureUnitSchema>;

/** A measured amount, a difference or a ratio: it may be less than nothing. */
const measured = () =>
  z
    .number()
    .min(-1_000_000, 'must be at least -1,000,000')
    .max(1_000_000, 'must be at most 1,000,000');
const people = () => z.number().int('must be a whole number').positive('must be more than 0');

/** One measured value: a number, a range, or a number with the interval around it. */
export const measureSchema = z
  .strictObject({
    name: id().describe('What figures call it, once in a claim.'),
    value: measured().optional().describe('The number; absent where there is a range alone.'),
    low: measured().optional().describe('The lower end of its range or interval.'),
    high: measured().optional().describe('The upper end of its range or interval.'),
    unit: measureUnitSchema.describe('Its unit.'),
    n: people().optional().describe('How many were studied.'),
    of: people().optional().describe('Of how many, where it counts people.'),
    group: words().optional().describe('Whose value it is, where the claim has several.'),
  })
  .superRefine(({ value, low, high, unit, of }, context) => {
    const say = (field: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [field], message });
    };
    if ((low === undefined) !== (high === undefined))
      say(low === undefined ? 'high' : 'low', 'must have its other end beside it');
    else if (low !== undefined && high !== undefined) {
      if (low >= high) say('low', 'must be less than high');
      else if (value !== undefined && (value < low || value > high))
        say('value', 'must lie between low and high');
    } else if (value === undefined) say('name', 'must have a value, or low and high');
    if ((unit === 'people') !== (of !== undefined))
      say(
        'unit',
        unit === 'people' ? 'must have "of" beside it' : 'must be people where "of" stands',
      );
    else if (of !== undefined && (value === undefined || value < 0 || value > of))
      say('value', 'must be a count from 0 to "of"');
  });

export type Measure = z.infer<typeof measureSchema>;
