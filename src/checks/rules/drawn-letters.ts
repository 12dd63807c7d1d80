/** What stands on the picture of a page is written in letters that the faces have. */
import type { CollectionName } from '../../corpus/collections.ts';
import type { Entry } from '../../corpus/read.ts';
import { missingLetters } from '../../drawing/face.ts';
import { fieldTexts } from '../passages.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

// What pictures to share show of an entry.
const shared: readonly [CollectionName, ReadonlySet<string>][] = [
  ['articles', new Set(['title', 'description'])],
  ['nutrients', new Set(['name'])],
  ['themes', new Set(['name', 'sentence'])],
];

export const drawnLetters: Rule = {
  id: 'drawn-letters',
  demands:
    'Titles and sentences that stand on the picture of a page are written in letters that the faces of the site have.',
  why: 'A picture has a gap where its face lacks a letter, and nobody is told.',
  fix: 'Write it with another letter, or add this one to the faces (src/styles/fonts/README.md).',
  corpus: ({ corpus }) => {
    const entriesOf = (name: CollectionName): Entry[] => [
      ...(corpus.entries[name] as Map<string, Entry>).values(),
    ];
    return shared.flatMap(([name, fields]) =>
      entriesOf(name).flatMap((entry) => diagnosticsIn(entry, fields)),
    );
  },
};

function diagnosticsIn(entry: Entry, fields: ReadonlySet<string>): CorpusDiagnostic[] {
  // Most texts hold nothing but what every face has.
  return fieldTexts(entry)
    .filter(({ path, value }) => fields.has(String(path[0])) && /[^ -~]/.test(value))
    .flatMap(({ value, position }) => {
      // What the face of headings lacks is set in that of text.
      if (missingLetters(value, 'label').length === 0) return [];
      const [letter] = missingLetters(value, 'text');
      if (letter === undefined) return [];
      const message = `a picture would have a gap for "${letter}", which its face lacks.`;
      return [{ file: entry.file, ...position(value.indexOf(letter)), message }];
    });
}
