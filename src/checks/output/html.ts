/** Validates pages with html-validate, each shape of their pieces once: what was valid is remembered. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ConfigData } from 'html-validate';
import { keyOf } from '../../corpus/read.ts';
import { codeDigest } from '../../store/code.ts';
import type { Store } from '../../store/store.ts';
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
    // The tools answer while one types, and send nothing: there is nothing to submit.
    'wcag/h32': 'off',
  },
};

const validator = new URL('./validator.ts', import.meta.url);
const shapesAtOnce = 100;
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
    read: (file: string) => Promise<string>,
  ) => Promise<Map<string, HtmlDiagnostic[]>>;
}

/**
 * Begins to validate pages.
 *
 * html-validate sees each shape once, see `shapes.ts`; of pages it sees those that are odd, and those
 * with a shape that is not valid by itself, to say where.
 * @param shapes all that they consist of; grows
 * @param store keeps which shapes were valid
 */
export function validateHtml(shapes: readonly Shape[], store: Store): HtmlValidation {
  let started: HtmlWorker | undefined;
  const worker = (): HtmlWorker => (started ??= startWorker());
  const isBad: boolean[] = [];
  const answers: Promise<void>[] = [];
  const send = (): void => {
    const untried: { place: number; key: string; html: string }[] = [];
    for (const shape of shapes.slice(isBad.length)) {
      const key = `shape ${keyOf([codeDigest(), ...shape.above, shape.html])}`;
      const kept = store.get(key);
      const place = isBad.push(kept === 'bad') - 1;
      if (kept === undefined) untried.push({ place, key, html: documentOf(shape) });
    }
    if (untried.length > 0)
      answers.push(
        worker()
          .validate(untried.map(({ html }) => html))
          .then((found) => {
            for (const [index, { place, key }] of untried.entries()) {
              isBad[place] = (found[index] ?? []).length > 0;
              store.set(key, key, isBad[place] ? 'bad' : 'valid');
            }
          }),
      );
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
        const texts = await Promise.all(whole.map(([file]) => read(file)));
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

// The least page with a shape in it, in which each id stands once.
function documentOf(shape: Shape | undefined): string {
  const { above, html } = shape ?? { above: [], html: '' };
  let number = 0;
  const named = (text: string): string =>
    text.replaceAll(' id="#"', () => ` id="i${(number += 1)}"`);
  if (above.length === 0) return `<!DOCTYPE html>${named(html)}`;
  const names = above.map((start) => /^<([\w-]+)/.exec(start)?.[1] ?? '');
  const own = /^<([\w-]+)/.exec(html)?.[1] ?? '';
  const opened = above.map((start, index) => {
    const name = names[index] ?? '';
    const least = own === 'summary' || own === 'legend' ? '' : leastOf(name);
    const head = name === 'html' && own !== 'head' ? '<head><title>x</title></head>' : '';
    return start + head + (index === above.length - 1 ? least : leastOf(name));
  });
  const body = own === 'head' ? '<body></body>' : '';
  const closed = names.toReversed().map((name) => `${name === 'html' ? body : ''}</${name}>`);
  return `<!DOCTYPE html>${named(opened.join('') + html + closed.join(''))}`;
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

interface HtmlWorker {
  validate: (texts: readonly string[]) => Promise<HtmlDiagnostic[][]>;
  end: () => void;
}

function startWorker(): HtmlWorker {
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
