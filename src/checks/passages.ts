/** Every sentence that readers meet, whichever file it stands in, for the rules that look at words. */
import type { Corpus, Entry } from '../corpus/read.ts';
import type { Compiled } from '../document/compile.ts';
import { locate } from '../document/prose.ts';
import type { Position } from '../problem.ts';
import { sentenceStarts, type Sentence } from './language/sentences.ts';
import type { DocumentContext } from './rule.ts';

/** A sentence and its place. */
export interface Passage {
  text: string;
  position: (offset: number) => Position;
}

/** Sentences of a document, and their text as one: what is not in it is in none of them. */
export interface Passages {
  list: readonly Passage[];
  text: string;
}

/** Sentences of a document: its prose outside of quotations, its title, and what its components say. */
export function documentPassages(
  entry: DocumentContext['entry'],
  compiled: Compiled,
  sentences: readonly Sentence[],
): Passages {
  const fields: [string, PropertyKey[]][] =
    entry.collection === 'nutrients'
      ? []
      : [
          [entry.data.title, ['title']],
          [entry.data.description, ['description']],
          ...entry.data.changes.map(({ what }, index): [string, PropertyKey[]] => [
            what,
            ['changes', index, 'what'],
          ]),
        ];
  const list = [
    ...fields.flatMap(([text, path]) => passagesOf(text, () => entry.locate(path))),
    ...compiled.document.components.flatMap(({ props, position }) =>
      Object.values(props)
        .filter((value) => typeof value === 'string')
        .flatMap((text) => passagesOf(text, () => position)),
    ),
    ...sentences
      .filter(({ block }) => !block.quoted)
      .map(({ block, start, text }) => ({
        text,
        position: (offset: number) => locate(block, start + offset),
      })),
  ];
  return { list, text: list.map(({ text }) => text).join('\n') };
}

/** Passages in which a pattern may be found: all or none. */
export function passagesWith({ list, text }: Passages, pattern: RegExp): readonly Passage[] {
  return text.search(pattern) === -1 ? [] : list;
}

/** Sentences of data files that pages show: of products, claims and terms. */
export function dataPassages(corpus: Corpus): { file: string; passages: Passage[] }[] {
  const { claims, glossary } = corpus.entries;
  return [
    ...productPassages(corpus),
    ...[...claims.values()].map((entry) => inFile(entry, [[entry.data.statement, ['statement']]])),
    ...[...glossary.values()].map((entry) =>
      inFile(entry, [[entry.data.definition, ['definition']]]),
    ),
  ];
}

/** What our own words say of products: for whom, drawbacks, warnings, reasons. Names are theirs. */
export function productPassages(corpus: Corpus): { file: string; passages: Passage[] }[] {
  return [...corpus.entries.products.values()].map((entry) => {
    const { data } = entry;
    return inFile(entry, [
      [data.fits, ['fits']],
      [data.skipIf, ['skipIf']],
      ...(data.status === 'listed' ? [] : [[data.reason, ['reason']] as const]),
      ...data.drawbacks.map((text, index) => [text, ['drawbacks', index]] as const),
      ...data.warnings.map(({ text }, index) => [text, ['warnings', index, 'text']] as const),
      ...data.unverified.map((text, index) => [text, ['unverified', index]] as const),
    ]);
  });
}

function inFile(
  entry: Entry,
  texts: (readonly [string, readonly PropertyKey[]])[],
): { file: string; passages: Passage[] } {
  return {
    file: entry.file,
    passages: texts.flatMap(([text, path]) => passagesOf(text, () => entry.locate(path))),
  };
}

function passagesOf(text: string, position: () => Position): Passage[] {
  const starts = sentenceStarts(text);
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), position }));
}
