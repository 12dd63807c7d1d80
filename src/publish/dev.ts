/** The dev server: what it shows was checked, and what is to be mended stands beside it. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { HookParameters } from 'astro';
import type { RunnableDevEnvironment, ViteDevServer } from 'vite';
import { formatText, summary } from '../checks/report.ts';
import type { CheckResult } from '../checks/run.ts';
import { areSame, atRest, marksOf, watchFolder, type Marks } from '../corpus/changes.ts';
import { contentDirectory, takeDay, today } from '../environment.ts';
import { failureText, printable } from '../problem.ts';
import { addressOf, isOnSite, pathOf, routes } from '../routes.ts';
import { day as dayField } from '../schemas/fields.ts';
import { beginSession, currentSession } from '../session.ts';
import { beginLoading } from '../store/code.ts';
import { answersOf } from './answers.ts';
import type { Shown } from './beside.ts';
import { dayAddress, failurePage, gonePage, keptUp, stateAddress } from './dev-pages.ts';
import { originalAt } from './originals.ts';

/** How long a server that starts again still answers, in milliseconds. */
const lastAnswersMilliseconds = 500;

/** Pages that are remembered as they were made last. */
const mostEarlier = 100;

/** What was found last: a result, or why there is none. */
type Found = { result: CheckResult; code: Code } | { failure: string };
type Code = typeof import('./served.ts');

// Astro sets its server up again when its configuration changes.
let endEarlier = (): void => undefined;

/**
 * What Vite and Astro must not watch: this server looks at the content itself, and what is kept of
 * it changes only when this server says so. Of both, Astro takes every data file for content.
 */
export function isUnwatched(file: string): boolean {
  const folders = [
    contentDirectory(),
    ...['.astro', '.cache', '.schemas'].map((name) => path.resolve(name)),
  ];
  return folders.some((folder) => `${file}${path.sep}`.startsWith(folder + path.sep));
}

/**
 * Checks at start and after each change, prints what was found once, and shows it beside the pages
 * that it concerns; for one that cannot be made, the last that could. Nothing that stands in the
 * content folder, or is gone from it, ends the server.
 */
export function serveChecked({
  server,
}: Pick<HookParameters<'astro:server:setup'>, 'server'>): void {
  endEarlier();
  const directory = contentDirectory();
  const compiler = codeOf(server);
  const answers = answersOf();
  const print = printer();
  let found: Found | undefined;
  /** Names what pages are made from now, of all servers that were. */
  let state = '';
  server.watcher.on('all', (_event, file) => {
    const isLoaded = Object.values(server.environments).some(
      ({ moduleGraph }) => (moduleGraph.getModulesByFile(file)?.size ?? 0) > 0,
    );
    if (isLoaded) state = randomUUID();
  });
  let seen: { day: string; marks: Marks } | undefined;
  let looking: Promise<void> | undefined;
  /** Pages as they were made last: what is shown while one cannot be made. */
  const earlier = new Map<string, string>();
  /** Set while the site is shown as of a day: makes today today again. */
  let endDay: (() => void) | undefined;

  const run = async (marks: Marks): Promise<void> => {
    const isFirst = found === undefined;
    let next: Found;
    try {
      const code = await compiler.load();
      const result = await code.check(marks);
      code.tellEditors(result.corpus);
      next = { result, code };
      print(next);
      // A page is made from one state of the content: those on their way are made from the last.
      await answers.end();
      code.showChecked(result);
      forgetPages(server);
    } catch (error) {
      next = { failure: failureText(error) };
      print(next);
    }
    found = next;
    state = randomUUID();
    if (!isFirst) server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  };
  const keepUp = async (): Promise<void> => {
    // Another day may make another site.
    const day = today();
    const now = await marksOf(directory);
    if (!compiler.isStale() && day === seen?.day && areSame(seen.marks, now)) return;
    seen = { day, marks: await atRest(directory, now) };
    await run(seen.marks);
  };
  const look = (): Promise<void> => (looking ??= keepUp().finally(() => (looking = undefined)));

  server.httpServer?.once('listening', () => {
    endEarlier = watchFolder(directory, look);
    void look();
  });

  const keep = (pathname: string, html: string): void => {
    earlier.delete(pathname);
    earlier.set(pathname, html);
    for (const oldest of earlier.keys()) if (earlier.size > mostEarlier) earlier.delete(oldest);
  };
  const shownAs = (pathname: string): Shown => ({
    pathname,
    today: today(),
    isAsOf: endDay !== undefined,
  });
  const answer = async (
    request: IncomingMessage,
    pathname: string,
  ): Promise<Answer | undefined> => {
    // One look may have begun before the last save.
    await looking;
    await look();
    if (found === undefined) return undefined;
    const from = state;
    const made = await answerFrom(found, request, pathname);
    return made?.html === undefined ? made : { ...made, html: keptUp(made.html, from) };
  };
  const answerFrom = async (
    last: Found,
    request: IncomingMessage,
    pathname: string,
  ): Promise<Answer | undefined> => {
    if ('failure' in last) return { status: 500, html: failurePage(last.failure) };
    const { result, code } = last;
    const shown = shownAs(pathname);
    const held = code.standIn(result, shown, earlier.get(pathname));
    if (held !== undefined) return { status: 500, html: held };
    const reason = code.fatesOf(result, shown.today).gone.get(pathOf(pathname));
    if (reason !== undefined) return { status: 410, html: gonePage(reason) };
    const location = code.redirects(result, shown.today)[pathname];
    if (location !== undefined) return { status: 302, location };
    // Data files have nothing beside them.
    const whole = pathname.endsWith('/') ? await askAstro(request) : undefined;
    if (whole === undefined) return undefined;
    const { status, html } = whole;
    if (status === 200) keep(pathname, html);
    const broken =
      status < 500 ? undefined : code.standIn(result, shown, earlier.get(pathname), true);
    return { status, html: broken ?? code.beside(html, result, shown) };
  };
  // What was made is asked for as a browser asks, so that it can be taken whole.
  const askAstro = async (
    request: IncomingMessage,
  ): Promise<{ status: number; html: string } | undefined> => {
    const { local = [], network = [] } = server.resolvedUrls ?? {};
    const [address] = [...local, ...network];
    if (address === undefined || request.method !== 'GET') return undefined;
    const response = await fetch(new URL(request.url ?? '/', address), {
      headers: { [ownHeader]: ownWord, accept: request.headers.accept ?? '*/*' },
      redirect: 'manual',
    });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    return isPage ? { status: response.status, html: await response.text() } : undefined;
  };
  const showDay = async (wanted: string): Promise<void> => {
    endDay?.();
    endDay = dayField().safeParse(wanted).success ? takeDay(wanted) : undefined;
    beginSession({ ...currentSession(), showsDrafts: endDay === undefined });
    await look();
  };
  server.middlewares.use((request, response, next) => {
    const { pathname, searchParams } =
      URL.parse(request.url ?? '/', 'http://localhost') ?? new URL('http://localhost/');
    if (pathname === addressOf(dayAddress)) {
      if (request.headers['sec-fetch-site'] === 'cross-site') return next();
      const to = searchParams.get('to') ?? '/';
      const location = isOnSite(to) ? to : addressOf('/');
      void showDay(searchParams.get('day') ?? '').then(() =>
        send(response, { status: 302, location }),
      );
      return;
    }
    if (pathname === addressOf(stateAddress)) return send(response, { status: 200, html: state });
    if (pathname.startsWith(addressOf('/_astro/')) && found !== undefined && 'result' in found) {
      void originalAt(pathname, found.result.corpus).then((bytes) =>
        bytes === undefined ? next() : response.end(bytes),
      );
      return;
    }
    if (!isMadeOfContent(pathname)) {
      // Before the first look there is nothing to make it of.
      if (found === undefined && looking !== undefined) void looking.then(next, next);
      else next();
      return;
    }
    if (request.headers[ownHeader] === ownWord) {
      answers.add(response);
      return next();
    }
    answer(request, pathname).then((made) => {
      if (made !== undefined) return send(response, made);
      answers.add(response);
      return next();
    }, next);
  });
}

