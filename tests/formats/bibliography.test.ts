/** Bibliographies, read back by a library that did not write them. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { expect, test } from 'vitest';
import { bibtex, cslJson } from '#formats/bibliography.ts';
import { articleWorks, figureWorks, nutrientWorks, type CslItem } from '#views/cite.ts';
import { knowledge } from '../knowledge.ts';
import { compiledArticle, compiledNutrient, modelLibrary } from './model.ts';

const library = modelLibrary();
const record = library.articles.get('model')!;
const base = new URL('https://runners.example');
const works = articleWorks(record, compiledArticle(record).document, library, base);
const read = (text: string): Record<string, unknown>[] => new Cite(text).data;
const sources = [...knowledge.entries.sources.values()].map(
  ({ data: { custom: _custom, note: _note, ...item } }): CslItem => item,
);

test('an article comes first, then what it cites', () => {
  const [own, ...cited] = works;
  expect(own).toEqual({
    id: 'testmile-model',
    type: 'webpage',
    title: record.data.title,
    author: [{ literal: 'The desk' }],
    'container-title': 'Testmile',
    issued: { 'date-parts': [[2026, 2, 1]] },
    URL: 'https://runners.example/articles/model/',
  });
  expect(cited.map(({ id }) => id)).toContain('iron-trial');
  expect(cslJson(works)).not.toContain('custom');
});

test('a nutrient and a figure come first, then what they rest on', () => {
  const iron = library.nutrients.get('iron')!;
  const [own, ...cited] = nutrientWorks(iron, compiledNutrient(iron).document, library, base);
  expect(own).toMatchObject({
    id: 'testmile-iron',
    title: 'Iron',
    author: [{ literal: 'Testmile' }],
    URL: 'https://runners.example/nutrients/iron/',
  });
  // It tells no day, so none is made up.
  expect(iron.data.changes).toEqual([]);
  expect(own).not.toHaveProperty('issued');
  expect(cited.map(({ id }) => id)).toEqual(expect.arrayContaining([...iron.data.sources]));
  const [figure, ...behind] = figureWorks('low-stores', library, base);
  expect(figure?.URL).toBe('https://runners.example/figures/low-stores/');
  expect(figure?.issued?.['date-parts'][0]).toHaveLength(3);
  expect(behind.length).toBeGreaterThan(0);
  for (const list of [
    [own!, ...cited],
    [figure!, ...behind],
  ])
    expect(read(bibtex(list)).map(({ id }) => id)).toEqual(list.map(({ id }) => id));
});

test('CSL-JSON is read back as it was written', () => {
  const back = read(cslJson(sources));
  expect(back.map(({ id, title }) => [id, title])).toEqual(
    sources.map(({ id, title }) => [id, title]),
  );
});

test('BibTeX of every source of the site is read back', () => {
  const back = read(bibtex(sources));
  expect(back.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
  const plain = (text: unknown): string => String(text ?? '').replace(/<[^>]*>/g, '');
  for (const [index, source] of sources.entries()) {
    const entry = back[index] ?? {};
    expect(plain(entry['title'])).toBe(plain(source.title));
    expect(entry['DOI']).toBe(source.DOI);
    expect(entry['URL']).toBe(source.URL);
    expect(entry['volume']).toBe(source.volume);
    const issued = entry['issued'] as { 'date-parts': number[][] } | undefined;
    expect(issued?.['date-parts'][0]?.[0]).toBe(source.issued?.['date-parts'][0]?.[0]);
    const authors = (entry['author'] ?? []) as { family?: string; literal?: string }[];
    expect(authors).toHaveLength(source.author?.length ?? 0);
  }
});

test('what BibTeX takes for its own is written so that it is text', () => {
  const odd: CslItem = {
    id: 'odd',
    type: 'article-journal',
    title: 'A <i>50%</i> share of B<sub>12</sub> & C_d #1',
    author: [
      { literal: 'Food and Nutrition Board' },
      { family: 'Dam', given: 'A', 'non-dropping-particle': 'van' },
    ],
    page: '12–15',
    issued: { 'date-parts': [[2020, 11, 25]] },
    URL: 'https://example.org/a_b?c=1%20&d',
  };
  expect(bibtex([odd])).toBe(`@article{odd,
  author = {{Food and Nutrition Board} and van Dam, A},
  title = {{A \\emph{50\\%} share of B\\textsubscript{12} \\& C\\_d \\#1}},
  year = {2020},
  month = nov # "~25",
  pages = {12--15},
  url = {https://example.org/a_b?c=1%20&d},
}
`);
});
