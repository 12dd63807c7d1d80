/**
 * What a field is. Each function makes the schema of one kind of field and writes its kind down in one
 * registry: whatever walks content asks `fieldOf`, and keeps no list of fields of its own.
 */
import { z } from 'zod';
import { hasUnseen } from './letters.ts';

/**
 * Whose words a text is, which decides what is asked of it: `ours` of everything; `markdown` is ours
 * and is read with the prose; a `maker`'s name may promise, and names no disease and no amount that
 * it has not; of `theirs`, such as the title of a work, only the letters are looked at; `unshown` is
 * printed nowhere.
 */
export type TextKind = 'ours' | 'markdown' | 'maker' | 'theirs' | 'unshown';

/** What a field that holds no other field is. */
export type Field =
  /** The id of its own entry, an old one, or a word that groups entries. */
  | { kind: 'id' }
  /** The id of an entry of one of these collections. */
  | { kind: 'ref'; collections: readonly string[] }
  | { kind: 'text'; whose: TextKind }
  /** A day; one that is not planned has happened. */
  | { kind: 'day'; isPlanned: boolean }
  /** An amount of something, in the unit that stands beside it. */
  | { kind: 'quantity' }
  /** A count, an age, a share. */
  | { kind: 'number' }
  /** One of a few words, or yes or no. */
  | { kind: 'choice' }
  /** An address outside this site, of a page, a host or a mailbox. */
  | { kind: 'address' }
  /** A path of this site at which something stood. */
  | { kind: 'path' }
  /** A number or a name that others gave: a DOI, a country code. */
  | { kind: 'code' };

const fields = z.registry<Field>();

/** Says of a schema what its field is. */
export function mark<Schema extends z.ZodType>(schema: Schema, field: Field): Schema {
  fields.add(schema, field);
  return schema;
}

// Layers that a schema of ours is made of; everything else holds no other field.
type Layer =
  | z.ZodObject
  | z.ZodArray<z.ZodType>
  | z.ZodUnion<z.ZodType[]>
  | z.ZodOptional<z.ZodType>
  | z.ZodDefault<z.ZodType>
  | z.ZodNullable<z.ZodType>
  | z.ZodPipe<z.ZodType, z.ZodType>
  | z.ZodEnum
  | z.ZodLiteral
  | z.ZodBoolean
  | z.ZodNumber;

/** A schema without what says that its value may be absent or is made ready first. */
export function innermost(schema: z.ZodType): z.ZodType {
  const { def } = schema as Layer;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return innermost(def.innerType);
    case 'pipe':
      return innermost(def.out);
    default:
      return schema;
  }
}

/** What a field is, or each item of a list; undefined for what nobody said it of. */
export function fieldOf(schema: z.ZodType): Field | undefined {
  const inner = innermost(schema);
  const { def } = inner as Layer;
  if (def.type === 'array') return fieldOf(def.element);
  const known = fields.get(inner);
  if (known !== undefined) return known;
  if (def.type === 'enum' || def.type === 'literal' || def.type === 'boolean')
    return { kind: 'choice' };
  return def.type === 'number' ? { kind: 'number' } : undefined;
}

/** The step to the items of a list. */
export const each = Symbol('each');

/** A field that holds no other field, and the way to it. */
export interface Leaf {
  /** Keys, and `each` for the items of a list. */
  steps: readonly (string | typeof each)[];
  schema: z.ZodType;
  /** Words that may stand in its place. */
  words: readonly string[];
}

/** The fields of a schema that hold no other field; what its variants share, once. */
export function leavesOf(schema: z.ZodType): Leaf[] {
  const leaves = leavesBelow({ steps: [], schema, words: [] });
  return [...new Map(leaves.map((leaf) => [leaf.steps.map(String).join('.'), leaf])).values()];
}