/** An answer to a browser. */
interface Answer {
  status: number;
  html?: string;
  location?: string;
}

const ownHeader = 'x-micromile-desk';
// Nobody else asks for a page without what is beside it.
const ownWord = randomUUID();

// Pages end with a slash; all else is Vite's, but for the data files, feeds, and pages in other clothes.
function isMadeOfContent(pathname: string): boolean {
  return (
    pathname.endsWith('/') ||
    pathname.startsWith(routes.data()) ||
    /\.(?:md|bib|csl\.json|xml|txt)$/.test(pathname)
  );
}

function send(response: ServerResponse, { status, html, location }: Answer): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(location !== undefined && { Location: location }),
  });
  response.end(html);
}

/** The checks and all that they are made of, as they stand on disk now: Node itself would keep the first version. */
function codeOf(server: ViteDevServer): {
  isStale: () => boolean;
  load: () => Promise<Code>;
} {
  // The environment in which Astro runs what is no page.
  const { moduleGraph, runner } = server.environments['astro'] as RunnableDevEnvironment;
  let isStale = false;
  server.watcher.on('all', (_event, file) => {
    const isKnown = (moduleGraph.getModulesByFile(file)?.size ?? 0) > 0;
    isStale ||= isKnown;
    if (!isKnown && isOfServer(file)) startAgain(file, server);
  });
  return {
    isStale: () => isStale,
    load: async () => {
      if (isStale) {
        isStale = false;
        // What is computed once from the code, such as its digest, is computed again.
        moduleGraph.invalidateAll();
        runner.evaluatedModules.clear();
        beginLoading();
      }
      return runner.import(path.resolve('src/publish/served.ts'));
    },
  };
}

// What Node loaded with the server itself stays as it was read.
function isOfServer(file: string): boolean {
  const below = path.relative('src', file);
  return below.startsWith(`publish${path.sep}`) || below === path.join('corpus', 'changes.ts');
}

/** Has the process started again by `dev-cli.ts`; says so where nobody else runs it. */
function startAgain(file: string, { httpServer }: ViteDevServer): void {
  const name = printable(path.relative('', file));
  if (process.send === undefined) {
    console.warn(`${name} is part of this server: start it again.`);
    return;
  }
  console.warn(`${name} is part of this server, which starts again.`);
  // The same save may have Vite load an open page anew: it gets its answer first. Then it asks until a
  // server takes its call, and loads anew once more: one that is about to end must not be it.
  setTimeout(() => {
    httpServer?.close();
    process.send?.('again');
  }, lastAnswersMilliseconds);
}

/** Prints each diagnostic once: of a save that changes none, only that it was checked. */
function printer(): (found: Found) => void {
  let last = '';
  return (found) => {
    const text = 'failure' in found ? found.failure : formatText(found.result.problems);
    console.warn('result' in found && text === last ? summary(found.result.problems) : text);
    last = text;
  };
}

// Astro remembers which pages there are until its own store of the content says that it changed.
function forgetPages({ environments }: ViteDevServer): void {
  for (const [name, { hot }] of Object.entries(environments))
    if (name !== 'client') hot.send('astro:content-changed', {});
}
