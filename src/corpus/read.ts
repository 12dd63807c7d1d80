/** Reads `content/` into typed entries with their places: the one reader of the folder. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { listPageIds } from '../anchors.ts';
import type { z } from 'zod';
import { compileDocument, type Compiled, type Snippet } from '../document/compile.ts';
import { didYouMean } from '../document/suggest.ts';
import { printable, UserError, type Diagnostic, type Position, type Problem } from '../problem.ts';
import { framePages } from '../routes.ts';
import type { Article } from '../schemas/article.ts';
import { exportFix, otherFormat } from '../schemas/csl.ts';
import { exceptionsSchema, type Exception } from '../schemas/exception.ts';
import { id as idField } from '../schemas/fields.ts';
import {
  byCollection,
  collectionNames,
  collectionOf,
  collections,
  evidenceNames,
  folderNames,
  isEvidence,
  type CollectionName,
  type EntryData,
  type EvidenceName,
  type ProseCollection,
} from './collections.ts';
import { LineIndex } from '../document/line-index.ts';
import { frontmatterOf, lettersOf, parseData, type DataPath, type ParsedData } from './data.ts';
import { explainIssues, type Written } from './issues.ts';
import { jsonDiagnostics } from './json.ts';
import { codeDigest } from '../store/code.ts';
import { keyOf, type Store } from '../store/store.ts';
import { ledgerFile, readLedger } from './ledger.ts';
import { linkReportFile, readLinkReport, type LinkReport } from './link-report.ts';
import { readPictures, type Picture } from './picture.ts';
import { mended, partialData, type Mended } from './partial.ts';
import { decodeText, type DecodedText } from './text.ts';

/** One entry of a collection, with where it came from. */
export interface Entry<Name extends CollectionName = CollectionName> {
  collection: Name;
  id: string;
  /** Path relative to the folder above the content folder: `content/articles/x.mdx`. */
  file: string;
  data: EntryData<Name>;
  /** Rules that are silenced in it. */
  exceptions: readonly Exception[];
  /** False where something of it was told and left out: it is looked at and not published. */
  isSound: boolean;
  /** Fields whose list lacks the rows that were told and left out. */
  lacking: readonly string[];
  /**
   * The whole text of the file.
   * @throws {UserError} when it was let go of and the file is another by now
   */
  text: () => string;
  /** Digest of the file. */
  digest: string;
  /** Place of a value of the entry, or of its key. */
  locate: (path: DataPath, options?: { key?: boolean }) => Position;
  /** Place of a letter of a text of the entry. */
  locateLetter: (path: DataPath, text: string, letter: number) => Position;
  /** Offsets in the text at which the Markdown of an article's fields starts, see `markdownFields`. */
  markdownStarts: readonly number[];
}

/** An entry with prose under its data. */
export type ProseEntry = { [Name in ProseCollection]: Entry<Name> }[ProseCollection];

export type Entries = { [Name in CollectionName]: Map<string, Entry<Name>> };

/** The whole folder. Entries that do not fit their schema are missing and told in `problems`. */
export interface Corpus {
  /** Absolute path of the content folder. */
  directory: string;
  entries: Entries;
  /** Prose under frontmatter that does not fit: its data has gaps, see `partialData`. */
  partial: ProseEntry[];
  problems: Problem[];
  /** The pictures beside the entries of `images`, by id: one each, where nothing is wrong. */
  pictures: Map<string, Picture[]>;
  /** Lines of the list of what was ever published. */
  ledger: readonly string[];
  /** What addresses outside answered; why that cannot be read; undefined where nobody asked. */
  linkReport: LinkReport | { fault: string } | undefined;
  /** Ids by collection, those of unsound files included: a reference to them is no second error. */
  knownIds: { [Name in CollectionName]: Set<string> };
  /** Digests of the files that were read, by path; pictures are not among them. */
  digests: Map<string, string>;
}

/** What texts rest on: whatever of a corpus is no article and no text page. */
export interface Evidence {
  entries: Pick<Entries, EvidenceName>;
  knownIds: Pick<Corpus['knownIds'], EvidenceName>;
}

/** A file as it was read. */
export interface ContentFile {
  collection: CollectionName;
  /** File name without its extension. */
  id: string;
  file: string;
  absolutePath: string;
  digest: string;
  /**
   * Its text, and what is wrong with its bytes.
   * @throws {UserError} when it was let go of and the file is another by now
   */
  decoded: () => DecodedText;
  /** Lets go of its bytes: they are read again when somebody asks for the text. */
  release: () => void;
}

