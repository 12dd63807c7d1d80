/** No prices, stars or customers' opinions, in prose and in product files. */
import { forbids } from '../forbids.ts';
import { formsOf } from '../language/inflection.ts';
import type { Rule } from '../rule.ts';

// TRY, RUB and INR are left out: they are words of a runner and of a laboratory.
const codes =
  '(?:usd|eur|gbp|chf|cad|aud|nzd|jpy|cny|rmb|pln|sek|nok|dkk|czk|huf|brl|mxn|zar|krw|sgd|hkd|ils|thb|aed|twd|php|idr|myr|btc|rs|sfr|kr)';
// In letters of the normal form: zł is zl, Kč is kc.
const coins =
  '(?:dollars?|bucks?|euros?|cents?|pence|pennies|pounds sterling|quid|fivers?|tenners?|rupees?|yen|yuan|renminbi|(?:swiss )?francs?|kron(?:a|or|er)|kroner|zlot(?:y|ys|e|ych)|zl|kc|pesos?|reais|shekels?|dirhams?|rand|rubles?|roubles?|liras?|baht|ringgit|rupiah|dinars?|riyals?|forints?|bitcoins?)';
const spelled =
  '(?:a (?:few|couple of|hundred|thousand|single)|some|several|half a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|hundred|thousand)';
const treat =
  '(?:(?:cup of )?coffee|latte|cappuccino|espresso|beer|sandwich|pizza|burger|lunch|pint|movie ticket|muffin|donut|cup of tea|snack|chocolate bar|newspaper|stick of gum)';
const ware =
  '(?:capsules?|tablets?|gels?|powders?|supplements?|products?|tubs?|bottles?|drinks?|formulas?|blends?|mix|pills?|gumm(?:y|ies)|drops|multivitamins?|stuff|iron|magnesium|zinc)';
const goods =
  '(?:it|this|them|these|our|us|the (?:taste|product|brand|capsules?|formula|stuff|results))';
const fans =
  '(?:everyone|everybody|(?:all )?(?:runners|athletes|people|users|fans|coaches|marathoners|members|families|reviewers)|thousands|millions|hundreds|they all)(?: of [\\w ]{3,20}?)?(?: everywhere| all over the world| worldwide| around the world)?';
const bargain = String.raw`(?:(?:a|any|big|special|extra|huge|deep)\s+discounts?|discounts(?! (?:the|a|all|any|it|that|this|such|small|studies|trials)\b)|discount (?:code|on|for|price)s?|discounted|coupons?|(?:promo|voucher|discount|coupon)(?:tion(?:al)?)? codes?|vouchers?|on sale now|now on sale|on sale (?:this|today|at|for)|(?:sale|clearance|retail|list|introductory|wholesale|bargain|special|low|lower|lowest|best|better|unbeatable|great|amazing|fair|reasonable) prices?|price (?:drops?|cuts?|match|tag)|low[- ]priced|at checkout|buy (?:one|two|three|1|2|3),? get|bogo|(?:two|three)[- ]for[- ](?:one|two)|cheap(?:er|est|ly)|(?:it|this|they|these|that) (?:is|are) (?:very |so |really )?(?:cheap|inexpensive)|(?:cheap|inexpensive) (?:and (?:good|effective)|capsules?|tablets?|supplements?|brands?|products?|options?)|(?<=^\W*)inexpensive|low[- ]cost|(?:least|less) expensive|(?:most|very|more) economical|for the price of (?:one|two|a|an)|(?:third|quarter|fifth) off|worth (?:the|your|its) (?:money|price)|(?:more|most) for (?:your|the) money|bargains?(?! between)|(?:the|its|their|our) prices? (?:has |have )?(?:dropped|drops?|fell|fallen|been (?:cut|slashed)|went down|starts? (?:at|from))|free (?:shipping|delivery|returns|samples?|gifts?|bonus|bottles?)|ships? (?:for )?free|best[- ]?sell(?:er|ers|ing)|money[- ]back|full refund|half[- ]price|half off|budget[- ](?:friendly|priced|buy)|wallet[- ]friendly|easy on (?:the|your) (?:wallet|pocket|budget)|(?:won[’']t|will not|doesn[’']t|does not|without) break(?:ing)? the bank|value for (?:the |your )?money|best[- ]value|(?:great|good|excellent|unbeatable|amazing|incredible|fantastic|superb|better|outstanding) value(?!s| of| for (?:ferritin|hemoglobin))|bang for (?:the|your) buck|worth every (?:penny|cent)|(?:great|good|better|best|amazing|special|hot|sweet|killer|daily|unbeatable|exclusive) (?:deals?|offers?)(?! (?:of|more|less|[a-z]+er)\b)|deal of the (?:day|week)|steal at|a (?:real |total |absolute )?steal\b|black friday|cyber monday|subscribe (?:and|&) save|(?:big|huge|great|extra|massive|major|instant) savings|(?:most|more|very|super|surprisingly|incredibly|highly|so) affordable|affordab(?:ly|le) (?:priced|prices?|options?|supplements?|products?|choices?|brands?|capsules?|tablets?|luxury)|pennies (?:a|per) (?:day|serving|dose)|cashback|cash back|rebates?|free trial (?:offer|period|today)|(?:rave|glowing|five[- ]star|5[- ]star|verified|thousands of|customer|user|buyer|shopper) (?:reviews|testimonials)|testimonials)\b`;

