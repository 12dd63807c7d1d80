/**
 * Looks at the files of a built site one by one, on all cores: what is wrong with each by itself, and
 * what the others are looked at with.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineIndex } from '../../document/line-index.ts';
import { siteUrl } from '../../environment.ts';
import type { Problem } from '../../problem.ts';
import { routes } from '../../routes.ts';
import { keyOf, memoryStore, openStore, type Store } from '../../store/store.ts';
import { besideThreads, newTurns, takeTurns, type Turns } from '../threads.ts';
import { foldSpace } from './built-page.ts';
import { outsideLinkChecks, type OutsideLinkTerms } from './outside-links.ts';
import { addressOfFile, factsText, pageFacts } from './page-facts.ts';
import { foreignDiagnostics, pageDiagnostics } from './page-rules.ts';
import { outputRules, toProblem, type OutputDiagnostic as Diagnostic } from './rules.ts';
import { noShapes, numberOf, type PageShapes, type Shape, type Shapes } from './shapes.ts';
import { takePageApart } from './take-apart.ts';
import { foreignInStyle } from './third-parties.ts';

/** Pages from which on a thread more is worth the second that it needs to be as quick as the first. */
const fewest = 3000;
/** Files that a thread takes at once. */
const handful = 50;

const thread = new URL('examine-thread.ts', import.meta.url);

/** What decides what is wrong with a file by itself, as plain data. */
export interface Terms {
  /** Folder of the site. */
  directory: string;
  /** Addresses that no file may name. */
  hidden: string[];
  links: OutsideLinkTerms;
  /** Changes with everything that a page's facts are made of, but for the page. */
  rules: string;
}

/** What was found in a file. */
export interface Examined {
  problems: Problem[];
  page?: PageLook;
}

/** What a page gave. */
export interface PageLook {
  digest: string;
  /** As text, see `page-facts.ts`. */
  facts: string;
  /** What it consists of; undefined where that was found valid before. */
  shapes?: PageShapes;
}

/** Name of what is kept of a page. */
export function factsKey(rules: string, file: string, digest: string): string {
  return `page ${keyOf([rules, addressOfFile(file), digest])}`;
}

/** Looks at files in this thread. */
class Examiner {
  readonly #terms: Terms;
  readonly #store: Store;
  readonly #shapes: Shapes;
  readonly #links: ReturnType<typeof outsideLinkChecks>;

  /**
   * @param store has what earlier pages gave
   * @param shapes gathers those of all pages
   */
  constructor(terms: Terms, store: Store, shapes: Shapes) {
    this.#terms = terms;
    this.#store = store;
    this.#shapes = shapes;
    this.#links = outsideLinkChecks(terms.links);
  }

