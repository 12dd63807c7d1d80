/** What stands in a picture can be drawn in the site's faces. */
import type { DataPath } from '../../corpus/data.ts';
import type { Corpus, Entry } from '../../corpus/corpus.ts';
import { figureClaims } from '../../domain/figure.ts';
import { faceFor, type Face } from '../../drawing/face.ts';
import { fieldTexts } from '../passages.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const missingLetter: Rule = {
  id: 'missing-letter',
  demands:
    'What stands in a picture that the site draws is written in letters that its faces have: the texts of a figure, the groups and the authors behind it, and the titles and sentences that pages are shared with.',
  why: 'A page takes another face for a letter that ours lacks; a picture would have a gap there.',
  fix: 'Write it in other letters ("to" for an arrow, "alpha" for the Greek letter), or add this one to the faces (src/styles/fonts/README.md).',
  corpus: ({ corpus }) =>
    drawnEntries(corpus).flatMap(({ entry, isDrawn, faces }) =>
      fieldTexts(entry)
        .filter(({ path }) => isDrawn(path))
        .flatMap(({ value, position }): CorpusDiagnostic[] => {
          const found = faceFor(value, faces);
          if (!('missing' in found)) return [];
          const message = `a picture would have a gap for "${found.missing}", which its face lacks.`;
          return [{ file: entry.file, ...position(value.indexOf(found.missing)), message }];
        }),
    ),
};

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
  // What the face of headings lacks is set in that of text in pictures to share, and not in figures.
  const figure: Drawn['faces'] = ['label'];
  const shared: Drawn['faces'] = ['label', 'text'];
  const figures = [...entries.figures.values()];
  const cited = new Set(
    figures
      .flatMap(({ data }) => figureClaims(data))
      .flatMap((id) => entries.claims.get(id)?.data.sources ?? []),
  );
  const sources = [...entries.sources.values()].filter(({ id }) => cited.has(id));
  const named =
    (...fields: string[]) =>
    ([field]: DataPath): boolean =>
      fields.includes(String(field));
  return [
    ...from(figures, () => true, figure),
    ...from(entries.claims.values(), named('values'), figure),
    // At its foot stands the first author's family name, or the title of what has no author.
    ...sources.flatMap((source) =>
      from(
        [source],
        ([field, index, part]) =>
          source.data.author === undefined
            ? field === 'title'
            : field === 'author' && index === 0 && part !== 'given',
        figure,
      ),
    ),
    ...from(entries.site.values(), named('name'), figure),
    ...from(entries.articles.values(), named('title', 'description'), shared),
    ...from(entries.nutrients.values(), named('name'), shared),
    ...from(entries.themes.values(), named('name', 'sentence'), shared),
  ];
}
