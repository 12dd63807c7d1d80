/** What the rules on evidence share: statements, and the claims and sources behind them. */
import type { Evidence } from '../corpus/corpus.ts';
import { referencesIn, type CorpusReference, type Reference } from '../corpus/references.ts';
import type { ComponentPart, Document } from '../document/document.ts';
import { vocabulary } from '../document/vocabulary.ts';
import type { Position } from '../problem.ts';
import type { Claim } from '../schemas/claim.ts';
import { citable } from '../schemas/fields.ts';
import type { Source } from '../schemas/source.ts';
import { citedIds, type Sentence } from '../document/sentences.ts';
import { asks } from './language/wording.ts';
import type { DocumentContext } from './rule.ts';

/** Sentences that state something: no headings, questions or quotations. */
export function statements({ sentences }: DocumentContext): Sentence[] {
  return sentences.filter(
    ({ block, text }) => block.kind !== 'heading' && !block.quoted && !asks(text),
  );
}

/** Statements that cite something. */
export function citedStatements(context: DocumentContext): Sentence[] {
  return statements(context).filter(({ citations }) => citations.length > 0);
}

/** Claims that a sentence cites. */
export function claimsOf(sentence: Sentence, corpus: Evidence): Claim[] {
  return citedIds(sentence).flatMap((id) => corpus.entries.claims.get(id)?.data ?? []);
}

/** Claims of the first citation behind a place in a sentence, else of the last one before it. */
export function claimsNearest(sentence: Sentence, at: number, corpus: Evidence): Claim[] {
  const next = sentence.marks.findIndex((mark) => mark > at);
  const citation = sentence.citations.at(next);
  return citation?.ids.flatMap((id) => corpus.entries.claims.get(id)?.data ?? []) ?? [];
}

/** Sources behind an id: a claim's, or the source itself. */
export function sourcesBehind(id: string, corpus: Evidence): Source[] {
  const ids = corpus.entries.claims.get(id)?.data.sources ?? [id];
  return ids.flatMap((source) => corpus.entries.sources.get(source)?.data ?? []);
}

/** Whatever a document's prose names by id, in citations and in components. */
export function proseReferences({
  citations,
  components,
}: Document): (Pick<Reference, 'id' | 'collections'> & { position: Position })[] {
  return [
    ...citations.flatMap(({ ids, position }) =>
      ids.map((id) => ({ id, collections: citable, position })),
    ),
    ...components.flatMap((component) =>
      componentReferences(component).map((reference) => ({
        ...reference,
        position: component.position,
      })),
    ),
  ];
}

/** Whatever a component names by id. */
export function componentReferences({
  name,
  props,
}: ComponentPart): Pick<Reference, 'id' | 'collections'>[] {
  return referencesIn(vocabulary[name].props, props).map(({ id, collections }) => ({
    id,
    collections,
  }));
}

/** References to sources, those together that stand in one list: they carry one thing. */
export function supportsOf(references: readonly CorpusReference[]): CorpusReference[][] {
  const places = references
    .filter(({ collections }) => collections.includes('sources'))
    .map((reference) => ({ ...reference, list: reference.path.slice(0, -1).join('.') }));
  return [
    ...Map.groupBy(places, ({ entry, path, list }) =>
      [entry.file, entry.id, typeof path.at(-1) === 'number' ? list : path.join('.')].join(' '),
    ).values(),
  ];
}
