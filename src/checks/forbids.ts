/** Makes a rule that forbids words wherever readers meet them. */
import { finderOf } from './language/finder.ts';
import { asks, isDenied, isQuoted } from './language/wording.ts';
import { dataPassages, type Passage } from './passages.ts';
import type { Rule, RuleDiagnostic, RuleText } from './rule.ts';

/**
 * @param patterns what is forbidden: sources of regular expressions
 * @param options `evenQuoted` where a quotation is no excuse; `unlessDenied` where a denial or a question is one, and
 *   `evenAsked` where a question is none
 */
export function forbids(
  rule: RuleText,
  patterns: readonly string[],
  message: (found: string) => string,
  options: { evenQuoted?: boolean; unlessDenied?: boolean; evenAsked?: boolean } = {},
): Rule {
  const finder = finderOf(patterns);
  const find = ({ text, quoted, endorsed, position }: Passage): RuleDiagnostic[] => {
    const found = finder(text);
    // Nearly every sentence of every article is such a one.
    if (found.length === 0) return none;
    return found
      .filter(
        ({ index = 0 }) =>
          (options.evenQuoted === true || !(quoted || (!endorsed && isQuoted(text, index)))) &&
          (options.unlessDenied !== true ||
            !((options.evenAsked !== true && asks(text)) || isDenied(text, index))),
      )
      .map((match) => ({ ...position(match.index ?? 0), message: message(match[0]) }));
  };
  return {
    ...rule,
    document: ({ passages }) => passages.list.flatMap(find),
    evidence: ({ corpus }) =>
      dataPassages(corpus).flatMap(({ file, list }) =>
        list.flatMap(find).map((diagnostic) => ({ file, ...diagnostic })),
      ),
  };
}

const none: RuleDiagnostic[] = [];
