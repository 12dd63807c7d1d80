/** Stands between content and the site: checks first, builds aside, and replaces `dist/` only with a whole site. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { CheckResult } from '../checks/run.ts';
import { forBuild } from '../checks/severity.ts';
import { isPublished } from '../domain/dates.ts';
import { merchantTag, orStop, today } from '../environment.ts';
import { routes } from '../routes.ts';
import { checkOutput } from '../checks/output/check.ts';
import { check, refuse } from './check.ts';
import { watch } from './dev.ts';
import { lastModified } from './last-modified.ts';
import { replace, stagingFor } from './staging.ts';

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
        const { merchants } = result.corpus.entries;
        orStop(() => [...merchants.values()].map(({ data }) => merchantTag(data)));
        if (command === 'build') {
          refuse(forBuild(result.problems));
          target = fileURLToPath(config.outDir);
          staging = stagingFor(target);
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
        await replace(target, staging);
        const merchants = [...(result?.corpus.entries.merchants.values() ?? [])];
        for (const { data } of merchants) {
          if (data.programme && data.tagVariable !== undefined && merchantTag(data) === undefined)
            logger.warn(
              `${data.tagVariable} is not set: links to ${data.name} work and earn nothing.`,
            );
        }
      },
    },
  };
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
