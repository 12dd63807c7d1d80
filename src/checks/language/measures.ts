/** Whether a text gives a number, with its unit. */
import type { MeasureUnit } from '../../schemas/measure.ts';

// A number as texts write it: "1,630", "0.13", "863".
const numbers = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d])/g;
const numberWords = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

const word = String.raw`(?:\b|(?<=\d))`;
const weight = { g: 'g(?:rams?)?', mg: '(?:mg|milligrams?)', mcg: '(?:mcg|µg|micrograms?)' };
// "mg/L", "mg per liter", "a liter of sweat holds 1.3 mg"; an hour likewise.
const each = (unit: string, whole: 'L' | 'h'): RegExp => {
  const [short, long] = whole === 'L' ? ['L', 'liter'] : ['h', 'hour'];
  const per = `(?:a|an|per|each|every) (?:${short}|${long})\\b`;
  return new RegExp(
    `${word}${unit}(?:/${short}\\b|[^;]{0,30}? ${per})|\\b${per}[^;]*?${word}${unit}\\b`,
    'iu',
  );
};

/** How texts write a unit. People are counted by many names, and a ratio has none. */
const spellings: Record<MeasureUnit, RegExp | undefined> = {
  g: new RegExp(`${word}${weight.g}\\b`, 'u'),
  mg: new RegExp(`${word}${weight.mg}\\b`, 'u'),
  mcg: new RegExp(`${word}${weight.mcg}\\b`, 'u'),
  'g/L': each(weight.g, 'L'),
  'mg/L': each(weight.mg, 'L'),
  'mcg/L': each(weight.mcg, 'L'),
  'mmol/L': each('mmol', 'L'),
  'nmol/L': each('nmol', 'L'),
  'ng/mL': /ng\/mL/u,
  'L/h': each('L', 'h'),
  'mg/h': each(weight.mg, 'h'),
  '%': /%|\bper ?cent\b/u,
  'per 1,000': /\b(?:per|of|in) 1,?000\b/u,
  ratio: undefined,
  people: undefined,
  points: /\bpoints?\b/u,
  cm: /\bcm\b/u,
  km: /\bkm\b/u,
  days: /\bdays?\b/u,
};

const down =
  /\b(?:lower(?:ed|s)?|less|fewer|fell|falls?|reduc\w+|shorter|below|under|drop(?:s|ped)?|decreas\w+|declin\w+|cut|smaller|lost|loss)\b/iu;

const up =
  /\b(?:higher|more|greater|rose|risen|rises?|rais\w+|increas\w+|gain\w*|grew|added|adds|improv\w+)\b/iu;

/**
 * Why a text does not give a number: "… holds no …"; undefined where it does. The unit stands in the
 * same sentence, or in one before it.
 * @param unit undefined for a count, which has none
 */
export function citesNumber(
  text: string,
  number: number,
  unit: MeasureUnit | undefined,
): string | undefined {
  const size = Math.abs(number);
  const sentences = text.split(/(?<=[.;!?])\s+/u);
  const holding = sentences.findIndex((sentence) => holds(sentence, size));
  if (holding === -1) return `the text of the claim holds no ${printed(size)}`;
  const spelling = unit && spellings[unit];
  const last = sentences.findLastIndex((sentence) => holds(sentence, size));
  if (spelling !== undefined && !spelling.test(sentences.slice(0, last + 1).join(' ')))
    return `the text of the claim gives ${printed(size)}, and not in ${unit}`;
  const isDown = sentences.some(
    (sentence) =>
      holds(sentence, size) &&
      (down.test(sentence) || new RegExp(`[-−–]${printed(size)}`, 'u').test(sentence)),
  );
  return number < 0 && !isDown
    ? `the text of the claim gives ${printed(size)}, and does not say that it goes down`
    : undefined;
}

/** Whether wherever a text gives a number it says that something went down, and nowhere that it went up. */
export function saysDown(text: string, size: number): boolean {
  const holding = text.split(/(?<=[.;!?])\s+/u).filter((sentence) => holds(sentence, size));
  return (
    holding.length > 0 && holding.every((sentence) => down.test(sentence) && !up.test(sentence))
  );
}

function holds(sentence: string, size: number): boolean {
  const given = [...sentence.matchAll(numbers)].map(([text]) => Number(text.replaceAll(',', '')));
  if (given.includes(size)) return true;
  const name = numberWords[size];
  return name !== undefined && new RegExp(`\\b${name}\\b`, 'iu').test(sentence);
}

function printed(size: number): string {
  return size.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
