/** An exception names a rule that may be silenced, and a day within a year or so. Found where exceptions are applied. */
import type { Rule } from '../rule.ts';

/** A year on the day, also in a leap year. */
export const mostDays = 366;

export const exception: Rule = {
  id: 'exception',
  demands: `An exception names a rule that exists and may be silenced, and a last day at most ${mostDays} days away. What only warns may be silenced; an error of the rules on shape, references, evidence, health, links that pay and third parties may not.`,
  why: 'An exception that nobody looks at again is a rule that nobody keeps; and what is broken or unsafe does not become sound by a reason.',
  fix: 'Mend the text and delete the exception.',
};
