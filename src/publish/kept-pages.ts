/**
 * Pages of the last build, for Astro to make only those that would not be the same.
 *
 * They are moved, never copied: a site of a thousand articles has some ten thousand files. What Astro
 * finds in the site it does not make again, so the kept pages become the site, and what the new site
 * takes the place of becomes, with the pages that were made anew, what is kept for the next one.
 */
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { keyOf } from '../corpus/read.ts';
import { contentDirectory } from '../environment.ts';
import { entriesIn } from './entries.ts';
import { openWorkFolder, remove } from './work-folder.ts';

const prefix = 'pages-';
/** Days after which the pages of content that nobody builds any more are taken away. */
const daysKept = 30;

/** Where a build works, and where its pages go afterwards. */
interface KeptPages {
  /** Folder of this process alone, in the project: Astro shares one between builds that work elsewhere. */
  work: string;
  /** Astro's cache in it. */
  folder: string;
  kept: string;
  /** Pages of the last build that were put into the site of this one, as they were then. */
  placed: Marks;
}

/** What of each file of a folder changes when somebody writes it, or a machine dies before it is written. */
type Marks = ReadonlyMap<string, string>;

/**
 * Takes the pages of the last build of this content into a folder of this process: of two builds at
 * once one finds none, and makes all.
 * @param otherwise folder of this process, where the project's cache cannot be written
 */
export function takePages(otherwise: string): KeptPages {
  const cache = path.resolve('.cache');
  const kept = path.join(cache, prefix + keyOf([contentDirectory()]).slice(0, 12));
  const placed: Marks = new Map();
  try {
    const work = openWorkFolder(cache);
    const folder = path.join(work, 'astro');
    forgetOld(cache);
    try {
      renameSync(kept, folder);
      forgetChanged(folder);
    } catch {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    }
    return { work, folder, kept, placed };
  } catch {
    return { work: otherwise, folder: path.join(otherwise, 'astro'), kept, placed };
  }
}

/** Makes the kept pages the site, of which nothing is there yet: Astro makes those that would not be the same, and finds the others. */
export function placePages(pages: KeptPages, site: string): void {
  const own = pagesOf(pages.folder);
  if (!existsSync(own)) return;
  renameSync(own, site);
  pages.placed = marksOf(site);
}

/** Takes those of the placed pages out of the site that belong to it no more. */
export function removeOldPages({ folder, placed }: KeptPages, site: string): void {
  const outputs = outputsOf(folder);
  const old = [...placed].filter(
    ([file, mark]) => !outputs.has(file) && markOf(path.join(site, file)) === mark,
  );
  removeFiles(
    site,
    old.map(([file]) => file),
  );
}

/**
 * Leaves the pages and pictures of a build that was not refused to the next one.
 * @param target where its site stands now
 * @param previous what stood there before; it is gone afterwards
 */
export function keepPages({ folder, kept }: KeptPages, target: string, previous: string): void {
  try {
    forgetUnused(folder, target);
    // What Astro knows of the content is given to it anew by each build.
    rmSync(path.join(folder, 'data-store.json'), { force: true });
    const outputs = outputsOf(folder);
    gatherPages(folder, outputs, target, previous);
    const published = [...outputs].map((file) => [file, markOf(path.join(target, file))]);
    writeFileSync(
      path.join(folder, marksFile),
      JSON.stringify({
        pages: Object.fromEntries(marksOf(pagesOf(folder))),
        pictures: Object.fromEntries(marksOf(picturesOf(folder))),
        published: Object.fromEntries(published),
      }),
    );
    rmSync(kept, { recursive: true, force: true });
    renameSync(folder, kept);
  } catch (error) {
    // They are made again then: nobody is stopped, and somebody may wonder.
    console.warn(`The pages of this build are not kept for the next: ${String(error)}`);
  }
  remove(previous);
}

