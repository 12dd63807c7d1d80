/** Examines the built site before it is published: the place of a problem is the file that was built. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ledgerName } from '../../corpus/ledger.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { LineIndex } from '../../document/line-index.ts';
import { isPublished } from '../../domain/dates.ts';
import { formatCount } from '../../domain/format.ts';
import { siteUrl } from '../../environment.ts';
import type { Problem } from '../../problem.ts';
import { addressOf, routes } from '../../routes.ts';
import { codeDigest } from '../../store/code.ts';
import { keyOf, type Store } from '../../store/store.ts';
import { fatesOf, type Checked, type Fates } from '../ledger.ts';
import { readBuiltPage } from './built-page.ts';
import { examine, factsKey, type Terms } from './examine.ts';
import { validateHtml } from './html.ts';
import { outsideLinkTerms } from './outside-links.ts';
import {
  addressOfFile,
  idsIn,
  named,
  placeOf,
  restIn,
  targetsIn,
  type PageFacts,
} from './page-facts.ts';
import { noShapes, type PageShapes } from './shapes.ts';
import { outputRules, toProblem } from './rules.ts';

/** The ids of the page at an address; undefined where there is none. */
type Anchors = (address: string) => ReadonlySet<string> | undefined;

/** What is there for links to lead to. */
interface Places {
  isBuilt: (address: string) => boolean;
  anchors: Anchors;
}

const isText = /\.(?:html|css|xml|atom|json|csv|txt|md|bib|webmanifest)$/;

/** What was looked at in a site, for the next one that has some of the same files. */
export interface OutputLook {
  /** Changes with everything that decides what is wrong with a file by itself. */
  rules: string;
  /** Digests of its pages, by file. */
  digests: Record<string, string>;
  /** Names of all places on it to which its pages led, and perhaps of some to which none leads any more. */
  targets: string[];
}

/** How a site is examined. */
export interface OutputOptions {
  /** What was looked at in a site that was published, and which of its files are those of this one. */
  published?: { look: OutputLook; has: (file: string) => boolean } | undefined;
  /** Number of pages from which on they are looked at on all cores. */
  threadsFrom?: number;
}

/**
 * Every problem of a built site.
 * @param directory the staging folder
 * @param today the day that the site was built for
 * @param store keeps what pages have, and which HTML was valid
 */
