/** Ranking, synonyms, spelling and files over a few records. */
import { describe, expect, test } from 'vitest';
import { buildIndex } from '#search/build.ts';
import { fileOf, readPostings, writePostings } from '#search/postings.ts';
import { findRecords } from '#search/query.ts';
import type { Kind, SearchRecord, Synonyms } from '#search/record.ts';
import { readerOf } from './site.ts';

function record(kind: Kind, title: string, more: Partial<SearchRecord> = {}): SearchRecord {
  return {
    kind,
    title,
    aliases: [],
    lead: '',
    body: '',
    card: { title, href: `/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}/` },
    ...more,
  };
}

const records: SearchRecord[] = [
  record('answers', 'What stops a cramp?', {
    body: 'Stretch the muscle.',
    answer: ['Stretch the muscle.', 'Then walk.'],
  }),
  record('answers', 'Does iron make me faster?', { body: 'Iron, iron and iron.' }),
  record('articles', 'Iron in training', { article: 0, lead: 'Low stores and tiredness' }),
  record('articles', 'How to test', { article: 0, isSection: true, body: 'Ferritin in blood' }),
  record('articles', 'Cramps', { article: 1, lead: 'What trials say' }),
  record('nutrients', 'Iron', { aliases: ['Fe'] }),
  record('nutrients', 'Magnesium'),
  record('terms', 'Ferritin', { aliases: ['serum ferritin'] }),
  record('terms', 'Fatigue'),
  record('evidence', 'Iron eased fatigue in women', { lead: 'iron' }),
];
const synonyms: Synonyms = {
  equal: [['stores', 'iron in the blood bank']],
  also: [{ of: ['exhausted', 'no energy'], look: ['fatigue'] }],
};
const index = buildIndex(records, synonyms);
const read = readerOf(index);
const titles = async (query: string, isExact = false): Promise<string[]> =>
  (await findRecords(query, read, isExact)).groups.flatMap(({ hits }) =>
    hits.map(({ title }) => title),
  );

describe('what is found', () => {
  test('a whole title comes before whatever says more of it', async () => {
    expect((await titles('iron'))[0]).toBe('Iron');
    expect((await titles('Fe'))[0]).toBe('Iron');
    expect((await titles('serum ferritin'))[0]).toBe('Ferritin');
  });

  test('of an article the part that fits best, once', async () => {
    const { groups } = await findRecords('ferritin blood', read);
    const articles = groups.find(({ kind }) => kind === 'articles');
    expect(articles?.hits.map(({ title }) => title)).toEqual(['How to test']);
  });

  test('the best answer comes whole, the others do not', async () => {
    const { groups } = await findRecords('what stops cramps', read);
    const [first] = groups.find(({ kind }) => kind === 'answers')?.hits ?? [];
    expect(first?.answer).toEqual(['Stretch the muscle.', 'Then walk.']);
  });

  test('what is sold stands behind what is known, unless it is asked for by its name', async () => {
    const kindsOf = async (query: string): Promise<Kind[]> =>
      (
        await findRecords(
          query,
          readerOf(
            buildIndex(
              [
                record('products', 'Salt caps', { aliases: ['Saltex'], body: 'Salt, salt, salt' }),
                record('evidence', 'Salt and salt', { lead: 'Salt', body: 'salt' }),
                record('articles', 'A day in the heat', { article: 0, body: 'Salt is lost.' }),
                record('answers', 'What to drink?', {
                  body: 'Water with salt by Saltex.',
                  answer: ['Water.'],
                }),
              ],
              { equal: [], also: [] },
            ),
          ),
        )
      ).groups.map(({ kind }) => kind);
    expect((await kindsOf('salt')).slice(-2)).toEqual(['products', 'evidence']);
    expect((await kindsOf('saltex'))[0]).toBe('products');
  });

  test('where more words are lost than name something here, nothing is found by chance', async () => {
    expect(await titles('muscle faxqua')).toEqual([]);
    expect(await titles('iron faxqua')).toContain('Iron');
    expect(await titles('iron faxqua gluzor')).toEqual([]);
    expect(await titles('exhausted faxqua')).toContain('Fatigue');
    expect(await titles('how much iron per 12 faxqua')).toContain('Iron');
  });

  test('beginnings of words, while one types', async () => {
    expect(await titles('magn')).toContain('Magnesium');
    expect(await titles('ma')).toEqual([]);
  });

  test('a slip is mended and said, or left when that is wanted', async () => {
    const mended = await findRecords('feritin', read);
    expect(mended.instead).toBe('ferritin');
    expect(mended.groups[0]?.hits[0]?.title).toBe('Ferritin');
    expect(await findRecords('feritin', read, true)).toEqual({ groups: [], instead: undefined });
  });

  test('equal words lead both ways, others one way', async () => {
    expect(await titles('exhausted')).toContain('Fatigue');
    expect(await titles('no energy')).toContain('Fatigue');
    expect(await titles('iron in the blood bank')).toContain('Iron in training');
    expect(await titles('exhuasted')).toContain('Fatigue');
  });

  test.each(['', '   ', '?', 'what is it', '<b>', '\u0000', 'x'.repeat(500)])(
    'nothing for %j',
    async (query) => expect(await titles(query)).toEqual([]),
  );

  test('names of what every object has are words like others', async () => {
    for (const query of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(await titles(query)).toEqual([]);
  });
});

describe('the files', () => {
  test('postings are read as they were written, the best first', () => {
    const postings = [
      { doc: 7, impact: 3 },
      { doc: 2, impact: 9 },
      { doc: 5, impact: 3 },
    ];
    expect(writePostings(postings)).toEqual([9, 1, 2, 3, 2, 5, 2]);
    expect([...readPostings(writePostings(postings))]).toEqual([
      [2, 9],
      [5, 3],
      [7, 3],
    ]);
  });

  test('a word lies in the file with the longest beginning', () => {
    const names = new Set(['fe', 'fer', 'ferr', 'z']);
    expect(fileOf('ferritin', names)).toBe('ferr');
    expect(fileOf('ferment', names)).toBe('fer');
    expect(fileOf('fe', names)).toBe('fe');
    expect(fileOf('zinc', names)).toBe('z');
    expect(fileOf('calcium', names)).toBeUndefined();
  });

  test('every word of a large index is found in its file, none too large to fetch', async () => {
    const many = Array.from({ length: 4000 }, (_, number) =>
      record('terms', `fe${number.toString(26).replaceAll(/\d/g, 'q')}x${number}`, {
        body: 'shared words of all',
      }),
    );
    const large = buildIndex(many, { equal: [], also: [] });
    const open = readerOf(large);
    for (const number of [0, 1, 999, 3999]) {
      const { groups } = await findRecords(many[number]?.title ?? '', open);
      expect(groups[0]?.hits[0]?.title).toBe(many[number]?.title);
    }
    expect(Math.max(...[...large.files.values()].map((text) => text.length))).toBeLessThan(160_000);
  });

  test('the same records have the same name, others another', () => {
    expect(buildIndex(records, synonyms).version).toBe(index.version);
    expect(buildIndex(records.slice(1), synonyms).version).not.toBe(index.version);
  });
});
