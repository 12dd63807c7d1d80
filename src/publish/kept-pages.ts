/** Pages of the last build, for Astro to restore those that would be the same. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { keyOf } from '../corpus/read.ts';
import { contentDirectory } from '../environment.ts';
import { openWorkFolder } from './work-folder.ts';

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
}

/**
 * Takes the pages of the last build of this content into a folder of this process: of two builds at
 * once one finds none, and makes all.
 * @param otherwise folder of this process, where the project's cache cannot be written
 */
export function takePages(otherwise: string): KeptPages {
  const cache = path.resolve('.cache');
  const kept = path.join(cache, prefix + keyOf([contentDirectory()]).slice(0, 12));
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
    return { work, folder, kept };
  } catch {
    return { work: otherwise, folder: path.join(otherwise, 'astro'), kept };
  }
}

/** Leaves the pages and pictures of a build that was not refused to the next one. */
export function keepPages({ folder, kept }: KeptPages, site: string): void {
  try {
    forgetUnused(folder, site);
    // What Astro knows of the content is given to it anew by each build.
    rmSync(path.join(folder, 'data-store.json'), { force: true });
    writeFileSync(path.join(folder, marksFile), JSON.stringify(marksOf(folder)));
    rmSync(kept, { recursive: true, force: true });
    renameSync(folder, kept);
  } catch {
    // Pages that cannot be kept are made again.
  }
}

const marksFile = 'marks.json';

/** Where Astro keeps pages, and the sizes of pictures. */
const keptFolders = ['dist', 'assets'];

/** What of each kept file changes when somebody writes it, or a machine dies before it is written. */
function marksOf(folder: string): Record<string, string> {
  const files = keptFolders
    .map((name) => path.join(folder, name))
    .filter((own) => existsSync(own))
    .flatMap((own) => readdirSync(own, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => {
      const { size, ctimeMs } = statSync(file);
      return [path.relative(folder, file), `${size} ${ctimeMs}`];
    }),
  );
}

// Astro keeps the sizes of a picture for good, also when its bytes have changed or no page shows it.
function forgetUnused(folder: string, site: string): void {
  const assets = path.join(folder, 'assets');
  if (!existsSync(assets)) return;
  for (const name of readdirSync(assets))
    if (!existsSync(path.join(site, '_astro', name))) rmSync(path.join(assets, name));
}

// What Astro does not find it makes. @throws where nobody can tell which pages are as they were kept
function forgetChanged(folder: string): void {
  const kept = JSON.parse(readFileSync(path.join(folder, marksFile), 'utf8')) as object;
  const marks = new Map(Object.entries(kept));
  for (const [file, mark] of Object.entries(marksOf(folder)))
    if (marks.get(file) !== mark) rmSync(path.join(folder, file));
}

function forgetOld(cache: string): void {
  const oldest = Date.now() - daysKept * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((one) => one.startsWith(prefix))) {
    const folder = path.join(cache, name);
    if (statSync(folder).mtimeMs < oldest) rmSync(folder, { recursive: true, force: true });
  }
}
