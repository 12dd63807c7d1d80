/** Finds the values of an entry by what its schema says of their fields. */
import type { z } from 'zod';
import { collectionNames, collections } from './collections.ts';
import type { DataPath } from './data.ts';
import type { Corpus, Entry } from './read.ts';

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

/** A field that holds no other field. */
export interface Field {
  /** Keys, and `each` for the items of a list. */
  steps: readonly (string | typeof each)[];
  schema: z.ZodType;
  /** Words that may stand in its place. */
  words: readonly unknown[];
}

/** A value with what its field is, and its place in the entry. */
export interface FieldValue<Mark> {
  value: string;
  mark: Mark;
  path: DataPath;
}

/** What is looked for: something known of a field's schema. Always the same function for the same. */
export type FieldMark<Mark> = (schema: z.ZodType) => Mark | undefined;

const each = Symbol('each');

/** Texts of data that fits its schema, of the fields that have a mark. */
export function markedTexts<Mark>(
  schema: z.ZodType,
  data: unknown,
  markOf: FieldMark<Mark>,
): FieldValue<Mark>[] {
  return markedFields(schema, markOf).flatMap(({ steps, words, mark }) =>
    valuesAt(data, steps).flatMap(({ value, path }) =>
      typeof value === 'string' && !words.includes(value) ? [{ value, mark, path }] : [],
    ),
  );
}

/** The same of every entry of a corpus, in the order of the collections. */
export function markedTextsOf<Mark>(
  { entries }: Corpus,
  markOf: FieldMark<Mark>,
): (FieldValue<Mark> & { entry: Entry })[] {
  return collectionNames.flatMap((name) => {
    const { list, schema } = collections[name];
    const own = list ? schema.element : schema;
    return [...(entries[name] as Map<string, Entry>).values()].flatMap((entry) =>
      markedTexts(own, entry.data, markOf).map((found) => ({ ...found, entry })),
    );
  });
}

type MarkedField = Field & { mark: unknown };
const markedBySchema = new WeakMap<z.ZodType, Map<unknown, MarkedField[]>>();

function markedFields<Mark>(
  schema: z.ZodType,
  markOf: FieldMark<Mark>,
): readonly (Field & { mark: Mark })[] {
  const known = markedBySchema.get(schema) ?? new Map<unknown, MarkedField[]>();
  markedBySchema.set(schema, known);
  const marked =
    known.get(markOf) ??
    leavesOf(schema).flatMap((field) => {
      const mark = markOf(field.schema);
      return mark === undefined ? [] : [{ ...field, mark }];
    });
  known.set(markOf, marked);
  return marked as (Field & { mark: Mark })[];
}

/** The fields of a schema that hold no other field; what its variants share, once. */
export function leavesOf(schema: z.ZodType): Field[] {
  const fields = leavesBelow({ steps: [], schema, words: [] });
  return [...new Map(fields.map((field) => [field.steps.map(String).join('.'), field])).values()];
}

function leavesBelow({ steps, schema, words }: Field): Field[] {
  const { def } = schema as AnySchema;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) =>
        leavesBelow({ steps: [...steps, key], schema: inner as z.ZodType, words: [] }),
      );
    case 'array':
      return leavesBelow({ steps: [...steps, each], schema: def.element, words: [] });
    case 'union':
      return def.options.flatMap((option) =>
        leavesBelow({ steps, schema: option, words: def.options.flatMap(wordsOf) }),
      );
    case 'optional':
    case 'default':
    case 'nullable':
      return leavesBelow({ steps, schema: def.innerType, words });
    case 'pipe':
      return leavesBelow({ steps, schema: def.out, words });
    default:
      return [{ steps, schema, words }];
  }
}

function wordsOf(schema: z.ZodType): readonly unknown[] {
  const { def } = schema as AnySchema;
  return def.type === 'literal' ? def.values : [];
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
