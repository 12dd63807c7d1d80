/** Denial, hedging and quotation around a word of a sentence. */

/** Verbs that promise something good. */
export const benefitVerb =
  /\b(?:prevent(?:s|ed|ing)?|cure[sd]?|curing|stop(?:s|ped)|boost(?:s|ed|ing)?|improve[sd]?|improving|enhance[sd]?|enhancing|reduce[sd]?|reducing|eliminate[sd]?|eliminating|prove[sdn]?|ease[sd]?|heal(?:s|ed|ing)?|relieve[sd]?|relieving|alleviate[sd]?|fight(?:s|ing)?|protect(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|banish(?:es|ed)?|ward(?:s|ed)? off)\b(?!-)/giu;

const denial =
  /\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|hardly|barely|scarcely|rarely|seldom|little evidence|unlikely|fail(?:s|ed|ing)?|untested|unproven|false|myth|wrong|whether|doubtful|disproved?)\b|n['’]t\b|\bin vain\b/iu;
// They look like denials and say the opposite.
const affirmation =
  /\b(?:not only|not just|not merely|no doubt|no question|no wonder|never fail(?:s|ed)?(?: to)?|nothing less than|nothing but)\b/giu;
const directDenial =
  /\b(?:without|instead of|rather than|far from|short of)\s+(?:\w+\s+)?$|\bif\s+(?:[\w-]+\s+){0,4}$/iu;
const laterDenial =
  /\b(?:is|are|was|were|has|have|had)\s+(?:\w+\s+)?(?:not|never)\b|n['’]t\b|\b(?:is|are|was|remains?)\s+(?:a |an |still )?(?:myth|false|wrong|untested|unproven|unknown|open|not)\b/iu;
// "That magnesium prevents cramps has not been shown": the denial comes behind.
const reported =
  /^\W*(?:that|the (?:idea|claim|notion|belief|hope|promise|advice|saying|theory)\b)/iu;
const trailingDenial = /^\S*\s+(?:\S+\s+){0,2}?(?:nothing|no one|nobody|neither|none|no)\b/iu;
// A sentence that opens with a phrase such as "In people with no deficiency," says its own after it.
const openingPhrase =
  /^\W*(?:in|among|with|without|for|after|before|while|although|though|when|because|since|despite|unlike|if|even)\b[^,]{0,120},/iu;
const turn =
  /[;:—]|[.!?]\s|,\s+(?:but|and|yet|while|whereas|though|although|so|it|they|this|these|we|you|he|she)\b|\s(?:but|yet|although|though|whereas)\s/giu;
const hedge =
  /\b(?:may|might|could|can|suggest(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|possibl[ey]|perhaps|probabl[ey]|likely|uncertain|disputed|unclear|unproven|(?:thin|weak|limited|mixed) (?:evidence|results?|findings?|data)|(?:evidence|results?|findings?|data) (?:is|are|was|were) (?:thin|weak|limited|mixed)|small (?:stud(?:y|ies)|trials?|gains?|effects?|benefits?|samples?|drops?|differences?|improvements?)|slight(?:ly)?|modest(?:ly)?|estimates?|disagree|reported|linked|associated|conflict(?:s|ing)?|went with)\b|\b(?:one|two|three|four|a few|few|some|a|an|this|that|the) (?:[\w-]+ ){0,3}?(?:stud(?:y|ies)|trials?|reviews?|samples?|surveys?|accounts?|poolings?|analys[ei]s|experiments?)\b/iu;

/** Whether the clause in which `at` stands denies what it says, or leaves it open. */
export function isDenied(sentence: string, at: number): boolean {
  const before = clauseBefore(sentence, at);
  if (denial.test(before.replace(affirmation, ' ')) || directDenial.test(before)) return true;
  const after = sentence.slice(at);
  return reported.test(before) ? laterDenial.test(after) : trailingDenial.test(after);
}

/** Whether the sentence says anywhere that it is not sure. */
export function isHedged(sentence: string): boolean {
  return hedge.test(sentence);
}

/** Whether `at` stands between quotation marks. */
export function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  const count = (mark: string): number => before.split(mark).length - 1;
  return count('“') > count('”') || count('"') % 2 === 1;
}

// From the last turn of the sentence to the word: a semicolon, "but", a comma with a new subject.
function clauseBefore(sentence: string, at: number): string {
  const before = sentence.slice(0, at);
  const last = [...before.matchAll(turn)].at(-1);
  const clause = last === undefined ? before : before.slice(last.index + 1);
  return clause.replace(openingPhrase, '');
}
