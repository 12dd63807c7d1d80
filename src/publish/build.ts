/**
 * A build: checks first, prints the site aside with the press of this code, examines it, and replaces
 * `dist/` only with a whole site.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { fatesOf } from '../checks/ledger.ts';
import { checkOutput } from '../checks/output/check.ts';
import type { CheckResult } from '../checks/run.ts';
import { formatEvent, scheduleOf } from '../checks/schedule.ts';
import { forBuild } from '../checks/severity.ts';
import { answersIn } from '../corpus/ledger.ts';
import { entriesOf, giveEntries, projectStore } from '../corpus/reading.ts';
import { basePath } from '../base.ts';
import { formatCount } from '../domain/format.ts';
import { contentDirectory, merchantTag, siteUrl, today } from '../environment.ts';
import { filesBeside, filesInside } from '../hosting/files.ts';
import { givenLibrary } from '../library/given.ts';
import { addressOf, isEmbed, routes } from '../routes.ts';
import { beginSession } from '../session.ts';
import { step } from '../step.ts';
import { checkOrStop, refuse, refuseUnready } from './check.ts';
import { builtSite, hostsFolder, writeFiles } from './hosts.ts';
import { KeptSite, writeRecord } from './kept-site.ts';
import { lastModified } from './last-modified.ts';
import {
  addressOfPiece,
  assertFree,
  assertSameCode,
  fileOfPiece,
  gonePiece,
  openPress,
  placeFiles,
  type Piece,
} from './press.ts';
import { Helpers, Printer, workOf, type Prints } from './print.ts';
import { redirects, writeRedirects } from './redirects.ts';
import { makeSizes } from './make-sizes.ts';
import { noteStanding, siteKey, stands } from './standing.ts';
import { end, orStop } from './stop.ts';
import { assertReplaceable, assertReadable, followLinks, replace } from './target.ts';
import { openWorkFolder, remove, takeTurn } from './work-folder.ts';

/** What a build makes, and where. */
export interface Build {
  target: string;
  /** Folder of this process beside the target: holds the site until it is whole. */
  folder: string;
  result: CheckResult;
  /** Key of the site. */
  key: string;
}

/**
 * Begins a build; ends the process where content has errors, or nothing changed.
 * @param outDir where the site goes
 */
export async function beginBuild(outDir: string): Promise<Build> {
  const target = followLinks(outDir);
  const folder = await orStop(async () => {
    assertReadable(process.cwd(), target);
    await takeTurn(target, (text) => console.warn(text));
    for (const place of [target, hostsFolder(target)]) assertReplaceable(place, contentDirectory());
    return openWorkFolder(path.dirname(target));
  });
  beginSession({ folder, showsDrafts: false, isServing: false });
  const result = await checkOrStop();
  await refuse(forBuild(result.problems));
  await refuseUnready(result);
  const key = await orStop(() => siteKey(result.corpus));
  if (stands(target, key)) {
    projectStore().flush();
    tagsMissing(result).forEach((text) => console.warn(text));
    console.log(`Nothing changed: what a build would make stands in ${target}.`);
    await end(0);
  }
  return { target, folder, result, key };
}

/**
 * Prints a site, examines it and publishes it. Ends the process where it is refused.
 * @param press folder of the press
 * @param pressKey key of the press
 */
export async function publishSite(build: Build, press: string, pressKey: string): Promise<void> {
  const { target, folder, result, key } = build;
  const site = path.join(folder, 'site');
  mkdirSync(site);
  const kept = new KeptSite(target, pressKey);
  const gone = [...fatesOf(result, today()).gone.keys()];
  const { pieces, prints, sizes } = await printSite(build, press, site, kept, gone);
  const moved = redirects(result, today());
  writeRedirects(site, siteUrl(), moved);
  await writeSitemap(build, pieces, site, gone);
  const built = builtSite(site, moved, gone.map(addressOf));
  writeFiles(site, filesInside(built));
  const { problems, look } = await checkOutput(site, result, today(), projectStore(), {
    published: kept.published(),
  });
  projectStore().flush();
  await refuse(problems);
  const beside = path.join(folder, 'hosts');
  writeFiles(beside, filesBeside(built));
  const library = await givenLibrary();
  await orStop(() => {
    assertSameCode(pressKey);
    const record = kept.recordOf(site, prints, library, sizes, look);
    remove(replace(target, site, folder));
    remove(replace(hostsFolder(target), beside, folder));
    writeRecord(target, record);
  });
  noteStanding(target, key);
  tagsMissing(result).forEach((text) => console.warn(text));
  const made = prints.reduce((sum, { files }) => sum + files.size, 0);
  const others = pieces.length - made;
  console.log(
    `${formatCount(made, 'file')} made${others > 0 ? `, ${others} as they were` : ''}: the site stands in ${target}.`,
  );
  const [next] = scheduleOf(result, today());
  if (next !== undefined) console.log(`Next to change by itself: ${formatEvent(next)}`);
}

