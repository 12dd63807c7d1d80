/** Validates pages with html-validate, each content of a page once: what was valid is remembered. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ConfigData } from 'html-validate';
import { z } from 'zod';
import { packageDigest } from './package-digest.ts';

/** A place at which a page is not valid HTML. */
export interface HtmlFinding {
  line: number;
  column: number;
  message: string;
}

const config: ConfigData = {
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
const pagesPerWorker = 50;

/**
 * What is wrong with pages, by file; valid ones are left out.
 * @param pages digest of each page by its absolute path
 * @param store file in which digests of valid pages are kept from one build to the next
 */
export async function validateHtml(
  pages: ReadonlyMap<string, string>,
  store: string,
): Promise<Map<string, HtmlFinding[]>> {
  const key = await validatorKey();
  const known = await readKnown(store, key);
  const unknown = [...pages.keys()].filter((file) => !known.has(pages.get(file) ?? ''));
  const count = Math.min(availableParallelism(), Math.ceil(unknown.length / pagesPerWorker));
  const shares = Array.from({ length: count }, (_, worker) =>
    unknown.filter((_file, index) => index % count === worker),
  );
  const results = await Promise.all(shares.map(validateFiles));
  const invalid = new Map(
    shares.flatMap((files, worker) =>
      files.flatMap((file, index): [string, HtmlFinding[]][] => {
        const findings = results[worker]?.[index] ?? [];
        return findings.length === 0 ? [] : [[file, findings]];
      }),
    ),
  );
  const valid = [...pages].filter(([file]) => !invalid.has(file)).map(([, digest]) => digest);
  await writeKnown(store, key, valid);
  return invalid;
}

function validateFiles(files: string[]): Promise<HtmlFinding[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(validator, {
      workerData: { config, files },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const storeSchema = z.object({ key: z.string(), valid: z.array(z.string()) });

async function readKnown(store: string, key: string): Promise<ReadonlySet<string>> {
  try {
    const cache = storeSchema.parse(JSON.parse(await readFile(store, 'utf8')));
    return new Set(cache.key === key ? cache.valid : []);
  } catch {
    // A file that a killed build left half written, or that is none, is no worse than none.
    return new Set();
  }
}

async function writeKnown(store: string, key: string, valid: string[]): Promise<void> {
  try {
    await mkdir(path.dirname(store), { recursive: true });
    await writeFile(store, JSON.stringify({ key, valid }));
  } catch {
    // What cannot be remembered is looked at again.
  }
}

// Another configuration or other code of the validator may find what this one did not.
async function validatorKey(): Promise<string> {
  return createHash('sha256')
    .update(
      JSON.stringify([
        process.version,
        config,
        packageDigest('html-validate', import.meta.filename),
      ]),
    )
    .update(await readFile(validator))
    .digest('hex');
}

/** Digest of a page. */
export function digestOf(html: string): string {
  return createHash('sha256').update(html).digest('base64');
}