// Of the site before, what is still as it was published and was not made anew; what was made; and what
// neither has, of the new site.
function gatherPages(
  folder: string,
  outputs: ReadonlySet<string>,
  target: string,
  previous: string,
): void {
  const made = pagesOf(folder);
  const gathered = path.join(folder, 'gathered');
  const published = readMarks(folder)?.published;
  const files = new Set(marksOf(made).keys());
  try {
    // What a link leads to, which somebody put there while this build ran, is not ours to take files from.
    if (!isFolder(previous)) throw new Error('No site stood there.');
    renameSync(previous, gathered);
  } catch {
    // There was none, or it lies on another disk.
    mkdirSync(gathered);
  }
  const found = marksOf(gathered);
  const isAsItWas = (file: string): boolean =>
    outputs.has(file) && !files.has(file) && published?.get(file) === found.get(file);
  removeFiles(
    gathered,
    [...found.keys()].filter((file) => !isAsItWas(file)),
  );
  for (const file of outputs) {
    if (found.has(file) && isAsItWas(file)) continue;
    const own = path.join(gathered, file);
    mkdirSync(path.dirname(own), { recursive: true });
    if (files.has(file)) renameSync(path.join(made, file), own);
    else copyFileSync(path.join(target, file), own);
  }
  rmSync(made, { recursive: true, force: true });
  renameSync(gathered, made);
}

const marksFile = 'marks.json';

/** Where Astro keeps pages, below its cache. */
function pagesOf(folder: string): string {
  return path.join(folder, 'dist');
}

/** Where Astro keeps the sizes of pictures. */
function picturesOf(folder: string): string {
  return path.join(folder, 'assets');
}

/** The files that Astro knows to be pages of a build. @throws where it left no list */
function outputsOf(folder: string): Set<string> {
  const { routes } = JSON.parse(
    readFileSync(path.join(folder, 'incremental-build.json'), 'utf8'),
  ) as { routes: Record<string, { paths: Record<string, { outputFile: string }> }> };
  const outputs = Object.values(routes).flatMap(({ paths }) => Object.values(paths));
  return new Set(outputs.map(({ outputFile }) => path.normalize(decodeURI(outputFile))));
}

/** The marks that were written when pages were kept. */
function readMarks(folder: string): Record<'pages' | 'pictures' | 'published', Marks> | undefined {
  const file = path.join(folder, marksFile);
  if (!existsSync(file)) return undefined;
  const { pages, pictures, published } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const marks = (own = {}): Marks => new Map(Object.entries(own));
  return { pages: marks(pages), pictures: marks(pictures), published: marks(published) };
}

function marksOf(folder: string): Marks {
  if (!existsSync(folder)) return new Map();
  return new Map(
    entriesIn(folder)
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), markOf(file)]),
  );
}

/** Mark of a file; empty where there is none. */
function markOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.size} ${found.ctimeMs}` : '';
}

// With every folder that is empty then: each would be an address that a server answers for, and one in
// the place of a page is for Astro the page.
function removeFiles(folder: string, files: readonly string[]): void {
  for (const file of files) unlinkSync(path.join(folder, file));
  const needed = new Set([folder]);
  const found: string[] = [];
  for (const entry of entriesIn(folder))
    if (entry.isDirectory()) found.push(path.join(entry.parentPath, entry.name));
    else for (let at = entry.parentPath; !needed.has(at); at = path.dirname(at)) needed.add(at);
  // The innermost first.
  for (const own of found.toSorted((a, b) => b.length - a.length))
    if (!needed.has(own)) rmdirSync(own);
}

function isFolder(name: string): boolean {
  return lstatSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

// Astro keeps the sizes of a picture for good, also when its bytes have changed or no page shows it.
function forgetUnused(folder: string, site: string): void {
  const assets = picturesOf(folder);
  if (!existsSync(assets)) return;
  for (const name of readdirSync(assets))
    if (!existsSync(path.join(site, '_astro', name))) rmSync(path.join(assets, name));
}

// What Astro does not find it makes. @throws where nobody can tell which pages are as they were kept
function forgetChanged(folder: string): void {
  const kept = readMarks(folder);
  if (kept === undefined) throw new Error('No marks were kept.');
  for (const [own, marks] of [
    [pagesOf(folder), kept.pages],
    [picturesOf(folder), kept.pictures],
  ] as const) {
    // A link would become the site itself.
    if (!isFolder(own)) rmSync(own, { force: true });
    if (!existsSync(own)) continue;
    const changed = [...marksOf(own)].filter(([file, mark]) => marks.get(file) !== mark);
    removeFiles(
      own,
      changed.map(([file]) => file),
    );
  }
}

function forgetOld(cache: string): void {
  const oldest = Date.now() - daysKept * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((one) => one.startsWith(prefix))) {
    const folder = path.join(cache, name);
    if ((statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest)
      rmSync(folder, { recursive: true, force: true });
  }
}
