/** The small corpus as a library with compiled articles, without Astro: its model has every component. */
import path from 'node:path';
import { pageRecords, readCompiled, type CompiledEntry } from '#corpus/compiled.ts';
import { collectionNames } from '#corpus/collections.ts';
import { readCorpus } from '#corpus/read.ts';
import { libraryOf, type Loaded, type Surroundings } from '#library/join.ts';
import type { Library, RecordOf } from '#library/records.ts';
import { memoryStore } from '../../src/store/store.ts';

const store = memoryStore();
const corpus = await readCorpus(path.resolve('tests/fixtures/content'));

const loaded = Object.fromEntries(
  collectionNames.map((name) => [
    name,
    pageRecords(corpus, name, store).map(({ id, data, digest }) => ({ id, data, key: digest })),
  ]),
) as Loaded;

/** The library of a day; on the first there is no article yet. */
export const modelLibrary = (
  today = '2026-11-25',
  changed: Loaded = {},
  figuresIn?: Surroundings['figuresIn'],
): Library =>
  libraryOf(
    { ...loaded, ...changed },
    { today, ...(figuresIn === undefined ? {} : { figuresIn }) },
  );

export const compiledArticle = (record: RecordOf<'articles'>): CompiledEntry<'articles'> =>
  readCompiled<'articles'>(record.key, store);

export const compiledNutrient = (record: RecordOf<'nutrients'>): CompiledEntry<'nutrients'> =>
  readCompiled<'nutrients'>(record.key, store);
