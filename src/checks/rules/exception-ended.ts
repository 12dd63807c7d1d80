/** An exception is looked at again after its last day. Found where exceptions are applied. */
import type { Rule } from '../rule.ts';

export const exceptionEnded: Rule = {
  id: 'exception-ended',
  demands:
    'An exception is deleted or renewed after its last day. A build goes on until then, and tells what it silenced.',
  why: 'An exception that nobody looks at again is a rule that nobody keeps.',
  fix: 'Mend the text and delete the exception, or look at it again and set a new day.',
};
