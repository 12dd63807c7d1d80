/** No prices, stars or customers' opinions, in prose and in product files. */
import { forbids } from '../forbids.ts';
import type { Rule } from '../rule.ts';

export const priceTalk: Rule = forbids(
  {
    id: 'price-talk',
    demands: 'No currency amounts, discounts, stars or customers’ opinions.',
    why: 'Prices are out of date at once, merchants’ programmes forbid them, and invented opinions are unlawful in the US.',
    fix: 'Take it out: readers see the price at the merchant.',
  },
  /(?:US)?[$€£¥]\s?\d[\d.,]*|(?<![\d.,])\d[\d.,]*\s?(?:dollars|euros|cents|pounds sterling|USD|EUR|GBP)\b|(?<![\d.,])\d+\s?% off\b|\b(?:(?:a|any|big|special|extra)\s+discount|discounts|discount (?:code|on|for|price)|discounted|coupons?|promo code|on sale now|now on sale|free shipping|best[- ]?sell(?:er|ers|ing)|money[- ]back)\b|[★☆⭐]|\b(?:three|four|five)-stars?\b|\b[1-5](?:\.\d)?[- ]stars?\b|\brated \d(?:\.\d)?\b|\b(?:customers?|buyers|shoppers)\s+(?:say|love|rave|report|swear|agree|reviews?)\b|\busers\s+(?:say|love|rave|swear)\b/giu,
  (found) => `"${found}" is talk of price or popularity.`,
  { evenQuoted: true },
);
