/** An exception names a rule that exists and has not run out. */
import { didYouMean } from '../../document/suggest.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/**
 * Made from all rules, which it cannot import: it stands in one list with them.
 * @param isSilenceable whether an exception may silence a rule
 */
export function exceptionRule(
  ids: () => readonly string[],
  isSilenceable: (rule: string) => boolean,
): Rule {
  return {
    id: 'exception',
    demands:
      'An exception silences a rule that exists, and is deleted after its last day. Rules of shape and reference cannot be silenced.',
    why: 'An exception that nobody looks at again is a rule that nobody keeps; and what is broken cannot be built, whatever is said of it.',
    fix: 'Mend the text and delete the exception.',
    document: ({ entry, today }) => {
      if (entry.collection !== 'articles') return [];
      return entry.data.exceptions.flatMap(({ rule, until }, index): RuleFinding[] => {
        const at = (field: string) => entry.locate(['exceptions', index, field]);
        if (!ids().includes(rule)) {
          const fix = didYouMean(rule, ids(), 'The page /rules/ lists all rules.');
          return [{ ...at('rule'), message: `there is no rule "${rule}".`, fix }];
        }
        if (!isSilenceable(rule)) {
          return [{ ...at('rule'), message: `the rule "${rule}" cannot be silenced.` }];
        }
        if (until >= today) return [];
        return [{ ...at('until'), message: `the exception from "${rule}" ran out on ${until}.` }];
      });
    },
  };
}
