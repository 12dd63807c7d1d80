/** The answer to a yes-or-no question opens with its answer. */
import { locate, plainText } from '../../document/prose.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const auxiliary =
  '(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|may|might|must|am)';
const yesNo = new RegExp(String.raw`^\W*(?:[^,:?]{1,60}[,:]\s+)?${auxiliary}(?:n['’]t)?\b`, 'iu');
const direct =
  /^\W*(?:yes|yep|no|nope|not|never|none|nobody|no one|nothing|absolutely|certainly|definitely|surely|of course|there (?:is|are) (?:no|little|few|some)|we (?:found|know of) (?:no|nothing)|we do(?: not|n['’]t) know|only|probably|possibly|perhaps|maybe|sometimes|often|rarely|seldom|usually|mostly|some(?! background| context| history)|a few|few|many(?! (?:\w+ ){0,2}(?:ask|wonder|want)\b)|hardly|it depends|that depends|it (?:may|might|can|could|is|was|does|did)|they (?:may|might|can|could|are|were|do|did)|you (?:can|may|should|must|do|need)|i would|for (?:some|most)|in (?:some|most)|if|unless|unlikely|likely|almost|very (?:likely|unlikely|often|rarely|little|few|many|much)|neither|both|either|nearly|partly|in part|up to a point|unclear|unknown|unproven|so far|as far as)\b/iu;
// "Energy does;", "Low iron can:" answer as plainly as yes.
const echo = new RegExp(String.raw`^[^.,;:!?]{1,60}\b${auxiliary}(?: not|n['’]t)?\s*[.,;:]`, 'iu');

export const directAnswer: Rule = {
  id: 'direct-answer',
  demands: 'The answer to a yes-or-no question opens with its answer.',
  why: 'A reader with one question should not have to look for yes or no.',
  fix: 'Open with Yes, No, Probably, Only if …',
  document: ({ compiled }) =>
    compiled.prose
      .filter(({ where, text }) => where === 'question' && yesNo.test(text))
      .flatMap((question): RuleDiagnostic[] => {
        const answer = compiled.prose.find(
          ({ where, index }) => where === 'answer' && index === question.index,
        );
        if (answer === undefined || isDirect(plainText(answer.text), question.text)) return [];
        return [
          {
            ...locate(answer, 0),
            message: `the answer to "${question.text}" does not open with the answer.`,
          },
        ];
      }),
};

function isDirect(answer: string, question: string): boolean {
  if (direct.test(answer) || echo.test(answer)) return true;
  // "Is food or a pill better?" is answered by naming one of the two.
  const opening = answer.split(/\s+/, 4).join(' ').toLowerCase();
  return [...question.matchAll(/([\p{L}\d-]{3,})\s+or\s+(?:an? |the )?([\p{L}\d-]{3,})/giu)].some(
    ([, one = '', other = '']) =>
      opening.includes(one.toLowerCase()) || opening.includes(other.toLowerCase()),
  );
}
