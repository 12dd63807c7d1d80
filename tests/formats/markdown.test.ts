/** Twins of pages in Markdown, read back by the parser that reads what authors write. */
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { llmsText } from '#formats/llms.ts';
import { articleMarkdown, figureMarkdown, nutrientMarkdown } from '#formats/markdown.ts';
import { articleView } from '#views/article.ts';
import { figurePageView } from '#views/figure-page.ts';
import { machineView } from '#views/machine.ts';
import { nutrientPageView } from '#views/nutrient-page.ts';
import { compiledArticle, compiledNutrient, modelLibrary } from './model.ts';

const base = new URL('https://runners.example');
const library = modelLibrary();
const article = articleView(
  library.articles.get('model')!,
  compiledArticle(library.articles.get('model')!),
  library,
);
const twins = {
  article: articleMarkdown(article, base),
  nutrient: nutrientMarkdown(
    nutrientPageView('iron', compiledNutrient(library.nutrients.get('iron')!), library),
    base,
  ),
  figure: figureMarkdown(figurePageView('low-stores', library, base), base),
};

const certaintyOf = (id: string): string => library.claims.get(id)!.data.certainty;

interface Node {
  type: string;
  depth?: number;
  value?: string;
  url?: string;
  identifier?: string;
  children?: Node[];
}
const nodesOf = (markdown: string): Node[] => {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(markdownToMdast(markdown, { features: { gfm: true } }) as unknown as Node);
};
const textOf = ({ value = '', children = [] }: Node): string =>
  value + children.map(textOf).join('');

describe.each(Object.entries(twins))('the twin of the %s', (_name, markdown) => {
  const nodes = nodesOf(markdown);
  const named = (type: string): string[] =>
    nodes.filter((node) => node.type === type).map(({ identifier = '' }) => identifier);

  test('has one title, and no HTML', () => {
    expect(nodes.filter(({ type, depth }) => type === 'heading' && depth === 1)).toHaveLength(1);
    expect(nodes.filter(({ type }) => type === 'html')).toEqual([]);
    expect(markdown).not.toMatch(/[\u00A0\u202F\u2060\uE000-\uE005]/);
  });

  test('has a footnote for each mark, and a mark for each footnote', () => {
    const references = new Set(named('footnoteReference'));
    expect(references.size).toBeGreaterThan(0);
    expect([...references].toSorted()).toEqual(named('footnoteDefinition').toSorted());
  });

  test('has whole addresses, and none of a merchant', () => {
    const urls = nodes.flatMap(({ url }) => url ?? []);
    expect(urls.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
    expect(markdown).not.toContain('(ad)');
  });
});

test('headings and table cells of an article are those of its document', () => {
  const nodes = nodesOf(twins.article);
  expect(nodes.filter(({ depth }) => depth === 2).map(textOf)).toEqual([
    'Key takeaways',
    'What is known',
    'What is not known',
    'Questions',
    'Changes',
  ]);
  expect(nodes.filter(({ type }) => type === 'tableCell').map(textOf)).toContain('28%');
});

test('a footnote says what was found, how sure it is, in whom, and where that stands', () => {
  expect(twins.article).toContain(
    `Low stores are common in women who run. Certainty: **${certaintyOf('iron-prevalence')}**. Studied: runners. Shown in runners. [All about this claim.](https://runners.example/evidence/iron-prevalence/) Source: A survey made up for tests. 2020. [doi:10.0000/runner-survey](https://doi.org/10.0000/runner-survey) (Cross-sectional; Read: full text)`,
  );
});

test('a figure has its numbers as a table', () => {
  expect(twins.figure).toMatch(
    new RegExp(
      `\\| Women \\| 12 of 43, 28 in 100 \\| women \\| ${certaintyOf('iron-low-count')} \\|`,
      'i',
    ),
  );
});

test('llms.txt says what there is, how sure it is and where it lies', () => {
  const text = llmsText(machineView(library), base);
  expect(text.startsWith('# Testmile\n\n> ')).toBe(true);
  const strong = [...library.claims.values()].filter(({ data }) => data.certainty === 'strong');
  expect(text).toContain(`(${strong.length} strong, `);
  expect(text).toContain('](https://runners.example/articles/model.md): ');
  // https://llmstxt.org/: below its head it has sections of links alone.
  const [, ...sections] = text.split('\n## ');
  for (const section of sections)
    expect(
      section
        .trim()
        .split('\n')
        .slice(2)
        .filter((line) => !/^- \[.+\]\(https:.+\)/.test(line)),
    ).toEqual([]);
});
