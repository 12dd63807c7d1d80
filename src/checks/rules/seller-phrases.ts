/** No phrases of sellers, in prose and in product files. */
import { forbids } from '../forbids.ts';
import { formsOf, participlesOf } from '../language/inflection.ts';
import type { Rule } from '../rule.ts';

const product =
  '(?:[\\w-]+ )?(?:iron|magnesium|zinc|calcium|vitamins?|electrolytes?|minerals?|supplements?|products?|formulas?|brands?|capsules?|tablets?|pills?|gels?|drinks?|powders?|blends?|ingredients?|gumm(?:y|ies)|choice|pick|solution)';
const authority =
  '(?:doctors?|physicians?|dieti[tc]ians?|nutritionists?|experts?|pharmacists?|scientists?|coach(?:es)?|trainers?|professionals?|chemists?|nurses?|specialists?|therapists?|surgeons?|pediatricians?|veterinarians?|[a-z]+ologists?)';
const champion =
  '(?:olympi(?:c|an)\\w*|champions?|elites?|elite (?:runners|athletes)|pros|pro (?:runners|athletes|teams)|professionals|(?:national|olympic) (?:teams?|squads?)|(?:professional|world[- ]class|top|leading) (?:runners|athletes|teams|coaches|marathoners)|medall?ists?|record[- ]holders?|winners|celebrit(?:y|ies)|navy seals|experts|athletes|marathon winners)';
const manner =
  '(?:clinically|scientifically|medically|lab(?:oratory)?|science|research|study|trial)';
const endorsed = participlesOf('recommend approve trust endorse prefer choose formulate');
const shown = participlesOf('prove validate formulate verify back demonstrate approve support');

