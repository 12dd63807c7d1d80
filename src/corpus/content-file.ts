/** One file of a content folder: its bytes, their digest, and its text. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { printable, UserError } from '../problem.ts';
import { collections, type CollectionName } from './collections.ts';
import { decodeText, type DecodedText } from './text.ts';

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

// Files as they were read, each with its mark: who looks at ten thousand after each save reads one.
const readBefore = new Map<string, { mark: string; file: ContentFile }>();

/**
 * Reads one file of a collection.
 * @param mark how it stood just before, see `marksOf`: what was read of the same is not read again
 */
export function readContentFile(
  directory: string,
  collection: CollectionName,
  absolutePath: string,
  mark?: string,
): ContentFile {
  const known = readBefore.get(absolutePath);
  if (known !== undefined && known.mark === mark) return known.file;
  const file = contentFile(directory, collection, absolutePath, bytesOf(absolutePath));
  // What could not be read may be readable at any time.
  if (mark !== undefined && file.digest !== digestOfNothing)
    readBefore.set(absolutePath, { mark, file });
  return file;
}

function bytesOf(absolutePath: string): Uint8Array | undefined {
  try {
    return readFileSync(absolutePath);
  } catch {
    return undefined;
  }
}

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

/** The digest of what cannot be read. */
export const digestOfNothing = digestOf(undefined);

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

/** The path of a file as problems name it: relative to the folder above the content folder. */
export function relativePath(directory: string, file: string): string {
  return path.relative(path.dirname(directory), file).split(path.sep).join('/');
}
