/** What a library lists under ids, and that a page which asks for a list has looked at nothing else. */
import { describe, expect, test } from 'vitest';
import type { Loaded } from '#library/join.ts';
import { need, type Library, type RecordOf } from '#library/records.ts';
import { digestAt, newTrace, traced, type Trace } from '#library/trace.ts';
import { articleIndexSchema } from '#schemas/article.ts';
import { seriesSchema } from '#schemas/series.ts';
import { themeSchema } from '#schemas/theme.ts';
import { shareImage } from '#views/card.ts';
import { claimPageView } from '#views/claim-page.ts';
import { correctionFeed } from '#views/feed.ts';
import { nutrientPageView } from '#views/nutrient-page.ts';
import { personView } from '#views/person.ts';
import { productPageView } from '#views/product-page.ts';
import { themeView } from '#views/theme.ts';
import { library as knowledge, libraryWith } from '../library.ts';

const article = (id: string, topics: string[], fields: object = {}): RecordOf<'articles'> => ({
  id,
  key: id,
  data: articleIndexSchema.parse({
    title: `The article ${id}`,
    description: 'A made-up article that stands in lists, so that it can be seen which those are.',
    published: '2026-01-01',
    reviewDue: '2027-01-01',
    authors: ['micromile'],
    aiUse: 'none',
    topics,
    words: 10,
    citations: [],
    products: [],
    questions: [],
    ...fields,
  }),
});
const question = (id: string, topics: string[], theme: string) => ({
  id,
  question: `Is it ${id}?`,
  topics,
  theme,
  answer: ['<p>So it is.</p>'],
});
const theme = (id: string, topics: string[]) => ({
  id,
  data: themeSchema.parse({ name: `About ${id}`, sentence: 'It is so.', order: 1, topics }),
});

const articles = [
  article('new', ['zinc', 'iron', 'testing'], {
    published: '2026-03-01',
    theme: 'tired',
    questions: [question('long', ['iron'], 'tired'), question('far', ['zinc'], 'awake')],
  }),
  article('middle', ['iron', 'zinc'], {
    published: '2026-02-01',
    theme: 'awake',
    reviewed: { on: '2026-02-02', by: 'doctor' },
    questions: [question('near', ['iron', 'testing'], 'awake')],
  }),
  article('old', ['iron'], { theme: 'awake' }),
];
const themes = [theme('tired', ['testing']), theme('awake', ['testing', 'bone'])];
const series = ['one', 'two'].map((id) => ({
  id,
  data: seriesSchema.parse({ name: `Series ${id}`, articles: ['old', 'waiting', 'new'] }),
}));
const library = libraryWith(articles, { themes, series });

const ids = (list: readonly { id: string }[] = []): string[] => list.map(({ id }) => id);

describe('articles are listed', () => {
  test('under a topic: those that name it first, then those with the fewest topics', () => {
    expect(ids(library.articlesAbout.get('iron'))).toEqual(['old', 'middle', 'new']);
    expect(ids(library.articlesAbout.get('zinc'))).toEqual(['new', 'middle']);
  });

  test('under their theme, and beside that to which a topic of theirs leads: the first that has it', () => {
    expect(ids(library.articlesUnder.get('awake'))).toEqual(['middle', 'old']);
    expect(library.themeOfTopic.get('testing')).toBe('tired');
    expect(library.articlesBeside.get('tired')).toBeUndefined();
    const [first, ...rest] = articles;
    if (first === undefined) throw new Error('There is no article.');
    const moved = { ...first, data: { ...first.data, theme: 'awake' } };
    const other = libraryWith([moved, ...rest], { themes });
    expect(ids(other.articlesBeside.get('tired'))).toEqual(['new']);
  });

  test('under whoever wrote or reviewed them', () => {
    expect(ids(library.articlesBy.get('micromile'))).toEqual(['new', 'middle', 'old']);
    expect(library.articlesBy.get('doctor')).toEqual([
      { id: 'middle', title: 'The article middle', reviewed: '2026-02-02' },
    ]);
  });

  test('under each other where they are a series, of several the first', () => {
    expect(library.seriesOf.get('new')?.name).toBe('Series one');
    expect(ids(library.seriesOf.get('new')?.articles)).toEqual(['old', 'new']);
    expect(library.seriesOf.has('middle')).toBe(false);
  });
});

test('questions are listed under their topics and their theme', () => {
  expect([...library.questions.keys()]).toEqual(['long', 'far', 'near']);
  expect(library.questionsAbout.get('iron')).toEqual(['long', 'near']);
  expect(library.questionsUnder.get('awake')).toEqual(['far', 'near']);
});

// A title may change, the words beside it not.
const edited = <
  Name extends 'articles' | 'claims' | 'nutrients' | 'products' | 'sources' | 'themes',
>(
  name: Name,
  id: string,
  data: object,
): Library => {
  const records = [...library[name].values()].map((record) =>
    record.id === id ? { ...record, data: { ...record.data, ...data } } : record,
  );
  const given: Loaded = { articles, themes, series, [name]: records };
  return libraryWith(given.articles ?? [], given);
};

const placesOf = ({ looks, parts }: Trace): string[] => [...looks, ...[...parts].flatMap(placesOf)];
const document = { body: [], citations: [], components: [], headings: [] } as unknown as Parameters<
  typeof nutrientPageView
>[1]['document'];
const [aboutIron = '', alsoIron = ''] = knowledge.claimsAbout.get('iron') ?? [];
const [aboutSodium = ''] = knowledge.claimsAbout.get('sodium') ?? [];

const views: Record<string, (seen: Library) => unknown> = {
  iron: (seen) =>
    nutrientPageView(
      'iron',
      { data: need(seen.nutrients, 'iron', 'nutrient').data, document },
      seen,
    ),
  'the card of a theme': (seen) => shareImage('themes/tired', seen),
  'a theme': (seen) => themeView(need(seen.themes, 'awake', 'theme'), seen),
  'a person': (seen) => personView('micromile', seen),
  'a claim': (seen) => claimPageView(aboutIron, seen),
  'a product': (seen) => productPageView('lmnt-recharge', seen),
  'the corrections': (seen) => correctionFeed(seen),
};

test.each<[what: string, after: Library, shownBy: string[]]>([
  ['words of an article that is named alone', edited('articles', 'new', { words: 99 }), []],
  ['words of the nearest one', edited('articles', 'old', { words: 99 }), ['iron', 'a theme']],
  [
    'the title of an article with a question',
    edited('articles', 'new', { title: 'Another title of it' }),
    ['iron', 'the card of a theme', 'a theme', 'a person'],
  ],
  [
    'a statement of a claim about iron',
    edited('claims', alsoIron, { statement: 'Another.' }),
    ['iron'],
  ],
  ['a statement of a claim about sodium', edited('claims', aboutSodium, { statement: 'No.' }), []],
  ['a fact of a nutrient', edited('nutrients', 'iron', { symbol: 'X' }), ['iron']],
  [
    'the name of a nutrient',
    edited('nutrients', 'iron', { name: 'X' }),
    ['iron', 'a theme', 'a claim'],
  ],
  ['a product without iron', edited('products', 'lmnt-recharge', { fits: 'No.' }), ['a product']],
  ['a sentence of a theme', edited('themes', 'awake', { sentence: 'It is not.' }), ['a theme']],
])('%s', (_what, after, shownBy) => {
  const changed = Object.entries(views).filter(([, look]) => {
    const trace = newTrace();
    look(traced(library, trace));
    return placesOf(trace).some((place) => digestAt(place, after) !== digestAt(place, library));
  });
  expect(changed.map(([name]) => name)).toEqual(shownBy);
});
