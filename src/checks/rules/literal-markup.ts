/** Markup that is printed as it stands. The compiler tells it in Markdown; fields are read here. */
import { findLiteralMarkup } from '../../document/literal-markup.ts';
import type { Entry } from '../../corpus/corpus.ts';
import type { Position } from '../../problem.ts';
import { dataPassages, fieldTexts } from '../passages.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

export const literalMarkup: Rule = {
  id: 'literal-markup',
  demands:
    'No markup is printed as it stands: none of other systems, none left open, none in a field without Markdown; and no “not” is struck out.',
  why: 'Signs that a reader cannot read were meant to do something, and did nothing.',
  fix: 'The message names what to write instead; \\ before a sign prints it.',
  document: ({ entry, compiled }) => [
    ...fieldDiagnostics(entry),
    ...(entry.collection === 'articles' ? entry.data.faq : []).flatMap(({ question }, index) =>
      markupIn(question, (letter) =>
        entry.locateLetter(['faq', index, 'question'], question, letter),
      ),
    ),
    ...compiled.asides.flatMap((aside) => markupIn(aside.text, aside.locate)),
  ],
  evidence: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, entry }) =>
      fieldDiagnostics(entry).map((diagnostic) => ({ file, ...diagnostic })),
    ),
};

// The title of a work has markup of its own, which its schema looks at.
function fieldDiagnostics(entry: Entry): RuleDiagnostic[] {
  return fieldTexts(entry)
    .filter(({ field }) => field.whose !== 'theirs')
    .flatMap(({ value, position }) => markupIn(value, position));
}

function markupIn(text: string, position: (offset: number) => Position): RuleDiagnostic[] {
  return findLiteralMarkup(text, 'field').map(({ start, text: found, fix }) => ({
    ...position(start),
    message: `"${found.length > 40 ? `${found.slice(0, 39)}…` : found}" would be printed as it stands.`,
    fix,
  }));
}