const isSearch = (component: string): boolean => component.startsWith('src/pages/search/');
const isBitmap = ({ pathname }: Piece): boolean => pathname.endsWith('.png');

async function printSite(
  { result: { corpus } }: Build,
  folder: string,
  site: string,
  kept: KeptSite,
  gone: readonly string[],
): Promise<{ pieces: Piece[]; prints: Prints[]; sizes: string[] }> {
  const placed = placeFiles(folder, site);
  const entries = entriesOf(corpus);
  const isShared = projectStore().flush();
  const published = answersIn(corpus.ledger);
  giveEntries(entries, published);
  const press = await openPress(folder);
  const pieces = [
    ...(await press.pieces((component) => !isSearch(component))),
    // Of a file that is gone hosts are told.
    ...gone.filter((address) => address.endsWith('/')).map(gonePiece),
  ];
  const library = await givenLibrary();
  const keep = (some: readonly Piece[]): Piece[] => {
    assertFree(placed, some);
    const files = new Set(some.map(fileOfPiece));
    kept.take(library, site, (file) => files.has(file));
    return some.filter((piece) => !kept.has(fileOfPiece(piece)));
  };
  const missing = keep(pieces);
  const printer = new Printer(press, site);
  // Other threads find the texts where they are written down, or cannot help.
  const helpers = new Helpers(
    workOf(folder, site, entries, published),
    isShared ? missing.length : 0,
  );
  await helpers.print(
    printer,
    missing.filter((piece) => !isBitmap(piece)),
  );
  await step('search index and bitmaps', async () => {
    // The index is made once for all of its files.
    const search = await press.pieces(isSearch);
    pieces.push(...search);
    await helpers.print(printer, missing.filter(isBitmap), keep(search));
  });
  const prints = [printer.prints(), ...(await helpers.end())];
  const shown = new Map(
    [
      ...prints.flatMap(({ files }) => [...files.values()].flatMap((file) => file.sizes)),
      ...kept.sizes(),
    ].map((size) => [size.file, size]),
  );
  await orStop(() => makeSizes(kept.takeSizes(shown.values(), site), site, corpus));
  return { pieces, prints, sizes: [...shown.keys()] };
}

// What is for other pages to frame, for those who work here, or for nobody, is in no list.
async function writeSitemap(
  { result }: Build,
  pieces: readonly Piece[],
  site: string,
  gone: readonly string[],
): Promise<void> {
  const hidden = new Set([routes.gallery(), addressOf('/404/'), ...gone.map(addressOf)]);
  const modified = lastModified(result.corpus, today());
  const pages = pieces
    .filter(({ isPage }) => isPage)
    .map(addressOfPiece)
    .filter((address) => !hidden.has(address) && !isEmbed(address));
  const { hooks } = sitemap({
    serialize: (item) => {
      const lastmod = modified.get(new URL(item.url).pathname);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
  // What Astro would tell it: it is an integration, and Astro makes no pages here.
  const config = {
    site: siteUrl(),
    base: basePath() || '/',
    trailingSlash: 'always',
    build: { format: 'directory' },
  };
  const logger = { info: () => undefined, warn: console.warn, error: console.error };
  const tell = async (hook: keyof typeof hooks, told: object): Promise<void> => {
    await (hooks[hook] as ((own: object) => unknown) | undefined)?.({ logger, ...told });
  };
  await tell('astro:routes:resolved', { routes: [] });
  await tell('astro:config:done', { config });
  await tell('astro:build:done', {
    dir: pathToFileURL(site + path.sep),
    pages: pages.map((address) => ({ pathname: address.slice(basePath().length + 1) })),
  });
}

function tagsMissing({ corpus }: CheckResult): string[] {
  return [...corpus.entries.merchants.values()].flatMap(({ data }) =>
    data.programme && data.tagVariable !== undefined && merchantTag(data) === undefined
      ? [`${data.tagVariable} is not set: links to ${data.name} work and earn nothing.`]
      : [],
  );
}
