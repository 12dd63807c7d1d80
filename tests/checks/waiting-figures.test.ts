/** Of a figure that only articles show which are not published nobody is told: no page, no list, no link. */
import { describe, expect, test } from 'vitest';
import { waitingFigures } from '#domain/figure.ts';
import { modelLibrary } from '../formats/model.ts';
import { applyCase, problemsOf, type Files } from './fixture.ts';

const today = '2026-11-25';

describe('on the site', () => {
  const published = modelLibrary(today);
  const draft = [...published.articles.values()].map((article) => ({
    ...article,
    data: { ...article.data, draft: true },
  }));
  const shown = [...published.figures.keys()];

  test('is what a published article shows', () => expect(shown).toEqual(['low-stores']));

  test('is none that a draft alone shows', () => {
    expect([...modelLibrary(today, { articles: draft }).figures.keys()]).toEqual([]);
  });

  test('is one that something else shows too', () => {
    const site = [{ id: 'site', data: { ...published.site, figure: 'low-stores' } }];
    expect([...modelLibrary(today, { articles: draft, site }).figures.keys()]).toEqual(shown);
  });

  test('is one that the text of a nutrient or a page shows too', () => {
    const library = modelLibrary(today, { articles: draft }, ({ id }) =>
      id === 'iron' ? ['low-stores'] : [],
    );
    expect([...library.figures.keys()]).toEqual(shown);
  });

  test('waits for the first of what shows it', () => {
    const first = [
      { figures: ['one', 'two'], from: 'never' },
      { figures: ['two', 'three'], from: '2027-03-01' },
      { figures: ['two'], from: '2027-02-01' },
      { figures: ['three'], from: '' },
    ];
    expect([...waitingFigures(first, today)]).toEqual([
      ['one', 'never'],
      ['two', '2027-02-01'],
    ]);
  });
});

describe('a link to it', () => {
  const linking = (files: Files): ReturnType<typeof problemsOf> =>
    problemsOf(
      applyCaseTo(files, '<Figure id="low-stores" />', 'See [it](/figures/low-stores/) drawn.'),
      '2026-06-01',
    );

  test('is told while only an article shows it that waits', async () => {
    const { files } = applyCase({
      name: 'the figure in an article that waits',
      file: 'articles/second.mdx',
      find: 'Two capsules compared:',
      put: '<Figure id="low-stores" />\n\nTwo capsules compared:',
    });
    // The list of what was published names the figure, which is told, too.
    const found = (await linking(files)).filter(({ rule }) => rule !== 'lost-address');
    expect(found).toMatchObject([
      {
        file: 'content/articles/model.mdx',
        rule: 'internal-link',
        message: '/figures/low-stores/ is not published yet.',
      },
    ]);
  });
});

function applyCaseTo(files: Files, find: string, put: string): Files {
  const model = 'articles/model.mdx';
  const text = Buffer.from(files.get(model) ?? []).toString();
  expect(text).toContain(find);
  return new Map([...files, [model, Buffer.from(text.replace(find, put))]]);
}