const ignoredFiles = new Set(['README.md', ledgerFile, linkReportFile, '.DS_Store', '.gitkeep']);

/**
 * Files by their path relative to the folder above the content folder, as they would be: their bytes,
 * or undefined for one that would not be there. Whatever is not named is as it lies on the disk.
 */
export type Overlay = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Reads every collection, the evidence first.
 * @param store holds what files gave before, and is given what these give
 * @param overlay files of collections that are taken as they would be; pictures are not among them
 * @param ahead is given the evidence and the other files before anything is made of these
 * @throws {UserError} when the folder itself does not exist
 */
export async function readCorpus(
  directory: string,
  store?: Store,
  overlay?: Overlay,
  ahead?: (evidence: Corpus, files: readonly ContentFile[]) => Promise<void>,
): Promise<Corpus> {
  const corpus = await readEvidence(directory, store, overlay);
  const texts: ContentFile[] = [];
  for (const name of collectionNames.filter((one) => !isEvidence(one))) {
    const { files, problems } = await readFiles(directory, name, overlay);
    corpus.problems.push(...problems);
    for (const file of files) texts.push(file);
  }
  await ahead?.(corpus, texts);
  for (const file of texts) addFile(corpus, file, store);
  store?.flush();
  return corpus;
}

/** Reads whatever is no article and no text page, see `readCorpus`. */
export async function readEvidence(
  directory: string,
  store?: Store,
  overlay?: Overlay,
): Promise<Corpus> {
  const corpus = emptyCorpus(directory);
  await assertFolder(directory);
  corpus.problems.push(...(await unknownFolders(directory)));
  for (const name of evidenceNames) {
    const { files, problems } = await readFiles(directory, name, overlay);
    corpus.problems.push(...problems);
    for (const file of files) addFile(corpus, file, store);
  }
  const beside = path.join(directory, 'images');
  const inContent = (file: string): string => relativePath(directory, file);
  for (const picture of await readPictures(beside, inContent, store)) addPicture(corpus, picture);
  corpus.ledger = await readLedger(directory);
  corpus.linkReport = await readLinkReport(directory);
  store?.flush();
  return corpus;
}

/** A corpus with nothing in it. */
export function emptyCorpus(directory: string): Corpus {
  return {
    directory,
    entries: byCollection(() => new Map()) as unknown as Entries,
    partial: [],
    problems: [],
    pictures: new Map(),
    ledger: [],
    linkReport: undefined,
    knownIds: byCollection(() => new Set<string>()),
    digests: new Map(),
  };
}

/** Lists and reads the files of one collection, in the order of their names. */
export async function readFiles(
  directory: string,
  collection: CollectionName,
  overlay: Overlay = new Map(),
): Promise<{ files: ContentFile[]; problems: Problem[] }> {
  const single = collections[collection].file;
  const folder = single === undefined ? path.join(directory, collection) : directory;
  const { extension } = collections[collection];
  const problems: Problem[] = [];
  const report = (file: string, rule: string, message: string, fix: string): void => {
    const place = { file: relativePath(directory, file), line: 1, column: 1 };
    problems.push({ ...place, severity: 'error', rule, message, fix });
  };
  const names = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    // A folder that is not there is empty; what is no folder is told with the other strangers.
    if (!['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errorCode(error)))
      report(
        folder,
        'file-unreadable',
        'the folder cannot be read.',
        'Give it its permissions back.',
      );
    return [];
  });
  const listed = names
    // What else stands beside the folders is told with the other strangers.
    .filter((entry) => single === undefined || (entry.name === single && entry.isFile()))
    .filter((entry) => !ignoredFiles.has(entry.name))
    .filter((entry) => !(entry.isFile() && isBeside(collection, entry.name)))
    .filter((entry) => {
      if (entry.isFile() && entry.name.endsWith(extension)) return true;
      const [what, fix] = entry.isDirectory()
        ? ['a folder', `Move its files into ${collection}/ itself.`]
        : entry.isSymbolicLink()
          ? ['a link', 'Put the file itself in its place.']
          : otherExtension(collection, entry.name);
      report(path.join(folder, entry.name), 'file-name', `is ${what}, so nothing reads it.`, fix);
      return false;
    })
    .map((entry) => entry.name);
  const wanted = new Set(listed);
  for (const [file, bytes] of overlay) {
    const absolutePath = path.join(path.dirname(directory), file);
    const name = path.basename(file);
    const isOurs =
      path.dirname(absolutePath) === folder &&
      (single === undefined ? name.endsWith(extension) : name === single);
    if (!isOurs) continue;
    if (bytes === undefined) wanted.delete(name);
    else wanted.add(name);
  }
  const files = [...wanted].sort().map((name, number) => {
    const absolutePath = path.join(folder, name);
    const bytes = overlay.get(relativePath(directory, absolutePath));
    if (bytes !== undefined) return contentFile(directory, collection, absolutePath, bytes, true);
    const file = readContentFile(directory, collection, absolutePath);
    if (number >= mostHeld) file.release();
    return file;
  });
  return { files, problems };
}

