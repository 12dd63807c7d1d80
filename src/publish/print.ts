/** Prints the pieces of a site with a press, on all cores. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTask } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Entries } from '../corpus/reading.ts';
import { endTrace, beginTrace, type Trace } from '../library/trace.ts';
import { beginSession, currentSession, type Session } from '../session.ts';
import { codeDigest, holdCode } from '../store/code.ts';
import { giveEntries, projectStore } from '../corpus/reading.ts';
import { entryByEntry } from './piece-order.ts';
import { fileOfPiece, openPress, type Piece, type Press } from './press.ts';
import { Notebook, type Seen } from './seen.ts';
import { beginSizes, type PictureSize } from './sizes.ts';

/** What is known of a file that was printed. */
export interface Printed {
  /** Number of its trace. */
  trace: number;
  /** Sizes of pictures that it shows. */
  sizes: PictureSize[];
}

/** What was printed, by file, and what it looked at. */
export interface Prints {
  files: Map<string, Printed>;
  seen: Seen;
}

/** What a thread needs to print. */
export interface Work {
  press: string;
  /** Folder of the site. */
  site: string;
  entries: Entries;
  published: readonly string[];
  session: Session;
  code: string;
}

/** Pieces from which on a thread more is worth what it takes to be ready. */
const fewest = 300;
/** Entries that a thread takes at once. */
const handful = 6;
/** Handfuls that a thread has before it. */
const ahead = 2;
/** Threads at most: each has the entries, and the program, in its memory. */
const mostThreads = 4;
/** Room for what is new, in megabytes. */
const youngMegabytes = 32;

/** Prints in this thread. */
export class Printer {
  readonly #press: Press;
  readonly #site: string;
  readonly #folders = new Set<string>();
  readonly #printed: [file: string, trace: Trace, sizes: PictureSize[]][] = [];

  constructor(press: Press, site: string) {
    this.#press = press;
    this.#site = site;
  }

  /** Makes a piece and writes it where nothing lies yet. @throws whatever its code throws */
  async print(piece: Piece): Promise<void> {
    const trace = beginTrace();
    const sizes = beginSizes();
    let bytes;
    try {
      bytes = await this.#press.make(piece);
    } finally {
      endTrace();
    }
    const name = fileOfPiece(piece);
    if (bytes !== undefined) this.#write(path.join(this.#site, name), bytes);
    this.#printed.push([name, trace, [...sizes.values()]]);
  }

  /** What was printed: asked for at the end, since what several pages share may look at more later. */
  prints(): Prints {
    const notebook = new Notebook();
    const files = this.#printed.map(([file, trace, sizes]): [string, Printed] => [
      file,
      { trace: notebook.add(trace), sizes },
    ]);
    return { files: new Map(files), seen: notebook.seen };
  }

  #write(file: string, bytes: Uint8Array): void {
    const folder = path.dirname(file);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    // What lies there may be the file of a site that readers have: it is never written in.
    writeFileSync(file, bytes, { flag: 'wx' });
  }
}

/** Threads that print beside this one. */
export class Helpers {
  readonly #threads: Helper[];

  /** @param pieces how many there are to print */
  constructor(work: Work, pieces: number) {
    const count = pieces < fewest ? 0 : Math.min(availableParallelism() - 1, mostThreads);
    this.#threads = Array.from({ length: count }, () => new Helper(work));
  }

  /**
   * Prints pieces here and there.
   * @param own what this thread prints first, and no other
   */
  async print(
    printer: Printer,
    pieces: readonly Piece[],
    own: readonly Piece[] = [],
  ): Promise<void> {
    const entries = entryByEntry(pieces);
    const take = (): Piece[] | undefined => entries.splice(0, handful).flat();
    const threads = this.#threads.map((thread) => thread.print(take));
    const here = async (): Promise<void> => {
      for (const piece of own) {
        await printer.print(piece);
        await nextTask();
      }
      for (let next = entries.shift(); next !== undefined; next = entries.shift()) {
        for (const piece of next) await printer.print(piece);
        // The others may wait for more.
        await nextTask();
      }
    };
    await Promise.all([here(), ...threads]);
  }

  /** Ends the threads. @returns what they printed */
  async end(): Promise<Prints[]> {
    return Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

class Helper {
  readonly #worker: Worker;
  #take: () => Piece[] | undefined = () => undefined;
  #waiting = 0;
  #settle: { resolve: () => void; reject: (reason: unknown) => void } | undefined;
  #error: unknown;
  #prints = Promise.withResolvers<Prints>();

  constructor(work: Work) {
    this.#worker = new Worker(new URL('./print-thread.ts', import.meta.url), {
      workerData: work,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    this.#worker.on('message', (message: 'printed' | Prints) => {
      if (message !== 'printed') {
        this.#prints.resolve(message);
        return;
      }
      this.#waiting -= 1;
      this.#feed();
    });
    this.#prints.promise.catch(() => undefined);
    this.#worker.on('error', (error) => {
      this.#error = error;
      this.#prints.reject(error);
      this.#settle?.reject(error);
    });
  }

  print(take: () => Piece[] | undefined): Promise<void> {
    this.#take = take;
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) {
        reject(this.#error);
        return;
      }
      this.#settle = { resolve, reject };
      this.#feed();
    });
  }

  end(): Promise<Prints> {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage('end');
    return this.#prints.promise;
  }

  #feed(): void {
    while (this.#waiting < ahead) {
      const pieces = this.#take() ?? [];
      if (pieces.length === 0) break;
      this.#waiting += 1;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.#worker.postMessage(pieces);
    }
    if (this.#waiting === 0) this.#settle?.resolve();
  }
}

/** Prints what the first thread asks for, until it asks no more. */
export async function help(
  work: Work,
  port: {
    on: (name: 'message', tell: (message: Piece[] | 'end') => void) => void;
    postMessage: (message: 'printed' | Prints) => void;
    close: () => void;
  },
): Promise<void> {
  const messages: (Piece[] | 'end')[] = [];
  let wake = (): void => undefined;
  port.on('message', (message) => {
    messages.push(message);
    wake();
  });
  beginSession(work.session);
  holdCode(work.code);
  giveEntries(work.entries, work.published);
  const printer = new Printer(await openPress(work.press), work.site);
  for (;;) {
    const next = messages.shift();
    if (next === undefined) {
      await new Promise<void>((resolve) => (wake = resolve));
      continue;
    }
    if (next === 'end') break;
    for (const piece of next) await printer.print(piece);
    port.postMessage('printed');
  }
  projectStore().flush();
  port.postMessage(printer.prints());
  port.close();
}

/** What the threads of this process have in common. */
export function workOf(
  press: string,
  site: string,
  entries: Entries,
  published: readonly string[],
): Work {
  return { press, site, entries, published, session: currentSession(), code: codeDigest() };
}
