/** Turns zod's issues into sentences for authors: field, reason, fix, and the place. */
import type { z } from 'zod';
import { didYouMean } from '../document/suggest.ts';
import type { Finding } from '../problem.ts';
import type { DataPath, ParsedData } from './data.ts';

type Issue = z.core.$ZodIssue;

// A file of another shape has nothing but unknown fields: the first ones tell enough.
const mostKeys = 20;

/** One finding for each thing that is wrong, in the order of the file. */
export function explainIssues(
  issues: readonly Issue[],
  data: unknown,
  schema: z.ZodType,
  parsed: Pick<ParsedData, 'locate'>,
): Finding[] {
  return issues
    .flatMap((issue) => explain(issue, data, schema, parsed, []))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function explain(
  issue: Issue,
  data: unknown,
  schema: z.ZodType,
  parsed: Pick<ParsedData, 'locate'>,
  base: DataPath,
): Finding[] {
  const path = [...base, ...issue.path];
  const field = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path, data);
    return issue.keys.slice(0, mostKeys).map((key) => ({
      rule: 'schema',
      ...parsed.locate([...path, key], { key: true }),
      message: `unknown field "${nameOf([...path, key])}".`,
      fix: didYouMean(
        key,
        known,
        known.length > 0 ? `Fields are ${known.join(', ')}.` : 'Delete it.',
      ),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.errors[0] !== undefined) {
    // The alternative with the fewest complaints is the one that was meant.
    const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
    if (nearest !== undefined && nearest.length > 0) {
      return nearest.flatMap((inner) => explain(inner, data, schema, parsed, path));
    }
  }
  const value = valueAt(data, path);
  if (value === undefined && issue.code !== 'custom') {
    return [
      {
        rule: 'schema',
        ...parsed.locate(path),
        message: `the field "${field}" is missing.`,
        fix: fixFor(schema, path, data) ?? `Add "${field}".`,
      },
    ];
  }
  const at = field === '' ? 'the entry' : `"${field}"`;
  return [
    {
      rule: 'schema',
      ...parsed.locate(path),
      message: `${at} ${reason(issue, value)}.`,
      fix: suggestionFor(issue, value) ?? fixFor(schema, path, data) ?? 'See content/README.md.',
    },
  ];
}

function reason(issue: Issue, value: unknown): string {
  const shown =
    typeof value === 'string' || typeof value === 'number'
      ? ` (it is "${shorten(String(value))}")`
      : '';
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('must')
        ? `${issue.message}${shown}`
        : `must be ${nounOf(issue.expected)}, not ${kindOf(value)}`;
    case 'invalid_value':
      return `must be ${listOf(issue.values.map(String))}${shown}`;
    case 'invalid_union':
      return `must be ${listOf(unionOptions(issue))}${shown}`;
    case 'too_small':
    case 'too_big':
      return issue.message.startsWith('must')
        ? `${issue.message}${shown}`
        : `${sizeReason(issue)}${shown}`;
    default:
      return `${issue.message}${shown}`;
  }
}

function sizeReason(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const bound = `${issue.code === 'too_small' ? 'at least' : 'at most'} ${limit}`;
  const isOne = Number(limit) === 1;
  const unit =
    issue.origin === 'string'
      ? ` character${isOne ? '' : 's'}`
      : issue.origin === 'array'
        ? ` entr${isOne ? 'y' : 'ies'}`
        : '';
  return issue.origin === 'string' || issue.origin === 'array'
    ? `must have ${bound}${unit}`
    : `must be ${bound}`;
}

function unionOptions(issue: Issue): string[] {
  const options = (issue as { options?: unknown[] }).options;
  return Array.isArray(options) ? options.map(String) : ['one of the known values'];
}

function suggestionFor(issue: Issue, value: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return undefined;
  const options = issue.values.map(String);
  // The nearest word is "g", a million times as much.
  if (/^[µμu]g$/i.test(value) && options.includes('mcg')) return 'Did you mean "mcg"?';
  return didYouMean(value, options, `Write ${listOf(options)}.`);
}

function fixFor(schema: z.ZodType, path: DataPath, data: unknown): string | undefined {
  const description = schemaAt(schema, path, data)?.description;
  return description === undefined ? undefined : `It is for: ${description}`;
}

function keysAt(schema: z.ZodType, path: DataPath, data: unknown): string[] {
  const found = schemaAt(schema, path, data);
  return found === undefined ? [] : Object.keys(shapeOf(found, valueAt(data, path)) ?? {});
}

interface AnySchema {
  description?: string | undefined;
  def?: {
    innerType?: AnySchema;
    in?: AnySchema;
    out?: AnySchema;
    element?: AnySchema;
    options?: AnySchema[];
    type: string;
  };
  shape?: Record<string, AnySchema>;
}

// Walks a schema along a path; the description of an outer layer is kept over its inner one's.
function schemaAt(schema: z.ZodType, path: DataPath, data: unknown): AnySchema | undefined {
  let current: AnySchema | undefined = schema as unknown as AnySchema;
  let value = data;
  for (const step of path) {
    if (current === undefined) return undefined;
    const shape = shapeOf(current, value);
    current = shape === undefined ? unwrap(current).def?.element : shape[String(step)];
    value = valueAt(value, [step]);
  }
  return current;
}

function shapeOf(schema: AnySchema, value: unknown): Record<string, AnySchema> | undefined {
  const inner = unwrap(schema);
  if (inner.shape !== undefined) return inner.shape;
  const options = inner.def?.options?.map((option) => unwrap(option));
  if (options === undefined) return undefined;
  // Of a union's objects take the one whose literal fields agree with the data.
  const agreeing = options.find((option) =>
    Object.entries(option.shape ?? {}).some(([key, field]) => {
      const given = valueAt(value, [key]);
      return (
        given !== undefined &&
        ['literal', 'enum'].includes(field.def?.type ?? '') &&
        (field as unknown as z.ZodType).safeParse(given).success
      );
    }),
  );
  return (agreeing ?? options.find((option) => option.shape !== undefined))?.shape;
}

function unwrap(schema: AnySchema): AnySchema {
  let current = schema;
  for (;;) {
    // What is made ready before it is parsed has its shape in what comes out.
    const next =
      current.def?.innerType ??
      (current.def?.in?.def?.type === 'transform' ? current.def.out : current.def?.in);
    if (next === undefined) return current;
    current = next;
  }
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object'
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    data,
  );
}

/** `faq[1].answer` for ['faq', 1, 'answer']. */
function nameOf(path: DataPath): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number'
        ? `${name}[${step + 1}]`
        : name === ''
          ? String(step)
          : `${name}.${String(step)}`,
    '',
  );
}

function nounOf(expected: string): string {
  const nouns: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
  };
  return nouns[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'string') return `text ("${shorten(value)}")`;
  return `${typeof value === 'number' ? 'a number' : 'true or false'} (${String(value)})`;
}

function listOf(options: readonly string[]): string {
  return options.length === 1 ? `"${options[0] ?? ''}"` : `one of ${options.join(', ')}`;
}

// On one line, as every message is.
function shorten(text: string): string {
  const line = text.replace(/\r?\n/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
