/** The site's records as open data: JSON, CSV, and a JSON Schema made from the zod schemas. */
import { z } from 'zod';
import { toCsv, type JsonRecord } from '../domain/csv.ts';
import { uncapitalize } from '../domain/format.ts';
import { collections, dataSetNames, type CollectionName } from '../corpus/collections.ts';
import type { DataRecord, Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { AiUse } from '../schemas/ai.ts';
import { plainTitle } from '../schemas/csl.ts';
import { foodSchema } from '../schemas/food.ts';
import { id as idField, leavesOf } from '../schemas/fields.ts';
import { aiUseOf } from './ai-use.ts';
import { dayView, type DayView } from './day.ts';

// Pages know no corpus: they ask the view.
export { dataSetNames };

/** Name of a data set: that of a collection which is published as open data. */
export type DataSetName = CollectionName;

/** The licence of all data sets. */
export const license = {
  name: 'Creative Commons Attribution 4.0',
  href: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

interface DataSet {
  title: string;
  description: string;
  /** Schema of a record; `key` is added where the record's own schema has none. */
  schema: z.ZodType;
  key: string | undefined;
  records: (library: Library) => JsonRecord[];
  /** A record as a row of a table, where its texts hold more than text. */
  row?: (record: JsonRecord) => JsonRecord;
}

// Where a record is no entry, or a row no record.
const own: { [Name in CollectionName]?: Partial<DataSet> } = {
  foods: {
    schema: foodSchema,
    key: 'nutrient',
    records: ({ foods }) =>
      [...foods.values()].flatMap(({ data: { nutrient, foods: list } }) =>
        list.map((food) => ({ nutrient, ...food })),
      ),
  },
  sources: { row: (record) => ({ ...record, title: plainTitle(String(record['title'])) }) },
};

function dataSetOf(name: CollectionName): DataSet {
  const { openData, schema, list } = collections[name];
  if (openData === undefined) throw new Error(`The ${name} are no open data.`);
  return {
    ...openData,
    schema,
    // The id of an entry is the name of its file, so its own schema does not hold it.
    key: list ? undefined : 'id',
    records: (library) => recordsOf(name, library),
    ...own[name],
  };
}

// With what part AI had in each, also where the site says it for all.
function recordsOf(name: CollectionName, library: Library): JsonRecord[] {
  const saysAiUse = leavesOf(collections[name].schema).some(({ steps }) => steps[0] === 'aiUse');
  const entries = library[name] as ReadonlyMap<string, DataRecord<{ aiUse?: AiUse }>>;
  return [...entries.values()].map(({ id, data }) => {
    const aiUse = saysAiUse ? aiUseOf(data, library) : undefined;
    return { id, ...(data as JsonRecord), ...(aiUse && { aiUse }) };
  });
}

/** What the data page shows of a data set. */
export interface DataSetView {
  id: CollectionName;
  title: string;
  description: string;
  count: number;
  /** The records; `encoding` is the media type. */
  files: { href: string; text: string; encoding: string }[];
  /** The JSON Schema of the JSON file. */
  schema: { href: string; text: string };
  /** How to cite it. */
  citation: string;
}

export interface DataPageView {
  /** What the site is called. */
  publisher: string;
  built: DayView;
  license: typeof license;
  sets: DataSetView[];
}

/**
 * The page about the open data.
 * @param base address of the site
 */
export function dataPageView(library: Library, base: URL): DataPageView {
  const built = dayView(library.today);
  return {
    publisher: library.site.name,
    built,
    license,
    sets: dataSetNames.map((id) => {
      const set = dataSetOf(id);
      return {
        id,
        title: set.title,
        description: set.description,
        count: set.records(library).length,
        files: [
          {
            href: routes.dataFile(`${id}.json`),
            text: `${set.title} as JSON`,
            encoding: 'application/json',
          },
          {
            href: routes.dataFile(`${id}.csv`),
            text: `${set.title} as CSV`,
            encoding: 'text/csv',
          },
        ],
        schema: {
          href: routes.dataFile(`${id}.schema.json`),
          text: `Schema of ${uncapitalize(set.title)}`,
        },
        citation: `${library.site.name}. ${set.title} (data set), ${built.text}. ${new URL(routes.dataFile(`${id}.json`), base).href}`,
      };
    }),
  };
}

/** A data set with its licence, as JSON. */
export function dataSetJson(id: CollectionName, library: Library, base: URL): string {
  const set = dataSetOf(id);
  return JSON.stringify({
    $schema: new URL(routes.dataFile(`${id}.schema.json`), base).href,
    title: `${library.site.name}: ${set.title}`,
    description: set.description,
    license: license.href,
    attribution: `${library.site.name}, ${new URL(routes.data(), base).href}`,
    built: library.today,
    records: set.records(library),
  });
}

/** A data set as CSV. */
export function dataSetCsv(id: CollectionName, library: Library): string {
  const set = dataSetOf(id);
  const records = set.records(library);
  return toCsv(set.row === undefined ? records : records.map(set.row));
}

/** The JSON Schema of a data set's JSON file. */
export function dataSetSchema(id: CollectionName, base: URL): string {
  const set = dataSetOf(id);
  const { $schema, ...record } = z.toJSONSchema(set.schema);
  const text = { type: 'string' };
  return JSON.stringify(
    {
      $schema,
      $id: new URL(routes.dataFile(`${id}.schema.json`), base).href,
      title: set.title,
      description: set.description,
      type: 'object',
      properties: {
        $schema: text,
        title: text,
        description: text,
        license: text,
        attribution: text,
        built: { ...text, format: 'date' },
        records: {
          type: 'array',
          items: set.key === undefined ? record : withKey(record, set.key),
        },
      },
      required: ['$schema', 'title', 'description', 'license', 'attribution', 'built', 'records'],
      additionalProperties: false,
    },
    null,
    2,
  );
}

function withKey(schema: object, key: string): object {
  const { $schema: _, ...keySchema } = z.toJSONSchema(idField());
  const object = schema as { properties?: object; required?: string[]; oneOf?: object[] };
  if (object.oneOf !== undefined)
    return { ...object, oneOf: object.oneOf.map((variant) => withKey(variant, key)) };
  return {
    ...object,
    properties: { [key]: keySchema, ...object.properties },
    required: [key, ...(object.required ?? [])],
  };
}
