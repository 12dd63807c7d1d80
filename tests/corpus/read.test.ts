/** What was read is known again by where it lies. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from '#corpus/read.ts';
import { memoryStore } from '../../src/store/store.ts';

test('the same bytes in another folder are read in that folder', async () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  const contentIn = (name: string): string => path.join(parent, name, 'content');
  for (const name of ['past', 'now'])
    cpSync('tests/fixtures/content', contentIn(name), { recursive: true });
  const article = path.join(contentIn('past'), 'articles/model.mdx');
  const text = readFileSync(article, 'utf8');
  const store = memoryStore();
  // What the store has of a file lets go of its text, which is read again when somebody asks.
  for (const one of [text, `${text}\nMore.\n`, text]) {
    writeFileSync(article, one);
    await readCorpus(contentIn('past'), { store });
  }
  rmSync(path.join(parent, 'past'), { recursive: true });
  const { entries } = await readCorpus(contentIn('now'), { store });
  expect(entries.articles.get('model')?.text()).toBe(text);
  rmSync(parent, { recursive: true });
});
