/** What was only observed is not called a cause. */
import { locate } from '../../document/prose.ts';
import { citedStatements, sourcesBehind } from '../evidence.ts';
import { citedIds } from '../../document/sentences.ts';
import { benefitVerb, verbMatches, isDenied, isHedged, isQuoted } from '../language/wording.ts';
import type { Source } from '../../schemas/source.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const causal = new RegExp(
  [
    String.raw`\b(?=cause)(?<!\b(?:the|an?|one|no|main|common|of|many|its|their)\s)causes?\b(?!\s+(?:is|are|was|were|of|and)\b)`,
    String.raw`\b(?:is|are) (?:an?|the|one) (?:[\w-]+ )?causes? of\b`,
    String.raw`\b(?:caused|leads? to|led to|results? (?:in|from)|resulted (?:in|from)|an? results? of|due to|because of|triggers?|triggered|induce[sd]?|depletes|drain(?:s|ed)?|worsen(?:s|ed)?|brings? about|brought about|makes? (?:you|runners|athletes))\b`,
    String.raw`\b(?<moves>raise[sd]?|lower(?:s|ed)|increase[sd]?|decrease[sd]?)\b`,
    benefitVerb.source,
  ].join('|'),
  'gi',
);

const isObserved = ({ custom }: Source): boolean =>
  custom.design === 'cohort' || custom.design === 'cross-sectional';

export const causalWording: Rule = {
  id: 'causal-wording',
  demands: 'A causal verb does not stand on sources that only observed.',
  why: 'A cohort or a survey shows what goes with what, not what brings it about.',
  fix: 'Write "went with" or "was linked to", or cite a trial.',
  document: (context) =>
    citedStatements(context).flatMap((sentence): RuleDiagnostic[] => {
      const sources = citedIds(sentence)
        .values()
        .map((id) => sourcesBehind(id, context.corpus));
      const found = causeOnObservation(sentence.text, sources);
      return found === undefined
        ? []
        : [{ ...locate(sentence.block, sentence.start + found.at), message: found.message }];
    }),
};

/**
 * Where a sentence calls a cause what was only observed.
 * @param sources the sources behind each thing that it cites; most often the first of them tell enough
 */
export function causeOnObservation(
  text: string,
  sources: Iterable<readonly Source[]>,
): { at: number; message: string } | undefined {
  let isBacked = false;
  for (const some of sources) {
    if (!some.every(isObserved)) return undefined;
    isBacked ||= some.length > 0;
  }
  if (!isBacked || isHedged(text)) return undefined;
  const match = verbMatches(text, causal).find(
    ({ index = 0 }) => !isDenied(text, index) && !isQuoted(text, index),
  );
  return match && { at: match.index ?? 0, message: `"${match[0]}" on sources that only observed.` };
}
