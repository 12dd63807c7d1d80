/** The dev server: shows problems at start and on save; a page with errors answers with them. */
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { formatText } from '../checks/report.ts';
import type { CheckResult } from '../checks/run.ts';
import { forBuild } from '../checks/severity.ts';
import { rerunner } from '../corpus/rerun.ts';
import { contentDirectory, siteUrl } from '../environment.ts';
import { check } from './check.ts';

/** Prints the problems of the first check and of one after each save, and answers with them. */
export function watch(server: ViteDevServer, first: CheckResult | undefined): void {
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
