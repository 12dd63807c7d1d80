/** Examines the built site before it is published: the place of a problem is the file that was built. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTask } from 'node:timers/promises';
import { ledgerName } from '../../corpus/ledger.ts';
import { keyOf, type Corpus } from '../../corpus/read.ts';
import { LineIndex } from '../../document/line-index.ts';
import { isPublished } from '../../domain/dates.ts';
import { formatCount } from '../../domain/format.ts';
import { siteUrl } from '../../environment.ts';
import type { Problem } from '../../problem.ts';
import { addressOf, pathOf, routes } from '../../routes.ts';
import { codeDigest } from '../../store/code.ts';
import type { Store } from '../../store/store.ts';
import { fatesOf, type Checked, type Fates } from '../ledger.ts';
import type { RuleText } from '../rule.ts';
import { foldSpace, readBuiltPage, shows, type BuiltPage } from './built-page.ts';
import { validateHtml } from './html.ts';
import { outsideLinkChecks } from './outside-links.ts';
import { noShapes, type PageShapes } from './shapes.ts';
import { outputRules, type OutputDiagnostic as Diagnostic } from './rules.ts';
import { takePageApart } from './take-apart.ts';
import { foreignInStyle } from './third-parties.ts';

/** What of a page other pages are looked at with; kept where nothing was wrong with the page itself. */
interface PageFacts {
  ids: string[];
  /** Names of where its links lead on this site, each once. */
  targets: string[];
  /** Digests of its style elements. */
  styles: string[];
  /** Of a page that search engines may list. */
  title?: string;
  description?: string;
}

/** The ids of the page at an address; undefined where there is none. */
type Anchors = (address: string) => ReadonlySet<string> | undefined;

/** What is there for links to lead to. */
interface Places {
  isBuilt: (address: string) => boolean;
  anchors: Anchors;
}

const isText = /\.(?:html|css|xml|atom|json|csv|txt|md|bib|webmanifest)$/;
/** Files between two looks at what the validator answered. */
const handful = 50;

/** What was looked at in a site, for the next one that has some of the same files. */
export interface OutputLook {
  /** Changes with everything that decides what is wrong with a file by itself. */
  rules: string;
  /** Digests of its pages, by file. */
  digests: Record<string, string>;
  /** Names of all places on it to which its pages led, and perhaps of some to which none leads any more. */
  targets: string[];
}

/**
 * Every problem of a built site.
 * @param directory the staging folder
 * @param today the day that the site was built for
 * @param store keeps what pages have, and which HTML was valid
 * @param published what was looked at in a site that was published, and which of its files are those of this one
 */