export async function checkOutput(
  directory: string,
  { corpus, documents }: Checked,
  today: string,
  store: Store,
  { published, threadsFrom }: OutputOptions = {},
): Promise<{ problems: Problem[]; look: OutputLook }> {
  const files = filesIn(directory).sort();
  const built = new Set(files.map((file) => addressOf(`/${file}`)));
  const read = (file: string): string => readFileSync(path.join(directory, file)).toString();
  const facts = new Map<string, string>();
  const problems: Problem[] = [];
  const unknown = new Map<string, PageShapes & { key: string; isSound: boolean }>();
  const terms = termsOf(directory, corpus, today);
  const look: OutputLook = {
    rules: keyOf([terms.rules, siteUrl(), ...terms.hidden]),
    digests: {},
    targets: [],
  };
  const known = new Set<string>();
  // A file of a site that was published had nothing wrong: it is not read again.
  const wasPublished = published?.look.rules === look.rules ? published.has : () => false;
  const isKnown = (file: string): boolean => {
    if (!wasPublished(file)) return false;
    if (!file.endsWith('.html')) return true;
    const digest = published?.look.digests[file] ?? '';
    const kept = store.get(factsKey(terms.rules, file, digest));
    if (kept === undefined) return false;
    look.digests[file] = digest;
    facts.set(file, kept);
    known.add(file);
    return true;
  };
  const texts = files.filter((name) => isText.test(name) && !isKnown(name));
  const shapes = noShapes();
  const validation = validateHtml(shapes.list, store);
  const examined = await examine(terms, texts, store, shapes, validation.go, threadsFrom);
  for (const [index, { problems: own, page }] of examined.entries()) {
    problems.push(...own);
    if (page === undefined) continue;
    const file = texts[index] ?? '';
    look.digests[file] = page.digest;
    facts.set(file, page.facts);
    if (page.shapes === undefined) continue;
    const key = factsKey(terms.rules, file, page.digest);
    unknown.set(file, { ...page.shapes, key, isSound: own.length === 0 });
  }
  const invalid = await validation.diagnostics(unknown, read);
  for (const [file, { key, isSound }] of unknown) {
    const diagnostics = invalid.get(file) ?? [];
    for (const { message, ...place } of diagnostics)
      problems.push(toProblem(file, outputRules.html, place, message));
    if (isSound && diagnostics.length === 0) store.set(`page ${file}`, key, facts.get(file) ?? '');
  }
  // In the order of their names, whichever of them were read.
  const inOrder = new Map(files.flatMap((file) => entryOf(facts, file)));
  const {
    anchors,
    targets: led,
    ...found
  } = compare(
    inOrder,
    built,
    read,
    { files: known, targets: known.size === 0 ? [] : (published?.look.targets ?? []) },
    new Set([
      ...[...corpus.entries.articles.keys()].map((id) => addressOf(routes.article(id))),
      ...[...corpus.entries.figures.keys()].map((id) => addressOf(routes.figure(id))),
    ]),
  );
  look.targets = led;
  const lost = findLost(
    fatesOf({ corpus, documents }, today).kept,
    ledgerName(corpus.directory),
    anchors,
    built,
  );
  return {
    problems: [...problems, ...found.same, ...found.otherStyles, ...found.dead, ...lost],
    look,
  };
}

