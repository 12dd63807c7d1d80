/** Finds in any data what it names by id: the schema says which fields those are. */
import type { z } from 'zod';
import { collectionsNamedBy, type NamedCollection } from '../schemas/parts.ts';
import { collectionNames, collections } from './collections.ts';
import type { DataPath } from './data.ts';
import type { Corpus, Entry } from './read.ts';

/** An id that stands somewhere for an entry of one of some collections. */
export interface Reference {
  id: string;
  collections: readonly NamedCollection[];
  path: DataPath;
}

/** A reference of an entry of the corpus. */
export interface CorpusReference extends Reference {
  entry: Entry;
}

// Layers that a schema of ours is made of; everything else holds no other field.
type AnySchema =
  | z.ZodObject
  | z.ZodArray<z.ZodType>
  | z.ZodUnion<z.ZodType[]>
  | z.ZodOptional<z.ZodType>
  | z.ZodDefault<z.ZodType>
  | z.ZodNullable<z.ZodType>
  | z.ZodPipe<z.ZodType, z.ZodType>
  | z.ZodLiteral;

interface Field {
  /** Keys, and `each` for the items of a list. */
  steps: readonly (string | typeof each)[];
  schema: z.ZodType;
  /** Words that may stand in its place. */
  words?: readonly unknown[];
}

interface ReferenceField extends Pick<Field, 'steps' | 'words'> {
  collections: readonly NamedCollection[];
}

const each = Symbol('each');
const fieldsBySchema = new WeakMap<z.ZodType, readonly ReferenceField[]>();

/** Every reference in data that fits its schema, in the order of the schema's fields. */
export function referencesIn(schema: z.ZodType, data: unknown): Reference[] {
  return referenceFields(schema).flatMap(({ steps, words = [], collections: named }) =>
    valuesAt(data, steps).flatMap(({ value, path }) =>
      typeof value === 'string' && !words.includes(value)
        ? [{ id: value, collections: named, path }]
        : [],
    ),
  );
}

/** Every reference in the data of a corpus; prose and components hold more. */
export function referencesOf({ entries }: Corpus): CorpusReference[] {
  return collectionNames.flatMap((name) => {
    const { list, schema } = collections[name];
    const own = list ? schema.element : schema;
    return [...(entries[name] as Map<string, Entry>).values()].flatMap((entry) =>
      referencesIn(own, entry.data).map((reference) => ({ ...reference, entry })),
    );
  });
}

function referenceFields(schema: z.ZodType): readonly ReferenceField[] {
  const known = fieldsBySchema.get(schema);
  if (known !== undefined) return known;
  const fields = leavesOf({ steps: [], schema }).flatMap(({ schema: leaf, ...field }) => {
    const named = collectionsNamedBy(leaf);
    return named === undefined ? [] : [{ ...field, collections: named }];
  });
  // Variants of one entry share fields.
  const distinct = [...new Map(fields.map((field) => [keyOf(field.steps), field])).values()];
  fieldsBySchema.set(schema, distinct);
  return distinct;
}

/** The fields of a schema that hold no other field, with the way to each. */
export function leavesOf({ steps, schema, ...more }: Field): Field[] {
  const { def } = schema as AnySchema;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) =>
        leavesOf({ steps: [...steps, key], schema: inner }),
      );
    case 'array':
      return leavesOf({ steps: [...steps, each], schema: def.element });
    case 'union':
      return def.options.flatMap((option) =>
        leavesOf({ steps, schema: option, words: def.options.flatMap(wordsOf) }),
      );
    case 'optional':
    case 'default':
    case 'nullable':
      return leavesOf({ steps, schema: def.innerType, ...more });
    case 'pipe':
      return leavesOf({ steps, schema: def.out, ...more });
    default:
      return [{ steps, schema, ...more }];
  }
}

function wordsOf(schema: z.ZodType): readonly unknown[] {
  const { def } = schema as AnySchema;
  return def.type === 'literal' ? def.values : [];
}

function keyOf(steps: Field['steps']): string {
  return steps.map(String).join('.');
}

function valuesAt(data: unknown, steps: Field['steps']): { value: unknown; path: PropertyKey[] }[] {
  return steps.reduce<{ value: unknown; path: PropertyKey[] }[]>(
    (found, step) =>
      found.flatMap(({ value, path }) => {
        if (value === null || typeof value !== 'object') return [];
        if (step === each)
          return Array.isArray(value)
            ? value.map((inner: unknown, index) => ({ value: inner, path: [...path, index] }))
            : [];
        return [{ value: (value as Record<string, unknown>)[step], path: [...path, step] }];
      }),
    [{ value: data, path: [] }],
  );
}
