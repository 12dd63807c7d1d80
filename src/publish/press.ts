/**
 * The press: the program that Astro and Vite make of the code, and the files that go beside the pages as
 * they are. It holds no content: it is made once for a state of the code, and prints the pages of any.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import type { RouteData } from 'astro';
import { siteUrl } from '../environment.ts';
import { UserError } from '../problem.ts';
import { addressOf } from '../routes.ts';
import { codeDigest, digestNow } from '../store/code.ts';
import { keyOf } from '../store/store.ts';
import { entriesIn, filesThrough } from './entries.ts';
import { marksOf } from './marks.ts';
import { openWorkFolder } from './work-folder.ts';

/** What a press makes: a page, or a file by an endpoint. */
export interface Piece {
  /** Without slashes at its ends. */
  pathname: string;
  /** File of the code that makes it, and the pattern of its address. */
  component: string;
  route: string;
  isPage: boolean;
}

/** A press that is ready to print. */
export interface Press {
  /** What there is to be made of the entries which this thread was given, by some files of the code. */
  pieces: (isWanted: (component: string) => boolean) => Promise<Piece[]>;
  /** Makes one. @returns nothing, where it has no content. @throws whatever its code throws */
  make: (piece: Piece) => Promise<Uint8Array | undefined>;
}

const programName = 'program';
const filesName = 'files';
const marksName = 'marks.json';
const parent = (): string => path.resolve('.cache/presses');
/** Presses that are kept: of the last states of the code. */
const mostKept = 6;

/** Folders in which Astro makes a press. */
export interface Workshop {
  folder: string;
  /** Where Astro builds. */
  outDir: string;
  /** Where Astro keeps what it wants to find again. */
  cacheDir: string;
}

/**
 * Everything that decides what Astro makes of this code, which is no content.
 * @param code digest of the code
 */
export function pressKey(code = codeDigest()): string {
  const own = [...filesThrough('public'), 'tsconfig.json'].map((file) => [
    file,
    createHash('sha1').update(readFileSync(file)).digest('hex'),
  ]);
  // A program finds its packages from the folder of its project.
  return keyOf([code, siteUrl(), process.cwd(), JSON.stringify(own)]).slice(0, 24);
}

/**
 * Makes sure that what lies on the disk is still that of a key: a press made meanwhile holds some of
 * either, and would print it for whoever goes back to what was there before.
 * @throws {UserError} where it is not
 */
export function assertSameCode(key: string): void {
  if (pressKey(digestNow()) !== key)
    throw new UserError('The code, or public/, changed while the site was built: build again.');
}

/** The folder of the press of a key, where it is as it was made. */
export function keptPress(key: string): string | undefined {
  const folder = path.join(parent(), key);
  try {
    if (readFileSync(path.join(folder, marksName), 'utf8') !== marksText(folder)) return undefined;
    const now = new Date();
    utimesSync(folder, now, now);
    return folder;
  } catch {
    return undefined;
  }
}

/**
 * A place to make a press in, until this process ends.
 * @throws {Error} of the file system
 */
export function openWorkshop(): Workshop {
  return workshopIn(openWorkFolder(path.resolve('.cache')));
}

/** The place that another process has opened. */
export function workshopIn(folder: string): Workshop {
  return { folder, outDir: path.join(folder, filesName), cacheDir: path.join(folder, 'astro') };
}

/** Takes the program out of what Astro built, which takes it away otherwise. */
export function takeProgram({ folder, outDir }: Workshop): void {
  const program = path.join(folder, programName);
  renameSync(path.join(outDir, '.prerender'), program);
  // Where `.cache` is a link out of the project, it would find no package.
  symlinkSync(path.resolve('node_modules'), path.join(program, 'node_modules'), 'junction');
}

/**
 * Keeps the press of a workshop under a key.
 * @returns its folder from then on, or that of another process which was quicker and may be printing
 */
export function keepPress({ folder, cacheDir }: Workshop, key: string): string {
  rmSync(cacheDir, { recursive: true, force: true });
  const other = keptPress(key);
  if (other !== undefined) return other;
  try {
    const kept = path.join(parent(), key);
    const gathered = path.join(folder, key);
    mkdirSync(gathered);
    mkdirSync(parent(), { recursive: true });
    forgetOld();
    rmSync(kept, { recursive: true, force: true });
    for (const name of [programName, filesName])
      renameSync(path.join(folder, name), path.join(gathered, name));
    writeFileSync(path.join(gathered, marksName), marksText(gathered));
    renameSync(gathered, kept);
    return kept;
  } catch (error) {
    // It prints where it is; the next build makes it again.
    console.warn(`What was made of the code is not kept for the next build: ${String(error)}`);
    return existsSync(path.join(folder, key, programName)) ? path.join(folder, key) : folder;
  }
}