function entryOf(map: ReadonlyMap<string, string>, key: string): [string, string][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function filesIn(directory: string, below = ''): string[] {
  return readdirSync(path.join(directory, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(directory, `${below}${entry.name}/`)
      : entry.isFile()
        ? [below + entry.name]
        : [],
  );
}

// What of the content and of the environment decides what is wrong with a file.
function termsOf(directory: string, corpus: Corpus, today: string): Terms {
  const links = outsideLinkTerms(corpus);
  const hidden = [...corpus.entries.articles.values()]
    .filter(({ data }) => !isPublished(data, today))
    .map(({ id }) => routes.article(id));
  return { directory, hidden, links, rules: keyOf([codeDigest(), JSON.stringify(links)]) };
}

/**
 * What of a page other pages are compared with, once all are known.
 * @param known files of pages that were published, and where at least all of them led
 * @param dated addresses of articles and figures
 */
function compare(
  texts: ReadonlyMap<string, string>,
  built: ReadonlySet<string>,
  read: (file: string) => string,
  known: { files: ReadonlySet<string>; targets: readonly string[] },
  dated: ReadonlySet<string>,
): {
  anchors: Anchors;
  targets: string[];
  same: Problem[];
  otherStyles: Problem[];
  dead: Problem[];
} {
  const pages = new Map<string, string>();
  const same = sameFinder(dated);
  // The policy of a site names the styles of its home page.
  const policy = new Set(restIn(texts.get('index.html') ?? '{"styles":[]}').styles);
  const sameOnes: Problem[] = [];
  const otherStyles: Problem[] = [];
  for (const [file, text] of texts) {
    const facts = restIn(text);
    pages.set(addressOfFile(file), text);
    sameOnes.push(...same(file, facts));
    if (facts.styles.some((style) => !policy.has(style)))
      otherStyles.push(
        toProblem(
          file,
          outputRules.styles,
          { line: 1, column: 1 },
          'the page holds styles that the home page does not.',
        ),
      );
  }
  const anchors = anchorsIn(pages);
  const places: Places = {
    isBuilt: (address) => pages.has(address) || built.has(address),
    anchors,
  };
  // While all places are there to which pages of the published site led, their links need no look.
  const isThere = known.targets.every((name) => faultOf(name, places) === undefined);
  const linked: Linked = new Map();
  for (const [file, text] of texts)
    if (!isThere || !known.files.has(file)) addLinks(linked, targetsIn(text), file);
  const led = [...new Set([...(isThere ? known.targets : []), ...linked.keys()])];
  const dead = findDead(linked, places, read);
  return { anchors, targets: led, same: sameOnes, otherStyles, dead };
}

// Of most pages no link names a place in them.
function anchorsIn(pages: ReadonlyMap<string, string>): Anchors {
  const sets = new Map<string, ReadonlySet<string>>();
  return (address) => {
    const text = pages.get(address);
    if (text === undefined) return undefined;
    let set = sets.get(address);
    if (set === undefined) sets.set(address, (set = new Set(idsIn(text))));
    return set;
  };
}

// What the content has and the code does not make any more.
function findLost(
  lines: Fates['kept'],
  file: string,
  anchors: Anchors,
  built: ReadonlySet<string>,
): Problem[] {
  return lines
    .filter(({ address }) => {
      const [page = '', fragment] = addressOf(address).split('#');
      const own = anchors(page);
      return fragment === undefined
        ? own === undefined && !built.has(page)
        : own?.has(fragment) !== true;
    })
    .map(({ address, line }) =>
      toProblem(file, outputRules.address, { line, column: 1 }, `${address} was not built.`),
    );
}

/** Links by the name of where they lead, or by what is wrong with that, in the order in which they were met. */
type Linked = Map<string, { target: string; file: string; pages: number }>;

function addLinks(linked: Linked, found: PageFacts['targets'], file: string): void {
  for (const target of found) {
    const known = linked.get(target);
    if (known === undefined) linked.set(target, { target, file, pages: 1 });
    else known.pages += 1;
  }
}

// Undefined where a place is there.
function faultOf(name: string, { isBuilt, anchors }: Places): string | undefined {
  const [to, fragment] = named(name);
  if (!isBuilt(to)) return `${to} was not built`;
  if (fragment === '') return undefined;
  const ids = anchors(to);
  return ids === undefined || ids.has(fragment) ? undefined : `${to} has no id "${fragment}"`;
}

// A dead link in the frame of the site stands on every page, and is one mistake.
function findDead(linked: Linked, places: Places, read: (file: string) => string): Problem[] {
  const dead: Linked = new Map();
  for (const { target, file, pages } of linked.values()) {
    const message = faultOf(target, places);
    if (message === undefined) continue;
    const known = dead.get(message);
    if (known === undefined) dead.set(message, { target, file, pages });
    else known.pages += pages;
  }
  return [...dead].map(([message, { file, target, pages }]) => {
    const text = read(file);
    const at = placeOf(readBuiltPage(text), addressOfFile(file), named(target));
    const also = pages === 1 ? '' : `, nor for ${formatCount(pages - 1, 'other page')}`;
    const place = new LineIndex(text).position(at);
    return toProblem(file, outputRules.link, place, `${message}${also}.`);
  });
}

// Told at the later of two pages. What two articles or two figures say of themselves is told by `twin`,
// at their files: one of them may have waited for this day, and no night leaves the site unbuilt.
function sameFinder(
  dated: ReadonlySet<string>,
): (file: string, facts: Pick<PageFacts, 'title' | 'description'>) => Problem[] {
  const first = new Map<string, string>();
  return (file, { title, description }) =>
    Object.entries({ title, description }).flatMap(([field, value = '']): Problem[] => {
      if (value === '') return [];
      const key = `${field} ${value}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, file);
        return [];
      }
      if ([file, other].every((one) => dated.has(addressOfFile(one)))) return [];
      const message = `the page has the ${field} of ${addressOfFile(other)}: "${value.slice(0, 80)}".`;
      return [toProblem(file, outputRules.head, { line: 1, column: 1 }, message)];
    });
}
