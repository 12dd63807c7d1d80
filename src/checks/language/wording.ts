/** Denial, hedging, quotation and reproof around a word of a sentence, and whether it really asks. */
import { isQuestion } from '../../document/sentences.ts';

/** What is good to have less of. */
export const complaint =
  '(?:fatigue|tiredness|weakness|cramps?|cramping|soreness|sore muscles|aches?|pains?|illness(?:es)?|sickness|inflammation|injur(?:y|ies)|infections?|colds?|anxiety|damage|risks?|odds|symptoms|headaches?|nausea|dehydration|bonking)';
/** And more of. */
export const gain =
  '(?:performance|speed|endurance|stamina|strength|power|energy|recovery|VO2 ?max|immunity|immune|capacity|sleep|healing|economy|focus|mood|times)(?!\\s+(?:needs?|cost|use|demands?|expenditure|intakes?|deficits?|availability|gels?|drinks?|bars?)\\b)';
const near = String.raw`\s+(?:(?!(?:and|or|but|of|in|for|on|as|to|at)\b)[\w-]+\s+){0,2}?`;

/** Verbs that promise something good: by themselves, or with what they are said to do it to. */
export const benefitVerb = new RegExp(
  [
    String.raw`\b(?:prevent(?:s|ed|ing)?|cure[sd]?|curing|stop(?:s|ped)(?!\s+(?:at|when|before|after|by|in|on|for|using|taking|running|eating|drinking|training|playing)\b|[,.;])|boost(?:s|ed|ing)?|improve[sd]?|improving|enhance[sd]?|enhancing|reduce[sd]?|reducing|eliminate[sd]?|eliminating|prove[sdn]?|ease[sd]?|heal(?:s|ed|ing)?|relieve[sd]?|relieving|alleviate[sd]?|fight(?:s|ing)?|protect(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|banish(?:es|ed)?|ward(?:s|ed)? off)\b(?!-)`,
    String.raw`\b(?<changes>(?:stop(?:ping)?|lower(?:s|ed|ing)|(?<=\b(?:to|will|can|may|might|helps?)\s)(?:lower|cut)|cuts|cutting|decreas(?:e[sd]?|ing)|minimiz(?:e[sd]?|ing)|shorten(?:s|ed|ing)?|treat(?:s|ing)?|fend(?:s|ed|ing)? off|beat(?:s|ing)?|combat(?:s|ed|ing)?|help(?:s|ed|ing)? (?:with|against))(?=${near}${complaint}\b)|(?:increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|speed(?:s|ing)?(?: up)?|sped up|support(?:s|ed|ing)?|promot(?:e[sd]?|ing)|aid(?:s|ed|ing)?|help(?:s|ed|ing)?(?: with)?|restor(?:e[sd]?|ing)|maximiz(?:e[sd]?|ing)|optimiz(?:e[sd]?|ing)|accelerat(?:e[sd]?|ing)|elevat(?:e[sd]?|ing))(?=${near}${gain}\b))`,
    String.raw`\bmakes? (?:you|us|them|runners|athletes|women|men) (?:faster|stronger|fitter|quicker|healthier)\b`,
  ].join('|'),
  'gi',
);

// "An increased risk" and "with lowered energy" are states that were found, and "improved methods"
// and "with proven low stores" are adjectives.
const beforeNoun =
  /(?:^\W*|\b(?:the|an?|of|with|for|from|by|in|at|and|or|is|are|was|were|be|been|their|your|its)\s)$/i;
const beforeAdjective = /(?:^\W*|\b(?:the|an?|of|with|your|their|its)\s)$/i;

/** Places at which a sentence says, in a verb of a pattern, what something does. */
export function verbMatches(sentence: string, verbs: RegExp): RegExpMatchArray[] {
  if (sentence.search(verbs) === -1) return [];
  return [...sentence.matchAll(verbs)].filter(({ 0: verb, index, groups }) => {
    const isMovable = groups?.['changes'] !== undefined || groups?.['moves'] !== undefined;
    if (!isMovable && !/(?:ed|en)$/i.test(verb)) return true;
    return !(isMovable ? beforeNoun : beforeAdjective).test(sentence.slice(0, index));
  });
}

