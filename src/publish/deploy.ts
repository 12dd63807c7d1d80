/**
 * Brings a built site into the folder that a server serves, file by file, so that at no moment a link
 * leads nowhere; and back to what was there before.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { headersOf, kinds } from '../hosting/kinds.ts';
import { UserError } from '../problem.ts';
import { stylesOfPages } from './hosts.ts';
import { lockFolder } from './work-folder.ts';

/** What happens to a file: its path within the site. */
export interface Step {
  does: 'add' | 'change' | 'remove';
  file: string;
}

/** What a deployment did, or would do. */
export interface Deployment {
  steps: Step[];
  /** Files that stay as they are. */
  unchanged: number;
  /** Whether the pages have other styles than those there before, which the policy of the server must name. */
  isRestyled: boolean;
}

/** Digests of files by path. */
type State = ReadonlyMap<string, string>;

/**
 * The steps from one state of a folder to another, in order: what pages need comes before them, new
 * pages before those that link to them, and what goes only after the last page that led there, but for
 * a file in whose place a folder comes, and the other way round.
 * @param isKept whether a file that the new site has not stays nevertheless
 */
export function stepsOf(wanted: State, there: State, isKept: (file: string) => boolean): Step[] {
  const added = [...wanted.keys()].filter((file) => !there.has(file));
  const changed = [...wanted].flatMap(([file, digest]) =>
    there.has(file) && there.get(file) !== digest ? [file] : [],
  );
  const blockers = new Set([...there.keys()].filter(collidesWith(wanted)));
  const isFree = (file: string): boolean => !collidesWith(blockers)(file);
  const removed = [...there.keys()].filter(
    (file) => !wanted.has(file) && !isKept(file) && !blockers.has(file),
  );
  // A compressed form without a successor would go on showing what its file was.
  const isStale = (file: string): boolean => forms.test(file) && wanted.has(ownerOf(file));
  const steps = (does: Step['does'], files: readonly string[]): Step[] =>
    files.toSorted().map((file) => ({ does, file }));
  const [pages, others] = [changed.filter(isPage), changed.filter((file) => !isPage(file))];
  return [
    ...steps(
      'add',
      added.filter((file) => !isPage(file) && isFree(file)),
    ),
    ...steps(
      'add',
      added.filter((file) => isPage(file) && isFree(file)),
    ),
    ...steps('remove', removed.filter(isStale)),
    ...steps('remove', [...blockers]),
    ...steps(
      'add',
      added.filter((file) => !isFree(file)),
    ),
    ...steps('change', pages),
    // Feeds and the map of the site tell of pages.
    ...steps('change', others),
    ...steps(
      'remove',
      removed.filter((file) => isPage(file) && !isStale(file)),
    ),
    ...steps(
      'remove',
      removed.filter((file) => !isPage(file) && !isStale(file)),
    ),
  ];
}

/** Tells of a path whether one of the others is a folder around it, or it a folder around one of them. */
function collidesWith(others: Pick<State, 'has' | 'keys'>): (file: string) => boolean {
  const folders = new Set([...others.keys()].flatMap(foldersOf));
  return (file) => folders.has(file) || foldersOf(file).some((folder) => others.has(folder));
}

/** The folders around a file, the outermost first. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const forms = /\.(?:br|gz)$/;

function ownerOf(file: string): string {
  return file.replace(forms, '');
}

function isPage(file: string): boolean {
  return ownerOf(file).endsWith('.html');
}

/**
 * Brings a site into a served folder. What stays the same is not touched, so that caches stay right; what
 * changed is newer than it was by a second at least, because servers tell states apart by second and
 * size. Files with a hash in their name stay one deployment longer, for who has a page of the last one
 * open. What was there before lies in `.FOLDER.deploy/before`, and `goBack` brings it in again.
 * @param site absolute path of the site
 * @param to absolute path of the served folder
 * @throws {UserError} when the folder holds what this command did not put there, another one works in it,
 *   or the machine refuses to go on
 */
export function deploySite(site: string, to: string, isDry = false): Deployment {
  return bringIn(site, to, isDry, copyFileSync);
}

