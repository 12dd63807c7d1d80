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
}

/** Digests of files by path. */
type State = ReadonlyMap<string, string>;

/**
 * The steps from one state of a folder to another, in order: what pages need comes before them, new
 * pages before those that link to them, and what goes only after the last page that led there.
 * @param isKept whether a file that the new site has not stays nevertheless
 */
export function stepsOf(wanted: State, there: State, isKept: (file: string) => boolean): Step[] {
  const added = [...wanted.keys()].filter((file) => !there.has(file));
  const changed = [...wanted].flatMap(([file, digest]) =>
    there.has(file) && there.get(file) !== digest ? [file] : [],
  );
  const removed = [...there.keys()].filter((file) => !wanted.has(file) && !isKept(file));
  // A compressed form without a successor would go on showing what its file was.
  const isStale = (file: string): boolean => forms.test(file) && wanted.has(ownerOf(file));
  const steps = (does: Step['does'], files: readonly string[]): Step[] =>
    files.toSorted().map((file) => ({ does, file }));
  const [pages, others] = [changed.filter(isPage), changed.filter((file) => !isPage(file))];
  return [
    ...steps(
      'add',
      added.filter((file) => !isPage(file)),
    ),
    ...steps('add', added.filter(isPage)),
    ...steps('remove', removed.filter(isStale)),
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
 * open. What was there before lies in `FOLDER.deploy/before`, and `goBack` brings it in again.
 * @param site absolute path of the site
 * @param to absolute path of the served folder
 * @throws {UserError} when the folder holds what this command did not put there, or another one works in it
 */
export function deploySite(site: string, to: string, isDry = false): Deployment {
  if (!existsSync(path.join(site, 'index.html')))
    throw new UserError(`${site} holds no site: build one first, with npm run build.`);
  if (isInside(site, to) || isInside(to, site))
    throw new UserError(`${to} and ${site} lie in each other: deploy to another folder.`);
  const { own, files, before } = placesOf(to);
  if (existsSync(to) && readdirSync(to).length > 0 && !existsSync(files))
    throw new UserError(
      `${to} holds files that this command did not put there: name a folder that is empty or not there yet.`,
    );
  const wanted = stateOf(site);
  const plan = (): Deployment => {
    const last = new Set(
      existsSync(files) ? (JSON.parse(readFileSync(files, 'utf8')) as string[]) : [],
    );
    const there = existsSync(to) ? stateOf(to) : new Map<string, string>();
    const steps = stepsOf(wanted, there, (file) => isHashed(file) && last.has(file));
    const touched = steps.filter(({ does }) => does !== 'remove').length;
    return { steps, unchanged: wanted.size - touched };
  };
  if (isDry) return plan();
  mkdirSync(own, { recursive: true });
  const lock = lockFolder(own);
  if (lock === undefined)
    throw new UserError(`Another deployment to ${to} is under way: wait for it.`);
  try {
    mkdirSync(to, { recursive: true });
    const deployment = plan();
    if (deployment.steps.length === 0) return deployment;
    // Of a deployment that was cut off the state before it is kept: that was a whole site.
    if (!existsSync(unfinishedOf(own))) remember(to, before);
    writeFileSync(unfinishedOf(own), '');
    writeFileSync(files, JSON.stringify([...wanted.keys()]));
    for (const step of deployment.steps) carryOut(step, site, to);
    removeEmptyFolders(to);
    rmSync(unfinishedOf(own));
    return deployment;
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
  if (!existsSync(path.join(before, 'index.html')))
    throw new UserError(`There is no site from before in ${to}: nothing to go back to.`);
  const site = path.join(own, 'going-back');
  rmSync(site, { recursive: true, force: true });
  link(before, site);
  try {
    return deploySite(site, to, isDry);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

function placesOf(to: string): { own: string; files: string; before: string } {
  const own = `${to}.deploy`;
  return { own, files: path.join(own, 'files.json'), before: path.join(own, 'before') };
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

// The state of a folder for later: files are replaced, never written into, so a second name is enough.
function remember(to: string, before: string): void {
  const next = `${before}-next`;
  rmSync(next, { recursive: true, force: true });
  link(to, next);
  rmSync(before, { recursive: true, force: true });
  renameSync(next, before);
}

function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const file of filesIn(from)) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    try {
      linkSync(path.join(from, file), target);
    } catch {
      // A file system that knows no second names.
      copyFileSync(path.join(from, file), target);
    }
  }
}

/** Begins the name of a file that is not whole yet; servers show nothing that begins with a dot. */
const temporary = '.deploying-';

function carryOut({ does, file }: Step, site: string, to: string): void {
  const target = path.join(to, file);
  if (does === 'remove') return rmSync(target, { force: true });
  mkdirSync(path.dirname(target), { recursive: true });
  const part = path.join(path.dirname(target), temporary + path.basename(target));
  copyFileSync(path.join(site, file), part);
  const earlier = does === 'change' ? Math.floor(statSync(target).mtimeMs / 1000) + 1 : 0;
  const time = Math.max(Math.floor(Date.now() / 1000), earlier);
  utimesSync(part, time, time);
  renameSync(part, target);
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) removeEmptyFolders(inner);
    else if (entry.name.startsWith(temporary)) rmSync(inner, { force: true });
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function isInside(folder: string, other: string): boolean {
  const way = path.relative(other, folder);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