/** Whether a file is what stands beside one of a collection's own, such as a picture. */
export function isBeside(collection: CollectionName, name: string): boolean {
  return collections[collection].beside?.includes(path.extname(name)) === true;
}

/** Adds a picture, and what is wrong with its name and with a drawing as a text. */
export function addPicture(corpus: Corpus, picture: Picture): void {
  const { id, file, look } = picture;
  const known = corpus.pictures.get(id);
  if (known === undefined) corpus.pictures.set(id, [picture]);
  else known.push(picture);
  const diagnostics = idField().safeParse(id).success
    ? look.diagnostics
    : [noId(id), ...look.diagnostics];
  for (const diagnostic of diagnostics)
    corpus.problems.push({ file, severity: 'error', ...diagnostic });
}

function noId(id: string): Diagnostic {
  return {
    rule: 'file-name',
    line: 1,
    column: 1,
    message: `the file name "${printable(id)}" is no id.`,
    fix: 'Use lowercase letters, digits and single hyphens, at most 100 in all.',
  };
}

function otherExtension(collection: CollectionName, name: string): [what: string, fix: string] {
  const { extension, beside } = collections[collection];
  if (beside !== undefined) {
    const known = [extension, ...beside.slice(0, -1)].join(', ');
    return [
      `no ${known} or ${beside.at(-1) ?? ''} file`,
      /\.jpe?g$/i.test(name) ? 'Rename it to end in .jpg.' : 'Save it as one of these.',
    ];
  }
  const other = collection === 'sources' ? otherFormat('', name) : undefined;
  if (other !== undefined) return [`${other}, not CSL-JSON`, exportFix];
  return [
    `no ${extension} file`,
    `Rename it to end in ${extension}, or move it out of ${collection}/.`,
  ];
}

/** Reads one file of a collection. */
export function readContentFile(
  directory: string,
  collection: CollectionName,
  absolutePath: string,
): ContentFile {
  return contentFile(directory, collection, absolutePath, bytesOf(absolutePath));
}

function bytesOf(absolutePath: string): Uint8Array | undefined {
  try {
    return readFileSync(absolutePath);
  } catch {
    return undefined;
  }
}

// Of a folder with more files, the others are read again where they are parsed: most of them are kept.
const mostHeld = 300;

// No article is as long as a book, and some parsers take the square of the time.
const mostBytes = 300_000;

/**
 * A file from its bytes; undefined where they cannot be read.
 * @param isOverlaid whether they lie nowhere else, so that nothing lets go of them
 */
export function contentFile(
  directory: string,
  collection: CollectionName,
  absolutePath: string,
  bytes: Uint8Array | undefined,
  isOverlaid = false,
): ContentFile {
  const digest = digestOf(bytes);
  let held: { bytes: Uint8Array | undefined } | undefined = { bytes };
  const readAgain = (): Uint8Array | undefined => {
    const now = bytesOf(absolutePath);
    if (digestOf(now) !== digest)
      throw new UserError(
        `${printable(absolutePath)} was changed while it was looked at: start again.`,
      );
    return now;
  };
  const file: ContentFile = {
    collection,
    id: path.basename(absolutePath, collections[collection].extension),
    file: relativePath(directory, absolutePath),
    absolutePath,
    digest,
    decoded: () => {
      if (latestText?.file !== file)
        latestText = { file, decoded: decodedFile(held === undefined ? readAgain() : held.bytes) };
      return latestText.decoded;
    },
    release: () => {
      if (!isOverlaid) held = undefined;
    },
  };
  return file;
}

// Of all texts only the last is kept: what looks at a file looks at it in one go.
let latestText: { file: ContentFile; decoded: DecodedText } | undefined;

/** The digest of a file's bytes, as `Corpus.digests` has it. */
export function digestOf(bytes: Uint8Array | string | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}
const digestOfNothing = digestOf(undefined);

function decodedFile(bytes: Uint8Array | undefined): DecodedText {
  if (bytes === undefined)
    return unreadable('the file cannot be read.', 'Give it its permissions back, or delete it.');
  return bytes.length > mostBytes
    ? unreadable('the file is larger than 300 kB.', 'Split it.')
    : decodeText(bytes);
}

