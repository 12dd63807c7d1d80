/** Turns zod's issues into sentences for authors: field, reason, fix, and the place. */
import type { z } from 'zod';
import { fieldElsewhere } from '../document/elsewhere.ts';
import { safe } from '../document/mend.ts';
import { didYouMean, sureGuess } from '../document/suggest.ts';
import type { Diagnostic, Mend } from '../problem.ts';
import { fieldOf, innermost } from '../schemas/fields.ts';
import type { DataPath, ParsedData } from './data.ts';

type Issue = z.core.$ZodIssue;

/** Where the values stand, and how the file writes them. */
export type Written = Pick<ParsedData, 'locate' | 'written' | 'rewrite' | 'isJson'>;

// A file of another shape has nothing but unknown fields: the first ones tell enough.
const mostKeys = 20;

/** One diagnostic for each thing that is wrong, in the order of the file. */
export function explainIssues(
  issues: readonly Issue[],
  data: unknown,
  schema: z.ZodType,
  parsed: Written,
): Diagnostic[] {
  return issues
    .flatMap((issue) => explain(issue, data, schema, parsed, []))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function explain(
  issue: Issue,
  data: unknown,
  schema: z.ZodType,
  parsed: Written,
  base: DataPath,
): Diagnostic[] {
  const path = [...base, ...issue.path];
  const field = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    // What every entry may declare stands beside its own fields, see schemas/exception.ts.
    const known = [...keysAt(schema, path, data), ...(path.length === 0 ? ['exceptions'] : [])];
    return issue.keys.slice(0, mostKeys).map((key) => ({
      rule: 'schema',
      ...parsed.locate([...path, key], { key: true }),
      ...unknownField(key, nameOf([...path, key]), known),
      mend: mendKey(
        key,
        path,
        known.filter((other) => valueAt(data, [...path, other]) === undefined),
        (name) => schemaAt(schema, [...path, name], data),
        parsed,
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
        fix: [
          `Add ${fieldText(path, exampleOf(schemaAt(schema, path, data)), parsed.isJson)}.`,
          ...(fixFor(schema, path, data) ?? []),
        ].join(' '),
      },
    ];
  }
  const at = field === '' ? 'the entry' : `"${field}"`;
  return [
    {
      rule: 'schema',
      ...parsed.locate(path),
      message: `${at} ${reason(issue, value)}.`,
      fix:
        suggestionFor(issue, value, parsed.written(path)) ??
        quotesFor(issue, value) ??
        fixFor(schema, path, data)?.[0] ??
        'See content/README.md.',
      mend: mendValue(issue, value, schemaAt(schema, path, data), path, parsed),
    },
  ];
}

// A key that stands for a field which is not there yet, with its value in the form of that field.
function mendKey(
  key: string,
  above: DataPath,
  free: readonly string[],
  schemaOf: (name: string) => AnySchema | undefined,
  { rewrite, written, isJson }: Written,
): Mend | undefined {
  const here = fieldElsewhere(key, free)?.here;
  const guess = here ?? sureGuess(key, free);
  if (guess === undefined) return undefined;
  const path = [...above, key];
  const edit = rewrite(path, isJson ? `"${guess}"` : guess, { key: true });
  if (edit === undefined) return undefined;
  const raw = written(path) ?? '';
  const own = schemaOf(guess);
  const isList = own !== undefined && unwrap(own).def?.type === 'array';
  const value = isList && isBare(raw) ? rewrite(path, `[${raw}]`) : undefined;
  return safe(
    here === undefined ? `No other field is like "${shorten(key)}".` : 'It is the same field.',
    ...(value === undefined ? [edit] : [edit, value]),
  );
}

// An id or a number, which stands in a list as it stands alone.
function isBare(raw: string): boolean {
  return /^"?[a-z0-9]+(?:-[a-z0-9]+)*"?$/i.test(raw);
}

// A value in another form, where one form says the same. Amounts and ids of entries stay as they are.
function mendValue(
  issue: Issue,
  value: unknown,
  schema: AnySchema | undefined,
  path: DataPath,
  { rewrite, written, isJson }: Written,
): Mend | undefined {
  const raw = written(path);
  if (raw === undefined) return undefined;
  const put = (why: string, text: string | undefined): Mend | undefined => {
    const edit = text === undefined ? undefined : rewrite(path, text);
    return edit && safe(why, edit);
  };
  const quoted = (text: string): string =>
    isJson || /^["']/.test(raw) ? JSON.stringify(text) : text;
  const word = typeof value === 'string' ? value.trim() : undefined;
  if (issue.code === 'invalid_type' && issue.expected === 'array' && isBare(raw))
    return put('It is a list of one.', `[${raw}]`);
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value !== 'object')
    return put('It is a text, and its letters stay.', `"${raw}"`);
  if (word !== undefined && issue.code === 'invalid_type' && issue.expected !== 'boolean')
    return ['number', 'int'].includes(issue.expected) && /^(?:0|-?[1-9]\d*)(?:\.\d+)?$/.test(word)
      ? put('It is the same number.', word)
      : undefined;
  const truth = word === undefined ? undefined : /^(?:(true|yes|on)|(false|no|off))$/i.exec(word);
  if (truth && issue.code === 'invalid_type')
    return put('It is the same answer.', truth[1] === undefined ? 'false' : 'true');
  if (issue.message === 'must be a date written YYYY-MM-DD' && word !== undefined) {
    const day = dayIn(word);
    return put('It is the same day.', day && quoted(day));
  }
  if (issue.message === 'must not start or end with a space' && word !== undefined)
    return put('Nobody sees a space there.', JSON.stringify(word));
  if (issue.message.startsWith('must not end with an empty line') && /^[|>](?!-)/.test(raw))
    return put('Nobody sees a line there.', raw.replace(/^([|>])\+?/, '$1-'));
  const field = schema === undefined ? undefined : fieldOf(schema as unknown as z.ZodType);
  if (
    issue.message === 'must be lowercase letters, digits and single hyphens' &&
    field?.kind === 'ref'
  ) {
    const id = word === undefined ? undefined : idOf(word);
    return put('Ids have small letters and hyphens.', id && quoted(id));
  }
  if (issue.code !== 'invalid_value') return undefined;
  const options = issue.values.map(String);
  if (typeof value === 'boolean') {
    const answer = value ? 'yes' : 'no';
    return options.includes(answer) ? put('It is the same answer.', quoted(answer)) : undefined;
  }
  if (word !== undefined && truth && issue.values.includes(true) && truth[1] !== undefined)
    return put('It is the same answer.', 'true');
  if (word === undefined) return undefined;
  const guess =
    /^[µμu]g$/i.test(word) && options.includes('mcg') ? 'mcg' : sureGuess(word, options);
  return put(`No other word here is like "${shorten(word)}".`, guess && quoted(guess));
}

function unknownField(
  key: string,
  name: string,
  known: readonly string[],
): Pick<Diagnostic, 'message' | 'fix'> {
  if (['', '~'].includes(key.trim()))
    return { message: 'a field has no name.', fix: 'Write its name before the colon.' };
  if (key === '<<')
    return { message: 'merge keys (<<) are not read.', fix: 'Write the fields out.' };
  const elsewhere = fieldElsewhere(key, known);
  if (elsewhere !== undefined)
    return { message: `unknown field "${shorten(name)}".`, fix: elsewhere.fix };
  return {
    message: `unknown field "${shorten(name)}".`,
    fix: didYouMean(
      key,
      known.filter((other) => other !== key),
      known.length > 0 ? `Fields are ${known.join(', ')}.` : 'Delete it.',
    ),
  };
}

// In YAML a colon makes a field of what stands before it.
function quotesFor(issue: Issue, value: unknown): string | undefined {
  const isSplit =
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    value !== null &&
    typeof value === 'object' &&
    Object.keys(value).some((key) => /\s/.test(key));
  return isSplit ? 'Put a text that holds ": " in quotation marks.' : undefined;
}

function reason(issue: Issue, value: unknown): string {
  const shown =
    typeof value === 'string' || typeof value === 'number'
      ? ` (it is "${shorten(String(value))}")`
      : typeof value === 'boolean'
        ? ` (it is ${value})`
        : value === null
          ? ' (it is empty)'
          : '';
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('must')
        ? `${issue.message}${shown}`
        : `must be ${nounOf(issue.expected)}, not ${kindOf(value)}`;
    case 'invalid_value':
      return issue.values.every((option) => typeof option === 'string')
        ? `must be ${listOf(issue.values.map(String))}${shown}`
        : `must be ${issue.values.map(String).join(' or ')}, not ${kindOf(value)}`;
    case 'invalid_union':
      return `must be ${listOf(unionOptions(issue))}${shown}`;
    case 'too_small':
    case 'too_big':
      return issue.message.startsWith('must')
        ? `${issue.message}${shown}`
        : `${sizeReason(issue)}${shown}`;
    case 'invalid_format':
      // The library's own words begin with a capital letter.
      return /^[A-Z]/.test(issue.message)
        ? `must be ${formatNouns[issue.format] ?? 'of another form'}${shown}`
        : `${issue.message}${shown}`;
    default:
      return `${issue.message}${shown}`;
  }
}

const formatNouns: Record<string, string> = {
  url: 'a web address such as https://example.org/page',
};

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

// What to write instead of what stands there, where that is plain.
function suggestionFor(issue: Issue, value: unknown, written = ''): string | undefined {
  if (issue.code === 'invalid_type') {
    if (typeof value === 'string' && ['number', 'int'].includes(issue.expected))
      return numberFix(value, written);
    if (typeof value === 'string' && issue.expected === 'boolean')
      return booleanFix(value, 'Write true or false.');
    if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
      return `Put it in quotation marks: "${written || String(value)}".`;
  }
  if (issue.message === 'must be a date written YYYY-MM-DD') return dateFix(value);
  if (issue.message === 'must be lowercase letters, digits and single hyphens')
    return idFix(String(value));
  if (issue.code !== 'invalid_value') return undefined;
  if (issue.values.includes(true))
    return typeof value === 'string'
      ? booleanFix(value, 'Write true, or delete the field.')
      : 'Write true, or delete the field.';
  const options = issue.values.map(String);
  const otherwise = `Write ${listOf(options)}.`;
  // YAML took the word for a yes or no.
  if (typeof value === 'boolean' && options.includes(value ? 'yes' : 'no'))
    return `Write ${value ? 'yes' : 'no'}.`;
  if (typeof value !== 'string') return otherwise;
  // The nearest word is "g", a million times as much.
  if (/^[µμu]g$/i.test(value) && options.includes('mcg')) return 'Did you mean "mcg"?';
  return didYouMean(value, options, otherwise);
}

function numberFix(value: string, written: string): string | undefined {
  const plain = value.trim().replaceAll(/(?<=\d)[,_ ](?=\d{3}(?!\d))/g, '');
  const [, digits, rest] =
    /^([+-]?(?:0[xo][\da-f]+|\d*\.?\d+(?:e[+-]?\d+)?))\.?(.*)$/i.exec(plain) ?? [];
  const number = digits === undefined ? Number.NaN : Number(digits);
  if (!Number.isFinite(number))
    return /\d/.test(value) ? undefined : 'Write it in digits, such as 5 or 0.5.';
  if (rest !== undefined && rest !== '') return `Write the number alone: ${number}.`;
  return /^["']/.test(written) && String(number) === value
    ? `Write ${number} without quotation marks.`
    : `Write ${number}.`;
}

function booleanFix(value: string, otherwise: string): string {
  const word = value.trim().toLowerCase();
  if (word === 'true' || (word === 'false' && !otherwise.includes('delete')))
    return `Write ${word} without quotation marks.`;
  if (/^(?:y|yes|on)$/.test(word)) return 'Write true.';
  if (/^(?:n|no|off|false)$/.test(word))
    return otherwise.includes('delete') ? 'Delete the field.' : 'Write false.';
  return otherwise;
}

function idFix(value: string): string | undefined {
  // An address, which is how Zotero names a record.
  if (/[:/]/.test(value)) return 'Write a short one, such as muster-2019.';
  const id = idOf(value);
  return id === undefined ? undefined : `Write "${id}".`;
}

/** Words as an id: "Vitamin B₁₂" is "vitamin-b12"; undefined where no letter is left. */
export function idOf(words: string): string | undefined {
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]+/gu, '')
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return id === '' ? undefined : id;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

// A day that is written in another way and cannot be another day: 3/4/2026 is two.
function dayIn(value: string): string | undefined {
  const text = value.replace(/[T ]\d{1,2}:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?$/, '');
  const named =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(text) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text) ??
    /^(?<day>1[3-9]|2\d|3[01])[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/.exec(text) ??
    /^(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})$/.exec(text);
  const groups = named?.groups;
  if (groups === undefined) return undefined;
  const { day: dayText = '', month: monthText = '', year: yearText = '' } = groups;
  const number = /^\d/.test(monthText)
    ? Number(monthText)
    : months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || number > 12) return undefined;
  return `${yearText}-${String(number).padStart(2, '0')}-${dayText.padStart(2, '0')}`;
}

