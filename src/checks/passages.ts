/** Every sentence that readers meet, whichever file it stands in, for the rules that look at words. */
import { collections, evidenceNames } from '../corpus/collections.ts';
import type { DataPath } from '../corpus/data.ts';
import { valuesOf, type FieldValue } from '../corpus/fields.ts';
import type { Entry, Evidence } from '../corpus/corpus.ts';
import { remembered } from '../corpus/remembered.ts';
import type { Compiled } from '../document/compile.ts';
import { normalForm, sourceOffset } from '../document/normal.ts';
import { locate } from '../document/prose.ts';
import type { Position } from '../problem.ts';
import type { TextKind } from '../schemas/fields.ts';
import { drawsProducts } from '../schemas/figure.ts';
import { sentenceStarts, type Sentence } from '../document/sentences.ts';
import { endorses } from './language/wording.ts';
import type { DocumentContext } from './rule.ts';

/** A sentence and its place. */
export interface Passage {
  /** In its normal form. */
  text: string;
  /** Set in a block quotation, with which the text around it does not agree. */
  quoted: boolean;
  /** It, or what stands beside it, agrees with what it quotes. */
  endorsed: boolean;
  position: (offset: number) => Position;
}

/** A sentence of a field, and whose words it is. */
export interface FieldPassage extends Passage {
  path: DataPath;
  kind: TextKind;
}

/** Sentences of a file. */
export interface Passages {
  list: readonly Passage[];
  /** Those of fields, with what others said, which rules on wording leave alone. */
  fields: readonly FieldPassage[];
}

/** Sentences of a data file, or of one entry of a list. */
export interface DataPassages extends Passages {
  file: string;
  entry: Entry;
}

/** Sentences of a document: its prose, its fields, and what its components and links say. */
export function documentPassages(
  entry: DocumentContext['entry'],
  { asides, sentences }: Compiled,
): Passages {
  return passages(fieldPassages(entry), [
    ...asides.flatMap((aside) => passagesOf(aside.text, aside.locate)),
    ...sentences.map(({ block, start, text }, index) => {
      const beside = (step: -1 | 1): string => besideQuotation(sentences, index, step);
      const endorsed =
        (block.quoted || /["“‘']/.test(text)) && [beside(-1), text, beside(1)].some(endorses);
      return {
        text,
        quoted: block.quoted && !endorsed,
        endorsed,
        position: (offset: number) => locate(block, start + offset),
      };
    }),
  ]);
}

// The sentence before or behind one, and behind or before the whole of a block quotation.
function besideQuotation(sentences: readonly Sentence[], from: number, step: -1 | 1): string {
  let at = from + step;
  while (sentences[from]?.block.quoted === true && sentences[at]?.block.quoted === true) at += step;
  return sentences[at]?.text ?? '';
}

function passages(fields: FieldPassage[], others: Passage[] = []): Passages {
  return { list: [...fields.filter(({ kind }) => kind === 'ours'), ...others], fields };
}

const dataByCorpus = new WeakMap<Evidence, readonly DataPassages[]>();

/** Sentences of the files without prose that pages show. */
export function dataPassages(corpus: Evidence): readonly DataPassages[] {
  const known = dataByCorpus.get(corpus);
  if (known !== undefined) return known;
  const made = evidenceNames
    .filter((name) => collections[name].extension !== '.mdx')
    .flatMap((name) => [...(corpus.entries[name] as Map<string, Entry>).values()])
    .map(passagesIn);
  dataByCorpus.set(corpus, made);
  return made;
}

const passagesIn = remembered((entry: Entry): DataPassages => ({
  file: entry.file,
  entry,
  ...passages(fieldPassages(entry)),
}));

/** What our own words say beside a link that pays: of products, in figures of them, and in the headings above. */
export function productPassages(corpus: Evidence): DataPassages[] {
  return dataPassages(corpus).filter(
    ({ entry }) =>
      entry.collection === 'products' ||
      entry.collection === 'purposes' ||
      (entry.collection === 'figures' && drawsProducts((entry as Entry<'figures'>).data)),
  );
}

/** A text of a field as it was written, whose words it is, and its place. */
export interface FieldText extends FieldValue<'text'> {
  position: (offset: number) => Position;
}

/** The texts of the fields of an entry that pages show, but for its Markdown. */
export function fieldTexts(entry: Entry): FieldText[] {
  return valuesOf(collections[entry.collection].schema, entry.data, 'text')
    .filter(({ field: { whose } }) => whose !== 'markdown' && whose !== 'unshown')
    .map((found) => ({
      ...found,
      position: (offset) => entry.locateLetter(found.path, found.value, offset),
    }));
}

function fieldPassages(entry: Entry): FieldPassage[] {
  return fieldTexts(entry).flatMap(({ value, field, path, position }) =>
    passagesOf(value, position).map((passage) => ({ ...passage, path, kind: field.whose })),
  );
}

function passagesOf(source: string, locateLetter: (offset: number) => Position): Passage[] {
  const { text, shifts } = normalForm(source);
  const starts = sentenceStarts(text);
  return starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1]),
    quoted: false,
    endorsed: endorses(text.slice(start, starts[index + 1])),
    position: (offset) => locateLetter(sourceOffset(shifts, start + offset)),
  }));
}
