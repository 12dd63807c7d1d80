/** What was found before is what would be found now, whatever changed in between. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { takePart, type Work } from '#checks/ahead.ts';
import { newTurns } from '#checks/threads.ts';
import { checkContent } from '#checks/run.ts';
import { keepDocument, pageRecords, readCompiled } from '#corpus/compiled.ts';
import { compileEntry } from '#corpus/prose.ts';
import { readCorpus } from '#corpus/read.ts';
import { memoryStore, openStore, type Store } from '../../src/store/store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
const content = path.join(folder, 'content');
cpSync('tests/fixtures/content', content, { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(content, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(content, file), text.replace(from, to));
}

// Every store counts what it makes, so that nothing is kept in vain.
function counting(store: Store): { store: Store; made: () => string[] } {
  let names: string[] = [];
  return {
    store: {
      ...store,
      set: (name, key, text) => {
        names.push(name.replace(`${content}/`, '').replace('content/', ''));
        store.set(name, key, text);
      },
    },
    made: () => {
      const made = names.sort();
      names = [];
      return made;
    },
  };
}

const { store, made } = counting(memoryStore());

async function problems(today: string, kept?: Store, folderOf = content): Promise<string[]> {
  const result = await checkContent(folderOf, today, kept && { store: kept, aheadFrom: 100 });
  return [...result.problems, ...result.documents].map((found) =>
    JSON.stringify(
      'entry' in found
        ? {
            ...found,
            entry: found.entry.file,
            anchors: [...(found.anchors ?? [])],
            cited: [...found.cited],
          }
        : found,
    ),
  );
}

const day = '2026-06-01';
const steps: [name: string, change: () => void, today: string, made?: string[]][] = [
  ['at first', () => undefined, day],
  ['nothing', () => undefined, day, []],
  [
    'a sentence of an article',
    () => edit('articles/model.mdx', '## ', 'It cures anemia with 18 mg of iron.\n\n## '),
    day,
    ['diagnostics articles/model.mdx', 'file articles/model.mdx', 'looks articles/model.mdx'],
  ],
  [
    'a claim that articles cite',
    () => edit('claims/iron.yaml', 'certainty: strong', 'certainty: limited'),
    day,
  ],
  ['the day', () => undefined, '2027-07-01', []],
  ['the day again', () => undefined, day, []],
  ['a product', () => edit('products/iron-capsule.yaml', 'name:', 'exceptions: []\nname:'), day],
  [
    'a promise of it',
    () => edit('products/iron-capsule.yaml', 'fits: ', 'fits: It cures anemia. '),
    day,
  ],
  ['a line above it', () => edit('products/iron-capsule.yaml', 'name:', '# A line.\nname:'), day],
  ['a broken file', () => edit('claims/iron.yaml', 'id: iron-limit', 'id: Iron Limit'), day],
  [
    'a file that is mended',
    () => edit('claims/iron.yaml', 'id: Iron Limit', 'id: iron-limit'),
    day,
    [],
  ],
  [
    'a field that is no field',
    () => edit('articles/model.mdx', 'authors:', 'colour: red\nauthors:'),
    day,
  ],
];

test.each(steps)('after a change of %s', async (_name, change, today, expected) => {
  change();
  const found = await problems(today, store);
  const names = made();
  expect(expected ?? names).toEqual(names);
  expect(found).toEqual(await problems(today));
});

test('of many documents, on all cores', async () => {
  const many = path.join(folder, 'many/content');
  cpSync('tests/fixtures/content', many, { recursive: true });
  const model = readFileSync(path.join(many, 'articles/model.mdx'), 'utf8');
  for (let number = 0; number < 120; number += 1)
    writeFileSync(
      path.join(many, `articles/many-${number}.mdx`),
      // Every tenth is not sound.
      model.replace(/^title: .*/m, number % 10 === 0 ? 'titel: None' : `title: Number ${number}`),
    );
  const file = path.join(folder, 'many/kept.db');
  const found = await problems(day, openStore(file), many);
  expect(found).toEqual(await problems(day, undefined, many));
  const { store: kept, made: madeAgain } = counting(openStore(file));
  expect(await problems(day, kept, many)).toEqual(found);
  // What is not sound is not kept.
  expect(madeAgain()).toEqual([]);
}, 60_000);

test('on another thread', async () => {
  const file = path.join(folder, 'part.db');
  const directory = path.resolve('tests/fixtures/content');
  const articles = ['model', 'gone'].map((name) => path.join(directory, `articles/${name}.mdx`));
  const work: Work = {
    directory,
    keepsDocuments: true,
    store: file,
    files: articles.map((absolutePath) => ({ collection: 'articles', absolutePath })),
    turns: newTurns(articles.length),
  };
  await takePart(work);
  const names = [...new DatabaseSync(file).prepare('SELECT name FROM kept').iterate()].map(
    ({ name }) => String(name).replace(`${directory}/`, ''),
  );
  expect(names.filter((name) => name.endsWith('articles/model.mdx')).sort()).toEqual([
    'diagnostics content/articles/model.mdx',
    'document content/articles/model.mdx',
    'file articles/model.mdx',
    'index of content/articles/model.mdx',
    'looks content/articles/model.mdx',
  ]);
});

describe('what pages are made from', () => {
  test('is the same, kept or compiled', async () => {
    const corpus = await readCorpus(path.resolve('tests/fixtures/content'));
    const kept = memoryStore();
    const first = pageRecords(corpus, 'articles', kept);
    expect(pageRecords(corpus, 'articles', kept)).toEqual(first);
    const model = corpus.entries.articles.get('model');
    if (model === undefined) throw new Error('There is no model.');
    const { document } = compileEntry(model);
    const key = first.find(({ id }) => id === 'model')?.digest ?? '';
    expect(readCompiled(key, kept)).toEqual({ data: model.data, document });
    keepDocument(model, document, kept);
    expect(pageRecords(corpus, 'articles', kept)).toEqual(first);
  });

  test('leaves out what is not sound', async () => {
    const corpus = await readCorpus(path.resolve('tests/fixtures/content'));
    const ids = pageRecords(
      corpus,
      'articles',
      memoryStore(),
      new Set(['content/articles/model.mdx']),
    );
    expect(ids.map(({ id }) => id)).not.toContain('model');
  });
});
