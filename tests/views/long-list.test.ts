/** Lists that grow with the site: where they begin and how they go on, with 600 articles that are all about one thing. */
import { describe, expect, test } from 'vitest';
import { compileDocument } from '#document/compile.ts';
import { fewest, mostQuestions, perPage } from '#domain/pages.ts';
import { libraryOf } from '#library/join.ts';
import { need, type Library, type RecordOf } from '#library/records.ts';
import { articleIndexSchema } from '#schemas/article.ts';
import { figureSchema } from '#schemas/figure.ts';
import { claimPageView } from '#views/claim-page.ts';
import { evidenceView, topicView } from '#views/evidence.ts';
import { faqIndexView } from '#views/faq.ts';
import { glossaryView } from '#views/glossary.ts';
import { listParts, listPartView, longLists, type ListPartView } from '#views/long-list.ts';
import { nutrientPageView } from '#views/nutrient-page.ts';
import { productListView } from '#views/product-list.ts';
import { themeView } from '#views/theme.ts';
import {
  isListPart,
  isTopic,
  listPath,
  longListNames,
  longListOf,
  routes,
} from '../../src/routes.ts';
import { library as knowledge, libraryWith } from '../library.ts';

const claim = 'iron-rda-ul';
const [product = ''] = knowledge.products.keys();
const figure = 'amounts';
const [theme = '', otherTheme = ''] = knowledge.themes.keys();
const [topic = ''] = knowledge.themes.get(otherTheme)?.data.topics ?? [];

const empty = compileDocument({ text: '', takeaways: [], questions: [], answers: [] }).document;

function article(number: number, fields: object = {}): RecordOf<'articles'> {
  const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  return {
    id: `article-${number}`,
    key: '',
    data: articleIndexSchema.parse({
      title: `The article ${number}`,
      description: 'A made-up article that stands in lists, so that it is seen how they go on.',
      published: day,
      reviewDue: '2027-01-01',
      authors: ['micromile'],
      ...(number % 10 > 0 ? { reviewed: { on: day, by: 'micromile' } } : {}),
      aiUse: 'none',
      theme,
      topics: ['iron', topic],
      words: 10,
      citations: [claim],
      products: [product],
      figures: [{ id: figure, after: 0 }],
      questions: [1, 2].map((index) => ({
        id: `question-${number}-${index}`,
        question: `Is it ${index} of ${number}?`,
        topics: ['iron'],
        ...(index === 1 ? { theme } : {}),
        answer: ['<p>So it is.</p>'],
      })),
      changes: [{ on: day, kind: 'update', what: `Something of ${number} was made clear.` }],
      ...fields,
    }),
  };
}

const counting = Array.from({ length: 600 }, (_, number) => number);
const figures = [figure, ...counting.map((number) => `figure-${number}`)].map((id) => ({
  id,
  data: figureSchema.parse({
    title: `A made-up figure: ${id}`,
    subtitle: 'Nothing but a value of a nutrient',
    kind: 'bars',
    unit: 'mg',
    published: '2020-01-01',
    topics: ['iron'],
    rows: [{ label: 'A value', from: { nutrient: 'iron', group: 'women' } }],
  }),
}));
const copies = <Item extends { id: string }>(
  items: Iterable<Item>,
  change: (item: Item, number: number) => Item,
): Item[] => {
  const all = [...items];
  return [...all, ...counting.map((number) => change(all[number % all.length]!, number))];
};
const products = copies(knowledge.products.values(), ({ data }, number) => ({
  id: `product-${number}`,
  data: { ...data, name: `Product ${number}` },
}));
const glossary = copies(knowledge.glossary.values(), ({ data }, number) => ({
  id: `term-${number}`,
  data: { ...data, name: `A term ${number}`, aliases: [`old-term-${number}`] },
}));
const many = counting.map((number) => article(number));
const [someClaim] = knowledge.claims.values();
const claims = [
  ...knowledge.claims.values(),
  ...Array.from({ length: 700 }, (_, number) => ({
    id: `claim-${number}`,
    data: {
      ...someClaim!.data,
      statement: `It is so, ${number}.`,
      topic: 'iron',
      nutrients: ['iron'],
    },
  })),
];
const collections = { figures, claims, products, glossary };
const library = libraryWith(many, collections);
const owners: Record<string, string> = {
  articles: '',
  corrections: '',
  faq: '',
  themes: theme,
  nutrients: 'iron',
  evidence: claim,
  products: product,
  figures: figure,
  people: 'micromile',
};
const [held = ''] = [...library.productsWith].toSorted(([, a], [, b]) => b.length - a.length)[0]!;
const otherOwners: Record<string, string> = {
  'themes/others': otherTheme,
  'evidence/claims': 'iron',
  'nutrients/products': held,
};
const ownerOf = (name: string): string =>
  name.endsWith('/more') ? '' : (otherOwners[name] ?? owners[name.split('/')[0] ?? ''] ?? '');
const hrefOf = (item: object): string =>
  'anchor' in item
    ? String(item.anchor)
    : 'article' in item
      ? (item.article as { href: string }).href
      : String((item as { href: unknown }).href);