export const sellerPhrases: Rule = forbids(
  {
    id: 'seller-phrases',
    demands:
      'No phrases of sellers, such as clinically proven, recommended by doctors, used by champions, award-winning or guaranteed, outside a denial, a question or a quotation.',
    why: 'They claim evidence or authority without showing it.',
    fix: 'Say what was shown, with a citation, or take it out.',
  },
  [
    // evidence that is not shown
    String.raw`\b${manner}[- ](?:${shown}|shown)\b`,
    String.raw`\b(?:clinically|scientifically)[- ](?:tested|studied|researched|dosed)\b`,
    String.raw`\b(?:proven|backed|supported|validated|confirmed) by (?:the )?(?:latest |hard |real |solid |modern |cutting[- ]edge )?(?:science|research(?!ers)|studies|clinical (?:research|studies|trials))\b`,
    String.raw`\bbacked by (?:experts|decades|years|doctors)\b`,
    String.raw`\bproven in (?:clinical|human|the|real|independent)? ?(?:trials|studies|tests|lab|field|races)\b|\bpowered by (?:science|nature|research)\b|\bproven (?:results|formula|effective|winner|performer|to work|in the lab)\b`,
    String.raw`\b(?:the )?science (?:says|proves|agrees|confirms|shows|is clear|is in)(?= (?:it|this|that (?:it|this|our)|so|our|they|works?)\b|[.!:,]|$)`,
    String.raw`\b(?:studies|science|research|doctors|experts) (?:prove|proves|confirm|confirms|agree|agrees)(?: that)? (?:it|this|our|they|these) (?:works?|really|delivers?)\b`,
    String.raw`\b(?:science|research|studies|trials|doctors|experts|scientists) (?:has|have) (?:(?:now|finally|long|already|again|clearly) ){0,2}(?:confirmed|proven|proved|shown|established|verified) (?:that )?(?:it works|our ${product}(?! (?:stores?|needs?|levels?|intakes?|status|losses|balance|absorption)\b))`,
    String.raw`\bsee (?:real |visible |the )?results (?:in|within|fast|from day one)\b`,
    // authority that is lent
    String.raw`\b${authority}[- ](?:${endorsed}|tested|developed|designed|backed|chosen)\b(?! (?:the|an?|it|him|her|his|their|this|that|in|for|by)\b)`,
    String.raw`\b(?:${endorsed}|tested|worn|chosen|loved|favou?red|developed|designed|created|used) by (?:the )?(?:(?:top|leading|world[’']s|many|most|elite|thousands of|our|renowned|real|board[- ]certified|sports|running|health|medical|award[- ]winning|olympic) ){0,3}(?:${champion})\b(?=\s*[.!,;]|\s*$|\s(?:for|everywhere|worldwide|around|all|and|since|like)\b)`,
    String.raw`\b(?:${endorsed}|chosen|loved|developed|designed|created) by (?:(?:top|leading|many|most|thousands of|our|renowned|real|board[- ]certified|sports?|health|medical|nine out of ten) ){0,3}${authority.replaceAll('?', '').replace('coach(:es)', 'coaches').replace('(:', '(?:')}\b(?! (?:in|during|before|after|around) (?:the )?\d)`,
    String.raw`\b(?:${champion}|${authority}) (?:everywhere |alike |worldwide |all )?(?:endorses?|vouch(?:es)? for) (?:(?:it|them|micromile|our)\b|(?:this|these) ${product}\b|${product}\b(?! (?:\w+ )?(?:only|for|if|when|in|after)\b))`,
    String.raw`\b(?:is|are|keeps?|has been|have been|can[’']t stop) raving (?:about|over) (?:it|this|these|them|our|(?:the |its )?${product})\b`,
    String.raw`^\W*(?:developed|created|designed|formulated|invented|perfected|crafted) (?:by|with|at) [^,.]{3,60}, (?:this|our|these|the|it) (?:[\w-]+ )?${product}\b`,
    String.raw`\b(?:our|this|these) ${product}(?: (?:is|was|were|are|has been|have been))?,? (?:developed|created|designed|formulated|invented|perfected) (?:by|with) (?:[\w-]+ ){0,4}?(?:scientists|researchers|professors|chemists|engineers|doctors)\b`,
    String.raw`\bofficial (?:[\w-]+ )?(?:supplements?|vitamins?|multivitamins?|minerals?|magnesium|electrolytes?|gels?|nutrition|hydration|recovery)(?: (?:drink|gel|mix|product|brand|partner|supplier|sponsor|provider))? (?:of|for|to)\b(?! (?:the |a |this |your )?(?:[\w-]+ )?(?:race|marathon|event|course|relay)\b)`,
    // rivals that are put down
    String.raw`\b(?:other|rival|competing|lesser) (?:brands?|products?|supplements?|makers|companies|formulas?|${product}) (?:\w+ly |just |all )?(?:can[’']t|cannot|can not|could never|can never|can only) (?:keep up|compete|compare|match|touch|dream|come close|hold a candle|wish)\b`,
    String.raw`\bno (?:other|rival|competing|competitor[’']?s?|comparable) (?:brand|product|supplement|formula|company|maker|label|gel|capsule|tablet|drink|powder|mix|blend|multivitamin|${product})(?: (?:on|in) (?:the )?(?:market|earth|world|planet|shelf|shelves))? (?:(?:can|could|will|even|ever) ){0,2}(?:match(?:es)?|comes? (?:close|near)|beats?|compares?|rivals?|touch(?:es)?|equals?|holds? a candle)\b(?! (?:water|milk|food|a varied)\b)`,
    String.raw`\b(?:nothing|anything|everything) else (?:(?:on (?:the|any) )(?:market|shelf|shelves)|that money can buy|money can buy|you (?:can|could|will) (?:buy|swallow|order))\b`,
    String.raw`\b${formsOf('outperform outclass outshine surpass outdo eclipse trounce beat')} (?:(?:all|any|every|the|its|our|their) (?:(?:other|rival|competing|leading|big|competitor[’']?s?) ){1,2}(?:brands?|products?|supplements?|formulas?|names?|gels?|capsules?|mixes)|anything else (?:out there|in its class))\b`,
    String.raw`\b(?:than|above|over) (?:any|every|all|the) (?:other|rival|competing|leading|competitor[’']s) (?:brands?|makers?|compan(?:y|ies)|manufacturers?|labels?)\b(?= (?:can|could|on|in|has|have|does)\b|\s*[.!,;]|\s*$)`,
    String.raw`\b(?:worn|trusted|loved|adored|used) by (?:thousands|millions|champions|olympians|runners everywhere|the best|the pros)\b`,
    String.raw`\b(?:doctors|dietitians|nutritionists|physicians|pharmacists|scientists|experts|coaches|champions|olympians|pros|the pros) (?:recommend|trust|love|choose|prefer|swear by|rely on|use|take) (?:it|this|them|these|our|us)\b(?! (?:only|for|if|when|against|after|to (?:people|women|runners)|in)\b)`,
    String.raw`\b${authority}[’']?s?[’']? (?:first|top|favou?rite|number one|preferred|secret) (?:choice|pick|${product})\b`,
    String.raw`\b(?:smart(?:est)?|wise(?:st)?|perfect|ideal|obvious|ultimate|only) (?:choice|pick|option|supplement|drink|gel) for (?:serious|every|all|busy|runners|athletes|champions|any|marathoners)\b|\b(?:the )?(?:first|top|preferred|smart|natural|obvious) choice (?:of|for|among) (?:champions|olympians|pros|doctors|physicians|experts|athletes|runners|winners)\b`,
    String.raw`\bchoice of (?:the )?(?:(?:olympic|world|national|true|real) )?(?:champions|olympians|pros|winners|doctors)\b`,
    String.raw`\b(?:as (?:seen|featured) (?:on|in)|award[- ]winning|prize[- ]winning|multi-award|winner of (?:the|our) best)\b`,
    String.raw`\bFDA[- ]approved(?! (?:drug|medicine|label|medication|treatment|vaccine|use|for|injection|therap))\b`,
    String.raw`\b(?:trusted (?:by|brand|name|choice)|(?:brand|name|quality|formula|supplement|product)s? (?:that )?you can (?:trust|rely on))\b`,
    // grades and ranks
    String.raw`\b(?:pharmaceutical|medical|pharma|professional|clinical|military|premium)[- ]grade\b`,
    String.raw`\b(?:premium|superior|unmatched|exceptional|uncompromising|unbeatable|unrivall?ed|unparalleled) (?:[\w-]+ )?(?:quality|ingredients?|formulas?|b-complex|multivitamins?|magnesium|zinc|iron|electrolytes?|absorption|purity|products?|supplements?|capsules?|tablets?|potency|blends?)\b`,
    String.raw`\b(?:highest|top|finest)[- ]quality\b(?! (?:evidence|trials?|stud|research|data|reviews?|sources?))|\bhigh[- ]quality ingredients\b|\bfinest ingredients\b`,
    String.raw`\b(?:maximum|extra|ultra|full) strength\b|\bultra[- ](?:pure|potent|absorbable)\b|\bfast[- ]acting\b|\bmax(?:imum)? potency\b`,
    String.raw`\b(?:(?:100|(?:one |a )?hundred) ?(?:%|per ?cent)|completely|totally|perfectly|absolutely|entirely) (?:natural|pure|safe|effective|satisfied|guaranteed)\b|\ball[- ]natural\b|\bchemical[- ]free\b|\btoxin[- ]free\b|\brisk[- ]free\b|\b(?:no|zero|without(?: any)?) side[- ]effects\b(?= guaranteed|[!.]|,? (?:just|and|only|ever)|$)|\b(?:(?:has|have|having|with|causes?|brings?|there are) (?:absolutely )?(?:no|zero)|absolutely (?:no|zero)) side[- ]effects\b(?= (?:whatsoever|at all|of any kind|to (?:fear|worry about)))`,
    String.raw`\bworld[’']s (?:best|first|finest|purest|most|leading|favou?rite|no\. ?1|strongest)\b|\bultimate (?:[\w-]+ )?${product}\b|\bhigh(?:est)?[- ]potency\b|\b(?:gold|new) standard (?:of|for|in) (?:electrolytes?|hydration|supplements?|nutrition|recovery|sports? nutrition|iron supplements?|energy)\b|\b(?:last|only|best) ${product} you(?:[’']ll| will)?(?: ever)? (?:need|buy|want|try)\b|\b(?:number one|no\. ?1|number 1) (?:[\w-]+ )?(?:brand|choice|supplements?|product|pick|formula|iron|magnesium|seller|in the)\b`,
    String.raw`\b(?:the )?(?:best|finest|purest|strongest|greatest|most (?:powerful|advanced|effective|potent|complete|absorbable)) (?:[\w-]+ ){1,3}(?:on the (?:market|planet|shelf)|in the (?:world|business)|money can buy|ever (?:made|created)|you(?:[’']ll| will| can| could)? (?:ever|buy|find|get))\b`,
    String.raw`\b(?:market|industry|category|world)[- ]leading\b|\bbest[- ]in[- ]class\b|\bsecond to none\b|\blike no other\b|\bstate[- ]of[- ]the[- ]art (?:formula|capsule|blend|supplement|ingredient)s?\b|\bworld[- ]class (?:formula|ingredients?|supplements?|quality|products?)\b|\bnext[- ]gen(?:eration)? (?:formula|supplement|iron|hydration|nutrition|magnesium|product)s?\b|\b(?:gold|new) standard in (?:hydration|nutrition|supplements|recovery)\b`,
    // praise in the first person, and wishes
    String.raw`\b(?:hands[- ]down|by far|easily|without (?:a )?doubt|honestly|literally|simply|quite simply) the (?:best|finest|greatest|cleanest|tastiest|purest|strongest|most effective) (?:[\w-]+ ){0,2}?${product}\b|\b(?:best|finest|greatest|tastiest|cleanest) (?:[\w-]+ ){1,3}(?:i|we)(?:[’']ve| have)? (?:ever )?(?:tried|used|tasted|taken|put|had|bought|found|drunk)\b`,
    String.raw`\b(?:obsessed with|addicted to|in love with|hooked on|can[’']t live without|never without) (?:it|this|these|them|our|my) (?:${product}|stuff|mix)?\b|\b(?:you|you guys|you all|runners|everyone) (?:need|needs|must have|has to have) (?:this|these|it|them) in your (?:life|kit|bag|cupboard|drawer|routine)\b`,
    String.raw`\b(?:one|only|single) (?:${product}|thing) (?:that )?i(?:[’']d| would|[’']ll) (?:ever )?(?:take|pack|keep|save|choose|rescue|bring)\b|\bdesert island\b`,
    String.raw`\b(?:only|nothing but) the (?:purest|finest|best|cleanest|freshest|highest quality) (?:[\w-]+ )?(?:ingredients?|minerals?|vitamins?|sources|salts?|extracts?)\b|\bknown to (?:science|man(?:kind)?)\b(?<=\b(?:purest|finest|best|strongest|most \w+)\b.{0,60})`,
    String.raw`\b(?:loved|adored|favou?red|trusted|raved about|craved|used|worshipped) by (?:[\w-]+ ){0,3}?(?:runners|athletes|people|marathoners|coaches|families|women|men) (?:across|around|all over|throughout|in every corner of) (?:the )?(?:globe|world|planet|country|nation|continents?)\b`,
    String.raw`\b(?:${formsOf('crack')}|${formsOf('break')}) the (?:code|secret|mystery|riddle) (?:of|to|behind|for)\b|\bholy grail\b|\b(?:a )?(?:total |real |true |absolute |complete )?(?:must[- ]have|must[- ]buy|lifesaver in a bottle)\b`,
    String.raw`\b(?:i|we)(?: \w+ly| always| can)? recommend (?:this|the|their|our|that) (?:brand|company|maker|label|line|shop|store|range)\b|\b(?:i|we)(?: \w+ly| always)? recommend (?:it|them|this|these) to (?:all|every|any|everyone|everybody|anyone|anybody)\b`,
    // wonders and promises
    String.raw`\bnothing (?:else )?(?:works|is|beats|compares|comes close|performs)(?: (?:better|like (?:it|this|our)|faster|it|this|to (?:it|this)))?(?=\s*[.!,]|\s*$)|\b(?:you(?:[’']ll| will)?|and) never (?:bonk|cramp|tire|hit the wall|look back|go back|run out of (?:energy|steam))\b|\b(?:doctors|scientists|experts|researchers|coaches) are (?:amazed|stunned|shocked|raving|baffled)\b|\b(?:pros|champions|olympians|elites|doctors|experts|coach(?:es)?|dietitians|scientists) (?:swears? by|trusts?(?! (?:that|in)\b))\b|\b(?:elite|pro|champion|olympic)[- ](?:level|grade) (?:recovery|hydration|nutrition|performance|energy|fuel|support|results|formula|absorption|power)\b|\b(?:designed|engineered|built|made|formulated|crafted|created) (?:for|to (?:deliver|maximi[sz]e|optimi[sz]e|boost|help you|unlock|power)) (?:peak|maximum|max|optimal|elite|serious|ultimate|champions|winners|winning|performance|your best|greatness|speed|real runners)\b|\bsafe and effective\b(?=\s*[.!]|\s*$)|\bmirac(?:les?|ulous(?:ly)?)\b|\bworks? (?:wonders|miracles|magic|like (?:magic|a charm|a dream)|every time|instantly)\b|\bmagic(?:al)? (?:pill|formula|ingredient|drink|capsule|powder)s?\b|\b(?:it|this) (?:just|simply|really) works\b`,
    String.raw`\bsatisfaction (?:is )?guaranteed\b|\b(?:results|success|quality|energy|relief) (?:are |is )?guaranteed\b|\bguaranteed (?:results|to \w+|success|satisfaction|energy|relief)\b|\bguaranteed\b(?=\s*[.!]|\s*$)|\bwe guarantee\b|\b${formsOf('guarantee')} (?:results|satisfaction|success|you)\b`,
    String.raw`\bbreakthrough (?:formula|product|ingredient|supplement|technology|discovery|blend)s?\b|\brevolutionary\b(?! war)|\brevolutioni[sz](?:e[sd]?|ing) (?:your|the way|how)\b|\blife[- ]chang(?:ing|er)\b`,
    String.raw`\bdetox(?:es|ify|ifies|ing)? (?:your|the)\b|\b(?:cleanses?|flush(?:es)?) (?:your (?:body|liver|system)|toxins)\b|\b(?:instant|immediate|rapid|fast|quick|overnight|lightning[- ]fast|amazing|incredible|unbelievable|dramatic|jaw[- ]dropping|unbeatable|outstanding|stunning|phenomenal|spectacular|extraordinary|visible) (?:relief|results|transformations?)\b`,
    String.raw`\b(?:best[- ]kept secret|secret (?:ingredient|formula|weapon|recipe)|secrets? (?:of|to|behind) (?:(?:the )?(?:[\w-]+ )?(?:champions|pros|elites|winners|legends|medall?ists|record[- ]holders)|faster|success|endless|limitless|winning|boundless|peak)|doctors (?:don[’']t|do not) want you to know|big pharma)\b`,
    String.raw`\bfuel(?:s|ing)? (?:your|the) (?:greatness|best|passion|victory|dreams|potential)\b|\b(?:${formsOf('unleash')} (?:your|the)|${formsOf('unlock')} (?:[\w’'-]+ )?(?:potential|power|energy|performance|speed)|${formsOf('transform')} your|${formsOf('ignite')} your|${formsOf('maximize')} your (?:potential|performance|gains|results)|take your (?:running|training|performance|recovery|energy|hydration|health|racing) to|feel the (?:difference|power)|experience the (?:power|difference)|your (?:body|legs|muscles|heart|future self) will thank you|you[’']ll (?:love|wonder how)|you won[’']t believe|you deserve the best|why settle for|(?:don[’']t|never) settle for|say hello to|feel (?:unstoppable|invincible|superhuman|years younger|brand[- ]new)|be unstoppable|(?:crush|smash|dominate|ace) (?:your|every|the) (?:next |first )?(?:races?|prs?|pbs?|goals?|competition|marathon|workouts?|training|personal best)|(?:limitless|endless|boundless|unstoppable|all[- ]day) energy)\b`,
    String.raw`(?<!\w)(?<!\b(?:row|rows|tip|step|reason|question|bib|rule|mistake|workout|session|week|day|stage|heat|lane|leg|lap|rep|race|aid station|table|figure|note|group|wave|issue|number|item)s? )#1\b(?! (?:in|of|on) (?:the|this|that|our|a|my|his|her) (?:[\w-]+ )?(?:table|list|figure|chart|start|results?|race|heat|wave|relay|plan|schedule|ranking of finishers|age group|spreadsheet)\b)`,
  ],
  (found) => `"${found}" is a seller’s phrase.`,
  { unlessDenied: true },
);
