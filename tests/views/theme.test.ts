/** The order of a theme's articles: the same on its page and on the way from one to the next. */
import { expect, test } from 'vitest';
import { articleHtml, bylineText } from '#formats/article.ts';
import { articleData } from '#json-ld/article.ts';
import { personSchema } from '#schemas/person.ts';
import { articleView } from '#views/article.ts';
import { personView } from '#views/person.ts';
import { themeView } from '#views/theme.ts';
import { need } from '#library/records.ts';
import { routes } from '../../src/routes.ts';
import { compiledArticle, modelLibrary } from '../formats/model.ts';

const model = need(modelLibrary().articles, 'model', 'article');
const [theme] = [...modelLibrary().themes.values()];
if (theme === undefined) throw new Error('The sample has no theme.');
const copy = (id: string, of: string, published: string): typeof model => ({
  ...model,
  id,
  data: { ...model.data, theme: of, published, title: `An article named ${id}` },
});
const otherTheme = { ...theme, id: 'other', data: { ...theme.data, topics: [], nutrients: [] } };
const library = modelLibrary('2026-11-25', {
  themes: [theme, otherTheme],
  articles: [
    copy('oldest', theme.id, '2026-01-01'),
    copy('newest', theme.id, '2026-03-01'),
    copy('between', theme.id, '2026-02-01'),
    copy('elsewhere', otherTheme.id, '2026-02-02'),
    copy('waiting', theme.id, '2099-01-01'),
  ],
});
const neighborsOf = (id: string): Record<string, string> => {
  const record = need(library.articles, id, 'article');
  const { neighbors } = articleView(record, compiledArticle(record), library);
  return Object.fromEntries(neighbors.map(({ side, href }) => [side, href]));
};

test('one leads through all articles of a theme as its page lists them, and back', () => {
  const listed = themeView(theme, library).articles.items.map(({ href }) => href);
  expect(listed).toHaveLength(3);
  const ids = listed.map((href) => href.split('/')[2] ?? '');
  expect(ids.map((id) => neighborsOf(id)['next'])).toEqual([...listed.slice(1), undefined]);
  expect(ids.map((id) => neighborsOf(id)['prev'])).toEqual([undefined, ...listed.slice(0, -1)]);
});

test('an article alone in its theme has none, and one that waits for its day is none', () => {
  expect(neighborsOf('elsewhere')).toEqual({});
  const shown = ['oldest', 'newest', 'between'].flatMap((id) => Object.values(neighborsOf(id)));
  expect(shown).not.toContain(routes.article('waiting'));
});

test('a series goes before the theme: its parts are counted and linked, those to come are not', () => {
  const data = { name: 'A series', articles: ['newest', 'waiting', 'elsewhere', 'oldest'] };
  const given = { themes: library.themes.values(), articles: [...library.articles.values()] };
  const own = modelLibrary('2026-11-25', { ...given, series: [{ id: 'one', data }] });
  const viewOf = (id: string) => {
    const record = need(own.articles, id, 'article');
    return articleView(record, compiledArticle(record), own);
  };
  const { series, neighbors } = viewOf('elsewhere');
  expect(series?.text).toBe('Part 2 of 3: A series');
  expect(neighbors.map(({ side, href }) => [side, href])).toEqual([
    ['prev', routes.article('newest')],
    ['next', routes.article('oldest')],
  ]);
  expect(viewOf('newest').neighbors.map(({ side }) => side)).toEqual(['next']);
  expect(viewOf('between').series).toBeUndefined();
  expect(articleHtml(viewOf('oldest'), () => '')).toContain(
    '<p>Part 3 of 3: A series. Before this:',
  );
  expect(articleData(viewOf('oldest'), '/x.png', new URL('https://example.org/'))).toMatchObject({
    isPartOf: { '@type': 'CreativeWorkSeries', name: 'A series' },
    position: 3,
  });
});

test('a series of which one article is out says nothing', () => {
  const data = { name: 'A series', articles: ['newest', 'waiting'] };
  const given = { themes: library.themes.values(), articles: [...library.articles.values()] };
  const own = modelLibrary('2026-11-25', { ...given, series: [{ id: 'one', data }] });
  const record = need(own.articles, 'newest', 'article');
  expect(articleView(record, compiledArticle(record), own).series).toBeUndefined();
});

test('several authors stand in the byline, in structured data and in how to cite', () => {
  const people = ['Ann', 'Ben', 'Cem'].map((name) => ({
    id: name.toLowerCase(),
    data: personSchema.parse({ name, kind: 'organization', description: 'Somebody made up.' }),
  }));
  const shared = { ...model, data: { ...model.data, authors: ['ann', 'ben', 'cem'] } };
  const own = modelLibrary('2026-11-25', { people, articles: [shared] });
  const compiled = compiledArticle(model);
  const article = articleView(
    shared,
    { ...compiled, data: { ...compiled.data, authors: shared.data.authors, reviewed: undefined } },
    own,
  );
  expect(bylineText(article)).toContain('By Ann, Ben, and Cem, ');
  expect(article.citation).toMatch(/^Ann, Ben, and Cem\. “/);
  expect(articleData(article, '/x.png', new URL('https://example.org/'))).toMatchObject({
    author: [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cem' }],
  });
  expect(personView('ben', own).wrote.items).toHaveLength(1);
});
