/** Stands between content and the site: checks first, builds aside, and replaces `dist/` only with a whole site. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { checkOutput } from '../checks/output/check.ts';
import type { CheckResult } from '../checks/run.ts';
import { formatEvent, scheduleOf } from '../checks/schedule.ts';
import { forBuild } from '../checks/severity.ts';
import { projectStore } from '../corpus/reading.ts';
import { contentDirectory, merchantTag, prepareForBuild, today } from '../environment.ts';
import { UserError } from '../problem.ts';
import { isEmbed, routes } from '../routes.ts';
import { beginSession } from '../session.ts';
import { checkOrStop, refuse } from './check.ts';
import { isUnwatched, serveChecked } from './dev.ts';
import { lastModified } from './last-modified.ts';
import { placeOriginals } from './originals.ts';
import { keepPages, takePages } from './kept-pages.ts';
import { redirects, writeRedirects } from './redirects.ts';
import { orStop } from './stop.ts';
import { assertReplaceable, bring, followLinks, replace } from './target.ts';
import { openWorkFolder, tidy } from './work-folder.ts';

/** What a build makes, and where. */
interface Build {
  target: string;
  /** Holds the site until it is whole, and everything else that is written for it. */
  folder: string;
  site: string;
  pages: ReturnType<typeof takePages>;
  result: CheckResult;
}

/**
 * The integration of this project.
 *
 * - `build`: stops before anything is written when content has errors, builds into a folder of its
 *   own, examines what was built, and only then replaces `dist/`.
 * - `dev`: shows problems at start and on save; a page with errors answers with them.
 * - `preview`: puts a site back that a killed build had put aside.
 */
export function publish(): AstroIntegration {
  return {
    name: 'micromile-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        const target = followLinks(fileURLToPath(config.outDir));
        if (command === 'preview') {
          tidy(path.dirname(target));
          return;
        }
        const folder = await orStop(() => prepare(command === 'build' ? target : undefined));
        beginSession({ folder, showsDrafts: command === 'dev' });
        if (command !== 'dev' && command !== 'build')
          updateConfig({ cacheDir: directoryUrl(folder, 'astro') });
        if (command === 'dev')
          updateConfig({ vite: { server: { watch: { ignored: isUnwatched } } } });
        if (command !== 'build') return;
        await orStop(prepareForBuild);
        const result = await checkOrStop();
        await refuse(forBuild(result.problems));
        const pages = takePages(folder);
        const site = path.join(pages.work, 'site');
        const modified = lastModified(result.corpus, today());
        updateConfig({
          outDir: directoryUrl(site),
          cacheDir: directoryUrl(pages.folder),
          experimental: { incrementalBuild: true },
          integrations: [
            sitemap({
              filter: (page) => isListed(new URL(page).pathname),
              serialize: (item) => {
                const day = modified.get(new URL(item.url).pathname);
                return day === undefined ? item : { ...item, lastmod: day };
              },
            }),
            publishing({ target, folder, site, pages, result }),
          ],
        });
      },
      'astro:server:setup': serveChecked,
    },
  };
}

// What is for other pages to frame, for those who work here, or for nobody, is in no list.
function isListed(address: string): boolean {
  return ![routes.gallery(), '/404/'].includes(address) && !isEmbed(address);
}

/**
 * Makes the folder of this process, beside the target of a build.
 */
function prepare(target: string | undefined): string {
  for (const folder of [process.cwd(), target ?? '']) {
    const [character] = /[%#?]/.exec(folder) ?? [];
    // Vite takes it for a part of an address, and looks for files that are not there.
    if (character !== undefined)
      throw new UserError(`${folder} has "${character}" in it, which Vite cannot read: rename it.`);
  }
  if (target !== undefined) assertReplaceable(target, contentDirectory());
  return openWorkFolder(target === undefined ? path.resolve('.cache') : path.dirname(target));
}

// Added after the sitemap, so that the site is whole when it is examined and moved.
function publishing({ target, folder, site, pages, result }: Build): AstroIntegration {
  let address: string | undefined;
  let removeOriginals = (): void => undefined;
  return {
    name: 'micromile-publishing',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = config.site;
      },
      // The folder of the site is empty then, and nothing is made yet.
      'astro:build:setup': async () => {
        removeOriginals = await orStop(() => placeOriginals(site, result.corpus));
      },
      'astro:build:generated': () => removeOriginals(),
      'astro:build:done': async ({ logger }) => {
        writeRedirects(site, address, redirects(result.corpus, today()));
        const problems = await checkOutput(site, result.corpus, today(), projectStore());
        projectStore().flush();
        await refuse(problems);
        keepPages(pages, site);
        await orStop(() => replace(target, bring(site, folder), folder));
        const [next] = scheduleOf(result, today());
        if (next !== undefined) logger.info(`Next to change by itself: ${formatEvent(next)}`);
        for (const { data } of result.corpus.entries.merchants.values()) {
          if (data.programme && data.tagVariable !== undefined && merchantTag(data) === undefined)
            logger.warn(
              `${data.tagVariable} is not set: links to ${data.name} work and earn nothing.`,
            );
        }
      },
    },
  };
}

function directoryUrl(...names: string[]): URL {
  return pathToFileURL(path.join(...names) + path.sep);
}