function leavesBelow({ steps, schema, words: others }: Leaf): Leaf[] {
  const inner = innermost(schema);
  const { def } = inner as Layer;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) =>
        leavesBelow({ steps: [...steps, key], schema: field as z.ZodType, words: [] }),
      );
    case 'array':
      return leavesBelow({ steps: [...steps, each], schema: def.element, words: [] });
    case 'union': {
      const own = def.options.flatMap(wordsOf);
      // Words stand for no field of their own where they stand in the place of another.
      const holders = def.options.filter((option) => wordsOf(option).length === 0);
      return (holders.length === 0 ? def.options : holders).flatMap((option) =>
        leavesBelow({ steps, schema: option, words: own }),
      );
    }
    default:
      return [{ steps, schema: inner, words: others }];
  }
}

/**
 * What may stand at a place of data: a schema for each variant, without what makes it optional.
 * @param steps keys of objects and indexes of lists
 */
export function schemasAt(schema: z.ZodType, steps: readonly PropertyKey[]): z.ZodType[] {
  const inner = innermost(schema);
  const { def } = inner as Layer;
  if (def.type === 'union') return def.options.flatMap((option) => schemasAt(option, steps));
  const [step, ...rest] = steps;
  if (step === undefined) return [inner];
  if (def.type === 'array') return typeof step === 'number' ? schemasAt(def.element, rest) : [];
  const field = def.type === 'object' ? def.shape[String(step)] : undefined;
  return field === undefined ? [] : schemasAt(field as z.ZodType, rest);
}

/** The fields of a group, by key; none where a schema is no group. */
export function groupOf(schema: z.ZodType): Record<string, z.ZodType> {
  const { def } = schema as Layer;
  return def.type === 'object' ? (def.shape as Record<string, z.ZodType>) : {};
}

/** The words of which a field is one. */
export function wordsOf(schema: z.ZodType): readonly string[] {
  const { def } = schema as Layer;
  if (def.type === 'literal') return def.values.map(String);
  return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
}

/** What an id is made of. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id: a file's name or the `id` of a list entry. Lowercase letters, digits and hyphens. */
export function id(): z.ZodString {
  return mark(
    z
      .string()
      .regex(idPattern, 'must be lowercase letters, digits and single hyphens')
      .max(100, 'must be at most 100 characters'),
    { kind: 'id' },
  );
}

