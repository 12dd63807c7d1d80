/** What a reader typed, read into a value or into a sentence that says what is wrong with it. */

/** A value, or the sentence that stands at its field. */
export type Reading<Value> = { value: Value } | { problem: string };

const youngest = 14;
const oldest = 120;

/** Age in whole years, from 14 on. */
export function readAge(text: string): Reading<number> {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'Write your age in years.' };
  if (/^[-−–]\s*\d/.test(trimmed)) return { problem: 'An age cannot be less than nothing.' };
  if (!/^\d{1,9}$/.test(trimmed))
    return { problem: 'Write your age as a whole number of years, such as 34.' };
  const value = Number(trimmed);
  if (value < youngest) {
    return {
      problem:
        'There are no figures here for anyone under 14: the tables of this site start at 14, and children need other amounts. Ask a doctor or dietitian.',
    };
  }
  if (value > oldest) return { problem: 'That is more than 120 years: check the number.' };
  return { value };
}

/** Grams, or international units, of which nobody takes as much in a day. */
const absurdGrams = 100;
const absurdUnits = 1_000_000;
const grams: Record<string, number> = { g: 1, mg: 1e-3, mcg: 1e-6 };

/** An amount a day in a unit. */
export function readAmount(text: string, unit: string): Reading<number> {
  const reading = readNumber(text, 'Write the amount a day, such as 25 or 0.4.');
  if ('problem' in reading) return reading;
  const factor = grams[unit];
  const isAbsurd =
    factor === undefined ? reading.value > absurdUnits : reading.value * factor > absurdGrams;
  return isAbsurd
    ? {
        problem: `That is more than ${factor === undefined ? 'a million units' : '100 g'} a day: check the number and the unit.`,
      }
    : reading;
}

const mostServings = 50;

/** Servings a day; nothing typed is none, and 0.5 is every other day. */
export function readServings(text: string): Reading<number> {
  if (text.trim() === '' || /^0+$/.test(text.trim())) return { value: 0 };
  const reading = readNumber(text, 'Write how many servings a day, such as 1 or 0.5.');
  if ('problem' in reading) return reading;
  return reading.value > mostServings
    ? { problem: 'That is more than 50 servings a day: check the number.' }
    : reading;
}

/** One serving more or less; below one there is a half, every other day, and nothing below it. */
export function stepServings(text: string, step: number): string {
  const reading = readServings(text);
  const now = 'problem' in reading ? 0 : reading.value;
  if (step > 0) return String(Math.min(mostServings, now < 1 ? 1 : now + 1));
  return String(now > 1 ? now - 1 : 0.5);
}

function readNumber(text: string, hint: string): Reading<number> {
  const trimmed = text.trim();
  if (/^[-−–]\s*[\d.]/.test(trimmed)) return { problem: 'An amount cannot be less than nothing.' };
  // "1,500" has thousands in it; "0,400" cannot, and read so would be a thousand times too much.
  if (/^(?:\d+,\d{1,2}|0+,\d+)$/.test(trimmed))
    return { problem: `Write it with a point: ${trimmed.replace(',', '.')}.` };
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(trimmed)
    ? trimmed.replaceAll(',', '')
    : trimmed;
  if (!/^(?:\d{1,12}(?:\.\d{0,9})?|\.\d{1,9})$/.test(plain)) return { problem: hint };
  const value = Number(plain);
  return value > 0 ? { value } : { problem: 'Write an amount above 0, or clear the field.' };
}
