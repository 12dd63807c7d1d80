/** Markup that is printed as it stands. The compiler tells it in Markdown; fields are read here. */
import { findLiteralMarkup } from '../../document/literal-markup.ts';
import type { Position } from '../../problem.ts';
import { dataFields, documentFields } from '../passages.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const literalMarkup: Rule = {
  id: 'literal-markup',
  demands:
    'No markup is printed as it stands: none of other systems, none left open, none in a field without Markdown.',
  why: 'Signs that a reader cannot read were meant to do something, and did nothing.',
  fix: 'The message names what to write instead; \\ before a sign prints it.',
  document: ({ entry, compiled }) => [
    ...documentFields(entry).flatMap(({ text, position }) => fieldFindings(text, position)),
    ...(entry.collection === 'articles' ? entry.data.faq : []).flatMap(({ question }, index) =>
      fieldFindings(question, () => entry.locate(['faq', index, 'question'])),
    ),
    ...compiled.asides.flatMap(({ text, locate }) => fieldFindings(text, locate)),
  ],
  corpus: ({ corpus }) =>
    dataFields(corpus).flatMap(({ file, fields }) =>
      fields.flatMap(({ text, position }) =>
        fieldFindings(text, position).map((finding) => ({ file, ...finding })),
      ),
    ),
};

function fieldFindings(text: string, position: (start: number) => Position): RuleFinding[] {
  return findLiteralMarkup(text, 'field').map(({ start, text: found, fix }) => ({
    ...position(start),
    message: `"${found.length > 40 ? `${found.slice(0, 39)}…` : found}" would be printed as it stands.`,
    fix,
  }));
}
