/** Pages of the last build, for Astro to restore those that would be the same. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { keyOf } from '../corpus/read.ts';
import { contentDirectory } from '../environment.ts';
import { openWorkFolder } from './work-folder.ts';

const prefix = 'pages-';
/** Days after which the pages of content that nobody builds any more are taken away. */
const daysKept = 30;

/** Where a build keeps its pages while it runs, and afterwards. */
interface KeptPages {
  /** Astro's cache of this build alone. */
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
    const folder = path.join(openWorkFolder(cache), 'astro');
    forgetOld(cache);
    try {
      renameSync(kept, folder);
    } catch {
      mkdirSync(folder);
    }
    return { folder, kept };
  } catch {
    return { folder: path.join(otherwise, 'astro'), kept };
  }
}

/** Leaves the pages of this build to the next one. */
export function keepPages({ folder, kept }: KeptPages): void {
  try {
    // What Astro knows of the content is given to it anew by each build.
    rmSync(path.join(folder, 'data-store.json'), { force: true });
    rmSync(kept, { recursive: true, force: true });
    renameSync(folder, kept);
  } catch {
    // Pages that cannot be kept are made again.
  }
}

function forgetOld(cache: string): void {
  const oldest = Date.now() - daysKept * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((one) => one.startsWith(prefix))) {
    const folder = path.join(cache, name);
    if (statSync(folder).mtimeMs < oldest) rmSync(folder, { recursive: true, force: true });
  }
}
