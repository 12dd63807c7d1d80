/** Reads `content/` into typed entries with their places: the one reader of the folder. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { didYouMean } from '../document/suggest.ts';
import { UserError, type Problem } from '../problem.ts';
import { framePages } from '../routes.ts';
import { exportFix, otherFormat } from '../schemas/csl.ts';
import { id as idField } from '../schemas/fields.ts';
import type { Store } from '../store/store.ts';
import type { Marks } from './changes.ts';
import {
  collectionNames,
  collectionOf,
  collections,
  evidenceNames,
  folderNames,
  isEvidence,
  type CollectionName,
} from './collections.ts';
import { contentFile, readContentFile, relativePath, type ContentFile } from './content-file.ts';
import { emptyCorpus, type Corpus, type Entry } from './corpus.ts';
import { ledgerFile, readLedger } from './ledger.ts';
import { linkReportFile, readLinkReport } from './link-report.ts';
import { noId, parseFile } from './parse.ts';
import { readPictures, type Picture } from './picture.ts';

const ignoredFiles = new Set(['README.md', ledgerFile, linkReportFile, '.DS_Store', '.gitkeep']);

/**
 * Files by their path relative to the folder above the content folder, as they would be: their bytes,
 * or undefined for one that would not be there. Whatever is not named is as it lies on the disk.
 */
export type Overlay = ReadonlyMap<string, Uint8Array | undefined>;

/** How a folder is read. */
export interface ReadOptions {
  /** Holds what files gave before, and is given what these give. */
  store?: Store;
  /** Files of collections that are taken as they would be; pictures are not among them. */
  overlay?: Overlay;
  /** How the folder stood just before: what is marked as it was is not read again. */
  marks?: Marks;
}

/**
 * Reads every collection, the evidence first.
 * @param ahead is given the evidence and the other files before anything is made of these
 * @throws {UserError} when the folder itself does not exist
 */
export async function readCorpus(
  directory: string,
  options: ReadOptions = {},
  ahead?: (evidence: Corpus, files: readonly ContentFile[]) => Promise<void>,
): Promise<Corpus> {
  const { store } = options;
  const corpus = await readEvidence(directory, options);
  const texts: ContentFile[] = [];
  for (const name of collectionNames.filter((one) => !isEvidence(one))) {
    const { files, problems } = await readFiles(directory, name, options);
    corpus.problems.push(...problems);
    for (const file of files) texts.push(file);
  }
  await ahead?.(corpus, texts);
  for (const file of texts) addFile(corpus, file, store);
  store?.flush();
  return corpus;
}

/** Reads whatever is no article and no text page, see `readCorpus`. */
export async function readEvidence(directory: string, options: ReadOptions = {}): Promise<Corpus> {
  const { store } = options;
  const corpus = emptyCorpus(directory);
  await assertFolder(directory);
  corpus.problems.push(...(await unknownFolders(directory)));
  for (const name of evidenceNames) {
    const { files, problems } = await readFiles(directory, name, options);
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

// Of a folder with more files, the others are read again where they are parsed: most of them are kept.
const mostHeld = 300;

/** Lists and reads the files of one collection, in the order of their names. */
export async function readFiles(
  directory: string,
  collection: CollectionName,
  { overlay = new Map(), marks }: Pick<ReadOptions, 'overlay' | 'marks'> = {},
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
    const file = readContentFile(directory, collection, absolutePath, marks?.get(absolutePath));
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

/** Parses one file, checks it against its schema, and adds its entries or its problems. */
export function addFile(corpus: Corpus, source: ContentFile, store?: Store): void {
  const { collection, file, digest } = source;
  corpus.digests.set(file, digest);
  const { ids, entries, partial, problems } = parseFile(source, store);
  corpus.problems.push(...problems);
  if (partial !== undefined) corpus.partial.push(partial);
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
    map.set(entry.id, entry);
  }
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
