/** Astro content loaders over the corpus: digests decide what is given anew. */
import type { Loader, LoaderContext } from 'astro/loaders';
import type { CollectionName } from './collections.ts';
import { pageRecords } from './compiled.ts';
import { currentSession } from '../session.ts';
import { projectStore, sharedReading } from './reading.ts';

/** Loader of one collection. */
export function corpusLoader(collection: CollectionName): Loader {
  return {
    name: `micromile-${collection}`,
    load: async (context) => {
      // Astro writes down what it is given and bundles it: a build gives its pages the reading itself.
      if (!currentSession().isServing) return;
      // As it stands on disk now: the dev server loads again when this code was edited, too.
      const code = await import('./loader.ts');
      await code.loadCollection(context, collection);
    },
  };
}

/** What the dev server says when it has the content loaded again. */
export interface Refresh {
  /** Files to leave out. */
  unsound: readonly string[];
  /** Is called when a collection is loaded. */
  loaded: () => void;
}

/** Loads what changed in a collection. */
export async function loadCollection(
  { store: loaded, refreshContextData }: LoaderContext,
  collection: CollectionName,
): Promise<void> {
  const refresh = refreshContextData as Refresh | undefined;
  const corpus = await sharedReading();
  const store = projectStore();
  const seen = new Set<string>();
  for (const { id, data, digest } of pageRecords(corpus, collection, store, refresh?.unsound)) {
    seen.add(id);
    if (loaded.get(id)?.digest !== digest) loaded.set({ id, data, digest });
  }
  for (const id of loaded.keys()) if (!seen.has(id)) loaded.delete(id);
  store.flush();
  refresh?.loaded();
}
