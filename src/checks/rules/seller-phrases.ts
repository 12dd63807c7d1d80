/** No phrases of sellers, in prose and in product files. */
import { forbids } from '../forbids.ts';
import type { Rule } from '../rule.ts';

export const sellerPhrases: Rule = forbids(
  {
    id: 'seller-phrases',
    demands:
      'No phrases of sellers, such as clinically proven or doctor recommended, outside a denial, a question or a quotation.',
    why: 'They claim evidence or authority without showing it.',
    fix: 'Say what was shown, with a citation, or take it out.',
  },
  /\b(?:(?:clinically|scientifically)[- ](?:proven|tested|studied|shown|validated|backed|formulated)|proven by science|(?:doctor|physician|dietitian|nutritionist|expert|pharmacist)[- ](?:recommended|approved|formulated|trusted)|(?:recommended|approved|trusted) by (?:doctors|physicians|dietitians|nutritionists|experts|professionals|athletes)|(?:doctors|dietitians|experts) recommend (?:it|this|them)|pharmaceutical[- ]grade|medical[- ]grade|maximum strength|fast[- ]acting|all[- ]natural|100% natural|chemical[- ]free|risk[- ]free|miracle|world['’]s (?:best|first|no\. ?1)|(?:number one|no\. ?1) (?:[\w-]+ )?(?:brand|choice|supplement|product|pick)|trusted by|premium quality|high[- ]quality ingredients|science[- ]backed|backed by science|FDA[- ]approved(?! (?:drug|medicine|label))|satisfaction guaranteed|results guaranteed|guaranteed (?:results|to work)|breakthrough (?:formula|product|ingredient)|revolutionary (?:formula|product|capsule|tablet)s?|detox(?:es|ify|ifies|ing)? (?:your|the)|instant relief|works? like magic|choice of champions)\b|(?<!\w)#1\b/giu,
  (found) => `"${found}" is a seller’s phrase.`,
  { unlessDenied: true },
);
