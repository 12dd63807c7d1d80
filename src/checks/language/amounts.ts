/** Amounts, doses, shares and per cents in prose. Distances, times, dates and ages are none. */

const number = String.raw`\d[\d,.]*(?:\s?(?:-|–|to)\s?\d[\d,.]*)?`;
const word = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half)';
const patterns = [
  // 25 mg, 30-60 g, 4,000 IU, 15 mcg/L, 1.2 L, 200 kcal, 50 nmol/L
  new RegExp(
    String.raw`(?<![\d.,-])${number}[\s\u00A0-]?(?:mg|mcg|µg|g|kg(?=[/ ]?(?:of|per)\b)|IU|mL|L|liters?|fl oz|oz|kcal|calories|kJ|mmol|nmol|ng|milligrams?|micrograms?|grams?)\b(?:/\w+)?`,
    'giu',
  ),
  // 28%, 30 percent, 10 per cent
  new RegExp(
    String.raw`(?<![\d.,-])${number}\s?(?:%|percent\b|per cent\b|percentage points?\b)`,
    'giu',
  ),
  // one in eight, 12 of 43 women, 3 out of 10
  new RegExp(
    String.raw`\b(?:${word}|\d+)\s+(?:in(?: every)?|out of)\s+(?:${word}|\d+)\b(?!\s?(?:k|km|miles?|minutes?|hours?|days?|weeks?|months?|years?|o['’]clock)\b)`,
    'giu',
  ),
  /\b\d+\s+of\s+(?:the\s+)?\d+\b/giu,
  // a third of runners, three quarters of the women
  /\b(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?\s+of\s+(?:all|the|those|these|runners|athletes|women|men|people|adults|them)\b/giu,
];

/** An amount and where it stands in the text. */
export interface Amount {
  text: string;
  start: number;
}

/** All amounts of a text, in order. */
export function findAmounts(text: string): Amount[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index })),
  );
  return found.sort((a, b) => a.start - b.start);
}
