/** The search of a content folder without Astro: its records, its index, and a reader of its files. */
import { readCompiled, pageRecords } from '#corpus/compiled.ts';
import { collectionNames } from '#corpus/collections.ts';
import { readCorpus } from '#corpus/read.ts';
import { libraryOf, type Loaded } from '#library/join.ts';
import type { Library } from '#library/records.ts';
import { buildIndex, type SearchIndex } from '#search/build.ts';
import type { ReadFile } from '#search/query.ts';
import type { SearchRecord } from '#search/record.ts';
import { searchRecords, type Documents } from '#search/records.ts';
import { memoryStore } from '../../src/store/store.ts';

/** Everything that can be found in a content folder. */
export async function siteOf(
  directory: string,
  today: string,
): Promise<{ library: Library; documents: Documents; records: SearchRecord[] }> {
  const store = memoryStore();
  const corpus = await readCorpus(directory);
  const loaded = collectionNames.map((name) => [
    name,
    pageRecords(corpus, name, store).map(({ id, data, digest }) => ({ id, data, key: digest })),
  ]);
  const library = libraryOf(Object.fromEntries(loaded) as Loaded, { today });
  const documents: Documents = {
    article: ({ key }) => readCompiled<'articles'>(key, store).document,
    nutrient: ({ key }) => readCompiled<'nutrients'>(key, store).document,
    page: ({ key }) => readCompiled<'pages'>(key, store).document,
  };
  return { library, documents, records: searchRecords(library, documents) };
}

/** Reads the files of an index as a browser does, and notes their names. */
export function readerOf({ files }: SearchIndex, asked: string[] = []): ReadFile {
  return <File>(name: string) => {
    const text = files.get(name);
    if (text === undefined) return Promise.reject(new Error(`There is no file "${name}".`));
    if (!asked.includes(name)) asked.push(name);
    return Promise.resolve(JSON.parse(text) as File);
  };
}

/** The index of a library, with its own synonyms. */
export function indexOf({
  library,
  records,
}: {
  library: Library;
  records: readonly SearchRecord[];
}): SearchIndex {
  return buildIndex(records, library.synonyms);
}
