/** Finds the values of an entry by what its schema says of their fields. */
import type { z } from 'zod';
import { each, fieldOf, leavesOf, type Field, type Leaf } from '../schemas/fields.ts';
import { collections } from './collections.ts';
import type { DataPath } from './data.ts';
import { allEntries, type Corpus, type Entry } from './corpus.ts';
import { remembered } from './remembered.ts';

type Kind = Field['kind'];
type FieldOf<Of extends Kind> = Extract<Field, { kind: Of }>;

/** A value with what its field is, and its place in the entry. */
export interface FieldValue<Of extends Kind> {
  value: string;
  field: FieldOf<Of>;
  /** Words that may stand in its place. */
  words: readonly string[];
  path: DataPath;
}

/** Texts of data that fits its schema, of the fields of a kind. */
export function valuesOf<Of extends Kind>(
  schema: z.ZodType,
  data: unknown,
  kind: Of,
): FieldValue<Of>[] {
  const found: FieldValue<Of>[] = [];
  for (const leaf of fieldsOf(schema, kind)) addValues(found, leaf, data, 0, []);
  return found;
}

// What data that do not fit lack has no value either, see `partialData`: it is not asked for.
function addValues<Of extends Kind>(
  found: FieldValue<Of>[],
  leaf: Leaf & { field: FieldOf<Of> },
  value: unknown,
  depth: number,
  path: PropertyKey[],
): void {
  const { steps, words, field } = leaf;
  const step = steps[depth];
  if (step === undefined) {
    if (typeof value === 'string' && !words.includes(value))
      found.push({ value, field, words, path: [...path] });
  } else if (step === each) {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      addValues(found, leaf, value[index], depth + 1, path);
      path.pop();
    }
  } else if (value !== null && typeof value === 'object' && Object.hasOwn(value, step)) {
    path.push(step);
    addValues(found, leaf, (value as Record<string, unknown>)[step], depth + 1, path);
    path.pop();
  }
}

/** A value of an entry of a corpus. */
export type EntryValue<Of extends Kind> = FieldValue<Of> & { entry: Entry };

/** The same of every entry of a corpus, in the order of the collections. */
export function corpusValuesOf<Of extends Kind>(corpus: Corpus, kind: Of): EntryValue<Of>[] {
  return allEntries(corpus).flatMap(inEntry(kind));
}

const byKind = new Map<Kind, (entry: Entry) => readonly EntryValue<Kind>[]>();

function inEntry<Of extends Kind>(kind: Of): (entry: Entry) => readonly EntryValue<Of>[] {
  const known = byKind.get(kind);
  if (known !== undefined) return known as (entry: Entry) => readonly EntryValue<Of>[];
  const find = remembered((entry: Entry): EntryValue<Of>[] =>
    valuesOf(collections[entry.collection].schema, entry.data, kind).map((found) => ({
      ...found,
      entry,
    })),
  );
  byKind.set(kind, find);
  return find;
}

type KnownLeaf = Leaf & { field: Field | undefined };
const leavesBySchema = new WeakMap<z.ZodType, Map<Kind | undefined, KnownLeaf[]>>();

function fieldsOf<Of extends Kind>(
  schema: z.ZodType,
  kind: Of,
): readonly (Leaf & { field: FieldOf<Of> })[] {
  const leaves =
    leavesBySchema.get(schema) ??
    Map.groupBy(
      leavesOf(schema).map((leaf) => ({ ...leaf, field: fieldOf(leaf.schema) })),
      ({ field }) => field?.kind,
    );
  leavesBySchema.set(schema, leaves);
  return (leaves.get(kind) ?? []) as (Leaf & { field: FieldOf<Of> })[];
}
