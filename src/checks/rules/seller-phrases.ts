/** No phrases of sellers, in prose and in product files. */
import { forbids } from '../forbids.ts';
import type { Rule } from '../rule.ts';

export const sellerPhrases: Rule = forbids(
  {
    id: 'seller-phrases',
    demands:
      'No phrases of sellers, such as clinically proven or doctor recommended, outside a denial or a quotation.',
    why: 'They claim evidence or authority without showing it.',
    fix: 'Say what was shown, with a citation, or take it out.',
  },
  /\b(?:clinically[- ](?:proven|tested|studied|shown)|scientifically[- ](?:proven|formulated)|(?:doctor|physician|dietitian|expert|pharmacist)[- ](?:recommended|approved|formulated|trusted)|(?:recommended|approved|trusted) by (?:doctors|physicians|dietitians|experts|professionals|athletes)|pharmaceutical[- ]grade|medical[- ]grade|maximum strength|fast[- ]acting|all[- ]natural|risk[- ]free|miracle|world['’]s (?:best|first)|number one (?:brand|choice)|trusted by|premium quality|high[- ]quality ingredients|science[- ]backed|backed by science)\b|(?<!\w)#1\b/giu,
  (found) => `"${found}" is a seller’s phrase.`,
  { unlessDenied: true },
);
