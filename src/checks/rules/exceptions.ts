/** An exception names a rule that exists and has not run out. */
import { didYouMean } from '../../document/suggest.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Made from the ids of all other rules, which it cannot import: they stand in one list with it. */
export function exceptionRule(ids: () => readonly string[]): Rule {
  return {
    id: 'exception',
    demands: 'An exception silences a rule that exists, and is deleted after its last day.',
    why: 'An exception that nobody looks at again is a rule that nobody keeps.',
    fix: 'Correct the rule’s id, or delete the exception.',
    document: ({ entry, today }) => {
      if (entry.collection !== 'articles') return [];
      return entry.data.exceptions.flatMap(({ rule, until }, index): RuleFinding[] => {
        if (!ids().includes(rule)) {
          return [
            {
              ...entry.locate(['exceptions', index, 'rule']),
              message: `there is no rule "${rule}".`,
              fix: didYouMean(rule, ids(), 'See the list of rules.'),
            },
          ];
        }
        return until < today
          ? [
              {
                ...entry.locate(['exceptions', index, 'until']),
                message: `the exception from "${rule}" ran out on ${until}.`,
                fix: 'Mend the text and delete the exception.',
              },
            ]
          : [];
      });
    },
  };
}
