/** Amounts, doses, shares and per cents in prose. Distances, paces, times, dates and ages are none. */

const number = String.raw`\d[\d,.]*(?:\s?(?:-|–|to)\s?\d[\d,.]*)?`;
const word =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)';
// twenty, twenty-five
const spelled = `(?:${word}|(?:thir|four|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]${word})?)`;
const several = '(?:two|three|four|five|six|eight|ten|[2-9]|[1-9]\\d)';
const pill = '(?:tablets|capsules|pills|softgels|scoops|sachets)';
const onePill = '(?:tablet|capsule|pill|softgel|scoop|sachet)';
const daily =
  '(?:(?:a|per|each|every|(?:once|twice) (?:a|per|each))\\s+(?:day|week|night|morning|evening)|daily|twice)';
const people =
  '(?:runners?|athletes?|wom[ae]n|m[ae]n|girls?|boys?|people|adults?|adolescents?|teenagers?|players?|recruits?|vegans?|vegetarians?|participants?|finishers?|marathoners?|starters?|entrants?|patients?|residents?|americans?|users?|them|those)';
// What a count stands beside when it is a stretch of time or road.
const stretch =
  "(?:k|km|kilometers?|m|meters?|miles?|seconds?|minutes?|min|hours?|h|days?|weeks?|months?|years?|laps?|nights?|sessions?|o['’]clock|[ap]\\.?m\\b)";
// Amounts that take a figure, and those that may be written in words.
const figures = [
  // 25 mg, 30-60 g, 4,000 IU, 15 mcg/L, 1.2 L, 200 kcal; a body weight ("a 60 kg runner") is none
  new RegExp(
    String.raw`(?=\d)(?<![\d.,-])(?<!\bper\s)${number}[\s\u00A0-]?(?:mg|mcg|µg|μg|g|kg(?=[/ ]?(?:of|per)\b)|IU|mL|dL|L|lit(?:er|re)s?|fl\.? oz|oz|ounces?|kcal|calories|kJ|mmol|nmol|mEq|ng|international units?|milligrams?|micrograms?|grams?|millilit(?:er|re)s?)(?![\p{L}\p{N}])(?:/[\p{L}]+)?(?!\s(?:bottles?|flasks?|bladders?|cups?|vests?)\b)`,
    'giu',
  ),
  // 28%, 30 percent, 10 per cent; a slope, an effort, the air and the size of letters are none
  new RegExp(
    String.raw`(?=\d)(?<![\d.,-])(?<!\bhumidity (?:of|is|at|above|over|near) )(?<!\b(?:zoom(?:s|ed|ing)?|enlarged|magnified|text)(?: in)? (?:to|at|by|of) )${number}\s?(?:%|percent\b|per cent\b|percentage points?\b)(?!\s?(?:of (?:your |their |his |her |the |a )?(?:max(?:imum|imal)?\b|VO2\w*|heart rate|threshold|race pace)|max\b|VO2\w*|heart rate|humidity|rule|effort|grade|gradient|incline|slope|uphill|downhill|zoom)\b)`,
    'giu',
  ),
  // 12 of 43 women; not mile 20 of 26, day 3 of 7
  new RegExp(
    String.raw`(?=\d)(?<!\b(?:day|week|stage|step|mile|km|lap|part|leg|phase|chapter|page)\s)(?<![\d.,:-])\b\d+\s+of\s+(?:the\s+)?\d+\b(?!\s?${stretch}\b)`,
    'giu',
  ),
];
const words = [
  // two grams, half a gram, ten mg, thirty percent, a teaspoon of salt
  new RegExp(
    String.raw`\b(?:${spelled}|${several}|half a)[\s\u00A0-](?:milligrams?|micrograms?|grams?|mg|mcg|calories|lit(?:er|re)s?|international units?|percent\b|per cent\b)\b|\b(?:an?|half an?|\d+|${spelled})\s(?:level\s)?(?:tea|table)spoons? of salt\b`,
    'giu',
  ),
  // three times the limit, twice the risk, doubles the need, twofold
  new RegExp(
    String.raw`\b(?:(?:twice|double|triple|(?:\d[\d.]*|${spelled}) times|(?:doubl|tripl|halv)(?:e[sd]?|ing))\s(?:the|its|their|your)\s(?:[\w-]+\s){0,2}(?:RDA|AI|limit|value|dose|needs?|requirement|intake|risk|odds|chance)|(?:\d[\d.]*|${spelled})[- ]?fold)\b`,
    'giu',
  ),
  // two tablets a day, one tablet daily, take 3 capsules; not two tablets of a table
  new RegExp(
    String.raw`\b(?:(?<=\b(?:take|takes|took|taking|swallow)\s)${several}\s+${pill}|${several}\s+${pill}\s+${daily}\b|(?:an?|one|1|half an?)\s+${onePill}\s+${daily}\b)`,
    'giu',
  ),
  // one in eight, 12 out of 43; not 5 km in 25 minutes, 2-in-1, 3 in 2024
  new RegExp(
    String.raw`\b(?=${word}|\d)(?<![\d.,:-])(?:${word}|\d+)\s+(?:in(?: every)?|out of(?: every)?)\s+(?!one\b|1\b)(?:${word}|\d{1,3}(?:,\d{3})*)\b(?![:.,]?\d)(?!\s?${stretch}\b)`,
    'giu',
  ),
  // every third woman
  new RegExp(String.raw`\bevery (?:second|third|fourth|fifth|tenth) ${people}\b`, 'giu'),
  // a third of runners, half the women, three quarters of the people tested; not half the distance
  new RegExp(
    String.raw`\b(?:(?:a|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?\s+of|half(?: of)?)\s+(?:all |the |those |these |us |female |male |young )*${people}\b`,
    'giu',
  ),
];

/** An amount and where it stands in the text. */
export interface Amount {
  text: string;
  start: number;
}

// Most sentences hold no number at all.
const anyNumber =
  /\d|(?:fold|teen|ty)\b|\b(?:half|second|thirds?|fourth|quarters?|fifths?|tenths?|twice|doubl\w+|triple\w*|tripling|halv\w+|tablet|capsule|pill|softgel|scoop|sachet|teaspoons?|tablespoons?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|hundred)\b/iu;

/** All amounts of a text, in order. */
export function findAmounts(text: string): Amount[] {
  if (!anyNumber.test(text)) return [];
  const patterns = /\d/.test(text) ? [...figures, ...words] : words;
  const found = patterns.flatMap((pattern) =>
    // Asking first is quick; to match all takes a new pattern each time.
    text.search(pattern) === -1
      ? []
      : [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index })),
  );
  return found.sort((a, b) => a.start - b.start);
}
