/** Addresses that the site will have. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { collectionNames, dataSetNames, namesWithCard, pageOf } from '../corpus/collections.ts';
import type { Corpus } from '../corpus/corpus.ts';
import {
  addressOf,
  feedKinds,
  figureFiles,
  isListPart,
  isTopic,
  routes,
  type CardName,
} from '../routes.ts';

/** Paths of the pages that are made by code: an address that takes nothing is a page of its own. */
export const ownPaths: ReadonlySet<string> = new Set(
  Object.values(routes)
    .filter((route): route is () => string => route.length === 0)
    .map((route) => route())
    .filter((address) => address.endsWith('/')),
);

/**
 * Tells whether an address is one that the site itself makes, keeps or cannot have: read off
 * `src/pages/` and `public/`.
 */
export function reservedAddresses(): (address: string) => boolean {
  const root = path.resolve('src/pages');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep));
  const isDynamic = (parts: readonly string[]): boolean => parts.some((part) => part.includes('['));
  const fixed = files
    .filter((parts) => !isDynamic(parts))
    .map((parts) =>
      addressOf(`/${parts.join('/').replace(/(?:(?<=^|\/)index)?\.(?:astro|mdx|ts)$/, '')}`),
    )
    .map((address) => (address.endsWith('/') ? address : `${address}/`));
  const foldersOf = (isTheirs: (file: string) => boolean): string[] =>
    files
      .filter((parts) => isDynamic(parts) && isTheirs(parts.at(-1) ?? ''))
      .map((parts) =>
        addressOf(
          `/${parts
            .slice(
              0,
              parts.findIndex((part) => part.includes('[')),
            )
            .join('/')}/`,
        ),
      );
  // A folder in which files are made, such as that of the open data, holds nothing else, unless each
  // has a page beside it.
  const withPages = new Set(foldersOf((file) => file.endsWith('.astro')));
  const folders = foldersOf((file) => file.endsWith('.ts')).filter(
    (folder) => !withPages.has(folder),
  );
  // Astro writes this one as a file of its own, as it does with 404, whether or not there is a page.
  const taken = new Set([...ownPaths, ...fixed, addressOf('/500/')]);
  // Nothing can stand below a file.
  const closed = [...folders, ...[...madeFiles, ...publicFiles()].map((file) => `${file}/`)];
  return (address) =>
    taken.has(address) ||
    address.endsWith('/index/') ||
    isListPart(address) ||
    isTopic(address) ||
    closed.some((start) => address.startsWith(start));
}

/** Paths of all pages, drafts and scheduled articles included. */
export function knownPaths({ knownIds }: Corpus): Set<string> {
  const ofEntries = collectionNames.flatMap((name) =>
    [...knownIds[name]].flatMap((id) => pageOf(name, id) ?? []),
  );
  return new Set([...ownPaths, ...ofEntries, ...[...knownIds.figures].map(routes.figureEmbed)]);
}

// Every file that the site makes besides its pages, whatever its content is.
const madeFiles: readonly string[] = [
  ...dataSetNames.flatMap((name) =>
    ['json', 'csv', 'schema.json'].map((kind) => routes.dataFile(`${name}.${kind}`)),
  ),
  routes.narrowing(routes.evidence()),
  ...feedKinds.map((kind) => routes.feed(kind)),
  routes.correctionFeed(),
  routes.llms('txt'),
  routes.manifest(),
  addressOf('/robots.txt'),
  routes.sitemap(),
  ...toolCards(),
];

/** Pictures to share of the tools. */
export function toolCards(): string[] {
  return [...ownPaths]
    .filter((page) => page.startsWith(routes.tools()) && page !== routes.tools())
    .map((page) => routes.card(`tools/${page.slice(routes.tools().length, -1)}`));
}

/** Addresses of all files that are no pages: those that are made, and those of `public/`, letter by letter. */
export function knownFiles({ knownIds }: Pick<Corpus, 'knownIds'>): Set<string> {
  const ofFigures = [...knownIds.figures].flatMap((id) =>
    figureFiles.map((kind) => routes.figureFile(id, kind)),
  );
  const cards = namesWithCard.flatMap((name) =>
    [...knownIds[name]].map((id) => routes.card(`${name}/${id}` satisfies CardName)),
  );
  return new Set([...madeFiles, ...ofFigures, ...cards, ...publicFiles()]);
}

/**
 * Tells whether a path is that of a file that every build makes: servers also ask for the file of a page
 * when they are asked for the page.
 */
export function madePaths(corpus: Pick<Corpus, 'knownIds'>): (path: string) => boolean {
  const files = knownFiles(corpus);
  const ofPages = /\/index\.html$|^\/(?:404|500)(?:\.html|\/)$|^\/sitemap-\d+\.xml$/;
  return (one) => files.has(addressOf(one)) || ofPages.test(one);
}

function publicFiles(): string[] {
  const folder = path.resolve('public');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => routes.publicFile(file.split(path.sep).join('/')));
}