const text = {
  id: 'price-talk',
  demands:
    'No prices in any currency or comparison; no discounts, bargains, ratings, stars or customers’ opinions, outside a denial.',
  why: 'Prices are out of date at once, merchants’ programmes forbid them, and invented opinions are unlawful in the US.',
  fix: 'Take it out: readers see the price at the merchant.',
};
const message = (found: string): string => `"${found}" is talk of price or popularity.`;

// An amount of money is one whoever denies it: "no more than $20".
const money = forbids(
  text,
  [
    String.raw`(?:US)?\p{Sc}\s?\d[\d.,]*`,
    String.raw`(?=\d)(?<![\d.,])\d[\d.,]*\s?(?:\p{Sc}|(?:${codes}|${coins})(?![\p{L}\d]))`,
    String.raw`\b${codes}\s?\d[\d.,]*(?![\d]*\s?(?:mg|mcg|g|ml|k|km|miles?)\b)`,
    String.raw`(?=\d)(?<![\d.,])\d+p\b(?= (?:a|per|each)\b|[.!,]|$)`,
    String.raw`\b${spelled}\s(?:(?:us|swiss|canadian|australian|japanese|indian|lousy|measly) )?(?!yen (?:for|to)\b)${coins}(?![\p{L}])`,
    String.raw`\b(?:${formsOf('cost pay spend')}|paid|spent|priced at|yours for|sells for)(?: (?:just|only|about|around|under|over|you|at least|me|us|more than|less than|as little as))* (?:\d[\d.,]*|${spelled}) pounds\b`,
    String.raw`\b(?:nine|\w+teen|twenty|thirty|forty|fifty|sixty|\d+) pounds (?:and )?(?:fifty|ninety|twenty|forty|seventy|eighty|\d\d)\b|\b(?:a dollar|a buck|a euro|a quid|a penny|a fiver|a tenner)(?: (?:a|per|each)\b| or (?:two|less)|[.!,]|$)`,
    String.raw`\b(?:less than|cheaper than|for|(?:the )?(?:price|cost) of|as little as|no more than|same as) (?:a|an|your|one|two)(?: (?:daily|morning|cheap|single))? ${treat}\b(?= (?:a|per|each|every) (?:day|week|month)|[.!,]|$| per day)|\b(?:price|cost) of (?:a|an|your|one) (?:daily |morning )?${treat}\b`,
    String.raw`\b(?:${formsOf('cost')}) (?:you |me |us )?(?:\w+ )?(?:(?:less|no more) than (?:other|most|any|its|comparable|rival)\b|next to nothing\b|peanuts\b|pennies\b|a fraction of (?:the price|what|other)|(?:half|twice|a third|a quarter) (?:as much|the price|what))`,
    String.raw`\b(?:won[’']t|never|not|cannot|can[’']t) (?:find|get|beat) (?:a |an |this |our )?(?:better |lower |cheaper )?(?:price|deal|value|offer)s?\b`,
    String.raw`\b(?:lower|better|cheaper|smaller) prices? (?:anywhere|elsewhere|online|in any (?:shop|store))\b`,
    String.raw`\b(?:find|get|buy|see) (?:it|them|this|one) (?:for less|any cheaper|cheaper)\b`,
    '[★☆⭐✩✪✫✬✭✮✯✰🌟]',
  ],
  message,
  { evenQuoted: true },
);

