/** Makes a rule that forbids words wherever readers meet them. */
import { asks, isDenied, isQuoted } from './language/wording.ts';
import { dataPassages, passagesWith, type Passage } from './passages.ts';
import type { Rule, RuleFinding, RuleText } from './rule.ts';

/**
 * @param pattern what is forbidden; has the flags g, i and u
 * @param options `evenQuoted` where a quotation is no excuse; `unlessDenied` where a denial or a question is one, and
 *   `evenAsked` where a question is none
 */
export function forbids(
  rule: RuleText,
  pattern: RegExp,
  message: (found: string) => string,
  options: { evenQuoted?: boolean; unlessDenied?: boolean; evenAsked?: boolean } = {},
): Rule {
  const find = ({ text, quoted, position }: Passage): RuleFinding[] =>
    [...text.matchAll(pattern)]
      .filter(
        ({ index }) =>
          (options.evenQuoted === true || !(quoted || isQuoted(text, index))) &&
          (options.unlessDenied !== true ||
            !((options.evenAsked !== true && asks(text)) || isDenied(text, index))),
      )
      .map((match) => ({ ...position(match.index), message: message(match[0]) }));
  return {
    ...rule,
    document: ({ passages }) => passagesWith(passages, pattern).flatMap(find),
    corpus: ({ corpus }) =>
      dataPassages(corpus).flatMap((passages) =>
        passagesWith(passages, pattern)
          .flatMap(find)
          .map((finding) => ({ file: passages.file, ...finding })),
      ),
  };
}
