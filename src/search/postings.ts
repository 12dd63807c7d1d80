/** How the files of the index are written and read: what the build and the browser agree on. */
import type { Card, Kind } from './record.ts';

/** The first file: what there is, and which file has what. */
export interface Manifest {
  /** First number and the number behind the last of the records of each kind. */
  kinds: [kind: Kind, first: number, end: number][];
  /** Beginnings of words: each is a file with the words that begin so, unless a longer one fits. */
  words: string[];
  /** First letters that have a spelling list of their own; empty where one file has all. */
  spelling: string[];
  /** Words of the names of nutrients, terms and products: what the site is about, beside the synonyms. */
  names: string[];
  /** Phrases that mean the same. */
  equal: string[][];
  /** Phrases, and what to look for beside them. */
  also: [of: string[], look: string[]][];
}

/** Words with the records that have them: how well, how many, their numbers, each less the one before. */
export type WordFile = Record<string, number[]>;
/** Cards by number of the record. */
export type CardFile = Record<string, Card>;
/** Paragraphs of whole answers by number of the record. */
export type AnswerFile = Record<string, string[]>;

/** Cards in a file, records of an article at most, and whole answers in a file. */
export const cardsInFile = 32;
export const recordsOfArticle = 16;
export const answersInFile = 16;

export const manifestFile = 'manifest';
export const wordFile = (beginning: string): string => `w-${beginning}`;
export const cardFile = (doc: number): string => `d-${Math.floor(doc / cardsInFile)}`;
export const answerFile = (doc: number): string => `a-${Math.floor(doc / answersInFile)}`;
export const spellingFile = (letter: string): string => (letter === '' ? 'v' : `v-${letter}`);

/** The beginning under which a word lies; letters that no file name should have are "_". */
export function fileLetters(word: string): string {
  return word.replace(/[^a-z0-9]/g, '_');
}

/** The longest beginning that is a file; undefined where there is none. */
export function fileOf(word: string, beginnings: ReadonlySet<string>): string | undefined {
  const letters = fileLetters(word);
  for (let length = letters.length; length > 0; length -= 1)
    if (beginnings.has(letters.slice(0, length))) return letters.slice(0, length);
  return undefined;
}

/** Records with a word as numbers to write; the best come first. */
export function writePostings(postings: readonly { doc: number; impact: number }[]): number[] {
  const written: number[] = [];
  const groups = Map.groupBy(postings, ({ impact }) => impact);
  for (const impact of [...groups.keys()].sort((a, b) => b - a)) {
    const docs = (groups.get(impact) ?? []).map(({ doc }) => doc).sort((a, b) => a - b);
    written.push(impact, docs.length);
    let previous = 0;
    for (const doc of docs) {
      written.push(doc - previous);
      previous = doc;
    }
  }
  return written;
}

/** The same, read. */
export function readPostings(written: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < written.length;) {
    const impact = written[at] ?? 0;
    const count = written[at + 1] ?? 0;
    let doc = 0;
    for (let index = 0; index < count; index += 1) {
      doc += written[at + 2 + index] ?? 0;
      found.set(doc, impact);
    }
    at += 2 + count;
  }
  return found;
}
