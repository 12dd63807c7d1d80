/** No prices, stars or customers' opinions, in prose and in product files. */
import { forbids } from '../forbids.ts';
import type { Rule } from '../rule.ts';

const bargain = String.raw`(?:(?:a|any|big|special|extra)\s+discount|discounts(?! (?:the|a|all|any|it|that|this|such|small|studies|trials)\b)|discount (?:code|on|for|price)s?|discounted|coupons?|promo codes?|on sale now|now on sale|on sale (?:this|today|at|for)|at checkout|buy (?:one|two|1|2),? get|(?:cheapest|(?:lowest|lower|best) prices?)|free shipping|best[- ]?sell(?:er|ers|ing)|money[- ]back)\b`;

export const priceTalk: Rule = forbids(
  {
    id: 'price-talk',
    demands: 'No currency amounts, discounts, stars or customers’ opinions.',
    why: 'Prices are out of date at once, merchants’ programmes forbid them, and invented opinions are unlawful in the US.',
    fix: 'Take it out: readers see the price at the merchant.',
  },
  new RegExp(
    [
      String.raw`(?:US)?[$€£¥₹]\s?\d[\d.,]*`,
      String.raw`(?=\d)(?<![\d.,])\d[\d.,]*\s?(?:[$€£¥₹]|(?:dollars|bucks|euros|cents|pounds sterling|USD|EUR|GBP)\b)`,
      String.raw`\b(?:USD|EUR|GBP)\s?\d[\d.,]*`,
      String.raw`(?=\d)(?<![\d.,])\d+\s?(?:%|percent) off\b`,
      String.raw`\bsave \d+\s?(?:%|percent)`,
      // Asked for first: what stands before it is looked at for the few that fit.
      String.raw`\b(?=${bargain})(?<!\b(?:no|without|nor)\s)${bargain}`,
      String.raw`[★☆⭐]`,
      String.raw`\b(?:three|four|five)-stars?\b`,
      String.raw`\b[1-5](?:\.\d)?[- ]stars?\b`,
      String.raw`\brated \d(?:\.\d)?\b`,
      String.raw`\b(?:customers?|buyers|shoppers)\s+(?:say|tell|told|give|gave|rate|love|rave|report|swear|agree|reviews?)\b`,
      String.raw`\busers\s+(?:say|love|rave|swear)\b`,
      String.raw`\b(?:Amazon|Google|online) (?:reviews?|ratings?)\b`,
      String.raw`\breviewers on Amazon\b`,
    ].join('|'),
    'giu',
  ),
  (found) => `"${found}" is talk of price or popularity.`,
  { evenQuoted: true },
);