export async function checkOutput(
  directory: string,
  { corpus, documents }: Checked,
  today: string,
  store: Store,
  published?: { look: OutputLook; has: (file: string) => boolean },
): Promise<{ problems: Problem[]; look: OutputLook }> {
  const files = filesIn(directory).sort();
  const built = new Set(files.map((file) => addressOf(`/${file}`)));
  const bytesOf = (file: string): Buffer => readFileSync(path.join(directory, file));
  const read = (file: string): string => bytesOf(file).toString();
  // As text: what is parsed of a page holds on to all of it.
  const facts = new Map<string, string>();
  const problems: Problem[] = [];
  const unknown = new Map<string, PageShapes & { key: string; isSound: boolean }>();
  const shapes = noShapes();
  const validation = validateHtml(shapes.list, store);
  const hidden = unpublishedIn(corpus, today);
  const links = outsideLinkChecks(corpus);
  const lookAt = (page: BuiltPage, text: string, address: string): Diagnostic[] => [
    ...pageDiagnostics(page, address, links.find),
    ...(address === routes.gallery() ? [] : links.findUnsaid(text, page)),
  ];
  const rules = keyOf([codeDigest(), links.key]);
  const factsKey = (file: string, digest: string): string =>
    `page ${keyOf([rules, addressOfFile(file), digest])}`;
  const look: OutputLook = { rules: keyOf([rules, hidden.key]), digests: {}, targets: [] };
  const known = new Set<string>();
  // A file of a site that was published had nothing wrong: it is not read again.
  const wasPublished = published?.look.rules === look.rules ? published.has : () => false;
  const isKnown = (file: string): boolean => {
    if (!wasPublished(file)) return false;
    if (!file.endsWith('.html')) return true;
    const digest = published?.look.digests[file] ?? '';
    const kept = store.get(factsKey(file, digest));
    if (kept === undefined) return false;
    look.digests[file] = digest;
    facts.set(file, kept);
    known.add(file);
    return true;
  };
  const texts = files.filter((name) => isText.test(name) && !isKnown(name));
  for (const [index, file] of texts.entries()) {
    if (index % handful === handful - 1) await nextTask();
    const bytes = bytesOf(file);
    const found: Diagnostic[] = hidden.isIn(bytes) ? hidden.find(bytes.toString()) : [];
    if (!file.endsWith('.html') && links.maySell(bytes)) {
      const text = bytes.toString();
      found.push(...links.findUnsaid(text, { raw: text, text: foldSpace(text) }));
    }
    if (file.endsWith('.css')) {
      const text = bytes.toString();
      const foreign = foreignInStyle(text).map((address) => ({
        address,
        at: text.indexOf(address),
      }));
      found.push(...findForeign({ foreign }));
    }
    if (file.endsWith('.html')) {
      const address = addressOfFile(file);
      const digest = hash('blake2b512', bytes);
      look.digests[file] = digest;
      const key = factsKey(file, digest);
      const kept = store.get(key);
      if (kept !== undefined) {
        facts.set(file, kept);
      } else {
        const text = bytes.toString();
        const { page, shapes: all } = takePageApart(text, shapes);
        const wrong = lookAt(page, text, address);
        found.push(...wrong);
        facts.set(file, factsText(pageFacts(page, address)));
        validation.go();
        // A page that only sends on has no frame of ours.
        const pieces = page.isRedirect ? noPieces : all;
        unknown.set(file, { ...pieces, key, isSound: wrong.length === 0 });
      }
    }
    if (found.length === 0) continue;
    const lines = new LineIndex(bytes.toString());
    for (const { rule, at, message } of found)
      problems.push(toProblem(file, rule, lines.position(at), message));
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
  } = compare(inOrder, built, read, {
    files: known,
    targets: known.size === 0 ? [] : (published?.look.targets ?? []),
  });
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

const noPieces: PageShapes = { isOdd: false, shapes: new Uint32Array() };

function filesIn(directory: string, below = ''): string[] {
  return readdirSync(path.join(directory, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(directory, `${below}${entry.name}/`)
      : entry.isFile()
        ? [below + entry.name]
        : [],
  );
}

function pageFacts(page: BuiltPage, address: string): PageFacts {
  return {
    ids: [...page.ids],
    targets: targets(page, address),
    styles: page.styles.map(({ text }) => digestOfStyle(text)),
    ...(isListed(page) && {
      title: page.head.title,
      description: page.head.description ?? '',
    }),
  };
}

let lastStyle = { text: '', digest: keyOf(['']) };

// Pages hold the same styles.
function digestOfStyle(text: string): string {
  if (lastStyle.text !== text) lastStyle = { text, digest: keyOf([text]) };
  return lastStyle.digest;
}

// A line each for what all pages are asked, and for what few are: nobody reads the links of ten thousand
// pages that are as they were.
function factsText({ ids, targets: led, ...rest }: PageFacts): string {
  return [rest, ids, led].map((part) => JSON.stringify(part)).join('\n');
}

const partIn = (text: string, line: number): unknown => JSON.parse(text.split('\n')[line] ?? '');
const restIn = (text: string): Omit<PageFacts, 'ids' | 'targets'> =>
  partIn(text, 0) as Omit<PageFacts, 'ids' | 'targets'>;
const idsIn = (text: string): string[] => partIn(text, 1) as string[];
const targetsIn = (text: string): string[] => partIn(text, 2) as string[];

/**
 * What of a page other pages are compared with, once all are known.
 * @param known files of pages that were published, and where at least all of them led
 */
function compare(
  texts: ReadonlyMap<string, string>,
  built: ReadonlySet<string>,
  read: (file: string) => string,
  known: { files: ReadonlySet<string>; targets: readonly string[] },
): {
  anchors: Anchors;
  targets: string[];
  same: Problem[];
  otherStyles: Problem[];
  dead: Problem[];
} {
  const pages = new Map<string, string>();
  const same = sameFinder();
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

function addressOfFile(file: string): string {
  return addressOf(`/${file}`.replace(/index\.html$/, ''));
}

function pageDiagnostics(
  page: BuiltPage,
  address: string,
  findInLinks: (links: BuiltPage['links']) => Diagnostic[],
): Diagnostic[] {
  return [
    ...findForeign(page),
    ...(page.isRedirect
      ? []
      : [
          ...findHeadings(page),
          ...findInlineCode(page),
          ...findLostReferences(page),
          ...findStructuredData(page),
          ...findHead(page, address),
          ...findTrail(page, address),
        ]),
    // What the gallery shows is made up: its entries have no pages.
    ...(address === routes.gallery() ? [] : findInLinks(page.links)),
  ];
}

/** Where a link leads on this site. */
type Target = [path: string, fragment: string];

// As one text, since a site of thousands of pages has millions of links.
function nameOf([to, fragment]: Target): string {
  return `${to.length} ${to}${fragment}`;
}

function named(name: string): Target {
  const length = Number.parseInt(name, 10);
  const rest = name.slice(name.indexOf(' ') + 1);
  return [rest.slice(0, length), rest.slice(length)];
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

function toProblem(
  file: string,
  { id, fix }: RuleText,
  { line, column }: { line: number; column: number },
  message: string,
): Problem {
  return { file, line, column, severity: 'error', rule: id, message, fix };
}

function findHeadings({ headings }: BuiltPage): Diagnostic[] {
  if (headings.length === 1) return [];
  const message = `the page has ${headings.length} h1 elements.`;
  return [{ rule: outputRules.heading, at: headings[1]?.at ?? 0, message }];
}

function findInlineCode({ inlineCode, links }: BuiltPage): Diagnostic[] {
  const rule = outputRules.inlineCode;
  return [
    ...inlineCode.map(({ at, what }) => ({ rule, at, message: `the page holds ${what}.` })),
    ...links
      .filter(({ href }) => /^\s*javascript:/i.test(href))
      .map(({ at }) => ({ rule, at, message: 'the page holds a link that runs code.' })),
  ];
}

function findLostReferences({ ids, references }: BuiltPage): Diagnostic[] {
  return references.flatMap(({ at, attribute, value }) =>
    value
      .split(/\s+/)
      .filter((id) => !ids.has(id))
      .map((id) => ({
        rule: outputRules.reference,
        at,
        message: `${attribute} names "${id}", and no element of the page has that id.`,
      })),
  );
}

function findForeign({ foreign }: Pick<BuiltPage, 'foreign'>): Diagnostic[] {
  return foreign.map(({ at, address }) => ({
    rule: outputRules.thirdParty,
    at,
    message: `${address.slice(0, 200)} is fetched from another host.`,
  }));
}

function isListed({ isRedirect, head }: BuiltPage): boolean {
  return !isRedirect && !head.isHidden;
}

function findHead(page: BuiltPage, address: string): Diagnostic[] {
  if (!isListed(page)) return [];
  const { title, description = '', canonical, image } = page.head;
  const own = new URL(address, siteUrl()).href;
  const missing = [
    ...(title.trim() === '' ? ['title'] : []),
    ...(description.trim() === '' ? ['description'] : []),
    ...(image?.startsWith(`${siteUrl()}/`) === true ? [] : ['picture to share of this site']),
  ];
  return [
    ...missing.map((what) => `the page has no ${what}.`),
    ...(canonical === own
      ? []
      : [`the page says that it stands at ${canonical ?? 'no address'}, and stands at ${own}.`]),
  ].map((message) => ({ rule: outputRules.head, at: 0, message }));
}

function findTrail(page: BuiltPage, address: string): Diagnostic[] {
  if (!isListed(page)) return [];
  const rule = outputRules.breadcrumb;
  const told = page.structuredData.flatMap(({ json }) => breadcrumbsIn(json));
  const { trails, headings } = page;
  const isDeep =
    pathOf(address)
      .split('/')
      .filter((part) => part !== '').length > 1;
  if (!isDeep && trails.length === 0 && told.length === 0) return [];
  if (trails.length !== 1 || told.length !== 1)
    return [
      {
        rule,
        at: trails[1]?.at ?? 0,
        message: `the page shows ${formatCount(trails.length, 'way')} down to it, and its structured data hold ${told.length}.`,
      },
    ];
  const at = trails[0]?.at ?? 0;
  const shown = [
    ...(trails[0]?.steps ?? []),
    { name: foldSpace(headings[0]?.text ?? ''), href: address },
  ].map(({ name, href }) => `${name} (${new URL(href, siteUrl()).href})`);
  const said = (told[0] ?? []).map(({ name, item }) => `${foldSpace(name)} (${item})`);
  const wrong = shown.findIndex((step, index) => step !== said[index]);
  if (wrong === -1 && shown.length === said.length) return [];
  const index = wrong === -1 ? shown.length : wrong;
  const message = `step ${index + 1} is ${shown[index] ?? 'nothing'}, and ${said[index] ?? 'nothing'} in the structured data.`;
  return [{ rule, at, message }];
}

interface Crumb {
  name: string;
  item: string;
}

// What is no JSON is told by another rule.
function breadcrumbsIn(json: string): Crumb[][] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const { '@graph': graph = [data] } = (data ?? {}) as { '@graph'?: unknown[] };
  return (graph as { '@type'?: string; itemListElement?: Crumb[] }[])
    .filter((object) => object?.['@type'] === 'BreadcrumbList')
    .map(({ itemListElement = [] }) => itemListElement);
}

// Told at the later of two pages.
function sameFinder(): (
  file: string,
  facts: Pick<PageFacts, 'title' | 'description'>,
) => Problem[] {
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
      const message = `the page has the ${field} of ${addressOfFile(other)}: "${value.slice(0, 80)}".`;
      return [toProblem(file, outputRules.head, { line: 1, column: 1 }, message)];
    });
}

// Fields of schema.org that hold words for readers.
const wordFields = new Set(['headline', 'name', 'description', 'text', 'alternateName']);

function findStructuredData(page: BuiltPage): Diagnostic[] {
  const rule = outputRules.structuredData;
  return page.structuredData.flatMap(({ json, at }): Diagnostic[] => {
    let data: unknown;
    try {
      data = JSON.parse(json);
    } catch {
      return [{ rule, at, message: 'the structured data is no JSON.' }];
    }
    return stringFields(data).flatMap(({ field, value }): Diagnostic[] => {
      const isShown = field.startsWith('date')
        ? page.times.has(value)
        : shows(page, foldSpace(value));
      return isShown
        ? []
        : [{ rule, at, message: `the page does not show its ${field} "${value.slice(0, 80)}".` }];
    });
  });
}

function stringFields(data: unknown): { field: string; value: string }[] {
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'string'
      ? wordFields.has(field) || field.startsWith('date')
        ? [{ field, value }]
        : []
      : stringFields(value),
  );
}

