/** The small corpus of `tests/fixtures/content`, in memory, to be broken one place at a time. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkCorpus } from '#checks/run.ts';
import { collectionOf } from '#corpus/collections.ts';
import { ledgerFile, ledgerLines } from '#corpus/ledger.ts';
import { linkReportFile, parseLinkReport } from '#corpus/link-report.ts';
import { pictureOf } from '#corpus/picture.ts';
import { contentFile } from '#corpus/content-file.ts';
import { emptyCorpus } from '#corpus/corpus.ts';
import { addFile, addPicture, isBeside } from '#corpus/read.ts';
import type { Problem } from '#problem.ts';
import { pictures } from './pictures.ts';

/** The day on which the corpus has no diagnostic. */
export const day = '2026-06-01';

/** Files by their path below the content folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** One mistake, or one tricky thing that is none. */
export interface Case {
  name: string;
  /** The file that is changed; the model article unless told. */
  file?: string;
  /** Text of the file that is replaced, once; `put` takes its place. */
  find?: string;
  put?: string;
  /** A paragraph put into the model article; short for a change at its comment. */
  body?: string;
  /** Text of a new file, or of the whole file. */
  text?: string;
  /** The same in base64, where it is no text. */
  bytes?: string;
  /** The file is not there. */
  gone?: boolean;
  /** The day of the check. */
  today?: string;
}

/** A case that must be found. */
export interface BrokenCase extends Case {
  rule: string;
  /** What stands on the line that must be named; the first line of what was put unless told. */
  on?: string;
  line?: number;
  /** The words that the place must point at. */
  at?: string;
  /** File and line, where the mistake is told in another file. */
  place?: string;
  message?: string;
  fix?: string;
  /** Other rules that the same mistake breaks. */
  also?: string[];
}

const root = path.resolve('tests/fixtures/content');
const model = 'articles/model.mdx';

/** The corpus without a diagnostic. */
export const goodFiles: Files = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(root, file).split(path.sep).join('/'), readFileSync(file)]),
);

const second = readFileSync(path.join(root, 'articles/second.mdx'), 'utf8');

// What no readable file can hold.
const special: Record<string, string> = {
  CRLF: second.replaceAll('\n', '\r\n'),
  DRAFT: second
    .replace('title: A second', 'title: A third')
    .replace('description: A made-up', 'description: Another made-up')
    .replace('published: 2027-01-10', 'published: 2026-01-10\ndraft: true')
    .replace('/articles/model/#after-a-test', '/articles/second/'),
  LONG: Buffer.alloc(300_001, '#').toString('base64'),
  NESTED: `${'> '.repeat(9000)}x`,
  LINE: 'word '.repeat(5000),
  BRACES: '{\n'.repeat(5000),
  ...pictures,
};

/** Cases of one file of fixtures. */
export function readCases<Kind extends Case>(file: string): Kind[] {
  return (parse(readFileSync(file, 'utf8')) as Kind[]).map((one) => ({
    ...one,
    ...Object.fromEntries(
      (['body', 'text', 'bytes'] as const).flatMap((key) => {
        const value = one[key];
        return value === undefined ? [] : [[key, special[value] ?? value]];
      }),
    ),
  }));
}

/** Text of a file of the corpus. */
export function textOf(files: Files, file: string): string {
  return new TextDecoder().decode(files.get(file));
}

/** The corpus with a case applied, and the place where it was. @throws {Error} when nothing fits */
export function applyCase(broken: Case): { files: Files; file: string; at: number } {
  const file = broken.file ?? model;
  const files = new Map(goodFiles);
  if (broken.gone === true) {
    files.delete(file);
    return { files, file, at: 0 };
  }
  if (broken.bytes !== undefined || broken.text !== undefined) {
    files.set(
      file,
      broken.text === undefined
        ? Buffer.from(broken.bytes ?? '', 'base64')
        : new TextEncoder().encode(broken.text),
    );
    return { files, file, at: 0 };
  }
  const text = textOf(files, file);
  const find = broken.find ?? (broken.body === undefined ? '' : '{/* here */}');
  const at = text.indexOf(find);
  if (find === '' || at === -1) throw new Error(`"${broken.name}" replaces what is not there.`);
  const put = broken.body ?? broken.put ?? '';
  files.set(file, new TextEncoder().encode(text.slice(0, at) + put + text.slice(at + find.length)));
  return { files, file, at };
}

/** Every problem of a corpus in memory. */
export async function problemsOf(files: Files, today = day): Promise<Problem[]> {
  const corpus = emptyCorpus(root);
  for (const [file, bytes] of files) {
    if (file === ledgerFile) {
      corpus.ledger = ledgerLines(new TextDecoder().decode(bytes));
      continue;
    }
    if (file === linkReportFile) {
      corpus.linkReport = parseLinkReport(new TextDecoder().decode(bytes));
      continue;
    }
    const collection = collectionOf(file);
    if (collection === undefined) throw new Error(`${file} is in no collection.`);
    const absolutePath = path.join(root, file);
    if (isBeside(collection, file))
      addPicture(corpus, await pictureOf(`content/${file}`, absolutePath, bytes));
    else addFile(corpus, contentFile(root, collection, absolutePath, bytes));
  }
  return (await checkCorpus(corpus, today)).problems;
}

/** Line of a place in a text, from 1. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
