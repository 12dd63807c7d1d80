/** Nutrients of the real content for tests, read without the corpus. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { nutrientSchema, type Nutrient } from '#schemas/nutrient.ts';

/** The typed frontmatter of `content/nutrients/<id>.mdx`. */
export function nutrient(id: string): Nutrient {
  const text = readFileSync(`content/nutrients/${id}.mdx`, 'utf8');
  return nutrientSchema.parse(parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''));
}
