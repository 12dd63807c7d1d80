/** Parses a file into its entries, checks them against their schema, and keeps what it gave. */
import type { z } from 'zod';
import { listPageIds } from '../anchors.ts';
import { LineIndex } from '../document/line-index.ts';
import { printable, type Diagnostic, type Problem } from '../problem.ts';
import type { Article } from '../schemas/article.ts';
import { exportFix, otherFormat } from '../schemas/csl.ts';
import { exceptionsSchema, type Exception } from '../schemas/exception.ts';
import { id as idField } from '../schemas/fields.ts';
import { codeDigest } from '../store/code.ts';
import { keyOf, type Store } from '../store/store.ts';
import { collections } from './collections.ts';
import { digestOfNothing, type ContentFile } from './content-file.ts';
import type { Entry, ProseEntry } from './corpus.ts';
import { frontmatterOf, lettersOf, parseData, type DataPath, type ParsedData } from './data.ts';
import { explainIssues, type Written } from './issues.ts';
import { jsonDiagnostics } from './json.ts';
import { mended, partialData, type Mended } from './partial.ts';
import { markdownFields } from './prose.ts';

/** What a file gave for an entry, as it can be kept. */
interface Given {
  id: string;
  data: object;
  exceptions: readonly Exception[];
  isSound: boolean;
  /** Numbers in the file of the rows that a list still has, by field. */
  rows: [field: string, rows: readonly number[]][];
  /** Where the entry stands in the file. */
  base: DataPath;
  markdownStarts: readonly number[];
}

interface ParsedFile {
  /** Ids of its entries, and of those that are not sound: one mistake must not make every reference another. */
  ids: readonly string[];
  entries: Entry[];
  /** Prose whose frontmatter does not fit. */
  partial?: ProseEntry;
  problems: Problem[];
}

interface GivenFile {
  ids: readonly string[];
  entries: Given[];
  partial?: Given;
  problems: Problem[];
}

// The dev server reads all files after each save: of those that did not change, only the bytes. By the
// whole path: the text of an entry is read again where it lies, and the past of a site lies elsewhere.
const parsedFiles = new Map<string, { digest: string; parsed: ParsedFile }>();

/** What a file gave, and everything that is wrong with it: the same, as long as the file is. */
export function parseFile(source: ContentFile, store: Store | undefined): ParsedFile {
  const known = parsedBefore(source);
  if (known !== undefined) return known;
  const { absolutePath, digest } = source;
  const parsed = parseAnew(source, store);
  parsedFiles.set(absolutePath, { digest, parsed });
  return parsed;
}

/** What a file gave to this process, if it did. */
export function parsedBefore({ absolutePath, digest }: ContentFile): ParsedFile | undefined {
  const known = parsedFiles.get(absolutePath);
  // What could not be read has the digest of nothing.
  return known?.digest === digest && digest !== digestOfNothing ? known.parsed : undefined;
}

function parseAnew(source: ContentFile, store: Store | undefined): ParsedFile {
  const { ids, entries, partial, problems } = givenBy(source, store);
  return {
    ids,
    entries: entries.map((given) => placed(given, source)),
    ...(partial && { partial: placed(partial, source) as ProseEntry }),
    problems,
  };
}

/** The entry of one file with prose, which nothing but the store keeps; undefined where it is not sound. */
export function soundEntry(source: ContentFile, store: Store): ProseEntry | undefined {
  const [entry] = parseAnew(source, store).entries;
  return entry?.isSound === true ? (entry as ProseEntry) : undefined;
}

// Of a file with a problem nothing is kept: its author is about to mend it.
function givenBy(source: ContentFile, store: Store | undefined): GivenFile {
  if (store === undefined || source.digest === digestOfNothing) return parseWhole(source);
  const key = fileKey(source);
  const kept = store.get(key);
  if (kept !== undefined) {
    source.release();
    return { ...(JSON.parse(kept) as Pick<GivenFile, 'ids' | 'entries'>), problems: [] };
  }
  const given = parseWhole(source);
  const { ids, entries, partial, problems } = given;
  if (problems.length === 0 && partial === undefined)
    store.set(`file ${source.absolutePath}`, key, JSON.stringify({ ids, entries }));
  return given;
}

