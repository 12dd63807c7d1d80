/** Stands between content and the site: checks first, builds aside, and replaces `dist/` only with a whole site. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { fatesOf } from '../checks/ledger.ts';
import { checkOutput } from '../checks/output/check.ts';
import type { CheckResult } from '../checks/run.ts';
import { formatEvent, scheduleOf } from '../checks/schedule.ts';
import { forBuild } from '../checks/severity.ts';
import { projectStore } from '../corpus/reading.ts';
import { contentDirectory, merchantTag, prepareForBuild, today } from '../environment.ts';
import { UserError } from '../problem.ts';
import { addressOf, isEmbed, routes } from '../routes.ts';
import { beginSession } from '../session.ts';
import { filesBeside, filesInside } from '../hosting/files.ts';
import { holdCode } from '../store/code.ts';
import { checkOrStop, refuse, refuseUnready } from './check.ts';
import { isUnwatched, serveChecked } from './dev.ts';
import { lastModified } from './last-modified.ts';
import { placeOriginals } from './originals.ts';
import { builtSite, hostsFolder, writeFiles } from './hosts.ts';
import { keepPages, placePages, removeOldPages, takePages } from './kept-pages.ts';
import { entryByEntry } from './page-order.ts';
import { redirects, writeRedirects } from './redirects.ts';
import { noteStanding, siteKey, stands } from './standing.ts';
import { end, orStop } from './stop.ts';
import { assertReplaceable, bring, followLinks, replace } from './target.ts';
import { openWorkFolder, remove, takeTurn, tidy } from './work-folder.ts';

/** What a build makes, and where. */
interface Build {
  target: string;
  /** Holds the site until it is whole, and everything else that is written for it. */
  folder: string;
  site: string;
  pages: ReturnType<typeof takePages>;
  result: CheckResult;
  /** Key of the site. */
  key: string;
}

/**
 * The integration of this project.
 *
 * - `build`: stops before anything is written when content has errors, builds into a folder of its
 *   own, examines what was built, and only then replaces `dist/`.
 * - `dev`: shows problems at start and on save, and beside each page its own.
 * - `preview`: puts a site back that a killed build had put aside.
 */
export function publish(): AstroIntegration {
  return {
    name: 'micromile-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute }) => {
        const target = followLinks(fileURLToPath(config.outDir));
        if (command === 'preview') {
          tidy(path.dirname(target));
          return;
        }
        const folder = await orStop(() => prepare(command === 'build' ? target : undefined));
        const isServing = command === 'dev';
        beginSession({ folder, showsDrafts: isServing, isServing });
        if (command !== 'dev' && command !== 'build')
          updateConfig({ cacheDir: directoryUrl(folder, 'astro') });
        if (command === 'dev')
          updateConfig({ vite: { server: { watch: { ignored: isUnwatched } } } });
        if (command !== 'build') return;
        await orStop(prepareForBuild);
        holdCode();
        const result = await checkOrStop();
        await refuse(forBuild(result.problems));
        await refuseUnready(result);
        const key = await orStop(() => siteKey(result.corpus));
        if (stands(target, key)) {
          projectStore().flush();
          tagsMissing(result).forEach((text) => console.warn(text));
          console.log(`Nothing changed: what a build would make stands in ${target}.`);
          await end(0);
        }
        const pages = takePages(folder);
        const site = path.join(pages.work, 'site');
        const gone = [...fatesOf(result, today()).gone.keys()].filter((one) => one.endsWith('/'));
        // Each is a page of its own: where an article was, the page of articles would be asked for it.
        for (const address of gone)
          injectRoute({ pattern: address, entrypoint: 'src/pages/_gone.astro', prerender: true });
        const unlisted = new Set(gone.map(addressOf));
        const modified = lastModified(result.corpus, today());
        updateConfig({
          outDir: directoryUrl(site),
          cacheDir: directoryUrl(pages.folder),
          experimental: { incrementalBuild: true },
          integrations: [
            sitemap({
              filter: (page) => {
                const { pathname } = new URL(page);
                return isListed(pathname) && !unlisted.has(pathname);
              },
              serialize: (item) => {
                const day = modified.get(new URL(item.url).pathname);
                return day === undefined ? item : { ...item, lastmod: day };
              },
            }),
            publishing({ target, folder, site, pages, result, key }),
          ],
        });
      },
      'astro:server:setup': serveChecked,
    },
  };
}

// What is for other pages to frame, for those who work here, or for nobody, is in no list.
function isListed(address: string): boolean {
  return ![routes.gallery(), addressOf('/404/')].includes(address) && !isEmbed(address);
}

/**
 * Makes the folder of this process, beside the target of a build.
 */
async function prepare(target: string | undefined): Promise<string> {
  for (const folder of [process.cwd(), target ?? '']) {
    const [character] = /[%#?]/.exec(folder) ?? [];
    // Vite takes it for a part of an address, and looks for files that are not there.
    if (character !== undefined)
      throw new UserError(`${folder} has "${character}" in it, which Vite cannot read: rename it.`);
  }
  if (target !== undefined) {
    await takeTurn(target, (text) => console.warn(text));
    assertReplaceable(target, contentDirectory());
  }
  return openWorkFolder(target === undefined ? path.resolve('.cache') : path.dirname(target));
}

// Added after the sitemap, so that the site is whole when it is examined and moved.
function publishing({ target, folder, site, pages, result, key }: Build): AstroIntegration {
  let address: string | undefined;
  let removeOriginals = (): void => undefined;
  return {
    name: 'micromile-publishing',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = config.site;
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(entryByEntry),
      // The folder of the site is empty then, and nothing is made yet.
      'astro:build:setup': async () => {
        placePages(pages, site);
        removeOriginals = await orStop(() => placeOriginals(site, result.corpus));
      },
      'astro:build:generated': () => {
        removeOldPages(pages, site);
        removeOriginals();
      },
      'astro:build:done': async ({ logger }) => {
        const moved = redirects(result, today());
        writeRedirects(site, address, moved);
        const gone = [...fatesOf(result, today()).gone.keys()].map(addressOf);
        const built = builtSite(site, moved, gone);
        writeFiles(site, filesInside(built));
        const problems = await checkOutput(site, result, today(), projectStore());
        projectStore().flush();
        await refuse(problems);
        const beside = path.join(folder, 'hosts');
        writeFiles(beside, filesBeside(built));
        await orStop(() => {
          const previous = replace(target, bring(site, folder), folder);
          remove(replace(hostsFolder(target), beside, folder));
          keepPages(pages, target, previous);
        });
        noteStanding(target, key);
        tagsMissing(result).forEach((text) => logger.warn(text));
        const [next] = scheduleOf(result, today());
        if (next !== undefined) logger.info(`Next to change by itself: ${formatEvent(next)}`);
      },
    },
  };
}

function tagsMissing({ corpus }: CheckResult): string[] {
  return [...corpus.entries.merchants.values()].flatMap(({ data }) =>
    data.programme && data.tagVariable !== undefined && merchantTag(data) === undefined
      ? [`${data.tagVariable} is not set: links to ${data.name} work and earn nothing.`]
      : [],
  );
}

function directoryUrl(...names: string[]): URL {
  return pathToFileURL(path.join(...names) + path.sep);
}
