/** In which order pages are made. */
import type { AstroPrerenderer } from 'astro';

/**
 * Makes the files of one entry one after the other, not all files of one kind: an article, its Markdown
 * and its bibliographies are made of the same view.
 */
export function entryByEntry(pages: AstroPrerenderer): AstroPrerenderer {
  return {
    ...pages,
    getStaticPaths: async () => {
      const byEntry = Map.groupBy(await pages.getStaticPaths(), ({ pathname }) =>
        pathname.replace(/(?:\/|(?:\.[a-z]+)+)$/, ''),
      );
      return [...byEntry.values()].flat();
    },
  };
}
