/** The data of one day for tests, see `tests/fixtures/knowledge/README.md`. */
import path from 'node:path';
import { readCorpus } from '#corpus/read.ts';
import type { Nutrient } from '#schemas/nutrient.ts';

export const knowledge = await readCorpus(path.resolve('tests/fixtures/knowledge'));

/** Ids of its nutrients. */
export const nutrientIds = [...knowledge.entries.nutrients.keys()];

/** The typed frontmatter of one of its nutrients. @throws {Error} when there is none */
export function nutrient(id: string): Nutrient {
  const entry = knowledge.entries.nutrients.get(id);
  if (entry === undefined) throw new Error(`There is no nutrient "${id}".`);
  return entry.data;
}