  look(file: string): Examined {
    const { hidden, directory } = this.#terms;
    const bytes = readFileSync(path.join(directory, file));
    const found: Diagnostic[] = hidden.some((address) => bytes.includes(address))
      ? findUnpublished(bytes.toString(), hidden)
      : [];
    let page: PageLook | undefined;
    if (file.endsWith('.html')) page = this.#lookAtPage(file, bytes, found);
    else if (this.#links.maySell(bytes)) {
      const text = bytes.toString();
      found.push(...this.#links.findUnsaid(text, { raw: text, text: foldSpace(text) }));
    }
    if (file.endsWith('.css')) {
      const text = bytes.toString();
      const foreign = foreignInStyle(text).map((address) => ({
        address,
        at: text.indexOf(address),
      }));
      found.push(...foreignDiagnostics({ foreign }));
    }
    return {
      problems: found.length === 0 ? [] : problemsIn(file, bytes.toString(), found),
      ...(page !== undefined && { page }),
    };
  }

  #lookAtPage(file: string, bytes: Buffer, found: Diagnostic[]): PageLook {
    const digest = hash('blake2b512', bytes);
    const kept = this.#store.get(factsKey(this.#terms.rules, file, digest));
    if (kept !== undefined) return { digest, facts: kept };
    const text = bytes.toString();
    const address = addressOfFile(file);
    const { page, shapes } = takePageApart(text, this.#shapes);
    found.push(...pageDiagnostics(page, address));
    // What the gallery shows is made up: its entries have no pages.
    if (address !== routes.gallery())
      found.push(...this.#links.find(page.links), ...this.#links.findUnsaid(text, page));
    // A page that only sends on has no frame of ours.
    return {
      digest,
      facts: factsText(pageFacts(page, address)),
      shapes: page.isRedirect ? noPieces : shapes,
    };
  }
}

const noPieces: PageShapes = { isOdd: false, shapes: new Uint32Array() };

function problemsIn(file: string, text: string, found: readonly Diagnostic[]): Problem[] {
  const lines = new LineIndex(text);
  return found.map(({ rule, at, message }) => toProblem(file, rule, lines.position(at), message));
}

// By its address alone: the words of a title, such as "Vitamin B12", may stand anywhere.
function findUnpublished(text: string, hidden: readonly string[]): Diagnostic[] {
  const site = siteUrl();
  return hidden.flatMap((address): Diagnostic[] => {
    for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
      // On another host, or the end of a longer path, it is another page's.
      const isOurs = !/[\w.~%:-]/.test(text.charAt(at - 1)) || text.slice(0, at).endsWith(site);
      const message = `the file names ${address}, which is not published.`;
      if (isOurs) return [{ rule: outputRules.unpublished, at, message }];
    }
    return [];
  });
}

/** What the threads of an examination share. */
export interface Work {
  terms: Terms;
  /** File of the store. */
  store: string | undefined;
  files: readonly string[];
  turns: Turns;
}

/** What a thread found in a handful of files. */
interface Handful {
  first: number;
  examined: Examined[];
  /** Shapes that it met for the first time: the next ones of its own count. */
  shapes: Shape[];
}

/**
 * Looks at files.
 * @param store has what earlier pages gave
 * @param shapes gathers those of all pages
 * @param went is told each time that a handful was looked at
 * @returns what was found, file by file
 */
export async function examine(
  terms: Terms,
  files: readonly string[],
  store: Store,
  shapes: Shapes,
  went: () => void,
  threadsFrom = fewest,
): Promise<Examined[]> {
  const found: Examined[] = [];
  const add = ({ first, examined }: Pick<Handful, 'first' | 'examined'>): void => {
    examined.forEach((one, index) => (found[first + index] = one));
    went();
  };
  const work: Work = { terms, store: store.file, files, turns: newTurns(files.length) };
  const own = (): Promise<void> => takePart(work, new Examiner(terms, store, shapes), add);
  const pages = files.filter((file) => file.endsWith('.html')).length;
  if (pages < threadsFrom) {
    await own();
    return found;
  }
  // What was set and is not written yet the others do not find.
  store.flush();
  const others = await besideThreads(thread, work, own, () => hearing(shapes, add));
  const broken = others.find((other) => other.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  const missing = files.findIndex((_file, index) => found[index] === undefined);
  if (missing !== -1) throw new Error(`Nothing was told of ${files[missing]}.`);
  return found;
}

// What a thread tells, its shapes with their numbers here.
function hearing(shapes: Shapes, add: (found: Handful) => void): (told: Handful) => void {
  // By its own number.
  const numbers: number[] = [];
  return (told) => {
    for (const shape of told.shapes) numbers.push(numberOf(shape, shapes));
    for (const { page } of told.examined)
      if (page?.shapes !== undefined)
        page.shapes.shapes = page.shapes.shapes.map((own) => numbers[own] ?? 0);
    add(told);
  };
}

/** What another thread does of the work. */
export async function help(work: Work, tell: (handful: Handful) => void): Promise<void> {
  const store = work.store === undefined ? memoryStore() : openStore(work.store);
  const shapes = noShapes();
  let told = 0;
  await takePart(work, new Examiner(work.terms, store, shapes), (found) => {
    tell({ ...found, shapes: shapes.list.slice(told) });
    told = shapes.list.length;
  });
  store.flush();
}

function takePart(
  { files, turns }: Work,
  examiner: Examiner,
  add: (found: Pick<Handful, 'first' | 'examined'>) => void,
): Promise<void> {
  return takeTurns(turns, handful, (first, end) =>
    add({ first, examined: files.slice(first, end).map((file) => examiner.look(file)) }),
  );
}
