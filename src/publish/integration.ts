/** Stands between content and the site: checks first, builds aside, and replaces `dist/` only with a whole site. */
import { existsSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { formatText } from '../checks/report.ts';
import { checkContent, type CheckResult } from '../checks/run.ts';
import { forBuild } from '../checks/severity.ts';
import { compiledKey, listCompiled, writeCompiled } from '../corpus/compiled.ts';
import { rerunner } from '../corpus/rerun.ts';
import { isPublished } from '../domain/dates.ts';
import { contentDirectory, merchantTag, siteUrl, today } from '../environment.ts';
import type { Problem } from '../problem.ts';
import { routes } from '../routes.ts';
import { lastModified } from './last-modified.ts';
import { checkOutput } from '../checks/output/check.ts';

/**
 * The integration of this project.
 *
 * - `build`: stops before anything is written when content has errors, builds into a staging
 *   folder, examines what was built, and only then replaces `dist/`.
 * - `dev`: shows problems at start and on save; a page with errors answers with them.
 */
export function publish(): AstroIntegration {
  let target = '';
  let staging = '';
  let result: CheckResult | undefined;
  return {
    name: 'micromile-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command === 'preview' || command === 'sync') return;
        result = await check();
        if (command === 'build') {
          refuse(forBuild(result.problems));
          target = fileURLToPath(config.outDir);
          staging = path.join(path.dirname(target), `.staging-${process.pid}`);
          // A build that stops half-way, for whatever reason, leaves nothing behind.
          process.once('exit', () => rmSync(staging, { recursive: true, force: true }));
          updateConfig({ outDir: new URL(pathToFileURL(staging + path.sep).href) });
        }
        const modified = lastModified(result.corpus, today());
        updateConfig({
          redirects: redirects(result),
          integrations: [
            sitemap({
              filter: (page) => ![routes.gallery(), '/404/'].includes(new URL(page).pathname),
              serialize: (item) => {
                const day = modified.get(new URL(item.url).pathname);
                return day === undefined ? item : { ...item, lastmod: day };
              },
            }),
            publishing(() => ({ staging, target, result })),
          ],
        });
      },
      'astro:server:setup': ({ server }) => watch(server, result),
    },
  };
}

// Added after the sitemap, so that the site is whole when it is examined and moved.
function publishing(
  paths: () => { staging: string; target: string; result: CheckResult | undefined },
): AstroIntegration {
  return {
    name: 'micromile-publishing',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        const { staging, target, result } = paths();
        const store = path.resolve('.cache/valid-pages.json');
        if (result !== undefined) refuse(await checkOutput(staging, result.corpus, today(), store));
        const previous = `${staging}-previous`;
        if (existsSync(target)) await rename(target, previous);
        await rename(staging, target);
        await rm(previous, { recursive: true, force: true });
        const merchants = [...(result?.corpus.entries.merchants.values() ?? [])];
        for (const { data } of merchants) {
          const { tagVariable } = data;
          if (
            data.programme &&
            tagVariable !== undefined &&
            merchantTag(tagVariable) === undefined
          ) {
            logger.warn(`${tagVariable} is not set: links to ${data.name} work and earn nothing.`);
          }
        }
      },
    },
  };
}

async function check(): Promise<CheckResult> {
  try {
    // What was compiled for the checks is not compiled again for the pages.
    const known = await listCompiled();
    return await checkContent(contentDirectory(), today(), async ({ data, digest }, document) => {
      const key = await compiledKey(digest);
      if (!known.has(key)) await writeCompiled(key, { data, document });
    });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

// Astro would print a stack trace for an error: authors get the report alone.
function refuse(problems: readonly Problem[]): void {
  if (problems.some(({ severity }) => severity === 'error')) {
    stop(
      `${formatText(problems)}\nNothing was published; dist/ is as it was. Mend the errors and build again.`,
    );
  }
  if (problems.length > 0) console.warn(formatText(problems));
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function redirects({ corpus }: CheckResult): Record<string, string> {
  // A redirect to what is not there yet would lead nowhere.
  const articles = [...corpus.entries.articles.values()]
    .filter(({ data }) => isPublished(data, today()))
    .map(({ id, data }) => [data.aliases, routes.article(id)] as const);
  const pages = [...corpus.entries.pages.values()].map(
    ({ id, data }) => [data.aliases, routes.page(id)] as const,
  );
  return Object.fromEntries(
    [...articles, ...pages].flatMap(([aliases, to]) => aliases.map((alias) => [alias, to])),
  );
}

function watch(server: ViteDevServer, first: CheckResult | undefined): void {
  let problems = first?.problems ?? [];
  if (problems.length > 0) console.warn(formatText(problems));
  const directory = contentDirectory();
  server.watcher.add(directory);
  const recheck = rerunner(async () => {
    ({ problems } = await check());
    console.warn(formatText(problems));
  });
  const changed = (file: string): void => {
    if (path.resolve(file).startsWith(directory + path.sep)) recheck();
  };
  for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, changed);
  // A page that cannot be built answers with what is wrong, as the build would.
  server.middlewares.use((request, response, next) => {
    const errors = forBuild(problems).filter(({ severity }) => severity === 'error');
    const file = fileOf(new URL(request.url ?? '/', siteUrl()).pathname);
    const own = errors.filter((problem) => file !== undefined && problem.file.endsWith(file));
    if (own.length === 0) {
      next();
      return;
    }
    response.statusCode = 500;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(`${formatText(own)}\n`);
  });
}

function fileOf(pathname: string): string | undefined {
  const article = /^\/articles\/([^/]+)\/?$/.exec(pathname)?.[1];
  const nutrient = /^\/nutrients\/([^/]+)\/?/.exec(pathname)?.[1];
  const product = /^\/products\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (article !== undefined) return `/articles/${article}.mdx`;
  if (nutrient !== undefined) return `/nutrients/${nutrient}.mdx`;
  if (product !== undefined) return `/products/${product}.yaml`;
  const page = /^\/([^/]+)\/$/.exec(pathname)?.[1];
  return page === undefined ? undefined : `/pages/${page}.mdx`;
}