// Addresses that no file may name.
function unpublishedIn(
  { entries }: Corpus,
  today: string,
): { isIn: (bytes: Buffer) => boolean; find: (text: string) => Diagnostic[]; key: string } {
  const hidden = [...entries.articles.values()]
    .filter(({ data }) => !isPublished(data, today))
    .map(({ id }) => routes.article(id));
  return {
    isIn: (bytes) => hidden.some((address) => bytes.includes(address)),
    find: (text) => findUnpublished(text, hidden),
    key: JSON.stringify([siteUrl(), hidden]),
  };
}

// By its address alone: the words of a title, such as "Vitamin B12", may stand anywhere.
function findUnpublished(text: string, hidden: readonly string[]): Diagnostic[] {
  const site = siteUrl();
  return hidden.flatMap((address): Diagnostic[] => {
    for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
      // On another host, or the end of a longer path, it is another page's.
      const isOurs = !/[\w.~%:-]/.test(text.charAt(at - 1)) || text.slice(0, at).endsWith(site);
      const message = `the file names ${address}, which is not published.`;
      if (isOurs) return [{ rule: outputRules.unpublished, at, message }];
    }
    return [];
  });
}

function targets(page: BuiltPage, address: string): PageFacts['targets'] {
  if (address === routes.gallery()) return [];
  const values = new Set(ownValues(page).map(({ value }) => value));
  const found = new Set<string>();
  for (const value of values) {
    const target = targetOf(value, address);
    if (target !== undefined) found.add(nameOf(target));
  }
  return [...found];
}

