/** The index of what is published, made once for the page and its files. */
import { loadArticle, loadNutrient, loadPage, wholeLibrary } from '#library/load.ts';
import type { Library } from '#library/records.ts';
import { noteEverything } from '#library/trace.ts';
import { buildIndex, type SearchIndex } from '#search/build.ts';
import { searchRecords } from '#search/records.ts';

const made = new WeakMap<Library, SearchIndex>();
// The dev server loads a library for each request, and a search makes many.
let last: { text: string; index: SearchIndex } | undefined;

/** The index of the site. */
export async function searchIndex(): Promise<SearchIndex> {
  const library = await wholeLibrary();
  noteEverything();
  const known = made.get(library);
  if (known !== undefined) return known;
  const text = import.meta.env.DEV ? textOf(library) : '';
  if (import.meta.env.DEV && last?.text === text) return last.index;
  const records = searchRecords(library, {
    article: (record) => loadArticle(record).document,
    nutrient: (record) => loadNutrient(record).document,
    page: (record) => loadPage(record).document,
  });
  const index = buildIndex(records, library.synonyms);
  made.set(library, index);
  last = { text, index };
  return index;
}

// What the index is made of; a document has another key when it changes.
function textOf({ articles, nutrients, pages, synonyms, ...library }: Library): string {
  const { products, glossary, figures, themes, sheets, claims } = library;
  return JSON.stringify([
    synonyms,
    ...[articles, nutrients, pages, products, glossary, figures, themes, sheets, claims].map(
      (records) => [...records.values()],
    ),
  ]);
}
