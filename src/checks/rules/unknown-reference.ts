/** Every id that content names must exist. */
import { collectionNames, collections, type CollectionName } from '../../corpus/collections.ts';
import type { Corpus, Entry, Evidence } from '../../corpus/corpus.ts';
import type { Reference } from '../../corpus/references.ts';
import type { Ids } from '../../corpus/traced.ts';
import { renameAt, safe, unsafe } from '../../document/mend.ts';
import { didYouMean, sureGuess } from '../../document/suggest.ts';
import type { Position } from '../../problem.ts';
import { citable } from '../../schemas/fields.ts';
import { proseReferences } from '../evidence.ts';
import { question } from '../looks.ts';
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  demands: 'Every id exists that a field, a citation, a component or the name of a file gives.',
  why: 'A citation that leads nowhere backs nothing up; Astro itself builds such a page without a word.',
  fix: 'Correct the id, or add the file that it names.',
  document: ({ entry, compiled, corpus }) => [
    ...proseReferences(compiled.document).flatMap((reference) => {
      const { position } = reference;
      // A bracket of citations, or the tag of a component.
      const until = reference.collections.includes('claims') ? ']' : '>';
      return missing(corpus, reference, entry.text, until, () => position) ?? [];
    }),
    ...compiled.document.components.flatMap(({ name, props, position }) =>
      name === 'EvidenceTable' ? evidenceTopic(props.topic, position, corpus) : [],
    ),
  ],
  corpus: ({ corpus, references }) => [
    ...references.flatMap(({ entry, path, ...reference }) => {
      const place = () => entry.locate(path);
      const diagnostic = missing(corpus, reference, entry.text, '\n', place);
      return diagnostic === undefined ? [] : [{ file: entry.file, ...diagnostic }];
    }),
    ...fileNames(corpus),
  ],
};

function missing(
  { knownIds }: { knownIds: Partial<Record<CollectionName, Ids>> },
  { id, collections: names, words = [] }: Named,
  text: () => string,
  until: string,
  position: () => Position,
): RuleDiagnostic | undefined {
  if (names.some((name) => knownIds[name]?.has(id))) return undefined;
  const known = [...words, ...names.flatMap((name) => [...(knownIds[name] ?? [])])];
  const noun = names.map((name) => collections[name].noun).join(' or ');
  const place = position();
  const guess = sureGuess(id, known);
  const edit = guess === undefined ? undefined : renameAt(text(), place, until, id, guess);
  // Which evidence a sentence rests on is its author's to say.
  const make = names.some((name) => citable.some((other) => other === name)) ? unsafe : safe;
  return {
    ...place,
    mend: edit && make(`No other ${noun} is called like "${id}".`, edit),
    message: `there is no ${noun} "${id}".`,
    fix: didYouMean(
      id,
      known,
      words.length === 0
        ? `Add it to content/${names[0] ?? ''}/, or correct the id.`
        : `Name a ${noun} that there is, or write ${words.join(' or ')}.`,
    ),
  };
}

type Named = Pick<Reference, 'id' | 'collections'> & Partial<Pick<Reference, 'words'>>;

// A topic of claims is no entry of its own: it exists where a claim names it.
function evidenceTopic(topic: string, position: Position, corpus: Evidence): RuleDiagnostic[] {
  const topics = topicsOf(corpus).split('\n');
  if (topics.includes(topic)) return [];
  return [
    {
      ...position,
      message: `no claim has the topic "${topic}".`,
      fix: didYouMean(topic, topics, `Topics of claims are ${topics.join(', ')}.`),
    },
  ];
}

const topicsOf = question('topics of claims', ({ entries }) =>
  [...new Set([...entries.claims.values()].map(({ data }) => data.topic))].sort().join('\n'),
);

// Some files are named after an entry of another collection, and some say so once more inside.
function fileNames(corpus: Corpus): CorpusDiagnostic[] {
  return collectionNames.flatMap((name): CorpusDiagnostic[] => {
    const { idField, idsOf } = collections[name];
    const entries = [...(corpus.entries[name] as Map<string, Entry>).values()];
    return entries.flatMap(({ id, file, data, locate }): CorpusDiagnostic[] => {
      const given = idField && String(Reflect.get(data, idField));
      if (idField !== undefined && given !== undefined && given !== id)
        return [
          {
            file,
            ...locate([idField]),
            message: `the file is named "${id}" and is about "${given}".`,
            fix: `Give it the name of its ${idField}.`,
          },
        ];
      const names = collectionNames.filter((other) => other === idsOf);
      const diagnostic =
        names.length > 0 &&
        missing(
          corpus,
          { id, collections: names },
          () => '',
          '\n',
          () => locate([]),
        );
      return diagnostic ? [{ file, ...diagnostic }] : [];
    });
  });
}
