/** Wording does not outrun the evidence that it cites. */
import { locate } from '../../document/prose.ts';
import type { Claim } from '../../schemas/claim.ts';
import { citedStatements, claimsNearest } from '../evidence.ts';
import {
  benefitVerb,
  complaint,
  verbMatches,
  isDenied,
  isHedged,
  isQuoted,
} from '../language/wording.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

// What is bad when it goes down is no benefit: coffee reduces absorption.
const loss =
  /^\s+(?:(?!(?:and|or|but|of|in)\b)[\w-]+\s+){0,3}?(?:absorption|uptake|bioavailability|performance|density|stores?|ferritin|hemoglobin|intakes?|energy|appetite|capacity|adaptations?|gains?|levels|status|needs?|food|mileage|training|volume|pace|dose|readings?|results?|errors?|meals?|phytates?|oxalates?|salt|diet|(?:nutrients?|vitamins?|minerals?|iron|calcium|zinc|magnesium|potassium)(?!\s+(?:loss|deplet|deficien)))\b/iu;
// "Calcium reduces what is absorbed" is the harm that the claim found.
const bad = new RegExp(String.raw`^\s+(?:[\w-]+\s+){0,2}?${complaint}\b`, 'iu');
const isHarm = (claims: readonly Claim[]): boolean =>
  claims.length > 0 && claims.every(({ finding }) => finding === 'harms');
const lessening = /^(?:reduc|prevent|stop|eliminat|lower|cut|decreas)/iu;

export const overstated: Rule = {
  id: 'overstated',
  demands:
    'A benefit verb (prevents, cures, stops, boosts, improves, reduces …) is used only on a claim that found a benefit, and with a hedge where the evidence is limited, conflicting or mixed. Denials, quotations and questions are free.',
  why: 'US rules ask for competent and reliable scientific evidence behind a health claim; a reader takes "improves" for a fact.',
  fix: 'Say what was found, deny it, or cite a claim that found it.',
  document: (context) =>
    citedStatements(context).flatMap((sentence): RuleDiagnostic[] =>
      overstatements(sentence.text, (at) => claimsNearest(sentence, at, context.corpus)).map(
        ({ at, ...diagnostic }) => ({
          ...locate(sentence.block, sentence.start + at),
          ...diagnostic,
        }),
      ),
    ),
};

/** Where a sentence says more than the claims behind it, and how much more. */
export function overstatements(
  text: string,
  claimsAt: (at: number) => readonly Claim[],
): { at: number; message: string; fix?: string }[] {
  return verbMatches(text, benefitVerb).flatMap((match) => {
    const at = match.index ?? 0;
    const rest = text.slice(at + match[0].length);
    if (isDenied(text, at) || isQuoted(text, at)) return [];
    if (lessening.test(match[0]) && loss.test(rest)) return [];
    const claims = claimsAt(at);
    if (lessening.test(match[0]) && isHarm(claims) && !bad.test(rest)) return [];
    const reason = outrun(match[0], claims);
    if (reason === undefined || (reason.isHedgeable && isHedged(text))) return [];
    const { message, isHedgeable } = reason;
    return [
      isHedgeable
        ? { at, message, fix: 'Hedge it: may, might, in one small study.' }
        : { at, message },
    ];
  });
}

// The best of the claims that stand together decides.
function outrun(
  verb: string,
  claims: readonly Claim[],
): { message: string; isHedgeable: boolean } | undefined {
  const [first] = claims;
  if (first === undefined) return undefined;
  const isSure = ({ finding, certainty }: Claim): boolean =>
    finding === 'helps' && certainty !== 'limited' && certainty !== 'conflicting';
  if (claims.some(isSure)) return undefined;
  const helping = claims.find(({ finding }) => finding === 'helps');
  if (helping !== undefined)
    return {
      message: `"${verb}" is too sure: "${helping.id}" is ${helping.certainty}.`,
      isHedgeable: true,
    };
  const mixed = claims.find(({ finding }) => finding === 'mixed');
  if (mixed !== undefined)
    return {
      message: `"${verb}" is too sure: the findings of "${mixed.id}" are mixed.`,
      isHedgeable: true,
    };
  return {
    message: `"${verb}" says more than "${first.id}", whose finding is ${first.finding}.`,
    isHedgeable: false,
  };
}