describe.each(longListNames)('%s', (name) => {
  const id = ownerOf(name);
  const { beginning, parts } = longLists[name];
  const first = beginning(id, library);
  const count = new Map(parts(library)).get(id) ?? 0;
  const path = listPath(name, id);
  const behind = Array.from({ length: count }, (_, index) =>
    listPartView(path, count - index, library),
  );
  const itemsOf = ({ listed }: ListPartView): object[] => Object.values(listed).flat();

  test('has more than its first page holds, and all of it once', () => {
    expect(count).toBeGreaterThan(1);
    expect(first.items.length).toBeLessThan(fewest + perPage.lines);
    const all = [...first.items, ...behind.flatMap(itemsOf)].map(hrefOf);
    expect(all).toHaveLength(first.count);
    expect(new Set(all).size).toBe(first.count);
  });

  test('leads from part to part, and back to the page on which it begins', () => {
    const page = behind[0]?.before ?? '';
    const addressOf = (number: number): string => routes.listPart(name, id, number);
    expect(page).toBe(behind[0]?.trail.at(-1)?.href);
    expect(first.more?.href).toBe(addressOf(count));
    const numbers = first.more?.numbers.map(({ number }) => Number(number)) ?? [];
    expect(numbers.length).toBeLessThan(22);
    expect([numbers[0], numbers.at(-1)]).toEqual([count, 1]);
    expect(behind.map(({ last }) => last)).toEqual(
      behind.map((_, index) => (index === count - 1 ? undefined : addressOf(1))),
    );
    expect(behind.map(({ after }) => after)).toEqual(
      behind.map((_, index) => (index === count - 1 ? undefined : addressOf(count - index - 1))),
    );
    expect(behind.slice(1).map(({ before }) => before)).toEqual(
      behind.slice(1).map((_, index) => addressOf(count - index)),
    );
    expect(isListPart(addressOf(1))).toBe(true);
    expect(longListOf(path)).toEqual({ name, id });
  });

  test('has titles and descriptions of its own', () => {
    expect(new Set(behind.map(({ title }) => title)).size).toBe(count);
    expect(new Set(behind.map(({ description }) => description)).size).toBe(count);
  });
});

test('an entry with the id of a list has parts of its own', () => {
  expect(routes.listPart('themes/questions', 'questions', 3)).toBe(
    '/themes/questions/questions/3/',
  );
  expect(longListOf('themes/questions/questions')).toEqual({
    name: 'themes/questions',
    id: 'questions',
  });
});

test('the parts are those of all lists, each address once', () => {
  const all = [...listParts(library)].map(({ list, number }) => `${list}/${number}`);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(all.map((path) => longListOf(path.replace(/\/\d+$/, ''))?.name))).toEqual(
    new Set(longListNames),
  );
  expect([...listParts(libraryOf({}, { today: '2026-01-01' }))]).toEqual([]);
  const views = all.map((path) => {
    const [, list = '', number] = /^(.+)\/(\d+)$/.exec(path) ?? [];
    return listPartView(list, Number(number), library);
  });
  // Two pages of one site do not call themselves the same.
  const twice = (texts: string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);
  expect(twice(views.map(({ title }) => title))).toEqual([]);
  expect(twice(views.map(({ description }) => description))).toEqual([]);
});

test.each([
  ['/articles/older/3/', true],
  ['/themes/bones/questions/12/', true],
  ['/articles/3/', false],
  ['/blog/articles/older/3/', false],
  ['/themes/questions/3/', true],
  ['/themes/bones/questions/', false],
  ['/nutrients/iron/older/2/', false],
])('%s is an address of a part: %s', (address, is) => {
  expect(isListPart(address)).toBe(is);
});

test('a new article moves nothing on the parts behind', () => {
  const after = libraryWith([article(700), ...many], collections);
  const texts = (own: Library): string[] =>
    [...listParts(own)].map(({ list, number }) => {
      const { listed, title } = listPartView(list, Number(number), own);
      return JSON.stringify([list, number, title, listed]);
    });
  const newer = new Set(texts(after));
  expect(texts(library).filter((text) => !newer.has(text))).toEqual([]);
});

describe('the page of all claims', () => {
  test('holds all as long as they fit on a page', () => {
    const { isWhole, topics } = evidenceView(knowledge);
    expect(isWhole).toBe(true);
    expect(topics.flatMap(({ table }) => table?.groups ?? [])).toHaveLength(topics.length);
  });

  test('with more leads to those of each topic, which are narrowed there', () => {
    const { isWhole, count, topics } = evidenceView(library);
    expect([isWhole, count]).toEqual([false, knowledge.claims.size + 700]);
    for (const { id, table, href } of topics) {
      expect(table).toBeUndefined();
      expect(href).toBe(`/evidence/${id}/claims/`);
      const own = topicView(id, library);
      const isLong = id === 'iron';
      expect(own.choices.length > 0).toBe(!isLong);
      expect(own.more === undefined).toBe(!isLong);
      expect(own.table.groups[0]?.claims).toHaveLength(
        isLong ? fewest + ((own.count - fewest) % perPage.lines) : own.count,
      );
    }
    expect(claimPageView('claim-1', library).topic.href).toBe('/evidence/iron/claims/');
    expect(isTopic('/evidence/iron/claims/')).toBe(true);
    expect(isTopic('/evidence/iron/')).toBe(false);
  });
});