function unreadable(message: string, fix: string): DecodedText {
  return { text: '', diagnostics: [{ rule: 'file-unreadable', line: 1, column: 1, message, fix }] };
}

/** Parses one file, checks it against its schema, and adds its entries or its problems. */
export function addFile(corpus: Corpus, source: ContentFile, store?: Store): void {
  const { collection, id, file, digest } = source;
  const ids = collections[collection].list ? idsIn(source.decoded().text) : [id];
  corpus.digests.set(file, digest);
  const { entries, partial, problems } = parseFile(source, store);
  corpus.problems.push(...problems);
  if (partial !== undefined)
    corpus.partial.push({ ...partial, collection, file, digest } as Entry<'articles'>);
  for (const known of ids) corpus.knownIds[collection].add(known);
  for (const entry of entries) {
    const map = corpus.entries[collection] as Map<string, Entry>;
    // Prose cites claims and sources alike: an id must mean one of them.
    const earlier =
      map.get(entry.id) ??
      (collection === 'sources' ? corpus.entries.claims.get(entry.id) : undefined);
    if (earlier !== undefined) {
      const tell = (at: Pick<Entry, 'file' | 'locate'>, other: Pick<Entry, 'file' | 'locate'>) => {
        const where =
          at.file === other.file ? `in line ${other.locate(['id']).line}` : `in ${other.file}`;
        corpus.problems.push({
          file: at.file,
          ...at.locate(['id']),
          severity: 'error',
          rule: 'duplicate-id',
          message: `the id "${entry.id}" stands ${where} too.`,
          fix: 'Give one of the two another id.',
        });
      };
      const later = { file, locate: entry.locate };
      // Nobody knows which of two files is the copy; in one it is what stands below.
      if (earlier.file !== file) tell(earlier, later);
      tell(later, earlier);
      continue;
    }
    map.set(entry.id, { ...entry, collection, file, digest });
  }
}

