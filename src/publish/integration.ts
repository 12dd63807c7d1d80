/** Stands between content and Astro: Astro makes the press of a build, serves in dev, and shows what was built. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { entriesKey } from '../corpus/reading.ts';
import { beginSession } from '../session.ts';
import { isUnwatched, serveChecked } from './dev.ts';
import { currentWorkshop } from './make-press.ts';
import { goneRoute, takeProgram, type Workshop } from './press.ts';
import { orStop } from './stop.ts';
import { assertReadable, followLinks } from './target.ts';
import { openWorkFolder, tidy } from './work-folder.ts';

/**
 * The integration of this project.
 *
 * - `build`: has Astro make the press that prints a site, which `npm run build` asks for.
 * - `dev`: shows problems at start and on save, and beside each page its own.
 * - `preview`: puts a site back that a killed build had put aside.
 */
export function publish(): AstroIntegration {
  return {
    name: 'micromile-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute }) => {
        if (command === 'preview') {
          tidy(path.dirname(followLinks(fileURLToPath(config.outDir))));
          return;
        }
        if (command === 'build') {
          const workshop = await orStop(currentWorkshop);
          beginSession({ folder: workshop.folder, showsDrafts: false, isServing: false });
          // Where an article was, the page of articles would be asked for it.
          injectRoute({
            pattern: goneRoute.route,
            entrypoint: goneRoute.component,
            prerender: true,
          });
          updateConfig({
            outDir: directoryUrl(workshop.outDir),
            cacheDir: directoryUrl(workshop.cacheDir),
            vite: { plugins: [givenEntries] },
            integrations: [takingProgram(workshop)],
          });
          return;
        }
        const folder = await orStop(() => {
          assertReadable(process.cwd());
          return openWorkFolder(path.resolve('.cache'));
        });
        const isServing = command === 'dev';
        beginSession({ folder, showsDrafts: isServing, isServing });
        if (isServing)
          updateConfig({
            vite: { plugins: [givenEntries], server: { watch: { ignored: isUnwatched } } },
          });
        else updateConfig({ cacheDir: directoryUrl(folder, 'astro') });
      },
      'astro:server:setup': serveChecked,
    },
  };
}

// Where Astro has what loaders gave, bundled with the code: pages ask for what was checked, and a press
// holds no content.
const givenEntries: Plugin = {
  name: 'micromile-entries',
  enforce: 'pre',
  resolveId: {
    // Before Astro's own.
    order: 'pre',
    handler: (id) => (id === 'astro:data-layer-content' ? '\0micromile-entries' : undefined),
  },
  load: (id) =>
    id === '\0micromile-entries'
      ? `export default (globalThis[Symbol.for(${JSON.stringify(entriesKey.description)})] ??= new Map());`
      : undefined,
};

function takingProgram(workshop: Workshop): AstroIntegration {
  return {
    name: 'micromile-program',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'micromile',
          // All that a page needs is there, and no page is made yet.
          getStaticPaths: () => {
            takeProgram(workshop);
            return Promise.resolve([]);
          },
          render: () => Promise.reject(new Error('Pages are printed, not made by Astro.')),
        });
      },
    },
  };
}

function directoryUrl(...names: string[]): URL {
  return pathToFileURL(path.join(...names) + path.sep);
}
