/** The site's records as open data: JSON, CSV, and a JSON Schema made from the zod schemas. */
import { z } from 'zod';
import { toCsv, type JsonRecord } from '../domain/csv.ts';
import { uncapitalize } from '../domain/format.ts';
import type { Library } from '../library/records.ts';
import { dataSetNames, routes, type DataSetName } from '../routes.ts';
import type { AiUse } from '../schemas/ai.ts';
import { claimSchema } from '../schemas/claim.ts';
import { plainTitle } from '../schemas/csl.ts';
import { foodSchema } from '../schemas/food.ts';
import { nutrientSchema } from '../schemas/nutrient.ts';
import { id } from '../schemas/fields.ts';
import { productSchema } from '../schemas/product.ts';
import { sourceSchema } from '../schemas/source.ts';
import { aiUseOf } from './ai-use.ts';
import { dayView, type DayView } from './day.ts';

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
  key: 'id' | 'nutrient' | undefined;
  records: (library: Library) => JsonRecord[];
  /** A record as a row of a table, where its texts hold more than text. */
  row?: (record: JsonRecord) => JsonRecord;
}

const withIds = (entries: ReadonlyMap<string, { id: string; data: object }>): JsonRecord[] =>
  [...entries.values()].map(({ id, data }) => ({ id, ...(data as JsonRecord) }));

// With what part AI had in each, also where the site says it for all.
const withAiUse = (
  entries: ReadonlyMap<string, { id: string; data: { aiUse?: AiUse | undefined } }>,
  library: Library,
): JsonRecord[] =>
  [...entries.values()].map(({ id, data }) => {
    const aiUse = aiUseOf(data, library);
    return { id, ...(data as JsonRecord), ...(aiUse && { aiUse }) };
  });

const dataSets = {
  nutrients: {
    title: 'Nutrients',
    description:
      'Reference intakes by sex, age and life stage, upper limits and what they count, forms, and sourced statements.',
    schema: nutrientSchema,
    key: 'id',
    records: (library) => withAiUse(library.nutrients, library),
  },
  foods: {
    title: 'Foods',
    description: 'What a household serving holds of one nutrient, computed from USDA SR28.',
    schema: foodSchema,
    key: 'nutrient',
    records: ({ foods }) =>
      [...foods].flatMap(([nutrient, list]) => list.map((food) => ({ nutrient, ...food }))),
  },
  claims: {
    title: 'Claims',
    description:
      'What the evidence says: statement, figures, who was studied, certainty, and sources.',
    schema: claimSchema,
    key: undefined,
    records: (library) => withAiUse(library.claims, library),
  },
  sources: {
    title: 'Sources',
    description: 'The bibliography as CSL-JSON, with what was read of each work.',
    schema: sourceSchema,
    key: undefined,
    records: ({ sources }) => withIds(sources),
    row: (record) => ({ ...record, title: plainTitle(String(record['title'])) }),
  },
  products: {
    title: 'Products',
    description:
      'What a serving holds and where that was read, whom it fits, its drawbacks, and what nobody could verify. No price, no stars.',
    schema: productSchema,
    key: 'id',
    records: (library) => withAiUse(library.products, library),
  },
} satisfies Record<DataSetName, DataSet>;

/** What the data page shows of a data set. */
export interface DataSetView {
  id: DataSetName;
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
      const set: DataSet = dataSets[id];
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
export function dataSetJson(id: DataSetName, library: Library, base: URL): string {
  const set: DataSet = dataSets[id];
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
export function dataSetCsv(id: DataSetName, library: Library): string {
  const set: DataSet = dataSets[id];
  const records = set.records(library);
  return toCsv(set.row === undefined ? records : records.map(set.row));
}

/** The JSON Schema of a data set's JSON file. */
export function dataSetSchema(id: DataSetName, base: URL): string {
  const set: DataSet = dataSets[id];
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

// The id of an entry is the name of its file, so its own schema does not hold it.
function withKey(schema: object, key: string): object {
  const { $schema: _, ...keySchema } = z.toJSONSchema(id());
  const object = schema as { properties?: object; required?: string[]; oneOf?: object[] };
  if (object.oneOf !== undefined)
    return { ...object, oneOf: object.oneOf.map((variant) => withKey(variant, key)) };
  return {
    ...object,
    properties: { [key]: keySchema, ...object.properties },
    required: [key, ...(object.required ?? [])],
  };
}