type Place = (from: string, to: string) => void;

function bringIn(site: string, to: string, isDry: boolean, place: Place): Deployment {
  if (!existsSync(path.join(site, 'index.html')))
    throw new UserError(`${site} holds no site: build one first, with npm run build.`);
  if (isInside(site, to) || isInside(to, site))
    throw new UserError(`${to} and ${site} lie in each other: deploy to another folder.`);
  if (isFile(to)) throw new UserError(`${to} is a file: name a folder.`);
  const { own, files, before } = placesOf(to);
  const isForeign = (name: string): boolean => !name.startsWith('.');
  if (existsSync(to) && readdirSync(to).some(isForeign) && !existsSync(files))
    throw new UserError(
      `${to} holds files that this command did not put there: name a folder that is empty or not there yet.`,
    );
  const wanted = stateOf(site);
  const plan = (ours: Ours): Deployment => {
    const state = existsSync(to) ? [...stateOf(to)] : [];
    const collides = collidesWith(wanted);
    const [foreign] =
      state.find(([file]) => !ours.has(file) && (wanted.has(file) || collides(file))) ?? [];
    if (foreign !== undefined)
      throw new UserError(
        `${path.join(to, foreign)} is in the way, and this command did not put it there: move it away.`,
      );
    const there = new Map(state.filter(([file]) => ours.has(file)));
    const steps = stepsOf(wanted, there, (file) => isHashed(file) && ours.get(file) === 0);
    const touched = steps.filter(({ does }) => does !== 'remove').length;
    const [old, now] = [to, site].map((folder) => stylesOfPages(folder).join(' '));
    return {
      steps,
      unchanged: wanted.size - touched,
      isRestyled: there.size > 0 && old !== now,
    };
  };
  if (isDry) return plan(readOurs(files));
  mkdirSync(own, { recursive: true });
  const lock = lockFolder(own);
  if (lock === undefined)
    throw new UserError(`Another deployment to ${to} is under way: wait for it.`);
  try {
    mkdirSync(to, { recursive: true });
    const ours = readOurs(files);
    const deployment = plan(ours);
    if (deployment.steps.length === 0) return deployment;
    // Of a deployment that was cut off the state before it is kept: that was a whole site.
    if (!existsSync(unfinishedOf(own))) remember(to, [...ours.keys()], before);
    writeFileSync(unfinishedOf(own), '');
    const fresh: Ours = new Map([...wanted.keys()].map((file) => [file, 0]));
    const all = new Map([...ours, ...fresh]);
    // After a deployment that was cut off it stands there already, and the disk may be full.
    if ([...all.keys()].some((file) => !ours.has(file))) writeOurs(files, all);
    for (const step of deployment.steps) carryOut(step, site, to, place);
    const old = [...ours.keys()].filter((file) => !wanted.has(file));
    removeEmptyFolders(to, old);
    writeOurs(
      files,
      new Map([
        ...old.filter((file) => isFile(path.join(to, file))).map((file) => [file, 1] as const),
        ...fresh,
      ]),
    );
    rmSync(unfinishedOf(own));
    return deployment;
  } catch (error) {
    if (error instanceof UserError || !existsSync(unfinishedOf(own))) throw error;
    throw new UserError(
      `The deployment was cut off (${(error as Error).message}): ${to} holds files of both sites. Mend that and deploy again, or go back with --back.`,
      { cause: error },
    );
  } finally {
    lock.close();
  }
}

/**
 * Brings in what a served folder held before the last deployment.
 * @throws {UserError} when nothing was there before
 */
export function goBack(to: string, isDry = false): Deployment {
  const { own, before } = placesOf(to);
  // What is before from now on takes its place; of a way back that was killed it may not have done so.
  const site = path.join(own, 'going-back');
  if (existsSync(site) && !existsSync(before)) renameSync(site, before);
  if (!existsSync(path.join(before, 'index.html')))
    throw new UserError(`There is no site from before in ${to}: nothing to go back to.`);
  if (isDry || existsSync(unfinishedOf(own))) return bringIn(before, to, isDry, secondName);
  rmSync(site, { recursive: true, force: true });
  renameSync(before, site);
  try {
    return bringIn(site, to, isDry, secondName);
  } finally {
    if (existsSync(before)) rmSync(site, { recursive: true, force: true });
    else renameSync(site, before);
  }
}

