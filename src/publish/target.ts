/** The folder in which a site is published, `dist/`: replaced by a whole site in one step, or left as it is. */
import { existsSync, mkdirSync, readlinkSync, renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../problem.ts';
import { asideOf, remove } from './work-folder.ts';

// Folders of the project that hold what no build can bring back.
const precious = ['.git', 'content', 'node_modules', 'public', 'src', 'tests'];

/** Where a site really goes: where a link points to, so that the link stays. */
export function followLinks(folder: string): string {
  let target = path.resolve(folder);
  for (let links = 0; links < 40; links += 1) {
    try {
      target = path.resolve(path.dirname(target), readlinkSync(target));
    } catch {
      break;
    }
  }
  return target;
}

/**
 * Makes sure that Vite can read what lies in folders.
 * @throws {UserError} when one cannot be named to it
 */
export function assertReadable(...folders: string[]): void {
  for (const folder of folders) {
    const [character] = /[%#?]/.exec(folder) ?? [];
    // Vite takes it for a part of an address, and looks for files that are not there.
    if (character !== undefined)
      throw new UserError(`${folder} has "${character}" in it, which Vite cannot read: rename it.`);
  }
}

/**
 * Makes sure that a site can be published in a folder.
 * @param target absolute path, without links
 * @param content absolute path of the content folder
 * @throws {UserError} when what is there cannot or must not be replaced
 */
export function assertReplaceable(target: string, content: string): void {
  const places = [content, ...precious.map((name) => path.resolve(name))];
  const place = isInside(process.cwd(), target)
    ? process.cwd()
    : places.find((folder) => isInside(folder, target) || isInside(target, folder));
  if (place !== undefined)
    throw new UserError(`A site in ${target} would replace what is in ${place}: build elsewhere.`);
  // To take a folder away that is not empty never works, and says why a move would not.
  try {
    rmdirSync(target);
    mkdirSync(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(code ?? '')) throw irreplaceable(target, error);
  }
}

/**
 * Puts a site in the place of the target.
 * @param folder the work folder, in the same folder as the target
 * @returns where that lies which was at the target, for the caller to take away; nothing, where nothing was
 * @throws {UserError} when that cannot be done; the target is as it was
 */
export function replace(target: string, site: string, folder: string): string {
  const previous = asideOf(folder, target);
  for (;;) {
    try {
      renameSync(target, previous);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw irreplaceable(target, error);
    }
    try {
      renameSync(site, target);
      return previous;
    } catch (error) {
      // Another build was quicker: what it published is replaced like any other.
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) {
        if (existsSync(previous)) renameSync(previous, target);
        throw irreplaceable(target, error);
      }
    }
    remove(previous);
  }
}

function isInside(folder: string, other: string): boolean {
  const way = path.relative(other, folder);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

function irreplaceable(target: string, cause: unknown): UserError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    // To empty it and fill it again would leave half a site where a build is killed.
    EBUSY: 'is a mount point or in use: mount the folder around it instead',
    ENOTDIR: 'is a file, or a link: move it away',
    ELOOP: 'is a link that leads to itself: delete it',
  };
  const reason = reasons[code] ?? `may not be moved (${code}): change what protects it`;
  return new UserError(
    `${target} cannot be replaced. It ${reason}, or build elsewhere with --outDir.`,
    {
      cause,
    },
  );
}
