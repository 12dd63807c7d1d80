/** Which problems of the content concern which page of the dev server. */
import path from 'node:path';
import { shapeRules } from '../checks/rules/shape.ts';
import { unknownReference } from '../checks/rules/unknown-reference.ts';
import type { CheckResult } from '../checks/run.ts';
import { forBuild } from '../checks/severity.ts';
import {
  collectionOf,
  collections,
  isEvidence,
  pageOf,
  type CollectionName,
} from '../corpus/collections.ts';
import type { Entry } from '../corpus/corpus.ts';
import type { Problem } from '../problem.ts';
import { citable } from '../schemas/fields.ts';

type Checked = Pick<CheckResult, 'corpus' | 'problems'>;

// With these an entry is missing, or names one that is: whatever is made from it breaks.
const unsoundRules = new Set([...shapeRules, unknownReference].map(({ id }) => id));

/**
 * The errors because of which a page cannot be made as it is. A file that is not sound holds back
 * every page, since most are made from it, and one that leaves out its claims without a word looks
 * finished. Only an article or a text concerns its own page alone: authors write one while they look
 * at others, and lists show what there is. A mistake in wording holds back nothing: it is told beside
 * the page, see `problemsAt`.
 * @param pathname the address that was asked for
 */
export function holding(checked: Checked, pathname: string): Problem[] {
  return forBuild(checked.problems).filter(({ severity, rule, file }) => {
    if (severity !== 'error' || !unsoundRules.has(rule)) return false;
    const collection = collectionAt(file);
    const isOwn = collection !== undefined && !isEvidence(collection);
    return !isOwn || pagesReading(file, checked).includes(pathname);
  });
}

/**
 * The problems of the content, apart: those of what a page shows, and all others. A page shows the
 * files that are read on it; an article shows what it cites and names, too.
 * @param pathname the address that was asked for
 */
export function problemsAt(
  checked: Checked & Pick<CheckResult, 'documents'>,
  pathname: string,
): { here: Problem[]; elsewhere: Problem[] } {
  const held = new Set(holding(checked, pathname).map(placeOf));
  const named = namedBy(checked, pathname);
  const isHere = (problem: Problem): boolean =>
    held.has(placeOf(problem)) ||
    pagesReading(problem.file, checked).includes(pathname) ||
    entriesAt(problem, checked).some((one) => named.has(one));
  const { true: here = [], false: elsewhere = [] } = Object.groupBy(checked.problems, (problem) =>
    isHere(problem) ? 'true' : 'false',
  );
  return { here, elsewhere };
}

function placeOf({ file, line, column, rule, message }: Problem): string {
  return `${file}:${line}:${column} ${rule} ${message}`;
}

// Entries that the article of an address cites and names.
function namedBy(
  { corpus, documents }: Checked & Pick<CheckResult, 'documents'>,
  pathname: string,
): Set<Entry> {
  const summary = documents.find(
    ({ entry }) => entry.collection === 'articles' && pageOf('articles', entry.id) === pathname,
  );
  const of = (name: CollectionName, id: string): Entry[] =>
    [(corpus.entries[name] as Map<string, Entry>).get(id) ?? []].flat();
  return new Set(
    summary === undefined
      ? []
      : [
          ...[...summary.cited].flatMap((id) => citable.flatMap((name) => of(name, id))),
          ...summary.named.flatMap(({ id, collections: names }) =>
            names.flatMap((name) => of(name, id)),
          ),
        ],
  );
}

// The entry of a file in which a problem stands: of a list the last that begins before it.
function entriesAt({ file, line }: Problem, { corpus }: Checked): Entry[] {
  const collection = collectionAt(file);
  if (collection === undefined) return [];
  const entries = [...(corpus.entries[collection] as Map<string, Entry>).values()].filter(
    (entry) => entry.file === file,
  );
  if (collections[collection].list !== true) return entries;
  const before = entries
    .map((entry) => ({ entry, start: entry.locate([]).line }))
    .filter(({ start }) => start <= line)
    .sort((a, b) => b.start - a.start);
  return before.slice(0, 1).map(({ entry }) => entry);
}

/** Files of which a page can be made only when they are mended: lists go on without them. */
export function unsoundFiles({ problems }: Checked): Set<string> {
  return new Set(
    problems
      .filter(({ severity, rule }) => severity === 'error' && unsoundRules.has(rule))
      .map(({ file }) => file),
  );
}

// Problems name a file as "content/claims/zinc.yaml", whatever the folder itself is called.
function collectionAt(file: string): CollectionName | undefined {
  return collectionOf(file.slice(file.indexOf('/') + 1));
}

// The pages on which what stands in a file is read, as far as anybody can tell.
function pagesReading(file: string, { corpus }: Checked): string[] {
  const collection = collectionAt(file);
  if (collection === undefined) return [];
  const { extension, list, readOn } = collections[collection];
  const id = path.basename(file, extension);
  const entries: readonly { id: string; file: string }[] =
    list === true ? [...corpus.entries[collection].values()] : [{ id, file }];
  const own = entries
    .filter((entry) => entry.file === file)
    .flatMap((entry) => pageOf(collection, entry.id) ?? []);
  return [...own, ...(readOn?.(id) ?? [])];
}