// Files are replaced, never written into, so a second name is enough, and a full disk has room for it.
function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A file system that knows no second names.
    copyFileSync(from, to);
  }
}

function placesOf(to: string): { own: string; files: string; before: string } {
  // Where the folder around it is served, as it is under a path, no server shows what begins with a dot.
  const own = path.join(path.dirname(to), `.${path.basename(to)}.deploy`);
  return { own, files: path.join(own, 'files.json'), before: path.join(own, 'before') };
}

/**
 * The files that this command put into a folder, each with the deployments since it was in the site: all
 * else there is somebody's, such as what proves to whom a host belongs.
 */
type Ours = ReadonlyMap<string, number>;

function readOurs(file: string): Ours {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>));
}

function writeOurs(file: string, ours: Ours): void {
  const part = `${file}-next`;
  writeFileSync(part, JSON.stringify(Object.fromEntries(ours)));
  renameSync(part, file);
}

function unfinishedOf(own: string): string {
  return path.join(own, 'unfinished');
}

const table = kinds({ styles: { pages: [], drawings: [] } });

function isHashed(file: string): boolean {
  return headersOf(`/${ownerOf(file)}`, table)['Cache-Control']?.includes('immutable') === true;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
}

function stateOf(folder: string): State {
  return new Map(
    filesIn(folder)
      .filter((file) => !path.basename(file).startsWith(temporary))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex'),
      ]),
  );
}

// The state of a folder for later.
function remember(to: string, ours: readonly string[], before: string): void {
  const next = `${before}-next`;
  rmSync(next, { recursive: true, force: true });
  link(
    to,
    ours.filter((file) => isFile(path.join(to, file))),
    next,
  );
  rmSync(before, { recursive: true, force: true });
  renameSync(next, before);
}

function link(from: string, files: readonly string[], to: string): void {
  mkdirSync(to, { recursive: true });
  for (const file of files) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    secondName(path.join(from, file), target);
  }
}

/** Begins the name of a file that is not whole yet; servers show nothing that begins with a dot. */
const temporary = '.deploying-';

function carryOut({ does, file }: Step, site: string, to: string, place: Place): void {
  const target = path.join(to, file);
  if (does === 'remove') return rmSync(target, { force: true });
  mkdirSync(path.dirname(target), { recursive: true });
  const part = path.join(path.dirname(target), temporary + path.basename(target));
  // One that was left may be a second name of a file from before, which must not be written into.
  rmSync(part, { force: true });
  try {
    place(path.join(site, file), part);
  } catch (error) {
    // A full disk gets no fuller.
    rmSync(part, { force: true });
    throw error;
  }
  const earlier = does === 'change' ? Math.floor(statSync(target).mtimeMs / 1000) + 1 : 0;
  const time = Math.max(Math.floor(Date.now() / 1000), earlier);
  utimesSync(part, time, time);
  // All that was in a folder in the way is gone by now.
  if (isFolder(target)) removeHollow(target);
  renameSync(part, target);
}

// Takes away a folder that holds nothing but folders.
function removeHollow(folder: string): void {
  for (const name of readdirSync(folder)) removeHollow(path.join(folder, name));
  rmdirSync(folder);
}

// Folders that became empty when these files went, and what a deployment that was killed had not finished.
function removeEmptyFolders(to: string, old: readonly string[]): void {
  for (const file of filesIn(to).filter((one) => path.basename(one).startsWith(temporary)))
    rmSync(path.join(to, file), { force: true });
  const folders = [...new Set(old.flatMap(foldersOf))].sort((a, b) => b.length - a.length);
  for (const folder of folders.map((one) => path.join(to, one)))
    if (isFolder(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isInside(folder: string, other: string): boolean {
  const way = path.relative(other, folder);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
