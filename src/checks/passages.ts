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
  const { claims, foods, glossary, interactions, nutrients, people, sheets } = corpus.entries;
  return [
    ...productPassages(corpus),
    ...[claims, foods, glossary, interactions, nutrients, people, sheets].flatMap((entries) =>
      [...entries.values()].map(passagesIn),
    ),
  ];
}

/** What our own words say of products: for whom, drawbacks, warnings, reasons. Names are theirs. */
export function productPassages(corpus: Corpus): { file: string; passages: Passage[] }[] {
  return [...corpus.entries.products.values()].map(passagesIn);
}

function passagesIn(entry: Entry): { file: string; passages: Passage[] } {
  return {
    file: entry.file,
    passages: textsIn(entry.data, [], false).flatMap(({ text, path }) =>
      passagesOf(text, () => entry.locate(path)),
    ),
  };
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
