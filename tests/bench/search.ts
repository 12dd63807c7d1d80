/** Makes the search index of generated articles in a process of its own, and asks it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Document } from '#document/document.ts';
import { byId } from '#library/join.ts';
import { listsOf } from '#library/lists.ts';
import type { Library } from '#library/records.ts';
import { buildIndex } from '#search/build.ts';
import { findRecords } from '#search/query.ts';
import { searchRecords, type Documents } from '#search/records.ts';
import { readerOf, siteOf } from '../search/site.ts';

const [folder = '', count = '0', report = ''] = process.argv.slice(2);
const { library, documents } = await siteOf(path.resolve(folder), '2026-11-25');
const [model] = [...library.articles.values()];
if (model === undefined) throw new Error('There is no article to generate others from.');
const whole = JSON.stringify(documents.article(model));

// Words that nobody wrote, the first ones often and the others seldom, as in any language.
let seed = 7;
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}
const syllables = ['ba', 'cor', 'den', 'fi', 'gul', 'hem', 'jo', 'kla', 'mi', 'nor', 'pe', 'sta'];
function madeUp(): string {
  let number = Math.floor(60_000 ** random());
  // Under all letters, as words are, and like none of a language.
  let word = `${'bcdfghklmnprstvwz'.charAt(number % 17)}x`;
  do {
    word += syllables[number % 12] ?? '';
    number = Math.floor(number / 12);
  } while (number > 0);
  return word;
}

const articles = Array.from({ length: Number(count) }, (_, number) => ({
  ...model,
  id: `generated-${number}`,
  key: String(number),
  data: {
    ...model.data,
    title: `${madeUp()} and ${madeUp()} for runners, ${number}`,
    questions: model.data.questions.map((question) => ({
      ...question,
      id: `${question.id}-${number}`,
      question: `${question.question.replace('?', '')} with ${madeUp()}?`,
    })),
  },
}));
const many = { ...library, articles: byId(articles) };
const large: Library = { ...many, ...listsOf(many) };
// As from the store: a text for each.
const article: Documents['article'] = () => {
  const document = JSON.parse(
    whole.replaceAll('</p>', () => ` ${madeUp()} ${madeUp()} ${madeUp()} ${madeUp()}.</p>`),
  ) as Document;
  for (const heading of document.headings) heading.text += ` ${madeUp()}`;
  return document;
};

const before = performance.now();
const records = searchRecords(large, { ...documents, article });
const between = performance.now();
const index = buildIndex(records, library.synonyms);
const after = performance.now();
const letters = [...index.files.values()].reduce((sum, text) => sum + text.length, 0);
const queries = [
  'ferritin',
  'feritin',
  'how much iron do i need',
  'magnesium cramps at night',
  'why am i always tired',
  'vitamin d and stress fractures',
  'salt tablets',
];
const asked: Record<string, { files: number; bytes: number }> = {};
for (const query of queries) {
  const names: string[] = [];
  await findRecords(query, readerOf(index, names));
  asked[query] = {
    files: names.length,
    bytes: names.reduce(
      (sum, name) => sum + brotliCompressSync(index.files.get(name) ?? '').length,
      0,
    ),
  };
}
writeFileSync(
  report,
  JSON.stringify({
    records: records.length,
    files: index.files.size,
    megabytes: Math.round(letters / 1e5) / 10,
    recordSeconds: Math.round(between - before) / 1000,
    indexSeconds: Math.round(after - between) / 1000,
    asked,
  }),
);