function marksText(folder: string): string {
  // The name of a kept one is its key.
  return JSON.stringify([
    path.basename(folder),
    ...[programName, filesName].map((name) => [...marksOf(path.join(folder, name))]),
  ]);
}

function forgetOld(): void {
  const age = (name: string): number => statSync(path.join(parent(), name)).mtimeMs;
  const old = readdirSync(parent())
    .toSorted((a, b) => age(b) - age(a))
    .slice(mostKept - 1);
  for (const name of old) rmSync(path.join(parent(), name), { recursive: true, force: true });
}

/** Puts the files of a press that are no pages into a site. @returns their names, relative to it */
export function placeFiles(folder: string, site: string): string[] {
  const files = path.join(folder, filesName);
  const names = entriesIn(files)
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(files, path.join(entry.parentPath, entry.name)));
  for (const name of names) {
    const target = path.join(site, name);
    mkdirSync(path.dirname(target), { recursive: true });
    // Not a link to it: what somebody does to a site is not done to the press.
    copyFileSync(path.join(files, name), target);
  }
  return names;
}

/**
 * Makes sure that no file which goes beside the pages lies where one of them goes.
 * @param names of those files, relative to the site
 * @throws {UserError} where one does
 */
export function assertFree(names: readonly string[], pieces: readonly Piece[]): void {
  const made = new Set(pieces.map(fileOfPiece));
  const folders = new Set([...made].flatMap(foldersOf));
  const name = names.find(
    (one) => made.has(one) || folders.has(one) || foldersOf(one).some((folder) => made.has(folder)),
  );
  if (name !== undefined)
    throw new UserError(`public/${name} lies where a page of the site goes: take it away.`);
}

/** The folders in which a file lies. */
function foldersOf(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** What the program of a press gives: Astro's own, which its build uses too. */
interface App extends Required<StaticPathsApp> {
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** The page that says why there is nothing any more: a press has one for all addresses. */
export const goneRoute = { component: 'src/pages/_gone.astro', route: '/taken-away' };

/** That page as it stands at an address. @param address path on the site */
export function gonePiece(address: string): Piece {
  return { ...goneRoute, pathname: address.replace(/^\/|\/$/g, ''), isPage: true };
}

/** Address of a piece. */
export function addressOfPiece({ pathname, isPage }: Piece): string {
  return addressOf(`/${pathname}${isPage && pathname !== '' ? '/' : ''}`);
}

/** File of a piece in a site, relative to it. */
export function fileOfPiece({ pathname, isPage }: Piece): string {
  if (!isPage) return pathname;
  // Hosts look for it there.
  return pathname === '404' ? '404.html' : path.posix.join(pathname, 'index.html');
}

/** Opens the press of a folder for this thread, which has its entries. */
export async function openPress(folder: string): Promise<Press> {
  const program = path.join(folder, programName);
  const entry = readdirSync(program).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`No program lies in ${program}.`);
  const { app } = (await import(pathToFileURL(path.join(program, entry)).href)) as { app: App };
  const { routes } = app.manifest;
  const nameOf = ({ route, component }: Pick<Piece, 'route' | 'component'>): string =>
    `${route}&${component}`;
  // What Astro's own build gives the program: which styles a page has. There are no scripts for every page.
  app.setInternals({
    pagesByKeys: new Map(
      routes.map(({ routeData, styles }) => [
        nameOf(routeData),
        { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
      ]),
    ),
  });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: logged } } },
  });
  const byKey = new Map(routes.map(({ routeData }) => [nameOf(routeData), routeData]));
  const origin = new URL(siteUrl());
  return {
    pieces: async (isWanted) => {
      const found = new Map<string, Piece>();
      const wanted = routes.filter(
        ({ routeData: { component } }) => component !== goneRoute.component && isWanted(component),
      );
      const paths = new StaticPaths({
        manifest: { ...app.manifest, routes: wanted },
        routeCache: app.routeCache,
        getComponentByRoute: (route) => app.getComponentByRoute(route),
      });
      for (const { pathname, route } of await paths.getAll()) {
        const name = pathname.replace(/^\/|\/$/g, '');
        // Of two that make the same the one that Astro names first has the address.
        if (!found.has(name))
          found.set(name, {
            pathname: name,
            component: route.component,
            route: route.route,
            isPage: route.type === 'page',
          });
      }
      return [...found.values()];
    },
    make: async (piece) => {
      const routeData = byKey.get(nameOf(piece));
      if (routeData === undefined) throw new Error(`Nothing makes ${piece.pathname}.`);
      const request = new Request(new URL(addressOfPiece(piece), origin));
      const response = await app.render(request, { routeData });
      if (response.status >= 300 && piece.pathname !== '404')
        throw new Error(`${piece.pathname} was answered with ${response.status}.`);
      return response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
    },
  };
}

// What Astro logs as an error it throws, too.
function logged(event: { level: string; message: string }): boolean {
  if (event.level === 'warn') console.warn(event.message);
  return true;
}
