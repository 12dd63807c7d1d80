/** Amounts, doses, shares and per cents in prose. Distances, paces, times, dates and ages are none. */
import { wholeFinderOf } from './finder.ts';

// 25, 4,000, 0,5, 1 000, 5k, 1e3, 10^3, 5 x 10^3, 1/2, 1 1/2
const plain = String.raw`\d[\d,.]*(?:\s\d{3}(?!\d)|k(?=\s?(?:m\s?gs?|mc\s?gs?|IU)\b))*(?:e[+-]?\d+|\^[+-]?\d+)?(?:\s?[x×*·]\s?10\^?[+-]?\d+)?(?:\s\d+\/\d+|\/\d+)?`;
// 30-60, 30 to 60
const number = String.raw`${plain}(?:\s?(?:-|–|to)\s?${plain})?`;
const digit = '(?:one|two|three|four|five|six|seven|eight|nine)';
const beyondTen = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]${digit})?|(?:thir|four|fif|six|seven|eigh|nine)teen|eleven|twelve)`;
const small = `(?:${beyondTen}|ten|${digit})`;
const big = '(?:hundred|thousand|million|dozen)s?';
// twenty-five, a hundred and fifty, two thousand, 2 million, dozens of
const spelled = String.raw`(?:(?:(?:an?|half a|several|a few|a couple of|${small}|\d[\d.,]*)[- ])?${big}(?: of)?(?:[- ](?:and[- ])?(?:${small}[- ])?(?:${big}|${small}))*|${small})`;
const fraction =
  '(?:(?:one[- ])?half|(?:(?:an?|one|two|three|five|seven|nine)[- ])?(?:third|quarter|fourth|fifth|eighth|tenth|hundredth|thousandth)s?)';
// half a, a quarter, three quarters of a, two and a half, a couple of
const spelledOut = String.raw`(?:${spelled}(?:[- ]and[- ](?:a |an |one )?${fraction})?|(?:a[- ])?${fraction}(?:[- ]of)?(?:[- ]an?)?|a few|a couple of|several)`;
const masses =
  '(?:(?:milli|micro|nano)?gram(?:me)?s?|m\\s?gs?|mc\\s?gs?|[µμ]\\s?gs?|ng|gs?|gr|gms?|k?IU|I\\.U\\.|international units?)';
const others =
  '(?:(?:milli|deci|centi|micro)?lit(?:er|re)s?|[µμmdc]?L|fl\\.? oz|oz|ounces?|k?cal|kilocalories|calories|kJ|kilojoules|[mnµμ]mol|(?:milli|nano|micro)moles?|mEq|milliequivalents?)';
const percent = '(?:%|percent\\b|per[- ]cent\\b|pct\\b|percentage points?\\b)';
const several = '(?:two|three|four|five|six|eight|ten|[2-9]|[1-9]\\d)';
const pill = '(?:tablets|capsules|pills|softgels|scoops|sachets)';
const onePill = '(?:tablet|capsule|pill|softgel|scoop|sachet)';
const daily =
  '(?:(?:a|per|each|every|(?:once|twice) (?:a|per|each))\\s+(?:day|week|night|morning|evening)|daily|twice)';
const people =
  '(?:runners?|athletes?|wom[ae]n|m[ae]n|girls?|boys?|people|adults?|adolescents?|teenagers?|players?|recruits?|vegans?|vegetarians?|participants?|finishers?|marathoners?|starters?|entrants?|patients?|residents?|americans?|users?|them|those)';
const theSubstance = String.raw`(?:iron|magnesium|calcium|zinc|potassium|sodium|selenium|iodine|vitamins?|folate|salt|protein|of|likely|absorbable|potent|bioavailable|effective)`;
// What a count stands beside when it is a stretch of time or road.
const stretch =
  "(?:k|km|kilometers?|m|meters?|miles?|seconds?|minutes?|min|hours?|h|days?|weeks?|months?|years?|laps?|nights?|sessions?|o['’]clock|[ap]\\.?m\\b)";
// A share of what is run is none of what is eaten.
const ofRoad = String.raw`of (?:(?:your|their|his|her|my|our|the|a|an|this|that|its)\s)?(?:(?:best|fastest|slowest|usual|normal|easy|race|goal|target|marathon|sprint|top|full|half|long|whole|total|weekly|final|first|last|entire|running|5K|10K)[ -]){0,2}(?:pace|speed|effort|course|route|road|trail|path|loop|track|lap|climbs?|hills?|way|distance|race|run|runs|running|mileage|miles|kilometers|marathon|stage|terrain|ascent|descent|training|sessions?|workouts?)\b`;
const patterns = [
  // 25 mg, 30-60 g, 4,000 IU, 15 mcg/L, 1.2 L, 200 kcal; a body weight ("a 60 kg runner") is none
  String.raw`(?=\d)(?<![\d.,]|\d-)(?<!\bper\s)${number}[\s-]?(?:${masses}|kg(?=[/ ]?(?:of|per)\b)|${others})(?![\p{L}\p{N}])(?:/[\p{L}]+)?(?!\s(?:bottles?|flasks?|bladders?|cups?|vests?)\b)`,
  // 28%, 30 percent, 10 per cent; a slope, an effort, the air, the size of letters and a 95% interval are none
  String.raw`(?=\d)(?<![\d.,-])(?<!\bhumidity (?:(?:of|is|was|at|above|over|near|about|around|hit|reached|stood at) ){1,2})(?<!\b(?:zoom(?:s|ed|ing)?|enlarged|magnified|text)(?: in)? (?:to|at|by|of) )${number}[\s-]?${percent}(?!\s?(?:${ofRoad}|of (?:your |their |his |her |the |a )?(?:max(?:imum|imal)?\b|VO2\w*|heart rate|threshold|race pace)|max\b|VO2\w*|heart rate|(?:relative |air )?humidity|humid\b|rule|effort|grade|gradient|incline|slope|uphill|downhill|zoom|confidence|credible|CI|interval)\b)`,
  // 12 of 43 women; not mile 20 of 26, day 3 of 7
  String.raw`(?=\d)(?<!\b(?:day|week|stage|step|mile|km|lap|part|leg|phase|chapter|page)\s)(?<![\d.,:-])\b\d+\s+of\s+(?:the\s+)?\d+\b(?!\s?${stretch}\b)`,
  // n=24
  String.raw`\bn\s?=\s?\d[\d,]*`,
  // two grams, half a gram, ten mg, thirty percent, a gram of salt, a gram and a half
  String.raw`\b(?:${spelledOut}[\s-](?:${masses}|${others}|${percent})(?![\p{L}\p{N}])(?!\s?${ofRoad}|\s(?:uphill|downhill|humid|humidity|effort)\b)|a (?:milli|micro)?gram(?:me)?(?= (?:of|a day|daily|per|an hour)\b| and an? ${fraction}))(?!\s(?:bottles?|flasks?|bladders?|cups?|vests?)\b)`,
  // IU 4000, mg: 25
  String.raw`\b(?:mg|mcg|µg|μg|IU)[:=]?\s\d(?:[\d.,]*\d)?(?![\d.,]*\d|\s?(?:mg|mcg|g|%|IU|mL|L)\b)`,
  // a teaspoon of salt
  String.raw`\b(?:an?|half an?|\d+|${spelled})\s(?:level\s)?(?:tea|table)spoons? of salt\b`,
  // three times the limit, twice the risk, doubles the need, twofold
  String.raw`\b(?:(?:twice|double|triple|(?:\d[\d.]*|${spelled}) times|(?:doubl|tripl|halv)(?:e[sd]?|ing))\s(?:the|its|their|your)\s(?:[\w-]+\s){0,2}(?:RDA|AI|limit|value|dose|needs?|requirement|intake|risk|odds|chance)|(?:\d[\d.]*|${spelled})[- ]?fold)\b`,
  // ten times more, three times as much, twice as likely; not twice as fast, three times as often in a week
  String.raw`\b(?:twice|(?:\d[\d.,]*|${spelled}) times)\s(?!more than (?:i|he|she|we|they|you|me|him|usual|before|normal|last)\b)(?:(?:more|higher|larger|greater|stronger)(?= (?:${theSubstance})\b|\s*[.,;:)]|\s*$| (?:of (?:it|the)|than)\b)(?!\s(?:than|of)\s(?:[\w-]+\s){0,3}?(?:miles|kilometers|runs?|hills?|sessions?|races?)\b)|as (?:likely|(?:much|many|high|strong) ${theSubstance})\b)`,
  // two tablets a day, one tablet daily, take 3 capsules; not two tablets of a table
  String.raw`\b(?:(?<=\b(?:take|takes|took|taking|swallow)\s)(?<!\b(?:never|nobody|no one|not|n['’]t)\s(?:[\w-]+\s){0,3}?)${several}\s+${pill}|${several}\s+${pill}\s+${daily}\b|(?:an?|one|1|half an?)\s+${onePill}\s+${daily}\b)`,
  // one in eight, 12 out of 43; not 5 km in 25 minutes, 2-in-1, 3 in 2024
  String.raw`\b(?=${small}|\d)(?<![\d.,:-])(?:${small}|\d+)\s+(?:in(?: every)?|out of(?: every)?)\s+(?!one\b|1\b)(?:${small}|\d{1,3}(?:,\d{3})*)\b(?![:.,]?\d)(?!\s?${stretch}\b)`,
  // every third woman
  String.raw`\bevery (?:second|third|fourth|fifth|tenth) ${people}\b`,
  // a third of runners, half the women, three quarters of the people tested; not half the distance
  String.raw`\b(?:(?:a|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?\s+of|half(?: of)?)\s+(?:all |the |those |these |us |female |male |young )*${people}\b`,
];

// XXV mg: in small letters they are words.
const romanAmount =
  /\b(?=[IVXLCDM])M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\s(?:mg|mcg|µg|μg|IU|grams?|milligrams?|micrograms?|per ?cent)\b/gu;

/** An amount and where it stands in the text. */
export interface Amount {
  text: string;
  start: number;
}

const find = wholeFinderOf(patterns);

// Several rules look at the sentences of a document, of which there are some hundreds.
const byText = new Map<string, readonly Amount[]>();
const most = 1000;

/** All amounts of a text in its normal form, in order. */
export function findAmounts(text: string): readonly Amount[] {
  const known = byText.get(text);
  if (known !== undefined) return known;
  const roman = text.search(romanAmount) === -1 ? [] : text.matchAll(romanAmount);
  const found = [...find(text), ...roman]
    .map(({ 0: amount, index = 0 }) => ({ text: amount, start: index }))
    .sort((a, b) => a.start - b.start);
  if (byText.size >= most) byText.clear();
  byText.set(text, found);
  return found;
}

// 54, 5 to 15, between 15 and 50; thirty-two, two hundred
const findCounts = wholeFinderOf([
  String.raw`(?<=\bbetween )${plain} and ${plain}|(?=\d)${number}|\b(?:(?:an?|${digit})[ -](?:hundred|thousand|million)|${beyondTen})\b`,
]);
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const more = String.raw`(?:\s?(?:-|–|to|or|and)\s?${plain})?`;
// What stands before and behind a number that only places a figure.
const namedBefore = [
  // B12, omega-3, PH 1000, 5:30
  /(?:\p{L}[-’']?\p{N}*|\p{Lu}{2,} |\d:)$/u,
  // step 1, mile 20, day 3 of 7, May 3
  new RegExp(
    String.raw`\b(?:steps?|stages?|phases?|parts?|chapters?|pages?|tables?|figures?|numbers?|no\.|questions?|types?|groups?|zones?|versions?|guidelines|days?|weeks?|months?|miles?|km|laps?|legs?|${month}) (?:\d+ (?:of|to|and) )?$`,
    'iu',
  ),
  // ages 14-18, aged 19
  /\bage[sd]?\s(?:\p{L}+\s){0,2}$/iu,
];
const namedBehind = [
  // 25(OH)D, 25-hydroxy, 10K, 2nd, 5:30, 3 May
  new RegExp(String.raw`^(?:\(|[-–]?\p{L}|:\d|\s${month}\b)`, 'iu'),
  // 8 to 12 weeks, a 161 km race, 60 kg, 30 °C; what no amount was made of: 80% effort, a 500 mL bottle
  new RegExp(
    String.raw`^${more}[\s-]?(?:°|${percent}|(?:${stretch}|kg|${masses}|${others})(?![\p{L}\p{N}]))`,
    'iu',
  ),
];
// women of 19 to 50, at 14-18, under 18, past 50; not "over 50 studies"
const ageBefore = new RegExp(
  String.raw`\b(?:${people}(?:\s\p{L}+)?\s(?:of|at|above|below|before|to|between)|over|under|past|after|until|from)\s$`,
  'iu',
);
const age = /^(?:1\d|[2-9]\d)(?:(?:\s?[-–]\s?|\s(?:to|and)\s)(?:1\d|[2-9]\d))?$/u;
const ages = /^(?:1\d|[2-9]\d)(?:\s?[-–]\s?|\sto\s)(?:1\d|[2-9]\d)$/u;
const counted = /^\s\p{L}{3,}s\b/u;
// 1998, 2021-22; not 2000 women
const year = /^(?:18|19|20)\d\d(?:[-–]\d{2,4})?$/u;
const countedPeople = new RegExp(String.raw`^\s(?:(?!in\b)\p{L}+\s)?${people}\b`, 'iu');
// The first half of an interval that ends in an amount: between 16 and 40 mg
const halfBefore = /\b(?:between|from)\s$/iu;
const halfBehind = /^\s?(?:-|–|to|and)\s?\0/u;

/**
 * All numbers of a text that a reader has to weigh, in order: its amounts, counts and intervals. A
 * range is one. Years, ages, distances, times and names with a digit in them are none.
 */
export function findNumbers(text: string): Amount[] {
  const amounts: Amount[] = [];
  let end = 0;
  let rest = '';
  for (const amount of findAmounts(text)) {
    if (amount.start < end) continue;
    rest += text.slice(end, amount.start) + '\0'.repeat(amount.text.length);
    end = amount.start + amount.text.length;
    amounts.push(amount);
  }
  rest += text.slice(end);
  const counts = findCounts(rest)
    .map(({ 0: count, index = 0 }) => ({ text: count.replace(/[.,]+$/, ''), start: index }))
    .filter((count) => isWeighed(count, rest));
  return [...amounts, ...counts].sort((a, b) => a.start - b.start);
}

function isWeighed({ text: count, start }: Amount, rest: string): boolean {
  const before = rest.slice(Math.max(0, start - 40), start);
  const behind = rest.slice(start + count.length, start + count.length + 40);
  if (
    namedBefore.some((name) => name.test(before)) ||
    namedBehind.some((name) => name.test(behind))
  )
    return false;
  if (year.test(count) && !countedPeople.test(behind)) return false;
  if (age.test(count) && ageBefore.test(before) && !counted.test(behind)) return false;
  if (ages.test(count) && /\b(?:of|at)\s$/iu.test(before)) return false;
  return !(halfBefore.test(before) && halfBehind.test(behind));
}

/** What an amount says: its numbers, in micrograms where they are a mass; undefined for one in words. */
export interface Measure {
  values: number[];
  unit: string;
}

const units: readonly [RegExp, string, number][] = [
  [/^(?:nanogram|ng)/u, 'mcg', 0.001],
  [/^(?:microgram|mcg|mc g|[µμ] ?g)/u, 'mcg', 1],
  [/^(?:milligram|mg|m g)/u, 'mcg', 1000],
  [/^g(?:ram|ramme|r|m)?s?\b/u, 'mcg', 1_000_000],
  [/^kg/u, 'mcg', 1_000_000_000],
  [/^kiu/u, 'IU', 1000],
  [/^(?:iu|i\.u\.|international)/u, 'IU', 1],
  [/^(?:milli|m)l/u, 'L', 0.001],
  [/^(?:deci|d)l/u, 'L', 0.1],
  [/^(?:centi|c)l/u, 'L', 0.01],
  [/^l/u, 'L', 1],
  [/^(?:%|per|pct)/u, '%', 1],
];

/** Reads an amount that was found. */
export function measureOf(amount: string): Measure | undefined {
  const [, numbers = '', name = ''] =
    /^(\d(?:.*\d)?)[\s-]*([^\d\s-].*)$/u.exec(amount.replace(/(?<=\d)k\s?(?=m|IU)/iu, 'e3 ')) ?? [];
  if (name === '' || /^(?:hundred|thousand|million|dozen|times|of|in|out)/iu.test(name))
    return undefined;
  const lower = name.toLowerCase();
  const [, unit = lower, factor = 1] = units.find(([pattern]) => pattern.test(lower)) ?? [];
  const values = numbers.split(/\s?(?:–|to|(?<![\^e])-)\s?/u).map(numberOf);
  if (values.some((value) => !Number.isFinite(value))) return undefined;
  const per = /\/.*/u.exec(lower)?.[0] ?? '';
  return {
    values: values.map((value) => value * factor),
    unit: unit === lower ? unit : unit + per,
  };
}

function numberOf(text: string): number {
  const power = /^(?:(.+?)\s?[x×*·]\s?)?10\^([+-]?\d+)$/u.exec(text.trim());
  if (power !== null) return numberOf(power[1] ?? '1') * 10 ** Number(power[2]);
  const mixed = /^(?:(\d+)\s)?(\d+)\/(\d+)$/.exec(text.trim());
  if (mixed !== null) return Number(mixed[1] ?? 0) + Number(mixed[2]) / Number(mixed[3]);
  // "0,5" is a half, "1,000" is a thousand.
  const clean = text.trim().replace(/^(\d+),(\d{1,2}|\d{4,})$/, '$1.$2');
  return Number(clean.replace(/[,\s]/g, '').replace(/\.$/, ''));
}
