/** Who looks at content again and again finds what a first look at the same files would find. */
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fatesOf } from '#checks/ledger.ts';
import { checkContent, type CheckResult } from '#checks/run.ts';
import { marksOf } from '#corpus/changes.ts';
import { collectionNames } from '#corpus/collections.ts';
import { pageRecords } from '#corpus/compiled.ts';
import { memoryStore } from '../../src/store/store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
const content = path.join(folder, 'content');
cpSync('tests/fixtures/content', content, { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const at = (file: string): string => path.join(content, file);
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(at(file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(file), text.replace(from, to));
}

const store = memoryStore();
const day = '2026-06-01';

/** All that commands make of a result, in words. */
function told(result: CheckResult, today: string, kept = store): unknown {
  const { corpus, documents, problems, exceptions, scheduled } = result;
  const { fresh, ...fates } = fatesOf(result, today);
  return JSON.parse(
    JSON.stringify([
      problems,
      documents.map(({ entry, anchors, cited, ...found }) => ({
        ...found,
        file: entry.file,
        anchors: [...(anchors ?? [])],
        cited: [...cited],
      })),
      exceptions.map(({ entry, ...one }) => [entry.file, one]),
      scheduled,
      fresh(),
      [...fates.moved],
      [...fates.gone],
      fates.lost,
      collectionNames.map((name) => pageRecords(corpus, name, kept)),
    ]),
  );
}

async function again(today: string): Promise<unknown> {
  const marks = await marksOf(content);
  return told(await checkContent(content, today, { store, keepsDocuments: true, marks }), today);
}

// In another folder nothing of it was ever read.
async function atFirst(today: string): Promise<unknown> {
  const copy = path.join(mkdtempSync(path.join(folder, 'first-')), 'content');
  cpSync(content, copy, { recursive: true });
  const own = memoryStore();
  return told(await checkContent(copy, today, { store: own, keepsDocuments: true }), today, own);
}

let whole = '';
const steps: [name: string, change: () => void, today?: string][] = [
  ['nothing', () => undefined],
  ['a sentence', () => edit('articles/model.mdx', '## ', 'It cures anemia with 18 mg.\n\n## ')],
  ['as many letters', () => edit('articles/model.mdx', 'cures anemia', 'heals anemia')],
  ['a heading', () => edit('articles/model.mdx', '## ', '## Newly ')],
  ['a question', () => edit('articles/model.mdx', 'question: ', 'question: Really, ')],
  ['a title that stands twice', () => copyFileSync(at('articles/model.mdx'), at('articles/m.mdx'))],
  ['a topic that stands twice', () => edit('articles/m.mdx', 'topics: [', 'topics: [iron, iron, ')],
  ['the other one is away', () => rmSync(at('articles/m.mdx'))],
  ['a letter without a face', () => edit('articles/model.mdx', 'title: ', 'title: ⇶ ')],
  ['a claim', () => edit('claims/iron.yaml', 'certainty: strong', 'certainty: limited')],
  ['a line above a claim', () => edit('claims/iron.yaml', '- id:', '# A line.\n- id:')],
  ['the name of a nutrient', () => edit('nutrients/iron.mdx', 'name: Iron', 'name: Ferrum')],
  ['the day', () => undefined, '2027-07-01'],
  ['an alias', () => edit('articles/second.mdx', 'title:', 'aliases: [/articles/m/]\ntitle:')],
  [
    'a file half written',
    () => {
      whole = readFileSync(at('articles/model.mdx'), 'utf8');
      writeFileSync(at('articles/model.mdx'), whole.slice(0, 300));
    },
  ],
  ['the rest of it', () => writeFileSync(at('articles/model.mdx'), whole)],
  ['another name', () => renameSync(at('articles/second.mdx'), at('articles/third.mdx'))],
  ['the old name', () => renameSync(at('articles/third.mdx'), at('articles/second.mdx'))],
  [
    'two that change places',
    () => {
      renameSync(at('articles/second.mdx'), at('between'));
      renameSync(at('articles/model.mdx'), at('articles/second.mdx'));
      renameSync(at('between'), at('articles/model.mdx'));
    },
  ],
  [
    'a file with the time of another',
    () => {
      edit('products/iron-capsule.yaml', 'name:', '# A line.\nname:');
      utimesSync(at('products/iron-capsule.yaml'), new Date(0), new Date(0));
    },
  ],
  ['a source', () => edit('sources/studies.json', '"title": "', '"title": "New: ')],
  ['no claims', () => rmSync(at('claims'), { recursive: true })],
];

test.each(steps)('after a change: %s', async (_name, change, today = day) => {
  change();
  expect(await again(today)).toEqual(await atFirst(today));
});

test('what is marked as it was is not read', async () => {
  const copyNamed = (name: string): string => {
    const copy = path.join(folder, name, 'content');
    cpSync('tests/fixtures/content', copy, { recursive: true });
    return copy;
  };
  const kept = memoryStore();
  await checkContent(copyNamed('warm'), day, { store: kept });
  const other = copyNamed('other');
  const marks = await marksOf(other);
  // What the store has of a file lets go of its text.
  const look = () => checkContent(other, day, { store: kept, marks });
  const first = told(await look(), day, kept);
  for (const file of ['claims/iron.yaml', 'articles/model.mdx', 'products/iron-capsule.yaml'])
    writeFileSync(path.join(other, file), 'Another text, of which no mark tells.');
  expect(told(await look(), day, kept)).toEqual(first);
});
