/** Which pages the dev server holds back because of which problems, and what they say instead. */
import path from 'node:path';
import { formatText } from '../checks/report.ts';
import { lostAddress } from '../checks/rules/lost-address.ts';
import { shapeRules } from '../checks/rules/shape.ts';
import { unknownReference } from '../checks/rules/unknown-reference.ts';
import type { CheckResult } from '../checks/run.ts';
import { forBuild } from '../checks/severity.ts';
import { collectionOf, collections, pageOf, type CollectionName } from '../corpus/collections.ts';
import { escaped } from '../domain/escape.ts';
import { formatCount } from '../domain/format.ts';
import type { Problem } from '../problem.ts';

type Checked = Pick<CheckResult, 'corpus' | 'problems'>;

// With these an entry is missing, or names one that is: whatever is made from it breaks.
const unsoundRules = new Set([...shapeRules, unknownReference].map(({ id }) => id));

/**
 * The errors because of which a page is not shown. One file's mistake in wording holds back the
 * page that shows it: all others are what they say. A file that is not sound holds back every page,
 * since most are made from it, and one that leaves out its claims without a word looks finished.
 * Only an article or a text that is not sound concerns its own page alone: authors write one while
 * they look at others, and lists show what there is.
 * @param pathname the address that was asked for
 */
export function holding(checked: Checked, pathname: string): Problem[] {
  return forBuild(checked.problems).filter((problem) => {
    // No page is made from the list of addresses.
    if (problem.severity !== 'error' || problem.rule === lostAddress.id) return false;
    const pages = pagesReading(problem.file, checked);
    if (pages === undefined) return true;
    const collection = collectionAt(problem.file);
    const isOwn = collection === 'articles' || collection === 'pages';
    if (!isOwn && unsoundRules.has(problem.rule)) return true;
    return pages.includes(pathname);
  });
}

/** Files of which a page can be made only when they are mended: lists go on without them. */
export function unsoundFiles({ problems }: Checked): string[] {
  return problems
    .filter(({ severity, rule }) => severity === 'error' && unsoundRules.has(rule))
    .map(({ file }) => file);
}

// Problems name a file as "content/claims/zinc.yaml", whatever the folder itself is called.
function collectionAt(file: string): CollectionName | undefined {
  return collectionOf(file.slice(file.indexOf('/') + 1));
}

// The pages on which what stands in a file is read; undefined where that may be any page.
function pagesReading(file: string, { corpus }: Checked): string[] | undefined {
  const collection = collectionAt(file);
  if (collection === undefined) return undefined;
  const { extension, list, readOn } = collections[collection];
  if (readOn === undefined) return undefined;
  const id = path.basename(file, extension);
  const entries: readonly { id: string; file: string }[] =
    list === true ? [...corpus.entries[collection].values()] : [{ id, file }];
  const own = entries
    .filter((entry) => entry.file === file)
    .flatMap((entry) => pageOf(collection, entry.id) ?? []);
  return [...own, ...readOn(id)];
}

/** The page that stands in for one that is held back. */
export function problemPage(problems: readonly Problem[]): string {
  return page(formatCount(problems.length, 'error'), formatText(problems), untilMended);
}

/** The page that stands in for every one while nothing could be checked. */
export function failurePage(text: string): string {
  return page('The content cannot be checked', text, untilMended);
}

/** The page at an address of what was taken away; the site has one of its own. */
export function gonePage(reason: string): string {
  return page('Taken away', reason, 'The built site answers so here, with a page of its own.');
}

const untilMended = 'When this is mended, the page is shown again by itself.';

// Vite's client reloads it after each change. The text is that of the terminal.
function page(title: string, text: string, then: string): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>${title}</title><script type="module" src="/@vite/client"></script>` +
    '<style>body{font:1rem/1.5 sans-serif;margin:2rem;max-width:60rem}pre{font-size:1rem;white-space:pre-wrap;overflow-wrap:anywhere}</style>' +
    `</head><body><h1>${title}</h1><pre>${escaped(text)}</pre>` +
    `<p>${then}</p></body></html>\n`
  );
}
