/** Markup that is printed as it stands. The compiler tells it in Markdown; fields are read here. */
import { findLiteralMarkup } from '../../document/literal-markup.ts';
import type { Position } from '../../problem.ts';
import { dataPassages } from '../passages.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const literalMarkup: Rule = {
  id: 'literal-markup',
  demands:
    'No markup is printed as it stands: none of other systems, none left open, none in a field without Markdown.',
  why: 'Signs that a reader cannot read were meant to do something, and did nothing.',
  fix: 'The message names what to write instead; \\ before a sign prints it.',
  document: ({ entry, compiled }) => [
    ...(entry.collection === 'nutrients'
      ? []
      : [
          ...fieldFindings(entry.data.title, () => entry.locate(['title'])),
          ...fieldFindings(entry.data.description, () => entry.locate(['description'])),
          ...entry.data.changes.flatMap(({ what }, index) =>
            fieldFindings(what, () => entry.locate(['changes', index, 'what'])),
          ),
        ]),
    ...compiled.prose
      .filter(({ where }) => where === 'question')
      .flatMap((block) =>
        fieldFindings(block.text, () => block.runs[0]?.position ?? { line: 1, column: 1 }),
      ),
    ...compiled.document.components.flatMap(({ props, position }) =>
      Object.values(props)
        .filter((value) => typeof value === 'string')
        .flatMap((text) => fieldFindings(text, () => position)),
    ),
  ],
  corpus: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, passages }) =>
      passages.flatMap(({ text, position }) =>
        fieldFindings(text, () => position(0)).map((finding) => ({ file, ...finding })),
      ),
    ),
};

function fieldFindings(text: string, position: () => Position): RuleFinding[] {
  return findLiteralMarkup(text, 'field').map(({ text: found, fix }) => ({
    ...position(),
    message: `"${found.length > 40 ? `${found.slice(0, 39)}…` : found}" would be printed as it stands.`,
    fix,
  }));
}