const denial =
  /\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|unable|hardly|barely|scarcely|rarely|seldom|little evidence|unlikely|fail(?:s|ed|ing)?|untested|unproven|false|myth|wrong|whether|doubtful|disproved?|(?:do|does|did) little|little (?:proof|sign)|far from (?:clear|certain|proven|shown)|(?:says?|said) (?:little|nothing))\b|n['’]t\b|\bin vain\b/i;
// They look like denials and say the opposite.
const affirmation =
  /\b(?:not|n['’]t|never|nobody|no one|none|cannot|no)\b[^,;.]{0,30}?\b(?:true|say|says|said|claim(?:s|ed)?|argue|think|believe|case|evidence|proof|shown|mean)\b(?: to| that)?\s(?:[\w-]+\s){1,4}?(?:(?:does|do|did|will|can|could|would|has|have|is|are) not|cannot|(?:does|do|did|would|could|has|is|are|wo|ca)n['’]t|fails?(?: to)?|never)\b|\b(?:nobody|no one|no (?:doctor|scientist|expert)|none|can ?not|can['’]t|not|n['’]t)(?: can| could| will| would| ever| even| seriously| really)* (?:deny|den(?:ies|ied)|doubt(?:s|ed)?|dispute[sd]?|question(?:s|ed)?|argue with)\b|\b(?:wrong|false|myth|lie|nonsense|mistake)(?: to (?:say|think|claim|believe))?(?: that)?\s(?:[\w-]+\s){1,4}?(?:(?:does|do|did|will|can|could|would) not|cannot|(?:does|do|did|would|could|wo|ca)n['’]t|fails? to|never)\b|\b(?:(?:not|n['’]t) (?:only|just|merely|simply)|not surprisingly|no (?:doubt|question|wonder|secret|surprise|time)|never fail(?:s|ed)?(?: to)?|nothing less than|nothing but)\b|n['’]t (?:only|just|merely|simply)\b/gi;
const directDenial =
  /\b(?:without|instead of|rather than|far from|short of)\s+(?:\w+\s+)?$|\bif\s+(?:[\w-]+\s+){0,4}$/i;
const laterDenial =
  /\b(?:is|are|was|were|has|have|had)\s+(?:\w+\s+)?(?:not|never)\b|n['’]t\b|\b(?:is|are|was|were|remains?)\s+(?:a |an |still )?(?:myth|false|wrong|untested|unproven|unknown|open|not|lacking|missing|absent|weak|thin|poor)\b/i;
// "That magnesium prevents cramps has not been shown": the denial comes behind.
const reported =
  /^\W*(?:that|(?:the |any |such )?(?:ideas?|claims?|notions?|beliefs?|hopes?|promises?|advice|sayings?|theor(?:y|ies)|evidence|proof)\b)/i;
// "Iron is said to improve speed, but trials found nothing": told of others, and taken back.
const told =
  /\b(?:sold|marketed|advertised|touted|said|claimed|supposed|believed|thought|hoped|meant)\s+to\s+(?:\w+\s+)?$|\b(?:promise[sd]?|believe[sd]?|claim(?:s|ed)?|hope[sd]?|swear|say|said|hope was|idea was)\s+(?:that\s+)?(?:[\w-]+\s+){1,3}$/i;
const retracts =
  /[,;]\s.*(?:n['’]t\b|\b(?:not|no|nothing|neither|none|nobody|dashed|disagree|wrong|failed)\b)/i;
const trailingDenial =
  /^\S*\s+(?:\S+\s+){0,2}?(?:nothing|no one|nobody|neither|none|no(?!\s+(?:time|doubt)\b))\b/i;
// "Nothing improves speed like iron" denies it of everything else.
const unrivaled =
  /^[^,;]*\b(?:like|better than|faster than|as (?:much|well|fast) as|more than)\b(?!\s+(?:a |an |the )?(?:placebo|dummy|sham|control|chance))/i;
const nothingElse = /^\W*(?:nothing|no (?:other )?[\w-]+)\s+(?:else\s+)?$/i;
// A sentence that opens with a phrase such as "In people with no deficiency," says its own after it.
const openingPhrase =
  /^\W*(?:in|among|with|without|for|after|before|while|although|though|when|because|since|despite|unlike|if|even)\b[^,]{0,120},/i;
const turn =
  /[;:—]|[.!?]\s|,\s+(?:but|and|yet|while|whereas|though|although|so|it|they|this|these|we|you|he|she)\b|\s(?:but|yet|although|though|whereas)\s/gi;
const hedge =
  /\b(?:may|might|could|can(?! (?:afford|rely|count on|trust|be sure))|suggest(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|possibl[ey]|perhaps|probabl[ey]|likely|uncertain|disputed|unclear|unproven|(?:thin|weak|limited|mixed) (?:evidence|results?|findings?|data)|(?:evidence|results?|findings?|data) (?:is|are|was|were) (?:thin|weak|limited|mixed)|small (?:stud(?:y|ies)|trials?|gains?|effects?|benefits?|samples?|drops?|differences?|improvements?)|slight(?:ly)?|modest(?:ly)?|some (?:runners|women|men|people|athletes|of them)|estimates?|disagree|reported|linked|associated|conflict(?:s|ing)?|went with)\b|\b(?:one|two|three|four|a few|few|some|a|an|this|that|the) (?:[\w-]+ ){0,3}?(?:stud(?:y|ies)|trials?|reviews?|samples?|surveys?|accounts?|poolings?|analys[ei]s|experiments?)\b/i;

/** Whether the clause in which `at` stands denies what it says, or leaves it open. */
export function isDenied(sentence: string, at: number): boolean {
  const before = clauseBefore(sentence, at);
  if (nothingElse.test(before) && unrivaled.test(sentence.slice(at))) return false;
  if (denial.test(before.replace(affirmation, ' ')) || directDenial.test(before)) return true;
  const after = sentence.slice(at);
  if (told.test(before) && retracts.test(after)) return true;
  return reported.test(before) ? laterDenial.test(after) : trailingDenial.test(after);
}

/** Whether the sentence says anywhere that it is not sure. */
export function isHedged(sentence: string): boolean {
  return hedge.test(sentence);
}

/** Whether `at` stands between quotation marks, double or single. */
export function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  const count = (mark: string): number => before.split(mark).length - 1;
  if (count('“') > count('”') || count('"') % 2 === 1) return true;
  // An apostrophe stands inside a word or behind it, an opening mark before one.
  return openSingle.test(before) && closingSingle.test(sentence.slice(at));
}

const openSingle = /(?:^|[\s(])['‘](?=\p{L}|$)(?:(?!\p{L}['’](?!\p{L})).)*$/u;
const closingSingle = /[\p{L}.,!?]['’](?!\p{L})/u;

const agreement =
  /\b(?:(?:he|she|they|it|that|this|who|label|author|coach|doctor|saying|quote|quotation)(?: is| are| was| were|[’']s|[’']re) (?:(?:quite|so|absolutely|entirely|exactly|dead|spot|of course|completely|perfectly) )*(?:right|correct|true|on)\b(?! (?:about|that|to say) (?:[\w-]+ ){0,3}(?:not|no)\b)|rightly|(?:we|i)(?: \w+ly)?(?: can only| could not| couldn[’']t)? agree(?: more| with (?:it|that|this|her|him|them|every))?(?=\s*[.!,;:]|\s*$| more\b| with\b)|(?:could not|couldn[’']t) (?:have (?:said|put) it better|agree more|put it better)|(?:says|said|puts?) it (?:best|well|perfectly|all)|well said|how true|true words|wise words|(?:we|i) (?:stand by|second|endorse|share) (?:that|this|it|every word|her|his|their)|hits? the nail on the head|take (?:her|his|their|our|my) word for it|nothing to add|exactly (?:right|so)|amen|as (?:we|i) (?:also )?(?:see|believe|know))\b/iu;

/** Whether a sentence agrees with what is quoted in it or beside it. */
export function endorses(sentence: string): boolean {
  const found = agreement.exec(sentence);
  return found !== null && !denial.test(sentence.slice(0, found.index)) && !isQuestion(sentence);
}

const saidOf =
  /\b(?:claim(?:s|ed|ing)?|promis(?:e[sd]?|ing)|say(?:s|ing)?|said|advertis(?:e[sd]?|ing|ements?)|market(?:s|ed|ing|ers?)|tout(?:s|ed|ing)?|s(?:old|ells?|elling|ellers?)|pitch(?:e[sd]|ing)?|promot(?:e[sd]?|ing)|label(?:s|ed|ing)?|ads?|stat(?:e[sd]?|ing|ements?)|suggest(?:s|ed|ing)?|boast(?:s|ed|ing)?|impl(?:y|ies|ied)|represent(?:s|ed|ing)|intended)\b/i;
const reproof =
  /\b(?:FDA(?![- ]approved)|FTC|agenc(?:y|ies)|regulators?|authorit(?:y|ies)|warn(?:s|ed|ings?)?|beware|wary|illegal(?:ly)?|unlawful(?:ly)?|false(?:ly)?|mislead(?:s|ing)?|misled|fraud(?:s|ulent)?|scams?|s[ck]eptical|suspicious|suspect|the law|banned|barred|charged|settle[sd]?|settlement|unproven|unsupported|unsubstantiated|deceptive(?:ly)?|deceived?|quacks?|red flags?|unapproved|bogus|court|complaint)\b/i;

/** Whether what is said at `at` is told of a seller who must not say so: the FDA warned of it, it is a fraud. */
export function isReproved(sentence: string, at: number): boolean {
  return saidOf.test(sentence.slice(0, at)) && reproof.test(sentence);
}

const notShown =
  /\b(?:is|are|was|were|has|have|had|been)\s(?:\w+\s)?(?:not|never)\b[^,;.]{0,20}\b(?:supported|shown|proven|proved|confirmed|established|demonstrated|backed|borne|true|known|clear|tested|studied)\b|\b(?:is|are|remains?|was)\s(?:a |an |still |just )?(?:myths?|false|wrong|unproven|untested|unknown|unclear|unsupported|open|hype|nonsense|fiction|old wives)\b|\b(?:was|were) dashed\b|\bcame to nothing\b|\bfell flat\b/i;

/** Whether the sentence goes on behind `at` to say that what stood there has not been shown. */
export function isTakenBack(sentence: string, at: number): boolean {
  return notShown.test(sentence.slice(at));
}

const asserts =
  /^\W*(?:(?:did|do) you know|have you heard|who knew|who needs|guess what|know what|what if|(?:are you )?(?:ready|looking|sick|tired|want(?:ing)?|need)\b|why (?:not|wait)|(?:isn|aren|wouldn|don)['’]t (?:it|you)\b|do(?:es)? you(?:r)? (?:want|need|suffer))/i;

/** Whether a sentence asks, and does not assert in the form of a question: "Did you know that …?" */
export function asks(sentence: string): boolean {
  return isQuestion(sentence) && !asserts.test(sentence);
}

/** From the last turn of the sentence to `at`: a turn is a semicolon, "but", a comma with a new subject. */
export function clauseBefore(sentence: string, at: number): string {
  const before = sentence.slice(0, at);
  const last = [...before.matchAll(turn)].at(-1);
  const clause = last === undefined ? before : before.slice(last.index + 1);
  return clause.replace(openingPhrase, '');
}
