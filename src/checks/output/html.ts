/** Validates pages with html-validate, each shape of their pieces once: what was valid is remembered. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ConfigData } from 'html-validate';
import { codeDigest } from '../../store/code.ts';
import { keyOf, type Store } from '../../store/store.ts';
import { leastOf, type PageShapes, type Shape } from './shapes.ts';

/** A place at which a page is not valid HTML. */
export interface HtmlDiagnostic {
  line: number;
  column: number;
  message: string;
}

/** How pages are validated. */
export const htmlConfig: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A title is the article's own, of which the schema allows 80 characters, and the site's name.
    'long-title': 'off',
    // A wide table scrolls in a labelled region; a <section> would need a heading.
    'prefer-native-element': 'off',
    // An id may begin with a digit since HTML5, and a term such as 25(OH)D does.
    'valid-id': ['error', { relaxed: true }],
    // Takes more time than all other rules together; the browser tests look at landmarks with axe.
    'unique-landmark': 'off',
    // Whether a header needs a scope hangs on the whole table, of which a shape is a part: each has one.
    'wcag/h63': ['error', { strict: true }],
    // The tools answer while one types, and send nothing: there is nothing to submit.
    'wcag/h32': 'off',
  },
};

const validator = new URL('./validator.ts', import.meta.url);
const shapesAtOnce = 100;
/** Shapes in one document at most: to set up the rules takes as long as to look at twenty of them. */
const shapesTogether = 50;
const pagesPerWorker = 200;

/** Validates pages while others are still taken apart. */
export interface HtmlValidation {
  /** Sends off the shapes that were met since the last time, once they are many. */
  go: () => void;
  /**
   * What is wrong with pages, by file; valid ones are left out.
   * @param pages what each page consists of, by its name
   * @param read gives the HTML of a page
   */
  diagnostics: (
    pages: ReadonlyMap<string, PageShapes>,
    read: (file: string) => string,
  ) => Promise<Map<string, HtmlDiagnostic[]>>;
}

interface Untried {
  place: number;
  key: string;
  shape: Shape;
}

/**
 * Begins to validate pages.
 *
 * html-validate sees each shape once, see `shapes.ts`; of pages it sees those that are odd, and those
 * with a shape that is not valid by itself, to say where.
 * @param shapes all that they consist of; grows
 * @param store keeps which shapes were valid
 * @param given a thread of the caller's, which stays; without one, one is started where it is needed
 */
export function validateHtml(
  shapes: readonly Shape[],
  store: Store,
  given?: HtmlWorker,
): HtmlValidation {
  let started: HtmlWorker | undefined;
  const worker = (): HtmlWorker => given ?? (started ??= startWorker());
  const isBad: boolean[] = [];
  const answers: Promise<void>[] = [];
  const badOf = async (groups: readonly Untried[][]): Promise<Untried[]> => {
    const texts = groups.map((group) => documentOf(group.map(({ shape }) => shape)));
    const found = await worker().validate(texts);
    return groups.filter((_group, index) => (found[index] ?? []).length > 0).flat();
  };
  const look = async (untried: readonly Untried[]): Promise<void> => {
    // Where several are not valid together, one by one says which of them.
    const doubtful = await badOf(together(untried));
    const bad = new Set(doubtful.length === 0 ? [] : await badOf(doubtful.map((one) => [one])));
    for (const one of untried) {
      isBad[one.place] = bad.has(one);
      store.set(one.key, one.key, bad.has(one) ? 'bad' : 'valid');
    }
  };
  const send = (): void => {
    const untried: Untried[] = [];
    for (const shape of shapes.slice(isBad.length)) {
      const key = `shape ${keyOf([codeDigest(), ...shape.above, shape.html])}`;
      const kept = store.get(key);
      const place = isBad.push(kept === 'bad') - 1;
      if (kept === undefined) untried.push({ place, key, shape });
    }
    if (untried.length > 0) answers.push(look(untried));
  };
  return {
    go: () => {
      if (shapes.length - isBad.length >= shapesAtOnce) send();
    },
    diagnostics: async (pages, read) => {
      try {
        send();
        await Promise.all(answers);
        const whole = [...pages].filter(
          ([, { isOdd, shapes: own }]) => isOdd || [...own].some((place) => isBad[place] === true),
        );
        if (whole.length === 0) return new Map();
        const texts = whole.map(([file]) => read(file));
        const found = await validateAll(texts, worker());
        return new Map(
          whole
            .map(([file], index): [string, HtmlDiagnostic[]] => [file, found[index] ?? []])
            .filter(([, diagnostics]) => diagnostics.length > 0),
        );
      } finally {
        started?.end();
      }
    },
  };
}

