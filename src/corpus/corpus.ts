/** What is known of a content folder: typed entries with file, line and column. */
import type { Position, Problem } from '../problem.ts';
import type { Exception } from '../schemas/exception.ts';
import {
  byCollection,
  collectionNames,
  type CollectionName,
  type EntryData,
  type EvidenceName,
  type ProseCollection,
} from './collections.ts';
import type { DataPath } from './data.ts';
import type { LinkReport } from './link-report.ts';
import type { Picture } from './picture.ts';
import type { Ids } from './traced.ts';

/** One entry of a collection, with where it came from. Nobody changes it: what was made of it is remembered. */
export interface Entry<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  readonly id: string;
  /** Path relative to the folder above the content folder: `content/articles/x.mdx`. */
  readonly file: string;
  readonly data: EntryData<Name>;
  /** Rules that are silenced in it. */
  readonly exceptions: readonly Exception[];
  /** False where something of it was told and left out: it is looked at and not published. */
  readonly isSound: boolean;
  /** Fields whose list lacks the rows that were told and left out. */
  readonly lacking: readonly string[];
  /**
   * The whole text of the file.
   * @throws {UserError} when it was let go of and the file is another by now
   */
  readonly text: () => string;
  /** Digest of the file. */
  readonly digest: string;
  /** Place of a value of the entry, or of its key. */
  readonly locate: (path: DataPath, options?: { key?: boolean }) => Position;
  /** Place of a letter of a text of the entry. */
  readonly locateLetter: (path: DataPath, text: string, letter: number) => Position;
  /** Offsets in the text at which the Markdown of an article's fields starts, see `markdownFields`. */
  readonly markdownStarts: readonly number[];
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
  readonly entries: { readonly [Name in EvidenceName]: ReadonlyMap<string, Entry<Name>> };
  readonly knownIds: { readonly [Name in EvidenceName]: Ids };
}

/** Every entry of a corpus, in the order of the collections. */
export function allEntries({ entries }: Pick<Corpus, 'entries'>): Entry[] {
  return collectionNames.flatMap((name): Entry[] => [...entries[name].values()]);
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
