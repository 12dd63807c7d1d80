/** Validates pages with html-validate, each shape of their pieces once: what was valid is remembered. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ConfigData } from 'html-validate';
import { keyOf } from '../../corpus/read.ts';
import { codeDigest } from '../../store/code.ts';
import type { Store } from '../../store/store.ts';
import { leastOf, type PageShapes, type Shape } from './shapes.ts';

/** A place at which a page is not valid HTML. */
export interface HtmlFinding {
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
const textsPerWorker = 200;

/**
 * What is wrong with pages, by file; valid ones are left out.
 *
 * html-validate sees each shape once, see `shapes.ts`; of pages it sees those that are odd, and those
 * with a shape that is not valid by itself, to say where.
 * @param pages what each page consists of, by its name
 * @param shapes all that they consist of
 * @param read gives the HTML of a page
 * @param store keeps which shapes were valid
 */
export async function validateHtml(
  pages: ReadonlyMap<string, PageShapes>,
  shapes: readonly Shape[],
  read: (file: string) => Promise<string>,
  store: Store,
): Promise<Map<string, HtmlFinding[]>> {
  const keys = shapes.map(({ above, html }) => `shape ${keyOf([codeDigest(), ...above, html])}`);
  // Undefined of what was not tried yet.
  const isBad = keys.map((key) => {
    const kept = store.get(key);
    return kept === undefined ? undefined : kept === 'bad';
  });
  const untried = [...keys.keys()].filter((place) => isBad[place] === undefined);
  const tried = await validateTexts(untried.flatMap((place) => documentOf(shapes[place])));
  for (const [index, place] of untried.entries()) {
    const bad = (tried[index] ?? []).length > 0;
    isBad[place] = bad;
    const key = keys[place] ?? '';
    store.set(key, key, bad ? 'bad' : 'valid');
  }
  const whole = [...pages].filter(
    ([, { isOdd, shapes: own }]) => isOdd || [...own].some((place) => isBad[place] === true),
  );
  const texts = await Promise.all(whole.map(([file]) => read(file)));
  const found = await validateTexts(texts);
  return new Map(
    whole.flatMap(([file], index): [string, HtmlFinding[]][] => {
      const findings = found[index] ?? [];
      return findings.length === 0 ? [] : [[file, findings]];
    }),
  );
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

async function validateTexts(texts: readonly string[]): Promise<HtmlFinding[][]> {
  const count = Math.min(availableParallelism(), Math.ceil(texts.length / textsPerWorker));
  const shares = Array.from({ length: count }, (_, worker) =>
    texts.filter((_text, index) => index % count === worker),
  );
  const results = await Promise.all(shares.map(validateShare));
  return texts.map((_text, index) => results[index % count]?.[Math.floor(index / count)] ?? []);
}

function validateShare(texts: string[]): Promise<HtmlFinding[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(validator, { workerData: { config: htmlConfig, texts } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
