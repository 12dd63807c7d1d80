/** What stands in a picture can be drawn in the site's faces. */
import type { DataPath } from '../../corpus/data.ts';
import type { Corpus, Entry } from '../../corpus/corpus.ts';
import { figureClaims } from '../../domain/figure.ts';
import { faceFor, type Face } from '../../drawing/face.ts';
import { remembered } from '../../corpus/remembered.ts';
import { fieldTexts } from '../passages.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const missingLetter: Rule = {
  id: 'missing-letter',
  demands:
    'What stands in a picture that the site draws is written in letters that its faces have: the texts of a figure, the groups and the authors behind it, and the titles and sentences that pages are shared with.',
  why: 'A page takes another face for a letter that ours lacks; a picture would have a gap there.',
  fix: 'Write it in other letters ("to" for an arrow, "alpha" for the Greek letter), or add this one to the faces (src/styles/fonts/README.md).',
  corpus: ({ corpus }) => [
    ...drawnEntries(corpus).flatMap(gapsIn),
    ...[...corpus.entries.articles.values()].flatMap(gapsInArticle),
  ],
};

function gapsIn({ entry, isDrawn, faces }: Drawn): CorpusDiagnostic[] {
  return fieldTexts(entry)
    .filter(({ path }) => isDrawn(path))
    .flatMap(({ value, position }): CorpusDiagnostic[] => {
      const found = faceFor(value, faces);
      if (!('missing' in found)) return [];
      const message = `a picture would have a gap for "${found.missing}", which its face lacks.`;
      return [{ file: entry.file, ...position(value.indexOf(found.missing)), message }];
    });
}

// What the face of headings lacks is set in that of text in pictures to share, and not in figures.
const inFigures: Drawn['faces'] = ['label'];
const toShare: Drawn['faces'] = ['label', 'text'];

function named(...fields: string[]): Drawn['isDrawn'] {
  return ([field]) => fields.includes(String(field));
}

const gapsInArticle = remembered((entry: Entry<'articles'>): readonly CorpusDiagnostic[] =>
  gapsIn({ entry, isDrawn: named('title', 'description'), faces: toShare }),
);

interface Drawn {
  entry: Entry;
  /** Whether the text of a field is drawn. */
  isDrawn: (path: DataPath) => boolean;
  /** What it may be set in. */
  faces: readonly [Face, ...Face[]];
}

function drawnEntries({ entries }: Corpus): Drawn[] {
  const from = (own: Iterable<Entry>, isDrawn: Drawn['isDrawn'], faces: Drawn['faces']): Drawn[] =>
    [...own].map((entry) => ({ entry, isDrawn, faces }));
  const figures = [...entries.figures.values()];
  const cited = new Set(
    figures
      .flatMap(({ data }) => figureClaims(data))
      .flatMap((id) => entries.claims.get(id)?.data.sources ?? []),
  );
  const sources = [...entries.sources.values()].filter(({ id }) => cited.has(id));
  return [
    ...from(figures, () => true, inFigures),
    ...from(entries.claims.values(), named('values'), inFigures),
    // At its foot stands the first author's family name, or the title of what has no author.
    ...sources.flatMap((source) =>
      from(
        [source],
        ([field, index, part]) =>
          source.data.author === undefined
            ? field === 'title'
            : field === 'author' && index === 0 && part !== 'given',
        inFigures,
      ),
    ),
    ...from(entries.site.values(), named('name'), inFigures),
    ...from(entries.nutrients.values(), named('name'), toShare),
    ...from(entries.themes.values(), named('name', 'sentence'), toShare),
  ];
}
