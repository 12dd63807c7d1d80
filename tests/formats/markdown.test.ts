/** Twins of pages in Markdown, read back by the parser that reads what authors write. */
import { array, assert, constantFrom, pre, property } from 'fast-check';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { escaped } from '#domain/escape.ts';
import { llmsText } from '#formats/llms.ts';
import {
  articleMarkdown,
  figureMarkdown,
  htmlMarkdown,
  nutrientMarkdown,
} from '#formats/markdown.ts';
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

describe('HTML as Markdown', () => {
  const page = new URL('https://runners.example/a/');
  const written = (html: string): string => htmlMarkdown(html, page);

  test('white space folds as in a browser', () => {
    expect(written('<p> Eat\n <b>iron</b>  with <i> food</i>. <br> Or not. </p>')).toBe(
      'Eat **iron** with _food_.\\\nOr not.',
    );
  });

  test('a number stays with its unit where a line is set, and nowhere else', () => {
    expect(written('<p>18\u00A0mg 25(OH)\u2060D</p>')).toBe('18 mg 25(OH)D');
  });

  test('what only a screen shows is left out, and addresses are whole', () => {
    expect(
      written(
        '<section><h2>Iron <a class="anchor" href="#iron">#</a></h2><svg><text>no</text></svg><p><span>See <a href="#x">here</a></span><script>no</script></p></section>',
      ),
    ).toBe('## Iron\n\nSee [here](https://runners.example/a/#x)');
  });

  test('an item of blocks is parted by blank lines, and one of words is not', () => {
    expect(written('<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>')).toBe(
      '3. a\n   - b\n4. c',
    );
    expect(written('<ul><li><p>a</p><p>b</p></li><li>c</li></ul>')).toBe('- a\n\n  b\n\n- c');
  });

  test('a cell over two columns is followed by an empty one, and short rows are filled', () => {
    const rows =
      '<tr><th colspan="2">a|b</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>';
    expect(written(`<table><tbody>${rows}</tbody></table>`)).toBe(
      '| a\\|b | |\n| - | - |\n| 1 | 2 |\n| 3 | |',
    );
  });

  test('code keeps its letters', () => {
    expect(written('<p>Write <code>[@id] *x*</code></p><pre><code>a\n  b\n</code></pre>')).toBe(
      'Write `[@id] *x*`\n\n```\na\n  b\n```',
    );
  });

  // Signs of Markdown among words, at every place of a line.
  const word = constantFrom(
    ...'a B é 1 12 . ) ( - + * _ ** # > ! [ ] ]( `  ~ | & &amp; < <b \\ = : :- @ www.a.b a@b.c s:// http://a.b [^1] [x] " \''.split(
      ' ',
    ),
    ' ',
  );
  const words = array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
  const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

  test('no word becomes a sign of Markdown', () => {
    assert(
      property(words, words, (one, two) => {
        const [first, second] = [folded(one), folded(two)];
        pre(first !== '' && second !== '');
        const nodes = nodesOf(
          written(
            `<p>${escaped(first)}</p><ul><li>${escaped(second)}<a href="/b/">${escaped(first)}</a>${escaped(second)}</li></ul>`,
          ),
        );
        expect(new Set(nodes.map(({ type }) => type))).toEqual(
          new Set(['root', 'paragraph', 'text', 'list', 'listItem', 'link']),
        );
        const lines = nodes.filter(({ type }) => type === 'paragraph').map(textOf);
        expect(lines).toEqual([first, second + first + second]);
      }),
    );
  });
});