function dateFix(value: unknown): string {
  const day = typeof value === 'string' ? dayIn(value) : undefined;
  return day === undefined ? 'Write year, month and day, such as 2026-11-25.' : `Write ${day}.`;
}

function fixFor(schema: z.ZodType, path: DataPath, data: unknown): [string] | undefined {
  const description = schemaAt(schema, path, data)?.description;
  return description === undefined ? undefined : [`It is for: ${description}`];
}

function keysAt(schema: z.ZodType, path: DataPath, data: unknown): string[] {
  const found = schemaAt(schema, path, data);
  return found === undefined ? [] : Object.keys(shapeOf(found, valueAt(data, path)) ?? {});
}

interface AnySchema {
  description?: string | undefined;
  def?: {
    element?: AnySchema;
    options?: AnySchema[];
    entries?: Record<string, unknown>;
    values?: unknown[];
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
  return innermost(schema as unknown as z.ZodType) as AnySchema;
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

/** `author: an-id`, or `"author": "an-id"` in JSON. */
function fieldText(path: DataPath, value: unknown, isJson: boolean): string {
  const name = String(path.at(-1) ?? '');
  return isJson ? `"${name}": ${flow(value, true)}` : `${name}: ${flow(value, false)}`;
}

function flow(value: unknown, isJson: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, isJson)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(([key, inner]) => fieldText([key], inner, isJson));
    return `{ ${fields.join(', ')} }`;
  }
  const isPlain = typeof value !== 'string' || (!isJson && /^[a-z\d][\w-]*$/i.test(value));
  return isPlain ? String(value) : `"${value}"`;
}

