/**
 * The site that was published last, as far as the next one may have the same files. They are not copied:
 * a file that would be the same has a name in both, and nothing is ever written in one.
 */
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { OutputLook } from '../checks/output/check.ts';
import type { Library } from '../library/records.ts';
import { keyOf } from '../store/store.ts';
import { markOf } from './marks.ts';
import type { Printed, Prints } from './print.ts';
import { digestsOf, Notebook, unchanged, type Digests, type Seen } from './seen.ts';
import type { PictureSize } from './sizes.ts';

/** What is written down of a site. */
export interface SiteRecord {
  /** Key of the press that printed it. */
  press: string;
  seen: Seen;
  digests: Digests;
  files: [file: string, mark: string, printed: Printed][];
  sizes: [file: string, mark: string][];
  look: OutputLook;
}

/** Files of the last site that the next one may have. */
export class KeptSite {
  readonly #target: string;
  readonly #press: string;
  readonly #kept: SiteRecord | undefined;
  readonly #folders = new Set<string>();
  readonly #taken = new Map<string, Printed>();

  /**
   * @param target where the site stands
   * @param press key of the press that prints the next one
   */
  constructor(target: string, press: string) {
    this.#target = target;
    this.#press = press;
    this.#kept = readRecord(target);
  }

  /**
   * Puts the pages into the next site that would be the same.
   * @param isWanted whether the next site has a file
   */
  take(library: Library, site: string, isWanted: (file: string) => boolean): void {
    if (this.#kept?.press !== this.#press) return;
    const { seen, digests, files } = this.#kept;
    const holds = unchanged(seen, digests, library);
    for (const [file, mark, printed] of files)
      if (isWanted(file) && holds(printed.trace) && this.#place(file, mark, site))
        this.#taken.set(file, printed);
  }

  /** Whether a file is in the next site already. */
  has(file: string): boolean {
    return this.#taken.has(file);
  }

  /** What was looked at in the site, and which of its files are in the next one. */
  published(): { look: OutputLook; has: (file: string) => boolean } | undefined {
    if (this.#kept?.press !== this.#press) return undefined;
    return { look: this.#kept.look, has: (file) => this.#taken.has(file) };
  }

  /** Puts sizes of pictures into the next site that are there. @returns those that are to be made */
  takeSizes(sizes: Iterable<PictureSize>, site: string): PictureSize[] {
    const marks = new Map(this.#kept?.sizes);
    return [...sizes].filter(({ file }) => {
      const mark = marks.get(file);
      return mark === undefined || !this.#place(file, mark, site);
    });
  }

  /** Sizes of pictures that the pages show which are in the next site. */
  sizes(): PictureSize[] {
    return [...this.#taken.values()].flatMap((printed) => printed.sizes);
  }

  /**
   * What is to be known of the next site, while nobody else can reach it.
   * @param site where it lies
   * @param prints what was printed for it
   * @param sizes files of pictures in it
   * @param look what was looked at in it
   */
  recordOf(
    site: string,
    prints: readonly Prints[],
    library: Library,
    sizes: readonly string[],
    look: OutputLook,
  ): SiteRecord {
    const notebook = new Notebook();
    const files: SiteRecord['files'] = [];
    const marked = (file: string): string => markOf(path.join(site, file));
    const add = (own: Iterable<[string, Printed]>, seen: Seen): void => {
      const all = [...own];
      const numbers = notebook.copy(
        seen,
        all.map(([, { trace }]) => trace),
      );
      for (const [file, printed] of all)
        files.push([file, marked(file), { ...printed, trace: numbers.get(printed.trace) ?? 0 }]);
    };
    if (this.#kept !== undefined) add(this.#taken, this.#kept.seen);
    for (const { files: own, seen } of prints) add(own, seen);
    return {
      press: this.#press,
      seen: notebook.seen,
      digests: digestsOf(notebook.seen, library),
      files,
      sizes: sizes.map((file) => [file, marked(file)]),
      look,
    };
  }

  #place(file: string, mark: string, site: string): boolean {
    const [from, to] = [path.join(this.#target, file), path.join(site, file)];
    try {
      if (markOf(from) !== mark) return false;
      const folder = path.dirname(to);
      if (!this.#folders.has(folder)) {
        mkdirSync(folder, { recursive: true });
        this.#folders.add(folder);
      }
      link(from, to);
      return true;
    } catch {
      return false;
    }
  }
}

/** Writes down what is known of the site that stands at a target from now on. */
export function writeRecord(target: string, record: SiteRecord): void {
  try {
    const name = recordFile(target);
    mkdirSync(path.dirname(name), { recursive: true });
    // Another process may read it.
    const text = JSON.stringify(record);
    writeFileSync(`${name}.${process.pid}`, `${keyOf([text])}\n${text}`);
    renameSync(`${name}.${process.pid}`, name);
  } catch (error) {
    // They are made again then: nobody is stopped, and somebody may wonder.
    console.warn(`The pages of this build are not kept for the next: ${String(error)}`);
  }
}

// Not every file system has two names for a file, and none has them for ever more.
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(from, to);
  }
}

function recordFile(target: string): string {
  return path.resolve('.cache/sites', `${keyOf([target]).slice(0, 16)}.json`);
}

// What cannot be read is no record.
function readRecord(target: string): SiteRecord | undefined {
  try {
    const [digest = '', text = ''] = readFileSync(recordFile(target), 'utf8').split('\n');
    return digest === keyOf([text]) ? (JSON.parse(text) as SiteRecord) : undefined;
  } catch {
    return undefined;
  }
}
