/** The order of a theme's articles: the same on its page and on the way from one to the next. */
import { expect, test } from 'vitest';
import { articleView } from '#views/article.ts';
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
  const listed = themeView(theme, library).articles.map(({ href }) => href);
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
