/** The index of what is published, made once for the page and its files. */
import { loadArticle, loadLibrary, loadNutrient, loadPage } from '#library/load.ts';
import type { Library } from '#library/records.ts';
import { buildIndex, type SearchIndex } from '#search/build.ts';
import { searchRecords } from '#search/records.ts';

const made = new WeakMap<Library, SearchIndex>();

/** The index of the site. */
export async function searchIndex(): Promise<SearchIndex> {
  const library = await loadLibrary();
  const known = made.get(library);
  if (known !== undefined) return known;
  const records = searchRecords(library, {
    article: (record) => loadArticle(record).document,
    nutrient: (record) => loadNutrient(record).document,
    page: (record) => loadPage(record).document,
  });
  const index = buildIndex(records, library.synonyms);
  made.set(library, index);
  return index;
}