// Also those of entries that are not sound, and of files that do not parse: one mistake in a list
// must not make every reference to it another.
function idsIn(text: string): string[] {
  return [...text.matchAll(/(?:^|[[{,\s])"?id"?\s*:\s*["']?([a-z0-9-]+)/g)].map(
    (match) => match[1] ?? '',
  );
}

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

type ParsedEntry = Pick<
  Entry,
  | 'id'
  | 'exceptions'
  | 'isSound'
  | 'lacking'
  | 'text'
  | 'locate'
  | 'locateLetter'
  | 'markdownStarts'
> & { data: never };

interface ParsedFile {
  entries: ParsedEntry[];
  /** Prose whose frontmatter does not fit. */
  partial?: ParsedEntry;
  problems: Problem[];
}

interface GivenFile {
  entries: Given[];
  partial?: Given;
  problems: Problem[];
}

// The dev server reads all files after each save: of those that did not change, only the bytes. By the
// whole path: the text of an entry is read again where it lies, and the past of a site lies elsewhere.
const parsedFiles = new Map<string, { digest: string; parsed: ParsedFile }>();

function parseFile(source: ContentFile, store: Store | undefined): ParsedFile {
  const { absolutePath, digest } = source;
  const known = parsedFiles.get(absolutePath);
  // What could not be read has the digest of nothing.
  if (known?.digest === digest && digest !== digestOfNothing) return known.parsed;
  const parsed = parseAnew(source, store);
  parsedFiles.set(absolutePath, { digest, parsed });
  return parsed;
}

function parseAnew(source: ContentFile, store: Store | undefined): ParsedFile {
  const { entries, partial, problems } = givenBy(source, store);
  return {
    entries: entries.map((given) => placed(given, source)),
    ...(partial && { partial: placed(partial, source) }),
    problems,
  };
}

/** The entry of one file with prose, which nothing but the store keeps; undefined where it is not sound. */
export function soundEntry(source: ContentFile, store: Store): ProseEntry | undefined {
  const { collection, file, digest } = source;
  const [entry] = parseAnew(source, store).entries;
  return entry?.isSound === true
    ? ({ ...entry, collection, file, digest } as Entry<'articles'>)
    : undefined;
}

// Of a file with a problem nothing is kept: its author is about to mend it.
function givenBy(source: ContentFile, store: Store | undefined): GivenFile {
  if (store === undefined || source.digest === digestOfNothing) return parseText(source);
  const key = fileKey(source);
  const kept = store.get(key);
  if (kept !== undefined) {
    source.release();
    return { entries: JSON.parse(kept) as Given[], problems: [] };
  }
  const given = parseText(source);
  if (given.problems.length === 0 && given.partial === undefined)
    store.set(`file ${source.absolutePath}`, key, JSON.stringify(given.entries));
  return given;
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

/** The entries of a file and everything that is wrong with its bytes, syntax, name and shape. */
function parseText(source: ContentFile): GivenFile {
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
function placed({ base, rows, ...given }: Given, source: ContentFile): ParsedEntry {
  const { collection } = source;
  const kept = new Map(rows);
  const text = (): string => source.decoded().text;
  return {
    ...given,
    data: given.data as never,
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

interface MarkdownField {
  part: 'urgent' | 'takeaway' | 'question' | 'answer';
  path: DataPath;
  text: string;
}

/** The fields of an article that hold Markdown: care card, takeaways, then questions, then answers. */
function markdownFields({ urgent, takeaways, faq }: Article): MarkdownField[] {
  const field = (part: MarkdownField['part'], at: DataPath, text: string): MarkdownField => ({
    part,
    path: at,
    text,
  });
  return [
    ...(urgent === undefined ? [] : [field('urgent', ['urgent', 'text'], urgent.text)]),
    ...takeaways.map((text, index) => field('takeaway', ['takeaways', index], text)),
    ...faq.map(({ question }, index) => field('question', ['faq', index, 'question'], question)),
    ...faq.map(({ answer }, index) => field('answer', ['faq', index, 'answer'], answer)),
  ];
}

/** Compiles the prose of an MDX entry: with care card, takeaways and FAQ for an article. */
export function compileEntry(entry: ProseEntry): Compiled {
  const { markdownStarts } = entry;
  const file = entry.text();
  const lines = new LineIndex(file);
  const fields = entry.collection === 'articles' ? markdownFields(entry.data as Article) : [];
  const snippets = fields.map(({ text }, index): Snippet => {
    const { isPlain, offset } = lettersOf(file, markdownStarts[index] ?? 0, text);
    return { text, isPlain, locate: (letter) => lines.position(offset(letter)) };
  });
  const of = (part: MarkdownField['part']): Snippet[] =>
    snippets.filter((_, index) => fields[index]?.part === part);
  return compileDocument({
    text: file,
    urgent: of('urgent')[0],
    takeaways: of('takeaway'),
    questions: of('question'),
    answers: of('answer'),
    // Of data that does not fit, half of a pair may be missing.
    fragmentAliases:
      entry.collection === 'articles' && entry.isSound
        ? (entry.data as Article).fragmentAliases
        : [],
  });
}

async function assertFolder(directory: string): Promise<void> {
  const refuse = (reason: string, otherwise = ''): never => {
    throw new UserError(
      `The content folder ${directory} ${reason}: set CONTENT_DIR to a folder like content/${otherwise}.`,
    );
  };
  const names = await readdir(directory).catch((error: unknown) => {
    const code = errorCode(error);
    if (code === 'ENOENT') return refuse('does not exist');
    return refuse(code === 'ENOTDIR' ? 'is a file' : 'cannot be read');
  });
  // Nothing is wrong with nothing: a mistyped folder would be called clean.
  if (!names.some((name) => folderNames.some((folder) => folder === name)))
    refuse(
      `holds none of ${folderNames.join(', ')}`,
      `, or begin a site with ${framePages.map((page) => `pages/${page}.mdx`).join(', ')}`,
    );
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const isFolder = (name: string): boolean => folderNames.some((folder) => folder === name);
const isSingle = (name: string): boolean => collectionOf(name) !== undefined;

async function unknownFolders(directory: string): Promise<Problem[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => !ignoredFiles.has(entry.name) && !entry.name.startsWith('.'))
    .filter(
      (entry) =>
        !(entry.isDirectory() ? isFolder(entry.name) : entry.isFile() && isSingle(entry.name)),
    )
    .map((entry) => ({
      file: relativePath(directory, path.join(directory, entry.name)),
      line: 1,
      column: 1,
      severity: 'error' as const,
      rule: 'file-name',
      ...(isFolder(entry.name)
        ? { message: `"${entry.name}" is no folder.`, fix: 'Put a folder in its place.' }
        : {
            message: `nothing reads "${entry.name}".`,
            fix: didYouMean(entry.name, folderNames, `Folders are ${folderNames.join(', ')}.`),
          }),
    }));
}

function relativePath(directory: string, file: string): string {
  return path.relative(path.dirname(directory), file).split(path.sep).join('/');
}
