/** Good entries of the fixtures, to be changed in one place, and what an author is told of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { collections, type CollectionName } from '#corpus/collections.ts';
import { frontmatterOf } from '#corpus/data.ts';
import { explainIssues } from '#corpus/issues.ts';

type Data = Record<string, unknown>;

/** A change of a good entry: fields that replace its own; undefined takes one out. */
export type Change = Data;

/** Data of a good file of `tests/fixtures/content`, of its first entry where it is a list; without its exceptions. */
export function goodEntry(collection: CollectionName, file: string): Data {
  const text = readFileSync(
    path.join(
      'tests/fixtures/content',
      collections[collection].file ?? path.join(collection, file),
    ),
    'utf8',
  );
  const data = parse(frontmatterOf(text) ?? text, { schema: 'core' }) as Data | Data[];
  const { exceptions: _, ...own } = Array.isArray(data) ? (data[0] ?? {}) : data;
  return own;
}

/** What is said of an entry: nothing when it is sound. */
export function messagesOf(collection: CollectionName, good: Data, change: Change): string[] {
  const { schema } = collections[collection];
  const data = Object.fromEntries(
    Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined),
  );
  const result = schema.safeParse(data);
  if (result.success) return [];
  const start = { line: 1, column: 1 };
  const written = {
    locate: () => start,
    written: () => undefined,
    rewrite: () => undefined,
    isJson: false,
  };
  return explainIssues(result.error.issues, data, schema, written).map(({ message }) => message);
}
