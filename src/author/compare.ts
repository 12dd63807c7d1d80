/** What differs for readers between two states of the content. */
import { findAmounts } from '../checks/language/amounts.ts';
import {
  collectionNames,
  collections,
  pageOf,
  titleOf,
  type CollectionName,
} from '../corpus/collections.ts';
import { readOr } from '../corpus/partial.ts';
import type { Corpus, Entry, ProseEntry } from '../corpus/corpus.ts';
import { compileEntry } from '../corpus/prose.ts';
import { isPublished } from '../domain/dates.ts';
import { formatCount } from '../domain/format.ts';
import { isListed } from './remove.ts';
import { aliasesOf } from './rename.ts';

/** What became of one entry. */
export interface Difference {
  collection: CollectionName;
  kind: 'new' | 'gone' | 'renamed' | 'changed';
  /** Its page, or its collection and id. */
  where: string;
  /** Where it is now; of what was renamed alone. */
  to?: string;
  title: string;
  /** Whether readers see it yet. */
  isOut: boolean;
  details: readonly Detail[];
}

/** One thing that differs: what goes and what comes. */
export interface Detail {
  what: string;
  out: readonly string[];
  in: readonly string[];
}

interface State {
  entry: Entry;
  where: string;
  title: string;
}

/**
 * Everything that differs, in the order of the collections.
 * @param today decides what readers see yet, `YYYY-MM-DD`
 */
export function compare(before: Corpus, after: Corpus, today: string): Difference[] {
  // A day that nobody can read keeps nothing from readers: no build knows of it.
  const isOut = (data: object): boolean => readOr(() => isPublished(data, today), true);
  return collectionNames.flatMap((collection) => {
    const [olds, news] = [statesOf(before, collection), statesOf(after, collection)];
    const oldOf = (id: string, state: State): [string, State] | undefined => {
      const own = olds.get(id);
      if (own !== undefined) return [id, own];
      const aliases = aliasesOf(state.entry.data);
      return [...olds].find(
        ([old, { where }]) => !news.has(old) && (aliases.includes(where) || aliases.includes(old)),
      );
    };
    const taken = new Set<string>();
    const found = [...news].flatMap(([id, state]): Difference[] => {
      const common = {
        collection,
        title: state.title,
        isOut: isOut(state.entry.data),
      };
      const old = oldOf(id, state);
      if (old === undefined) return [{ ...common, kind: 'new', where: state.where, details: [] }];
      const [oldId, oldState] = old;
      taken.add(oldId);
      const details = detailsOf(oldState.entry, state.entry);
      if (oldId !== id)
        return [{ ...common, kind: 'renamed', where: oldState.where, to: state.where, details }];
      return details.length === 0
        ? []
        : [{ ...common, kind: 'changed', where: state.where, details }];
    });
    const gone = [...olds]
      .filter(([id]) => !taken.has(id))
      .map(([, { where, title, entry }]): Difference => ({
        collection,
        kind: 'gone',
        where,
        title,
        isOut: isOut(entry.data),
        details: [],
      }));
    return [...gone, ...found];
  });
}

// Prose whose fields do not all fit is compared as far as they do.
function statesOf({ entries, partial }: Corpus, collection: CollectionName): Map<string, State> {
  const all: Entry[] = [
    ...(entries[collection] as Map<string, Entry>).values(),
    ...partial.filter((entry) => entry.collection === collection),
  ];
  return new Map(
    all.map((entry) => [
      entry.id,
      {
        entry,
        where: pageOf(collection, entry.id) ?? `${collection}/${entry.id}`,
        title: titleOf(collection, entry),
      },
    ]),
  );
}

// What readers are not shown, or what follows from the rest.
const unshown: ReadonlySet<string> = new Set(['exceptions', 'aliases', 'fragmentAliases']);

function detailsOf(before: Entry, after: Entry): Detail[] {
  if (before.digest === after.digest && before.file === after.file && !isListed(after)) return [];
  const fields = detailsOfData(before.data, after.data);
  const prose = isProse(before) && isProse(after) ? detailsOfProse(before, after) : [];
  return [...fields, ...prose];
}

function isProse(entry: Entry): entry is ProseEntry {
  return collections[entry.collection].extension === '.mdx';
}

function detailsOfData(before: object, after: object): Detail[] {
  const [olds, news] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((what) =>
    detail(what, olds.get(what) ?? [], news.get(what) ?? []),
  );
}

// Values by their field; of a list each item is one, so that one that moves is none that differs.
function valuesOf(data: object, above = ''): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    if (above === '' && unshown.has(key)) continue;
    const what = above === '' ? key : `${above}.${key}`;
    if (Array.isArray(value)) values.set(what, value.map(shown));
    else if (value !== null && typeof value === 'object')
      for (const [inner, all] of valuesOf(value, what)) values.set(inner, all);
    else if (value !== undefined) values.set(what, [shown(value)]);
  }
  return values;
}

// `{ sex: female, amount: 900 }`
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${shown(inner)}`)
      .join(', ')} }`;
  return String(value);
}

function detailsOfProse(before: ProseEntry, after: ProseEntry): Detail[] {
  const [old, now] = [proseOf(before), proseOf(after)];
  const details = [
    ...detail('headings', old.headings, now.headings),
    ...detail('figures in the text', old.amounts, now.amounts),
    ...detail('cites', old.cites, now.cites),
    ...detail('shows', old.shows, now.shows),
    ...detail('links to', old.links, now.links),
  ];
  const [out, into] = [less(old.sentences, now.sentences), less(now.sentences, old.sentences)];
  if (out.length + into.length === 0) return details;
  const said = (count: number): string[] => (count === 0 ? [] : [formatCount(count, 'sentence')]);
  return [...details, { what: 'text', out: said(out.length), in: said(into.length) }];
}

interface Prose {
  headings: string[];
  amounts: string[];
  cites: string[];
  shows: string[];
  links: string[];
  sentences: string[];
}

function proseOf(entry: ProseEntry): Prose {
  const { document, sentences } = compileEntry(entry);
  return {
    headings: document.headings.map(({ text }) => text),
    amounts: sentences.flatMap((sentence) => findAmounts(sentence.text).map(({ text }) => text)),
    cites: [...new Set(document.citations.flatMap(({ ids }) => ids))],
    shows: document.components
      .filter(({ children }) => children.length === 0)
      .map(({ name, props }) => `<${name} ${Object.values(props).map(shown).join(' ')}>`),
    links: document.links.map(({ href }) => href),
    sentences: sentences.map(({ text }) => text.trim()),
  };
}

function detail(what: string, before: readonly string[], after: readonly string[]): Detail[] {
  const [out, into] = [less(before, after), less(after, before)];
  return out.length + into.length === 0 ? [] : [{ what, out, in: into }];
}

// Those of a list that another one lacks, each as often as it lacks it.
function less(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of other) left.set(item, (left.get(item) ?? 0) + 1);
  return list.filter((item) => {
    const count = left.get(item) ?? 0;
    if (count > 0) left.set(item, count - 1);
    return count === 0;
  });
}