function placeOf(page: BuiltPage, address: string, wanted: Target): number {
  const found = ownValues(page).find(({ value }) => {
    const target = targetOf(value, address);
    return target?.[0] === wanted[0] && target[1] === wanted[1];
  });
  return found?.at ?? 0;
}

function ownValues({ links, files, head }: BuiltPage): { value: string; at: number }[] {
  return [
    ...links.map(({ href, at }) => ({ value: href, at })),
    ...files.map(({ address, at }) => ({ value: address, at })),
    ...(head.image?.startsWith(`${siteUrl()}/`) === true
      ? [{ value: new URL(head.image).pathname, at: 0 }]
      : []),
  ];
}

// Nothing in it that a browser reads otherwise than it is written.
const plainTarget = /^((?:\/[\w-][\w.-]*)*\/?)(?:#([\w.-]*))?$/;

// Undefined where an address leads to another site, or nowhere.
function targetOf(value: string, address: string): Target | undefined {
  const [, to, fragment = ''] = plainTarget.exec(value) ?? [];
  if (to !== undefined && to !== '') return [to, fragment];
  if (value.startsWith('#') && to === '' && plainTarget.test(address)) return [address, fragment];
  const base = `https://site.invalid${address}`;
  if (!/^(?:\/(?!\/)|#)/.test(value) || !URL.canParse(value, base)) return undefined;
  const { pathname, hash: end } = new URL(value, base);
  return [decode(pathname), decode(end.slice(1))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