/** An id that a page gives a heading: what stands behind a #. */
export function fragment(): z.ZodString {
  return mark(
    z
      .string()
      .regex(/^[^\s#]+$/, 'must be what stands behind a #, without it')
      .max(200, 'must be at most 200 characters'),
    { kind: 'id' },
  );
}

/** The id of an entry of one of these collections, by their names in `corpus/collections.ts`. */
export function ref(...collections: [string, ...string[]]): z.ZodString {
  return mark(id(), { kind: 'ref', collections });
}

/** The collections that are cited, all by one kind of id: a claim, or a source itself. */
export const citable = ['claims', 'sources'] as const;

/** The id of a claim, or of a source itself. */
export function evidence(): z.ZodString {
  return ref(...citable);
}

// Text that says something: not empty, no space at either end, nothing that cannot be seen, an end.
function text(whose: TextKind, most: number): z.ZodString {
  return mark(
    z
      .string()
      .min(1, 'must not be empty')
      .max(most, `must be at most ${most.toLocaleString('en-US')} characters`)
      .refine((value) => value === value.trim(), {
        error: ({ input }) =>
          String(input).endsWith('\n')
            ? 'must not end with an empty line: write |- for |, or >- for >'
            : 'must not start or end with a space',
      })
      .refine((value) => !hasUnseen(value), 'must not hold characters that cannot be seen'),
    { kind: 'text', whose },
  );
}

/** A sentence or two of ours, in a field that pages show. */
export function prose(): z.ZodString {
  return text('ours', 2000);
}

/** A name, a title or a few words of ours. */
export function words(): z.ZodString {
  return text('ours', 200);
}

/** Markdown of ours. */
export function markdown(): z.ZodString {
  return text('markdown', 10_000);
}

/** A name that a maker gave. */
export function makersName(): z.ZodString {
  return text('maker', 200);
}

/** Words of somebody else. */
export function theirs(): z.ZodString {
  return text('theirs', 1000);
}

/** What no page shows. */
export function unshown(): z.ZodString {
  return text('unshown', 500);
}

function dayText(isPlanned: boolean): z.ZodString {
  return mark(
    z
      .string('must be a date written YYYY-MM-DD')
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date written YYYY-MM-DD', abort: true })
      .refine(isCalendarDay, { error: 'is not a day of the calendar', abort: true })
      .refine((value) => value >= '1900', 'must be a day from 1900 on'),
    { kind: 'day', isPlanned },
  );
}

/**
 * The day of something that happened, as `YYYY-MM-DD`. It stays a string: days compare and sort as
 * text, carry no time zone, and YAML keeps what the author wrote.
 */
export function day(): z.ZodString {
  return dayText(false);
}

/** A day that may lie ahead. */
export function plannedDay(): z.ZodString {
  return dayText(true);
}

function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A positive amount, between a thousandth and a million: no label, table or kitchen has another. */
export function quantity(): z.ZodNumber {
  return mark(
    z
      .number()
      .positive({ error: 'must be more than 0', abort: true })
      .min(0.001, 'must be at least 0.001')
      .max(1_000_000, 'must be at most 1,000,000'),
    { kind: 'quantity' },
  );
}

/** A path of this site that was the address of an entry. */
export function path(): z.ZodString {
  return mark(
    z
      .string()
      .regex(/^\/(?:[a-z0-9-]+\/)+$/, 'must be a path such as /articles/old-name/')
      .refine(
        (value) => !/[^/]{101}/.test(value),
        'must have at most 100 letters between two slashes',
      )
      .max(300, 'must be at most 300 letters'),
    { kind: 'path' },
  );
}

/** An address of this site, as it stands behind the host: of a page, a file, or a place on a page. */
export function ownAddress(): z.ZodString {
  return mark(
    z
      .string()
      .regex(isOwnAddress, 'must be an address such as /articles/old-name/ or /data/old.csv')
      .max(300, 'must be at most 300 letters'),
    { kind: 'path' },
  );
}

/** The shape of such an address. */
export const isOwnAddress = /^\/(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+(?:\.[a-z0-9]+)+)?(?:#[^\s#]+)?$/;

/** Units that a dose on a label or a reference value comes in. Micrograms are written `mcg`. */
export const unitSchema = z.enum(['g', 'mg', 'mcg', 'IU']);
export type Unit = z.infer<typeof unitSchema>;

/** Units of a serving: what a person takes at once. */
export const servingUnitSchema = z.enum([
  'capsule',
  'tablet',
  'softgel',
  'stick',
  'packet',
  'scoop',
  'serving',
  'bottle',
  'mL',
  'L',
  'g',
]);

/** Sex as the reference intakes use it. */
export const sexSchema = z.enum(['female', 'male']);
export type Sex = z.infer<typeof sexSchema>;

/** What a person eats, as far as it changes a need. */
export const dietSchema = z.enum(['omnivore', 'vegetarian', 'vegan']);
export type Diet = z.infer<typeof dietSchema>;

/** Life stage as the reference intakes use it. */
export const lifeStageSchema = z.enum(['none', 'pregnancy', 'lactation']);
export type LifeStage = z.infer<typeof lifeStageSchema>;

/** Topics of an article that are no nutrient. */
export const topicSchema = z.enum([
  'testing',
  'supplement-safety',
  'plant-based',
  'energy-availability',
  'hydration',
  'bone',
  'carbohydrate',
]);

/** How sure the evidence lets anyone be, from most to least. */
export const certaintySchema = z.enum(['strong', 'moderate', 'limited', 'conflicting', 'none']);
export type Certainty = z.infer<typeof certaintySchema>;