// Shapes that one document can hold: under the same main element, or the same body.
function together(untried: readonly Untried[]): Untried[][] {
  const groups = new Map<string, Untried[]>();
  for (const one of untried) {
    const frame = one.shape.above.slice(0, depthOf(one.shape)).join('');
    const key = frame === '' ? one.key : frame;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / shapesTogether) }, (_, number) =>
      group.slice(number * shapesTogether, (number + 1) * shapesTogether),
    ),
  );
}

/**
 * How many of the elements that a shape stands in hold anything any number of times; 0 where it has
 * to stand alone. What a rule says of a shape below them, it says beside others, too: its ancestors are
 * its own, nothing there refers to an id that another has, and no comment switches a rule off.
 */
function depthOf({ above, html }: Shape): number {
  if (nameOf(html) === 'main') return 0;
  const main = above.findIndex((start) => nameOf(start) === 'main');
  return main === -1 && nameOf(above[1] ?? '') === 'body' ? 2 : main + 1;
}

function nameOf(html: string): string {
  return /^<([\w-]+)/.exec(html)?.[1] ?? '';
}

// The least page with these shapes in it, in which each id stands once.
function documentOf(shapes: readonly Shape[]): string {
  const [first = { above: [], html: '' }] = shapes;
  const depth = shapes.length === 1 ? 0 : depthOf(first);
  const inside = shapes.map((shape) => within(shape.above.slice(depth), shape.html)).join('');
  let number = 0;
  const named = within(first.above.slice(0, depth), inside).replaceAll(
    ' id="#"',
    () => ` id="i${(number += 1)}"`,
  );
  return `<!DOCTYPE html>${named}`;
}

function within(above: readonly string[], html: string): string {
  if (above.length === 0) return html;
  const names = above.map(nameOf);
  const own = nameOf(html);
  const opened = above.map((start, index) => {
    const name = names[index] ?? '';
    const least = own === 'summary' || own === 'legend' ? '' : leastOf(name);
    const head = name === 'html' && own !== 'head' ? '<head><title>x</title></head>' : '';
    return start + head + (index === above.length - 1 ? least : leastOf(name));
  });
  const body = own === 'head' ? '<body></body>' : '';
  const closed = names.toReversed().map((name) => `${name === 'html' ? body : ''}</${name}>`);
  return opened.join('') + html + closed.join('');
}

// On every core where they are many: a site with one mistake on all pages.
async function validateAll(
  texts: readonly string[],
  first: HtmlWorker,
): Promise<HtmlDiagnostic[][]> {
  const count = Math.min(availableParallelism(), Math.ceil(texts.length / pagesPerWorker));
  const others = Array.from({ length: count - 1 }, startWorker);
  const results = await Promise.all(
    [first, ...others].map((worker, number) =>
      worker.validate(texts.filter((_text, index) => index % count === number)),
    ),
  );
  others.forEach((worker) => worker.end());
  return texts.map((_text, index) => results[index % count]?.[Math.floor(index / count)] ?? []);
}

/** A thread with html-validate in it. */
export interface HtmlWorker {
  validate: (texts: readonly string[]) => Promise<HtmlDiagnostic[][]>;
  end: () => void;
}

/** Starts a thread with html-validate in it. */
export function startWorker(): HtmlWorker {
  const worker = new Worker(validator, { workerData: htmlConfig });
  // It answers in the order in which it is asked, and holds nobody up that asked nothing.
  const waiting: PromiseWithResolvers<HtmlDiagnostic[][]>[] = [];
  worker.unref();
  worker.on('message', (found: HtmlDiagnostic[][]) => {
    waiting.shift()?.resolve(found);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting) reject(error);
  });
  return {
    validate: (texts) => {
      const answer = Promise.withResolvers<HtmlDiagnostic[][]>();
      waiting.push(answer);
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have no origin
      worker.postMessage(texts);
      return answer.promise;
    },
    end: () => void worker.terminate(),
  };
}