const praise = forbids(
  text,
  [
    // bargains
    String.raw`\bdirt[- ]cheap\b|\bcheap(?:er)? (?:compared|next to|for what)\b|\b(?:pocket|bank|enjoy|keep) the (?:savings|difference|change)\b|\b(?:twin|double|triple|family|bulk|value|bumper) packs?(?= (?:and|to|for) (?:save|saves|saving|pocket|pay)\b)`,
    String.raw`\b(?:i|we|this site|the site|this page) (?:get|earn|make|receive)s? (?:a |some )?(?:small |tiny |little |modest )?(?:commissions?|kickbacks?|cut|referral fees?) (?:if|when|each time|whenever)\b|\b(?:buy|order|shop|purchase|get (?:it|yours)) (?:through|via|with|using|from) (?:my|our) (?:affiliate |referral )?(?:links?|codes?)\b|\b(?:use|with|enter|try|quote) my (?:[\w-]+ )?code\b`,
    String.raw`\b(?:retails?|sells?|sold|listed|goes|went|going|priced|yours) (?:at|for) (?:just |only |about |around |under |over )?\d+(?:[.,]\d\d)?(?! ?(?:am|pm|a\.m|p\.m|mg|mcg|iu|%|percent|km|k|miles?|minutes?|hours?|weeks?|days?|years?|months?|[a-z]+ (?:pace|speed)))\b|\bpaid (?:only |just )?(?:half|a third|a quarter|a fraction|next to nothing|less than half)\b(?! (?:of )?(?:the |my |our |their )?(?:attention|price of))`,
    String.raw`\b(?:it|this|they|these|which|tub|bottle|gel|capsules?|tablets?|product) (?:has|have|holds?|boasts?|got|with|sits? at|averages?|scores?) (?:an? )?(?:average of )?\d\.\d(?: average)? (?:average|stars?|from|across|over|on|out of)(?: (?:from|across|over|of|on))? (?:[\w,]+ ){0,3}?(?:reviews?|ratings?|customers?|buyers?|users?|amazon|google)\b`,
    String.raw`\bvoted (?:the )?(?:[\w-]+ ){0,3}?(?:of the (?:year|month|decade)|by (?:our |the |its |\d[\d,]* )?(?:readers|runners|customers|users|members|editors|athletes))\b(?<=\b(?:supplement|product|brand|drink|gel|tablet|capsule|powder|formula|mix|best|favou?rite|number one)\b.{0,40})|\b(?:supplement|product|brand|gel|energy gel|sports drink|multivitamin) of the (?:year|month|decade)\b`,
    String.raw`\b(?:${spelled}) ?per ?cent (?:off\b(?! (?:(?:her|his|my|their|your|its|the) )?(?:[\w-]+ )?(?:pace|times?|best|peak|speed|targets?|form|record|estimates?)\b)|discount\b|cheaper\b)`,
    String.raw`(?:^\W*|\b(?:and|to|you|you can|you[’']ll) )save (?:up to |an extra |another )?(?:\d+|${spelled}) ?(?:%|per ?cent) (?:on (?:your|each|every|all|any|orders?)|when you|if you|today|now)\b`,
    String.raw`\bget (?:(?:the|a|your|every) )?(?:next|other|another|one|two|second|third|fourth|fifth|1|2)(?: (?:one|bottle|pack|box|tub|bag|month|order|jar|tube|item|pouch)s?)? (?:free|for (?:free|nothing)|half price|on us|at no (?:extra )?(?:cost|charge))\b`,
    String.raw`\b${formsOf('cut slash drop lower reduce halve trim')} (?:(?:all|our|the|its|their|of) ){0,2}prices?\b`,
    String.raw`\b(?:wholesale|trade|bulk|members?[’']?|introductory|bargain|factory|student|staff) (?:rates?|prices?|pricing)\b(?! of\b)`,
    String.raw`\bcomplimentary (?:[\w-]+ )?(?:samples?|bottles?|gifts?|packs?|trials?|tubs?|box(?:es)?|shakers?|delivery|shipping|sachets?|capsules?|tablets?|gels?|month)\b|(?<!-)\bfree (?:[\w-]+ )?(?:samples?|gifts?|tubs?|shakers?|sachets?|packs?|box|month) (?:with|when|on|for) (?:any|every|each|your|you|all|the first)\b|\bwith (?:any|every|each|your(?: (?:first|next))?) (?:purchase|order)\b`,
    String.raw`(?=\d)(?<![\d.,])\d+\s?(?:%|percent|per cent) (?:off|discount|cheaper)\b`,
    String.raw`\bsav(?:e|es|ing) (?:you )?(?:up to |an extra |over )?(?:\d+\s?(?:%|percent)|\p{Sc})`,
    String.raw`\bsave (?:half|big|a third|a quarter|a fortune|a bundle|more|money)(?= (?:this|today|now|on|off|when|if|with|at|tonight)\b|[.!,]|$)`,
    String.raw`\b${bargain}`,
    // stars and ratings
    String.raw`\b(?:three|four|five)-stars?\b|\bfive stars\b|\b(?:three|four|five) star (?:\w+ )?(?:${ware}|brands?|quality|service|ratings?|reviews?)\b|\b(?:three|four|five|\d(?:\.\d)?) (?:gold(?:en)?|shining|full|solid|out of (?:five|5)) stars?\b`,
    String.raw`\b[1-5](?:\.\d)?[- ]stars?\b|\b(?:two|three|four|\d) and a half stars\b`,
    String.raw`\b(?:${formsOf('give rate award earn get score deserve')}|got|has|with) (?:it |them |this )?(?:a |an )?(?:perfect |full |solid |average of )?(?:three|four|five)(?: and a half)?[- ]stars?\b`,
    String.raw`\brated (?:\d(?:\.\d)?|number one|no\. ?1|#1|the best|best|top|tops|excellent|highly|five|four)\b|\b(?:highest|top|best|highly)[- ]rated\b|\b(?:star|average|customer|overall|perfect) ratings?\b|\bratings? (?:of|is|was|are) \d|(?:perfect|top|full|highest) (?:scores?|marks|ratings?)(?= (?:from|by|on)\b|\s*[.!]|\s*$)|(?:best|great|excellent|positive|stellar|fantastic|amazing|brilliant|raving) reviews\b`,
    String.raw`\b(?=\d)(?<!\b(?:effort|rpe|pain|exertion|scale|feel|vision|hunger|thirst)\b[^.]{0,25})(?:\d\.\d (?:out of|of|\/) ?(?:5|10|five|ten)\b|(?<=(?:^|[!:,]\s|\b(?:is|it[’']s|a|an|scores?|scored|gets?|got|rated?|gives?|gave|earns?|earned|solid|perfect|easy|it|them)\s))(?:[45](?:\.\d)?\/5|(?:8|9|10)(?:\.\d)?\/10)\b(?!\d|\/|\s(?:effort|of|pain|km|rpe|slope|vision)))`,
    String.raw`\b(?:10|ten|9|nine|5|five|4|four) (?:out of|in) (?:10|ten|5|five) (?:runners|athletes|people|women|users|customers|buyers|doctors|dietitians|experts|coaches) (?:would )?(?:recommend|choose|prefer|agree|trust|love|rate|say|swear)\b`,
    String.raw`\b(?:\d+\s?(?:%|percent|per cent)|(?:${spelled}|most|all|nearly all|almost all|the (?:vast )?majority|three quarters|nine in ten|nine tenths)(?: ?per ?cent)?) (?:of )?(?:our |its |the )?(?:users|customers|buyers|purchasers|shoppers|reviewers) (?:would |will |say they would )?(?:recommend|agree|love|trust|rate|buy|swear|prefer|reorder|order)\b`,
    String.raw`\b\d+\s?(?:%|percent) of (?:users|customers|runners|buyers|people|readers|athletes|women|reviewers) (?:would )?(?:recommend|agree|love|trust|rate|buy|swear)\b`,
    String.raw`\b(?:everyone|everybody)(?: [\w’']+){0,4}? (?:loves|swears by|adores) (?:it|this|that|these|our)\b`,
    String.raw`\b(?:10|ten|9|nine|5|five|4|four) out of (?:10|ten|5|five)\b(?=\s*[.!,;:)]|\s*$|\s(?:for|from|on|by|in (?:reviews|ratings)|stars)\b)`,
    String.raw`\b(?:two|big) thumbs[- ]up\b|\bthumbs[- ]up from\b|\bbest in (?:test|show)\b|\btest winner\b|\beditor[s’']{0,2} (?:choice|pick)\b|\b(?:reviewers?|critics|readers|testers|fans|users|buyers) (?:call|called|named?|rank|ranked|rate|rated|put) (?:it|this|them) (?:the |a |an |as )?(?:best|top|first|highest|number one|favou?rite|five|must|winner|great|excellent|amazing|outstanding)\b|\b(?:my|our|your) (?:whole |entire )?(?:club|team|family|coach|friends|group|running group|wife|husband|training partners?) (?:all )?(?:loves?|swears? by|raves? about|adores?) (?:it|this|them|these|our)\b|\bvoted (?:it |this |them )?(?:the )?(?:best|number one|#1|top|favou?rite)\b|\b(?:fan|crowd|customer|reader|runner|firm)s?[’']? favou?rites?\b|\bhighly recommended\b|\b(?:would|will|[’']ll) (?:definitely |never )?(?:buy|order) (?:it |them |this )?again\b`,
    // opinions
    String.raw`\b(?:users?|customers?|buyers?|shoppers?|members?)[’']? (?:scores?|ratings?|satisfaction|feedback)\b`,
    String.raw`\b(?:one|a|another|every|our) (?:(?:happy|recent|early|loyal|verified) )?(?:(?:customer|buyer|shopper|purchaser) (?:called|calls|said|says|wrote|writes|described|describes|told|raved|swears|reports|reported)|(?:reviewer|user|tester) (?:called|calls|described|describes|named|rated|rates) (?:it|them|this|these|our)\b[^.;]{0,30}?\b(?:best|finest|greatest|tastiest|strongest|purest|cleanest|smoothest|perfect|miracle|excellent|amazing|outstanding|game[- ]changer|godsend|favou?rite|must|life[- ]saver))\b`,
    String.raw`\b(?:hundreds?|thousands?|millions?|\d[\d,]+\+?)(?: of)?(?: our)? (?:satisfied|happy|delighted|thrilled|loyal|grateful) (?:runners|athletes|marathoners|people|members|families)\b`,
    String.raw`\bjoin (?:the )?(?:over |more than |nearly |almost )?(?:[\w-]+ ){0,2}?(?:hundreds?|thousands?|millions?|\d[\d,]+\+?)(?: of)? (?:[\w-]+ ){1,3}?(?:who|that) (?:already )?(?:use|take|trust|love|have switched|switched|swear|rely)\b`,
    String.raw`\b(?:customers?|buyers|shoppers|purchasers)\s+(?:say|tell|told|give|gave|rate|love|rave|report|swear|agree|reviews?|adore|trust|can[’']t|keep)\b`,
    String.raw`\b(?:happy|satisfied|loyal|verified|delighted|thrilled) (?:customers?|buyers?|users?|purchasers?|shoppers?|clients?)\b|\busers\s+(?:say|love|rave|swear|adore)\b`,
    String.raw`\b${fans} (?:\w+ly |just |all |has |have )?(?:loves?|loved|adores?|raves?(?: about)?|is raving about|are raving about|swears? by|trusts?|can[’']t get enough of|is talking about|are talking about|can[’']t stop talking about) ${goods}\b`,
    String.raw`\b(?:thousands|millions|hundreds|countless|tens of thousands|\d[\d,]+\+?)(?: of)? (?:[\w-]+ ){0,2}?(?:customers|buyers|users|fans|reviews?|ratings|runners|athletes|people|shoppers|reviewers) (?:swear by|trust|love|agree|rely on it|can[’']t be wrong|rave|rate|recommend (?:it|this)|have (?:switched|made the switch)|already (?:use|trust|love))\b`,
    String.raw`\bjoin (?:the )?(?:thousands|millions|hundreds|\d[\d,]+\+?|over \d[\d,]+)\b|\b(?:most|more) (?:popular|loved|trusted|talked[- ]about) (?:[\w-]+ )?(?:brand|supplement|product|formula|capsule|tablet|gel|drink|pick|choice)s?\b`,
    String.raw`\b(?:Amazon|Google|online|Trustpilot|its|our|customer|user) (?:reviews?|ratings?)(?= (?:say|are|speak|rave|tell|prove)\b)|\b(?:Amazon|Google|online|Trustpilot) (?:reviews?|ratings?)\b|\breviews say it all\b|\b(?:glowing|rave) reviews?\b|\breviewers on Amazon\b|\breviewers (?:love|rave|swear|adore|gush)\b`,
  ],
  message,
  { evenQuoted: true, evenAsked: true, unlessDenied: true },
);

// Whoever is quoted may say "never" and "not".
const voices = forbids(
  text,
  [
    String.raw`["“](?=[^"”]*\b(?:i|my|me)\b)[^"”]*\b(?:this|these|your|their) (?:[\w-]+ ){0,2}?${ware}\b[^"”]*["”],?\s(?:says|said|writes|wrote|reports|raves|gushes|adds|explains|[\p{L}.]+ (?:says|writes|wrote|told us)\b)(?!.*\b(?:dr|doctors?|dieti[tc]ian|physician|coach|professor|researcher|pharmacist|nutritionist|scientist)\b)`,
    String.raw`\b(?:says|said|writes|wrote|reports|raves|gushes)\s[\p{L}.’' -]{1,40},? (?:a |an |our |one of our |another )(?:[\w-]+ )?(?:buyer|customer|shopper|purchaser|reviewer|subscriber)s?\b`,
  ],
  message,
  { evenQuoted: true },
);

export const priceTalk: Rule = {
  ...text,
  document: (context) =>
    [money, praise, voices].flatMap(({ document }) => document?.(context) ?? []),
  evidence: (context) =>
    [money, praise, voices].flatMap(({ evidence }) => evidence?.(context) ?? []),
};