test('a glossary of many terms leads to each of them', () => {
  const { terms, more, elsewhere } = glossaryView(library);
  expect(more).toBeDefined();
  expect([...terms, ...elsewhere].map(({ id }) => id).toSorted()).toEqual(
    [...library.glossary.keys()].toSorted(),
  );
  for (const { id, href, aliases } of elsewhere) {
    const [, number = '', anchor] = /^\/glossary\/more\/(\d+)\/#(.+)$/.exec(href) ?? [];
    const part = listPartView('glossary/more', Number(number), library);
    expect(anchor).toBe(id);
    expect(part.listed.terms?.find((term) => term.id === id)?.aliases).toEqual(aliases);
  }
  expect(glossaryView(knowledge)).toMatchObject({ more: undefined, elsewhere: [] });
});

test('each purpose and each outcome begins on the page, however many there are', () => {
  const { groups } = productListView(library);
  expect(groups.map(({ id }) => id)).toEqual(productListView(knowledge).groups.map(({ id }) => id));
  expect(groups.every(({ rows, count }) => rows.length > 0 && rows.length <= count)).toBe(true);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(library.products.size);
  expect(productListView(knowledge).groups.every(({ more }) => more === undefined)).toBe(true);
  const long = groups.filter(({ rows, count }) => rows.length < count);
  expect(long.length).toBeGreaterThan(1);
  const behind = new Map(longLists['products/more'].parts(library)).get('') ?? 0;
  const firstOf = (id: string): number =>
    Array.from({ length: behind }, (_, index) => behind - index).find((number) =>
      listPartView('products/more', number, library).listed.products?.some(
        ({ purpose }) => purpose === id,
      ),
    ) ?? 0;
  expect(long.map(({ more }) => more)).toEqual(
    long.map(({ id, rows, count }) => ({
      href: `${routes.listPart('products/more', '', firstOf(id))}#${id}`,
      count: count - rows.length,
    })),
  );

  const page = (own: Library) => {
    const { data } = need(own.nutrients, 'iron', 'nutrient');
    return nutrientPageView('iron', { data, document: empty }, own);
  };
  const outcomes = (own: Library) => page(own).evidence?.groups.map(({ id }) => id);
  expect(outcomes(library)).toEqual(outcomes(knowledge));
  expect(page(library).evidence?.groups.every((group) => group.claims.length > 0)).toBe(true);
  expect(page(library).moreClaims?.href).toMatch(/^\/nutrients\/iron\/claims\/\d\/$/);
  expect(page(knowledge).moreClaims).toBeUndefined();
});

describe('the page of all questions', () => {
  test('holds all as long as they fit on a page', () => {
    const whole = libraryWith(many.slice(0, mostQuestions / 2));
    const { isWhole, groups, moved } = faqIndexView(whole);
    expect(isWhole).toBe(true);
    expect(groups.map(({ questions, count, more }) => [questions.length, count, more])).toEqual([
      [150, 150, undefined],
      [150, 150, undefined],
    ]);
    expect(moved).toEqual([]);
    expect(groups[0]?.questions[0]?.href).toMatch(/^\/faq\/#question-/);
  });

  test('with more has the first of each theme, which lead on to the theme', () => {
    const { isWhole, count, groups } = faqIndexView(library);
    expect([isWhole, count]).toEqual([false, 1200]);
    const [ofTheme, others] = groups;
    expect(ofTheme?.questions).toHaveLength(10);
    expect(ofTheme?.more).toEqual({
      href: `/themes/${theme}/#questions`,
      text: `All 600 questions: ${knowledge.themeNames.get(theme)}`,
      numbers: [],
    });
    expect(others?.questions).toHaveLength(perPage.entries);
    expect(others?.more?.href).toBe('/faq/more/11/');
    // An answer is then at home in its article.
    expect(groups[0]?.questions[0]?.href).toMatch(/^\/articles\/article-\d+\/#question-/);
    const record = [...library.themes.values()].find(({ id }) => id === theme)!;
    expect(themeView(record, library).questions.count).toBe(600);
  });

  test('keeps the addresses that were published on it, those of old ids too', () => {
    const [first, ...rest] = many;
    const [question] = first?.data.questions ?? [];
    if (first === undefined || question === undefined) throw new Error('There is no article.');
    const renamed = { ...question, aliases: ['its-old-id', 'never-out'] };
    const changed = { ...first, data: { ...first.data, questions: [renamed] } };
    const published = ['question-7-2', 'its-old-id', 'long-gone'];
    const own = libraryWith([changed, ...rest], {}, published);
    expect(faqIndexView(own).moved).toEqual([
      {
        ids: ['question-7-2'],
        href: '/articles/article-7/#question-7-2',
        question: 'Is it 2 of 7?',
      },
      {
        ids: ['its-old-id'],
        href: `/articles/article-0/#${question.id}`,
        question: question.question,
      },
    ]);
  });
});
