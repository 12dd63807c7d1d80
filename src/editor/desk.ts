/** What the language server knows between two requests: unsaved texts, the evidence, what was found. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { fileCheck } from '../checks/run.ts';
import {
  collectionOf,
  collections,
  isEvidence,
  type CollectionName,
} from '../corpus/collections.ts';
import { contentFile } from '../corpus/content-file.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { readEvidence, type Overlay } from '../corpus/read.ts';
import { today } from '../environment.ts';
import { failureText, type Problem } from '../problem.ts';
import { openStore } from '../store/store.ts';
import type { Answer, Question } from './whole-thread.ts';

// What unsaved texts gave is kept with the rest, and goes a day later.
const store = openStore(path.resolve('.cache/kept.db'));
/** Milliseconds without a change after which all files are looked at. */
const quietMilliseconds = 250;

/** Who is told. */
export interface Listener {
  /** Problems of a file, by its path as problems name it. */
  found: (file: string, problems: readonly Problem[]) => void;
  /** Why nothing can be found. */
  failed: (reason: string) => void;
}

/** What was asked last: the open files, and what each of them had given by itself. */
interface Asked {
  overlay: Overlay;
  alone: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * The files of one content folder as somebody works on them. A text that changes is looked at by
 * itself at once; all files are looked at on another thread when nothing changes any more, and what
 * is told then is what `check` would tell.
 */
export class Desk {
  /** Absolute path of the content folder. */
  readonly directory: string;
  /** The files that are open, as they stand in the editor. */
  readonly overlay = new Map<string, Uint8Array>();
  readonly #listener: Listener;
  readonly #thread: Worker;
  #evidence: Promise<Corpus>;
  #readings = 0;
  /** What was found in each open file by itself, and in all files when they were looked at together. */
  readonly #alone = new Map<string, readonly Problem[]>();
  readonly #beside = new Map<string, readonly Problem[]>();
  #asked: Asked = { overlay: new Map(), alone: new Map() };
  #timer: NodeJS.Timeout | undefined;
  #isBusy = false;

  constructor(directory: string, listener: Listener) {
    this.directory = directory;
    this.#listener = listener;
    this.#evidence = readEvidence(directory, { store });
    this.#evidence.catch((error: unknown) => listener.failed(failureText(error)));
    // Standard output is the protocol's.
    this.#thread = new Worker(new URL('whole-thread.ts', import.meta.url), { stdout: true });
    this.#thread.stdout.pipe(process.stderr);
    this.#thread.on('message', (answer: Answer) => this.#take(answer));
    this.#thread.on('error', (error) => listener.failed(failureText(error)));
  }

  /** What texts rest on, as it was read last: nobody waits for what is being read. */
  evidence(): Promise<Corpus> {
    return this.#evidence;
  }

  /** The collection of a file by its absolute path; undefined for what is no text of the content. */
  collectionOf(absolutePath: string): CollectionName | undefined {
    const below = path.relative(this.directory, absolutePath).split(path.sep);
    const name = below.length > 2 ? undefined : collectionOf(below.join('/'));
    if (name === undefined || !absolutePath.endsWith(collections[name].extension)) return undefined;
    return name;
  }

  /** Takes the text of a file as it stands in the editor, and tells what is wrong with it. */
  async change(absolutePath: string, text: string): Promise<void> {
    const collection = this.collectionOf(absolutePath);
    if (collection === undefined) return;
    const bytes = Buffer.from(text);
    const source = contentFile(this.directory, collection, absolutePath, bytes);
    this.overlay.set(source.file, bytes);
    this.lookAtAll();
    if (isEvidence(collection)) void this.refresh();
    const evidence = await this.#evidence;
    // More may have been typed.
    if (this.overlay.get(source.file) !== bytes) return;
    this.#alone.set(source.file, fileCheck(evidence, today())(source));
    this.#tell(source.file);
  }

  /** The file is again what lies on the disk. */
  close(absolutePath: string): void {
    const file = this.#fileOf(absolutePath);
    this.overlay.delete(file);
    this.#alone.delete(file);
    this.lookAtAll();
  }

  /** Reads the evidence again. What cannot be read leaves what was read before. */
  async refresh(): Promise<void> {
    this.#readings += 1;
    const reading = this.#readings;
    const { overlay } = this;
    const evidence = await readEvidence(this.directory, { store, overlay }).catch(() => undefined);
    if (evidence !== undefined && reading === this.#readings)
      this.#evidence = Promise.resolve(evidence);
  }

  /** Looks at all files once nothing changes any more. */
  lookAtAll(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isBusy) this.#ask();
    }, quietMilliseconds);
  }

  #ask(): void {
    this.#isBusy = true;
    this.#asked = { overlay: new Map(this.overlay), alone: new Map(this.#alone) };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#thread.postMessage({ overlay: this.#asked.overlay } satisfies Question);
    // A file of the evidence may have changed on the disk.
    void this.refresh();
  }

  #take(answer: Answer): void {
    this.#isBusy = false;
    const { overlay, alone } = this.#asked;
    const isSame = (file: string): boolean => overlay.get(file) === this.overlay.get(file);
    if ('failure' in answer) this.#listener.failed(answer.failure);
    else {
      const byFile = Map.groupBy(answer.problems, ({ file }) => file);
      for (const file of new Set([...this.#beside.keys(), ...byFile.keys(), ...alone.keys()])) {
        const found = byFile.get(file) ?? [];
        const known = new Set(alone.get(file)?.map((one) => JSON.stringify(one)));
        const beside = found.filter((one) => !known.has(JSON.stringify(one)));
        if (found.length === 0) this.#beside.delete(file);
        else this.#beside.set(file, beside);
        // Of a text that is another by now the next look tells.
        if (isSame(file)) this.#listener.found(file, found);
      }
    }
    // What came meanwhile waits no second time.
    if (this.#timer === undefined && ![...this.overlay.keys()].every(isSame)) this.#ask();
  }

  // What was found beside the rest is of an earlier text, and its mends would hit other letters.
  #tell(file: string): void {
    const beside = (this.#beside.get(file) ?? []).map(({ mend: _mend, ...problem }) => problem);
    this.#listener.found(file, [...(this.#alone.get(file) ?? []), ...beside]);
  }

  // Problems name a file by its path from the folder above the content.
  #fileOf(absolutePath: string): string {
    return path.relative(path.dirname(this.directory), absolutePath).split(path.sep).join('/');
  }
}
