/** The folder in which a site is published, `dist/`: replaced by a whole site in one step, or left as it is. */
import { cpSync, existsSync, mkdirSync, readlinkSync, renameSync, rmdirSync } from 'node:fs';
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

/** Brings a whole site into a work folder, from which a target is replaced in one step. @returns where it is */
export function bring(site: string, folder: string): string {
  const brought = path.join(folder, path.basename(site));
  if (brought === site) return site;
  try {
    renameSync(site, brought);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    // With a filter Node copies file by file, and says that the disk is full where it is; without one it
    // tells an error of input and output.
    cpSync(site, brought, { recursive: true, filter: () => true });
  }
  return brought;
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
    ENOTDIR: 'is a file: move it away',
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
