/** Compiled documents, from the checks to the pages and to later commands: no file is compiled twice. */
import { listedAnswer } from '../document/answer.ts';
import type { Document } from '../document/document.ts';
import { inReadingOrder } from '../document/reading-order.ts';
import type { ArticleIndex } from '../schemas/article.ts';
import { codeDigest } from '../store/code.ts';
import { keyOf, type Store } from '../store/store.ts';
import {
  collectionNames,
  collections,
  type CollectionName,
  type EntryData,
  type ProseCollection,
} from './collections.ts';
import { originalOf } from './picture.ts';
import type { Corpus, Entry, ProseEntry } from './corpus.ts';
import { compileEntry } from './prose.ts';

/** An entry with its compiled prose, as pages need it. */
export interface CompiledEntry<Name extends ProseCollection> {
  data: EntryData<Name>;
  document: Document;
}

/** What pages load of an entry; `digest` changes whenever it does. */
export interface PageRecord {
  id: string;
  data: Record<string, unknown>;
  digest: string;
}

/** Every entry that has a document of its own. */
export function proseEntries({ entries }: Corpus): ProseEntry[] {
  return collectionNames
    .filter(isProseCollection)
    .flatMap((name) => [...(entries[name] as Map<string, ProseEntry>).values()]);
}

/** Key of what the compiler makes of an entry. */
export function documentKey({ collection, digest }: Pick<Entry, 'collection' | 'digest'>): string {
  return `document ${keyOf([codeDigest(), collection, digest])}`;
}

const indexKey = (key: string): string => `index of ${key}`;

/** Keeps the document of an entry, and of an article what lists need of it. */
export function keepDocument(entry: ProseEntry, document: Document, store: Store): void {
  const key = documentKey(entry);
  if (entry.collection === 'articles')
    store.set(indexKey(entry.file), indexKey(key), JSON.stringify(indexOf(entry.data, document)));
  store.set(`document ${entry.file}`, key, JSON.stringify({ data: entry.data, document }));
}

/**
 * Reads a compiled document.
 * @throws {Error} when it is not there, which the checks before it rule out
 */
export function readCompiled<Name extends ProseCollection>(
  key: string,
  store: Store,
): CompiledEntry<Name> {
  const text = store.get(key);
  if (text === undefined) throw new Error(`The ${key} is gone: start the command again.`);
  return JSON.parse(text) as CompiledEntry<Name>;
}

// What was made of an entry for pages: files that did not change give the same entries to a process.
const recordBefore = new WeakMap<Entry, PageRecord>();

/**
 * What pages load of a collection, in the order of the corpus. Entries that are not sound are left
 * out: the checks, which run before any build and beside the dev server, say what is wrong with them.
 * @param unsound files that are left out, too
 */
export function pageRecords(
  { entries, pictures }: Corpus,
  collection: keyof Corpus['entries'],
  store: Store,
  unsound: ReadonlySet<string> = new Set(),
): PageRecord[] {
  return [...(entries[collection] as Map<string, Entry>).values()]
    .filter(({ isSound, file }) => isSound && !unsound.has(file))
    .flatMap((entry): PageRecord[] => {
      if (collection === 'images') return pictureRecord(entry, pictures);
      const before = recordBefore.get(entry);
      // What lies beside this process may be gone.
      if (before !== undefined && (!isProse(entry) || store.holds(before.digest))) return [before];
      const made = isProse(entry) ? proseRecord(entry, store) : dataRecord(entry);
      if (made === undefined) return [];
      recordBefore.set(entry, made);
      return [made];
    });
}

function dataRecord(entry: Entry): PageRecord {
  return { ...dataOf(entry), digest: keyOf([codeDigest(), entry.digest]) };
}

function dataOf({ id, data }: Entry): Pick<PageRecord, 'id' | 'data'> {
  return { id, data: data as PageRecord['data'] };
}

function pictureRecord(entry: Entry, pictures: Corpus['pictures']): PageRecord[] {
  const original = originalOf(pictures.get(entry.id));
  if (original === undefined) return [];
  const { id, data } = dataOf(entry);
  // Its address names its bytes.
  const digest = keyOf([codeDigest(), entry.digest, original.src]);
  return [{ id, data: { ...data, original }, digest }];
}

// Undefined where the prose does not compile.
function proseRecord(entry: ProseEntry, store: Store): PageRecord | undefined {
  const digest = documentKey(entry);
  const index = store.get(indexKey(digest));
  // That it is whole the checks have seen.
  if (!store.holds(digest) || (entry.collection === 'articles' && index === undefined)) {
    const { document, diagnostics } = compileEntry(entry);
    if (diagnostics.length > 0) return undefined;
    keepDocument(entry, document, store);
  }
  if (entry.collection !== 'articles') return { ...dataOf(entry), digest };
  const kept = index ?? store.get(indexKey(digest));
  return kept === undefined
    ? undefined
    : { id: entry.id, data: JSON.parse(kept) as PageRecord['data'], digest };
}

function isProse(entry: Entry): entry is ProseEntry {
  return isProseCollection(entry.collection);
}

function isProseCollection(name: CollectionName): name is ProseCollection {
  return collections[name].extension === '.mdx';
}

function indexOf(
  { urgent, takeaways: _takeaways, faq, ...data }: EntryData<'articles'>,
  document: Document,
): ArticleIndex {
  const citations: string[] = [];
  const figures: ArticleIndex['figures'] = [];
  const cite = (ids: readonly string[]): void => {
    citations.push(...ids.filter((id) => !citations.includes(id)));
  };
  for (const part of inReadingOrder(document)) {
    if (part.kind === 'citation') cite(part.ids);
    else if (part.name === 'Quote') cite([part.props.source]);
    else if (part.name === 'Figure') figures.push({ id: part.props.id, after: citations.length });
  }
  return {
    ...data,
    ...(urgent === undefined ? {} : { cannotWait: urgent.title }),
    words: document.words,
    citations,
    figures,
    products: [
      ...new Set(
        document.components.flatMap(({ name, props }) =>
          name === 'ProductCard' ? [props.id] : name === 'ProductTable' ? props.ids : [],
        ),
      ),
    ],
    questions: faq.map((item, number) => ({
      id: document.questionIds[number] ?? '',
      question: item.question,
      topics: item.topics ?? data.topics,
      theme: item.theme ?? data.theme,
      aliases: item.aliases,
      answer: listedAnswer(document.answers[number] ?? []),
    })),
  };
}