function parseWhole(source: ContentFile): GivenFile {
  const { collection, id } = source;
  const ids = collections[collection].list ? idsIn(source.decoded().text) : [id];
  return { ids, ...parseText(source) };
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/(?:^|[[{,\s])"?id"?\s*:\s*["']?([a-z0-9-]+)/g)].map(
    (match) => match[1] ?? '',
  );
}

/** Key of what a file gave. */
export function fileKey({ collection, id, digest }: ContentFile): string {
  return `file ${keyOf([codeDigest(), collection, id, digest])}`;
}

// Where what one side has begins, with what the other has below it, each under its mark.
function openMergeAt(text: string): number | undefined {
  let at = 0;
  let start: number | undefined;
  for (const mark of [/^<{7}(?: .*)?\r?$/m, /^={7}\r?$/m, /^>{7}(?: .*)?\r?$/m]) {
    const found = text.slice(at).search(mark);
    if (found === -1) return undefined;
    start ??= found;
    at += found + 1;
  }
  return start;
}

/** What is wrong with a file whose name is no id. */
export function noId(id: string): Diagnostic {
  return {
    rule: 'file-name',
    line: 1,
    column: 1,
    message: `the file name "${printable(id)}" is no id.`,
    fix: 'Use lowercase letters, digits and single hyphens, at most 100 in all.',
  };
}

/** The entries of a file and everything that is wrong with its bytes, syntax, name and shape. */
function parseText(source: ContentFile): Omit<GivenFile, 'ids'> {
  const { collection, file, id } = source;
  const { text, diagnostics: unclean } = source.decoded();
  const problems: Problem[] = [];
  const report = (diagnostic: Diagnostic): void => {
    problems.push({ file, severity: 'error', ...diagnostic });
  };
  unclean.forEach(report);
  if (!idField().safeParse(id).success) {
    report(noId(id));
  }
  if (collections[collection].isListed === true && listPageIds.has(id)) {
    report({
      rule: 'file-name',
      line: 1,
      column: 1,
      message: `the id "${id}" is one that the page which lists it gives to something else.`,
      fix: 'Give the file another name.',
    });
  }
  if (text === '') return { entries: [], problems };
  const merge = openMergeAt(text);
  if (merge !== undefined) {
    report({
      rule: 'data-syntax',
      line: text.slice(0, merge).split('\n').length,
      column: 1,
      message: 'git left two versions here, and a merge is not finished.',
      fix: 'Keep the words that hold, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
    });
    return { entries: [], problems };
  }
  const { extension, list, schema, isTable = false } = collections[collection];
  const dataText = extension === '.mdx' ? frontmatterOf(text) : text;
  if (dataText === undefined) {
    report({
      rule: 'data-syntax',
      line: 1,
      column: 1,
      ...(/^---[ \t]*\r?\n/.test(text)
        ? {
            message: 'the frontmatter is not closed.',
            fix: 'Write a line "---" under its last field.',
          }
        : {
            message: 'the file has no frontmatter.',
            fix: text.startsWith('+++')
              ? 'Write YAML in place of TOML: a line "---", fields such as title: Words, and a line "---".'
              : 'Start it with a line "---", the fields, and a line "---".',
          }),
    });
    return { entries: [], problems };
  }
  const other = collection === 'sources' ? otherFormat(text, '') : undefined;
  if (other !== undefined) {
    const message = `the file holds ${other}, not CSL-JSON.`;
    report({ rule: 'data-syntax', line: 1, column: 1, message, fix: exportFix });
    return { entries: [], problems };
  }
  // Zotero and pandoc read JSON alone, where YAML takes more for it.
  const broken = extension === '.json' ? jsonDiagnostics(text) : [];
  broken.forEach(report);
  if (broken.length > 0) return { entries: [], problems };
  const parsed =
    (extension === '.json' ? parsePlainJson(dataText) : undefined) ?? parseOnce(dataText);
  parsed.diagnostics.forEach(report);
  if (list === undefined) {
    const { data, exceptions, isSound, rows, diagnostics } = parseEntry(
      schema,
      parsed.data,
      parsed,
      isTable,
    );
    diagnostics.forEach(report);
    const entry = (fields: object): Given => ({
      id,
      data: fields,
      exceptions,
      isSound,
      rows: [...rows],
      base: [],
      markdownStarts:
        collection === 'articles'
          ? markdownFields(fields as Article).map((field) => parsed.textStart(field.path) ?? 0)
          : [],
    });
    if (data !== undefined) return { entries: [entry(data)], problems };
    return extension === '.mdx'
      ? { entries: [], partial: entry(partialData(schema, parsed.data)), problems }
      : { entries: [], problems };
  }
  if (parsed.data === undefined) return { entries: [], problems };
  if (!Array.isArray(parsed.data)) {
    report({
      rule: 'schema',
      ...parsed.locate([]),
      message: 'the file must hold a list.',
      fix:
        extension === '.json'
          ? 'Put the entries between [ and ], with commas between them.'
          : 'Start each entry with "- id: …".',
    });
    return { entries: [], problems };
  }
  const entries: Given[] = [];
  if (parsed.data.length === 0) {
    report({
      rule: 'file-empty',
      line: 1,
      column: 1,
      message: 'the list is empty.',
      fix: 'Fill it, or delete the file.',
    });
  }
  parsed.data.forEach((item: unknown, index) => {
    const written: Written = {
      ...parsed,
      locate: (at, options) => parsed.locate([index, ...at], options),
      written: (at) => parsed.written([index, ...at]),
      rewrite: (at, put, options) => parsed.rewrite([index, ...at], put, options),
    };
    const { data, exceptions, isSound, rows, diagnostics } = parseEntry(
      schema,
      item,
      written,
      isTable,
    );
    diagnostics.forEach(report);
    if (data === undefined) return;
    entries.push({
      id: (data as { id: string }).id,
      exceptions,
      isSound,
      rows: [...rows],
      base: [index],
      data,
      markdownStarts: [],
    });
  });
  return { entries, problems };
}

// Whatever an entry is, it may declare exceptions: its own schema knows nothing of them. What does not
// fit is told; where that is unknown keys and rows of lists alone, they are left out, and the rest is
// looked at.
function parseEntry(
  schema: z.ZodType,
  raw: unknown,
  written: Written,
  takesRows: boolean,
): {
  data?: object | undefined;
  exceptions: readonly Exception[];
  isSound: boolean;
  rows: Mended['rows'];
  diagnostics: Diagnostic[];
} {
  const rows: Mended['rows'] = new Map();
  // Broken syntax was told.
  if (raw === undefined) return { exceptions: [], isSound: false, rows, diagnostics: [] };
  const isGroup = raw !== null && typeof raw === 'object' && !Array.isArray(raw);
  const { exceptions: given, ...rest } = isGroup ? (raw as { exceptions?: unknown }) : {};
  const own = isGroup ? rest : raw;
  const declared = exceptionsSchema.safeParse({ exceptions: given });
  const exceptions = declared.data?.exceptions ?? [];
  const result = schema.safeParse(own);
  if (result.success && declared.success)
    return { data: result.data as object, exceptions, isSound: true, rows, diagnostics: [] };
  const issues = result.error?.issues ?? [];
  const fitting = mended(own, issues, takesRows);
  const { data } = fitting === undefined ? {} : schema.safeParse(fitting.data);
  return {
    data: data as object | undefined,
    exceptions,
    isSound: false,
    rows: fitting?.rows ?? rows,
    diagnostics: [
      ...explainIssues(issues, raw, schema, written),
      ...explainIssues(declared.error?.issues ?? [], raw, exceptionsSchema, written),
    ],
  };
}

// Positions are looked up when a problem needs one. Of all syntax trees only the last is kept: ten
// thousand of them would fill the memory, and what looks at a file looks at it in one go.
let latest: { text: string; parsed: ParsedData } | undefined;

function parseOnce(text: string): ParsedData {
  if (latest?.text !== text) latest = { text, parsed: parseData(text) };
  return latest.parsed;
}

/** JSON that is written as its engine writes it, spaces aside: what else YAML could say of it is nothing. */
function parsePlainJson(text: string): ParsedData | undefined {
  const data: unknown = JSON.parse(text);
  const bare = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
  if (bare !== JSON.stringify(data)) return undefined;
  return {
    data,
    diagnostics: [],
    isJson: true,
    locate: (at, options) => parseOnce(text).locate(at, options),
    textStart: (at) => parseOnce(text).textStart(at),
    written: (at) => parseOnce(text).written(at),
    rewrite: (at, put, options) => parseOnce(text).rewrite(at, put, options),
  };
}

// A function of its own, so that nothing else of the parse is kept with it.
function placed({ base, rows, ...given }: Given, source: ContentFile): Entry {
  const { collection, file, digest } = source;
  const kept = new Map(rows);
  const text = (): string => source.decoded().text;
  return {
    ...given,
    collection,
    file,
    digest,
    data: given.data as Entry['data'],
    lacking: [...kept.keys()],
    text,
    ...placesIn(
      () => (collections[collection].extension === '.mdx' ? (frontmatterOf(text()) ?? '') : text()),
      base,
      kept,
    ),
  };
}

function placesIn(
  textOf: () => string,
  base: DataPath,
  rows: Mended['rows'],
): Pick<Entry, 'locate' | 'locateLetter'> {
  const inFile = (at: DataPath): DataPath => {
    const [field, row, ...rest] = at;
    const kept = rows.get(String(field));
    return kept === undefined || typeof row !== 'number'
      ? [...base, ...at]
      : [...base, String(field), kept[row] ?? row, ...rest];
  };
  return {
    locate: (at, options) => parseOnce(textOf()).locate(inFile(at), options),
    locateLetter: (at, value, letter) => {
      const text = textOf();
      const start = parseOnce(text).textStart(inFile(at)) ?? 0;
      return new LineIndex(text).position(lettersOf(text, start, value).offset(letter));
    },
  };
}
