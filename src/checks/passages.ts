/** Every sentence that readers meet, whichever file it stands in, for the rules that look at words. */
import type { Corpus, Entry } from '../corpus/read.ts';
import type { Compiled } from '../document/compile.ts';
import { normalForm, sourceOffset } from '../document/normal.ts';
import { locate } from '../document/prose.ts';
import type { Position } from '../problem.ts';
import { sentenceStarts, type Sentence } from './language/sentences.ts';
import type { DocumentContext } from './rule.ts';

/** A sentence and its place. */
export interface Passage {
  text: string;
  /** Set in a block quotation. */
  quoted: boolean;
  position: (offset: number) => Position;
}

/** Sentences of a document, and their text as one: what is not in it is in none of them. */
export interface Passages {
  list: readonly Passage[];
  /** In small letters. */
  lower: string;
}

/** Sentences of a document: its prose, its title, and what its components and images say. */
export function documentPassages(
  entry: DocumentContext['entry'],
  compiled: Compiled,
  sentences: readonly Sentence[],
): Passages {
  const list = [
    ...documentFields(entry).flatMap(({ text, position }) => passagesOf(text, position)),
    ...compiled.asides.flatMap((aside) => passagesOf(aside.text, aside.locate)),
    ...sentences.map(({ block, start, text }) => ({
      text,
      quoted: block.quoted,
      position: (offset: number) => locate(block, start + offset),
    })),
  ];
  const all = list.map(({ text }) => text).join('\n');
  return { list, lower: all.toLowerCase() };
}

/** A text in which no Markdown is read, as it was written. */
export interface FieldText {
  text: string;
  position: () => Position;
}

/** Title, description and changes of a document. */
export function documentFields(entry: DocumentContext['entry']): FieldText[] {
  if (entry.collection === 'nutrients') return [];
  const { title, description, changes } = entry.data;
  const field = (text: string, path: PropertyKey[]): FieldText => ({
    text,
    position: () => entry.locate(path),
  });
  return [
    field(title, ['title']),
    field(description, ['description']),
    ...changes.map(({ what }, index) => field(what, ['changes', index, 'what'])),
  ];
}

/** Passages in which a pattern may be found, all or none; it must not tell capitals from small letters. */
export function passagesWith({ list, lower }: Passages, pattern: RegExp): readonly Passage[] {
  return lower.search(lowered(pattern)) === -1 ? [] : list;
}

const loweredPatterns = new WeakMap<RegExp, RegExp>();

// Small letters in small letters are found in two thirds of the time; escapes stay what they are.
function lowered(pattern: RegExp): RegExp {
  const earlier = loweredPatterns.get(pattern);
  if (earlier !== undefined) return earlier;
  const source = pattern.source.replace(/\\p\{[^}]*\}|\\[a-z]|[A-Z]+/gi, (part) =>
    part.startsWith('\\') ? part : part.toLowerCase(),
  );
  const made = new RegExp(source, 'mu');
  loweredPatterns.set(pattern, made);
  return made;
}

// Fields of data files that hold sentences of ours. Names, and a merchant's statement, are theirs.
const proseFields: ReadonlySet<string> = new Set(
  'statement population figures note definition text items meaning reason basis absorption lead what advice description interests fits skipIf drawbacks unverified scope'.split(
    ' ',
  ),
);

/** Sentences of data files that pages show. */
export function dataPassages(corpus: Corpus): { file: string; passages: Passage[] }[] {
  return dataEntries(corpus).map(passagesIn);
}

/** The same texts as they were written. */
export function dataFields(corpus: Corpus): { file: string; fields: FieldText[] }[] {
  return dataEntries(corpus).map((entry) => ({ file: entry.file, fields: fieldsIn(entry) }));
}

function dataEntries({ entries }: Corpus): Entry[] {
  const { products, claims, foods, glossary, interactions, nutrients, people, sheets } = entries;
  return [products, claims, foods, glossary, interactions, nutrients, people, sheets].flatMap(
    (collection): Entry[] => [...collection.values()],
  );
}

/** What our own words say of products: for whom, drawbacks, warnings, reasons. Names are theirs. */
export function productPassages(corpus: Corpus): { file: string; passages: Passage[] }[] {
  return [...corpus.entries.products.values()].map(passagesIn);
}

function passagesIn(entry: Entry): { file: string; passages: Passage[] } {
  return {
    file: entry.file,
    passages: fieldsIn(entry).flatMap(({ text, position }) => passagesOf(text, position)),
  };
}

function fieldsIn(entry: Entry): FieldText[] {
  return textsIn(entry.data, [], false).map(({ text, path }) => ({
    text,
    position: () => entry.locate(path),
  }));
}

function textsIn(
  value: unknown,
  path: PropertyKey[],
  isProse: boolean,
): { text: string; path: PropertyKey[] }[] {
  if (typeof value === 'string') return isProse ? [{ text: value, path }] : [];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value))
    return value.flatMap((inner, index) => textsIn(inner, [...path, index], isProse));
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, key], proseFields.has(key)),
  );
}

function passagesOf(source: string, locateLetter: (offset: number) => Position): Passage[] {
  const { text, shifts } = normalForm(source);
  const starts = sentenceStarts(text);
  return starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1]),
    quoted: false,
    position: (offset) => locateLetter(sourceOffset(shifts, start + offset)),
  }));
}