// A value that a field might have, from its schema alone; what it means is the author's.
function exampleOf(schema: AnySchema | undefined): unknown {
  const own = schema === undefined ? undefined : unwrap(schema);
  const { def, shape } = own ?? {};
  if (shape !== undefined) {
    const required = Object.entries(shape).filter(
      ([, field]) => !['optional', 'default'].includes(field.def?.type ?? ''),
    );
    return Object.fromEntries(required.map(([key, field]) => [key, exampleOf(field)]));
  }
  switch (def?.type) {
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'boolean':
      return true;
    case 'number':
      return 1;
    case 'array':
      return [exampleOf(def.element)];
    case 'union':
      return exampleOf(def.options?.[0]);
    default:
      return own === undefined ? '…' : (exampleText(own as unknown as z.ZodType) ?? '…');
  }
}

// The first of these that the schema takes tells what form it wants.
function exampleText(schema: z.ZodType): string | undefined {
  return ['…', 'an-id', '2026-11-25', 'https://example.org/page', '10.1000/xyz', '123'].find(
    (text) => schema.safeParse(text).success,
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
  if (typeof value === 'number' && !Number.isFinite(value)) return 'one without end';
  return typeof value === 'number' ? `a number (${value})` : String(value);
}

function listOf(options: readonly string[]): string {
  return options.length === 1 ? `"${options[0] ?? ''}"` : `one of ${options.join(', ')}`;
}

// On one line, as every message is.
function shorten(text: string): string {
  const line = text.replace(/\r?\n/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
