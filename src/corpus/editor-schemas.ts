/** JSON Schemas of the collections for editors, with the ids that stand in the content as completions. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { exceptionsSchema } from '../schemas/exception.ts';
import { fieldOf } from '../schemas/fields.ts';
import { codeDigest } from '../store/code.ts';
import { keyOf } from '../store/store.ts';
import { collectionNames, collections, titleOf, type CollectionName } from './collections.ts';
import type { Corpus, Entry } from './corpus.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Name of a collection's schema in `.schemas/`. */
export function schemaFile(name: CollectionName): string {
  return `${name}.json`;
}

/**
 * The schema of a file of a collection: of its frontmatter where prose follows. It takes what the
 * checks take of the shape, and more where only code can tell; an id that is not there yet is none of
 * its errors, because the checks say what else could be meant.
 */
export function editorSchema(name: CollectionName, corpus: Corpus): JsonSchema {
  const { schema, list } = collections[name];
  const named = new Set<string>();
  const entry = z.toJSONSchema(schema, {
    io: 'input',
    // Servers for YAML know no later one.
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      const own = zodSchema as z.core.$ZodType as z.ZodType;
      const { def } = own;
      // What is made ready first takes more than the fields that are left of it.
      if (def.type === 'pipe') delete jsonSchema.additionalProperties;
      const field = fieldOf(own);
      if (def.type !== 'string' || field?.kind !== 'ref') return;
      for (const collection of field.collections) named.add(collection);
      const { type, pattern, maxLength, ...said } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, said, {
        anyOf: [
          ...field.collections.map((collection) => ({ $ref: `#/definitions/${collection}` })),
          { type, pattern, maxLength },
        ],
      });
    },
  }) as JsonSchema;
  const { $schema, ...own } = withExceptions(entry);
  return {
    ...($schema !== undefined && { $schema }),
    ...(list === true ? { type: 'array', items: own } : own),
    definitions: Object.fromEntries(
      collectionNames
        .filter((collection) => named.has(collection))
        .map((collection) => [collection, idsOf(collection, corpus)]),
    ),
  };
}

// Any entry may declare them; its own schema knows nothing of them.
function withExceptions({ properties, ...entry }: JsonSchema): JsonSchema {
  const variants = (['anyOf', 'oneOf'] as const).flatMap((key) => {
    const own = entry[key];
    return own === undefined ? [] : [[key, own.map((one) => withExceptions(one as JsonSchema))]];
  });
  const own = z.toJSONSchema(exceptionsSchema, { io: 'input', target: 'draft-7' });
  return {
    ...entry,
    ...Object.fromEntries(variants),
    ...(properties && { properties: { ...properties, ...own.properties } }),
  } as JsonSchema;
}

function idsOf(name: CollectionName, corpus: Corpus): JsonSchema {
  const entries = [...(corpus.entries[name] as Map<string, Entry>).values()];
  return {
    type: 'string',
    // A schema without a value takes none; nothing has this id.
    enum: entries.length === 0 ? [''] : entries.map(({ id }) => id),
    enumDescriptions: entries.map((entry) => callOf(name, entry)),
  };
}

/** What an entry is called, in a line: of a claim what it says. */
export function callOf(name: CollectionName, entry: { id: string; data: object }): string {
  const title = titleOf(name, entry);
  const own = entry.data as { title?: unknown; name?: unknown };
  return title === entry.id ? String(own.title ?? own.name ?? title) : title;
}

/** Writes the schemas that `.vscode/settings.json` names; of another content folder it names none. */
export function tellEditors(corpus: Corpus): void {
  if (corpus.directory === path.resolve('content'))
    writeEditorSchemas(path.resolve('.schemas'), corpus);
}

const madeOf = 'made-of';

/**
 * Writes the schemas into a folder where their code or an id or title of the content changed, each
 * whole. What cannot be written is not: editors know less then, and nothing else rests on it.
 */
export function writeEditorSchemas(folder: string, corpus: Corpus): void {
  const known = collectionNames.map((name) => idsOf(name, corpus));
  const key = keyOf([codeDigest(), JSON.stringify(known)]);
  try {
    mkdirSync(folder, { recursive: true });
    const there = new Set(readdirSync(folder));
    const isWhole = collectionNames.every((name) => there.has(schemaFile(name)));
    if (isWhole && there.has(madeOf) && readFileSync(path.join(folder, madeOf), 'utf8') === key)
      return;
    for (const name of collectionNames)
      write(path.join(folder, schemaFile(name)), `${JSON.stringify(editorSchema(name, corpus))}\n`);
    write(path.join(folder, madeOf), key);
  } catch {}
}

// An editor that reads meanwhile sees the one or the other.
function write(file: string, text: string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}
