/** Words that sell: prices, stars and sellers' phrases, in prose and in product files. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';
import { productTexts } from './product-texts.ts';

/** A rule that forbids a pattern everywhere that we write. */
function forbids(
  rule: Pick<Rule, 'id' | 'demands' | 'why' | 'fix'>,
  pattern: RegExp,
  message: (found: string) => string,
): Rule {
  return {
    ...rule,
    document: ({ compiled }) =>
      compiled.prose.flatMap((block) =>
        [...block.text.matchAll(pattern)].map((match) => ({
          ...locate(block, match.index),
          message: message(match[0]),
          fix: rule.fix,
        })),
      ),
    corpus: ({ corpus }) =>
      productTexts(corpus).flatMap(({ file, text, position }) =>
        [...text.matchAll(pattern)].map((match) => ({
          file,
          ...position(),
          message: message(match[0]),
          fix: rule.fix,
        })),
      ),
  };
}

export const priceTalk: Rule = forbids(
  {
    id: 'price-talk',
    demands: 'No currency amounts, discounts, stars, shop images or customers’ opinions.',
    why: 'Prices are out of date at once, merchants’ programmes forbid them, and invented opinions are unlawful in the US.',
    fix: 'Take it out: readers see the price at the merchant.',
  },
  /[$€£]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:dollars|euros|pounds sterling|USD|EUR|GBP)\b|\b\d+\s?% off\b|\b(?:discount|coupon|promo code|on sale|free shipping|bestsell(?:er|ing)|best-sell(?:er|ing))\b|[★☆⭐]|\b(?:five|5|four|4)[- ]stars?\b|\b(?:customers?|users|buyers|reviewers)\s+(?:say|love|rave|report|swear)\b/giu,
  (found) => `"${found}" is talk of price or popularity.`,
);

export const sellerPhrases: Rule = forbids(
  {
    id: 'seller-phrases',
    demands: 'No phrases of sellers: clinically proven, doctor recommended and the like.',
    why: 'They claim evidence or authority without showing it.',
    fix: 'Say what was shown, with a citation, or take it out.',
  },
  /\b(?:clinically (?:proven|tested|studied)|scientifically (?:proven|formulated)|(?:doctor|physician|dietitian|expert)[- ](?:recommended|approved|formulated)|pharmaceutical[- ]grade|medical[- ]grade|maximum strength|fast[- ]acting|all[- ]natural|money[- ]back|risk[- ]free|miracle|world['’]s (?:best|first)|#1|number one (?:brand|choice)|trusted by|premium quality|high[- ]quality ingredients|science[- ]backed)\b/giu,
  (found) => `"${found}" is a seller’s phrase.`,
);

export const cliches: Rule = forbids(
  {
    id: 'cliche',
    demands: 'No clichés of the trade.',
    why: 'They fill the place of a fact.',
    fix: 'Say it plainly, or leave it out.',
  },
  /\b(?:game[- ]chang(?:er|ing)|unlock(?:s|ing)? your|fuel your|power(?:s|ing)? up|supercharge\w*|take (?:it|your \w+) to the next level|superfoods?|house of cards|symphony|in today['’]s world|when it comes to|it['’]s (?:important|worth) (?:to note|noting)|at the end of the day|delve|holistic|synerg(?:y|istic)|cutting[- ]edge|secret weapon|hidden gem|level up|deep dive|holy grail|silver bullet|one[- ]size[- ]fits[- ]all|listen to your body)\b/giu,
  (found) => `"${found}" is a cliché.`,
);
