/** What can be looked at of data that does not fit its schema, so that one mistake hides no other. */
import type { z } from 'zod';
import { innermost } from '../schemas/fields.ts';

/** A rule asked for a field that has no value: it cannot look at this file. */
export class MissingField extends Error {
  override name = 'MissingField';
}

/** Data that fits, and which rows of its lists it still has: their numbers in the file, by field. */
export interface Mended {
  data: unknown;
  rows: ReadonlyMap<string, readonly number[]>;
}

/**
 * A copy of data without the keys that its schema does not know and, where that is asked for, without
 * the rows of its lists that do not fit; undefined where more is wrong.
 */
export function mended(
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
  takesRows: boolean,
): Mended | undefined {
  const copy: unknown = structuredClone(data);
  const wrong = new Map<string, Set<number>>();
  for (const issue of issues) {
    const [field, row] = issue.path;
    if (issue.code === 'unrecognized_keys') {
      const holder = valueAt(copy, issue.path);
      for (const key of issue.keys) Reflect.deleteProperty(holder as object, key);
    } else if (takesRows && typeof field === 'string' && typeof row === 'number') {
      wrong.set(field, (wrong.get(field) ?? new Set()).add(row));
    } else {
      return undefined;
    }
  }
  const rows = [...wrong].map(([field, left]): [string, number[]] => {
    const list = valueAt(copy, [field]) as unknown[];
    const kept = [...list.keys()].filter((row) => !left.has(row));
    Reflect.set(
      copy as object,
      field,
      kept.map((row) => list[row]),
    );
    return [field, kept];
  });
  return { data: copy, rows: new Map(rows) };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown>)[step], data);
}

/**
 * The fields of an object that can be read: those that fit, texts whose length alone is wrong, no
 * words and no entries where a text or a list is missing. To ask for another throws `MissingField`.
 */
export function partialData(schema: z.ZodType, data: unknown): object {
  const fields = new Map<string, unknown>();
  const lost = new Set<PropertyKey>();
  for (const [key, field] of Object.entries((innermost(schema) as Holder).shape ?? {})) {
    const value = readable(field, valueOf(data, key));
    if (value === missing) lost.add(key);
    else fields.set(key, value);
  }
  return new Proxy(Object.fromEntries(fields), {
    get: (target, key, receiver): unknown => {
      if (lost.has(key)) throw new MissingField(`The field "${String(key)}" has no value.`);
      return Reflect.get(target, key, receiver);
    },
  });
}

/** What is read of data that may not fit its schema; `otherwise` where a field that it takes has no value. */
export function readOr<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof MissingField) return otherwise;
    throw error;
  }
}

const missing = Symbol('missing');
// As long as a title or a description, and a question: what takes this takes any words.
const anyWords = `${'word '.repeat(11)}end?`;

function readable(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const inner = innermost(schema) as Holder;
  if (inner.element !== undefined) {
    const { element } = inner;
    const items = Array.isArray(value) ? value.map((item) => readable(element, item)) : [];
    // An item that is left out would move those behind it.
    return items.includes(missing) ? [] : items;
  }
  if (inner.shape !== undefined && value !== null && typeof value === 'object')
    return partialData(schema, value);
  if (schema.safeParse(anyWords).success) return typeof value === 'string' ? value : '';
  const absent = schema.safeParse(undefined);
  return absent.success ? absent.data : missing;
}

// What an object or a list holds.
type Holder = z.ZodType & { shape?: Record<string, z.ZodType>; element?: z.ZodType };

function valueOf(data: unknown, key: string): unknown {
  return data !== null && typeof data === 'object' && Object.hasOwn(data, key)
    ? (data as Record<string, unknown>)[key]
    : undefined;
}
