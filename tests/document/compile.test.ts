import { describe, expect, test } from 'vitest';
import { compileDocument, type Compiled } from '#document/compile.ts';
import { countWords } from '#document/words.ts';
import type { Part } from '#document/document.ts';
import { locate } from '#document/prose.ts';
import { vocabulary } from '#document/vocabulary.ts';

const components = Object.keys(vocabulary).join(', ');
const body = (text: string): Compiled =>
  compileDocument({ text, takeaways: [], questions: [], answers: [] });
const snippet = (text: string, line: number) => ({
  text,
  isPlain: true,
  locate: (offset: number) => ({ line, column: 10 + offset }),
});
const html = (parts: Part[]): string =>
  parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : part.kind === 'citation'
          ? `[${part.ids.join()}]`
          : `{${part.name}:${html(part.children)}}`,
    )
    .join('');

describe('prose', () => {
  test('becomes HTML with ids on headings', () => {
    expect(html(body('## One & two\n\nText *here*.\n').document.body)).toBe(
      '<h2 id="one--two">One &#x26; two</h2>\n<p>Text <em>here</em>.</p>',
    );
  });

  test('two headings of the same words get two ids, and none takes an id of the page frame', () => {
    const { headings } = body('## Same\n\n## Same\n\n## References\n').document;
    expect(headings.map(({ id }) => id)).toEqual(['same', 'same-1', 'references-1']);
  });

  test('quotes are curled, a number keeps its unit on the line, escaped braces are characters', () => {
    expect(html(body('It is "25 mg" in \\{braces}.').document.body)).toBe(
      '<p>It is “25\u00A0mg” in {braces}.</p>',
    );
  });

  test('a table scrolls inside itself, its headers have a scope, its alignment needs no style', () => {
    const text = html(body('| a | b |\n|---|--:|\n| 1 | 2 |\n').document.body);
    expect(text).toContain(
      '<div class="scroller" tabindex="0" role="region" aria-label="Table"><table>',
    );
    expect(text).toContain('<th scope="col" class="right">b</th>');
    expect(text).not.toContain('style=');
  });

  test('comments are fine and print nothing', () => {
    const { document, diagnostics } = body('One {/* a note */} two.\n\n{/* more */}\n');
    expect(html(document.body)).toBe('<p>One  two.</p>\n');
    expect(diagnostics).toEqual([]);
  });

  test('CRLF, other scripts and code with braces are fine', () => {
    const { document, diagnostics } = body('## Eisen 鉄\r\n\r\nHémoglobine `{x}` [@a].\r\n');
    expect(diagnostics).toEqual([]);
    expect(document.citations[0]?.position).toEqual({ line: 3, column: 19 });
  });
});

describe('citations', () => {
  test('stand behind the punctuation, on the line of their word', () => {
    expect(html(body('Iron is low [@a; @b].').document.body)).toBe(
      '<p>Iron is <span class="nb">low.[a,b]</span></p>',
    );
  });

  test('are listed in reading order: care card, takeaways, body, answers', () => {
    const { document } = compileDocument({
      text: '---\nx: 1\n---\n\nBody [@c].\n',
      urgent: snippet('Call help [@e].', 1),
      takeaways: [snippet('First [@a].', 2), snippet('Second [@b; @a].', 3)],
      questions: [snippet('Why?', 5)],
      answers: [snippet('Because [@d].', 6)],
    });
    expect(document.citations.map(({ ids }) => ids.join())).toEqual(['e', 'a', 'b,a', 'c', 'd']);
    expect(document.citations.map(({ position }) => position.line)).toEqual([1, 2, 3, 5, 6]);
    expect(html(document.urgent)).toBe('<p>Call <span class="nb">help.[e]</span></p>');
    expect(html(document.takeaways[0] ?? [])).toBe('<span class="nb">First.[a]</span>');
    expect(document.questionIds).toEqual(['why']);
  });

  test.each([
    ['One [@a]. Two [@a]. Three [@b].', [0, 2, 1]],
    ['One.[@a] Two.[@a] Three.[@a]', [0, 0, 3]],
    ['One [@a; @b]. Two [@b; @a].', [0, 2]],
    ['- One [@a]. Two [@a].\n- Three [@a].', [0, 2, 1]],
    // Not neighbors, or not all of a sentence, or not the same.
    ['One [@a]. Nothing. Two [@a].', [1, 1]],
    ['One [@a].\n\nTwo [@a].', [1, 1]],
    ['One [@a], and more. Two [@a].', [1, 1]],
    ['One [@a] and one more [@a]. Two [@a].', [1, 1, 1]],
    ['One [@a]. Two [@a; @b].', [1, 1]],
    ['| h |\n|---|\n| One [@a] |\n| Two [@a] |', [1, 1]],
  ])('of neighbors that rest on the same, the last stands for all: %s', (text, sentences) => {
    const { citations } = body(text).document;
    expect(citations.map((citation) => citation.sentences)).toEqual(sentences);
  });

  test('inside code and escaped ones are text', () => {
    expect(body('`[@a]` and \\[@b] and [@c].').document.citations.map(({ ids }) => ids)).toEqual([
      ['c'],
    ]);
  });

  test('may stand in a link text, in bold, in a callout, in a table row', () => {
    const { document } = body(
      '**x [@a]** and\n\n<Callout kind="note" title="T">\n\ny [@b]\n\n</Callout>\n\n| h |\n|---|\n| z [@c] |\n',
    );
    expect(document.citations.map(({ ids, position }) => [ids.join(), position.line])).toEqual([
      ['a', 1],
      ['b', 5],
      ['c', 11],
    ]);
  });

  test('that are none are refused at their place', () => {
    expect(body('One.\n\nTwo [@Not An Id] three.').diagnostics).toEqual([
      {
        rule: 'citation-syntax',
        line: 3,
        column: 5,
        message: '"[@Not An Id]" is no citation.',
        fix: 'Write [@id], or [@first-id; @second-id] for several.',
      },
    ]);
  });
});

describe('components', () => {
  test('nest: a callout with prose, an inline dose and a card', () => {
    const { document, diagnostics, flow } = body(
      '<Callout kind="stop" title="T">\n\nTake <Dose product="p" nutrient="iron" /> never.\n\n<ProductCard id="p" />\n\n</Callout>\n',
    );
    expect(diagnostics).toEqual([]);
    expect(html(document.body)).toBe('{Callout:<p>Take {Dose:} never.</p>{ProductCard:}}');
    expect(document.components.map(({ name }) => name)).toEqual(['Callout', 'Dose', 'ProductCard']);
    expect(
      flow.map((item) => (item.kind === 'block' ? item.block.kind : item.component.name)),
    ).toEqual(['Callout', 'paragraph', 'ProductCard']);
  });

  test('on one line get their paragraph', () => {
    expect(html(body('<Callout kind="note" title="T">one line</Callout>').document.body)).toBe(
      '{Callout:<p>one line</p>}',
    );
    expect(html(body('<Dose product="p" nutrient="iron" />').document.body)).toBe('<p>{Dose:}</p>');
  });

  test.each([
    [
      '<ProductCrad id="p" />',
      'component-unknown',
      'unknown component <ProductCrad>.',
      'Did you mean "ProductCard"?',
    ],
    [
      '<ProductCard />',
      'component-props',
      '<ProductCard> lacks the prop "id".',
      'Write <ProductCard id="…">.',
    ],
    [
      '<ProductCard id="p" size="big" />',
      'component-props',
      '<ProductCard> has no prop "size".',
      'Its props are id.',
    ],
    [
      '<ProductCard id="Not An Id" />',
      'component-props',
      'the prop "id" of <ProductCard> is not sound: must be lowercase letters, digits and single hyphens.',
      'It is for: Product id.',
    ],
    [
      '<Callout kind="loud" title="T">x</Callout>',
      'component-props',
      'the prop "kind" of <Callout> is not sound: Invalid option: expected one of "note"|"warning"|"stop"|"urgent".',
      'It is for: How serious it is; `urgent` is a care card, for what cannot wait.',
    ],
    [
      '<ProductCard id={a.b} />',
      'no-code',
      'expression: the prop "id" of <ProductCard> is no literal.',
      'Write id="…" or a number in braces.',
    ],
    [
      '<ProductCard {...all} />',
      'no-code',
      'expression: <ProductCard {...all}> spreads props.',
      'Write each prop out.',
    ],
    [
      '<ProductCard id="p">text</ProductCard>',
      'component-props',
      '<ProductCard> has content between its tags; it takes none.',
      'Close it at once: <ProductCard … />.',
    ],
    [
      '<Callout kind="note" title="T"></Callout>',
      'component-props',
      '<Callout> is empty.',
      'Write Markdown between <Callout …> and </Callout>.',
    ],
    [
      'Text <ProductCard id="p" /> text.',
      'component-place',
      '<ProductCard> stands inside a sentence.',
      'Give it a paragraph of its own: an empty line before and after.',
    ],
    [
      'import x from "y"',
      'no-code',
      'import: content is data and cannot hold code.',
      'Delete the line: every component is there without an import.',
    ],
    [
      'export const x = 1',
      'no-code',
      'export: content is data and cannot hold code.',
      'Delete the line; a figure belongs in a data file.',
    ],
    [
      'Sum {1 + 1}.',
      'no-code',
      'expression: {1 + 1} is not allowed in content.',
      'Write the text itself; a brace that is meant as a character is written \\{.',
    ],
    [
      '<div>x</div>',
      'no-html',
      'raw HTML: <div> is not allowed in content.',
      'Take the tags out: an empty line parts paragraphs.',
    ],
    [
      'Text <bdo>x</bdo>.',
      'no-html',
      'raw HTML: <bdo> is not allowed in content.',
      `Write Markdown, or a component: ${components}.`,
    ],
    ['Text <b>x</b>.', 'no-html', 'raw HTML: <b> is not allowed in content.', 'Write **words**.'],
  ])('%s is refused', (text, rule, message, fix) => {
    expect(body(`First.\n\n${text}\n`).diagnostics).toEqual([
      expect.objectContaining({ rule, message, fix, line: 3 }),
    ]);
  });

  test('all problems of a file come in one run', () => {
    const { diagnostics } = body('<Nope />\n\n{x}\n\n<i>y</i>\n\nimport a from "b"\n');
    expect(diagnostics.map(({ rule, line }) => `${rule}:${line}`)).toEqual([
      'component-unknown:1',
      'no-code:3',
      'no-html:5',
      'no-code:7',
    ]);
  });
});

test.each([
  ['One.\n\n<Callout kind="note" title="T">\n\ntext\n', 3, 1],
  ['One {two', 1, 5],
  ['One.\n\n<!-- no -->\n', 3, 1],
])('broken syntax has its place: %j', (text, line, column) => {
  expect(body(text).diagnostics).toMatchObject([{ rule: 'mdx-syntax', line, column }]);
  expect(body(text).diagnostics[0]?.message).toMatch(/^broken MDX: [^\n]+\.$/);
});

test('prose knows where its letters stand', () => {
  const { prose } = body(
    '## Head\n\nLow **iron** is 25 mg [@a] here.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d [@e] |\n',
  );
  const [heading, paragraph, , item, , row] = prose;
  expect(heading).toMatchObject({ kind: 'heading', depth: 2, text: 'Head' });
  expect(paragraph).toMatchObject({ text: 'Low iron is 25 mg here.', marks: [17] });
  expect(paragraph && locate(paragraph, paragraph.text.indexOf('here'))).toEqual({
    line: 3,
    column: 28,
  });
  expect(item).toMatchObject({ kind: 'item', text: 'two' });
  expect(row).toMatchObject({ kind: 'row', text: 'c\td', marks: [3] });
});

test.each([
  ['one two three', 3],
  ['1,300 mg of iron', 4],
  ['well-fed runner’s', 2],
  ['', 0],
])('%j has %d words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

describe('terms and tables of the nutrients', () => {
  test('a term takes words only', () => {
    const { diagnostics } = body('A <Term id="ferritin">word [@a]</Term> here.');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '<Term> holds a citation, a link or a component; it takes words only.',
    ]);
    expect(body('A <Term id="ferritin">[word](/x/)</Term> here.').diagnostics).toHaveLength(1);
  });

  test('a list of foods is of ten unless it says otherwise, and of 3 to 20', () => {
    expect(body('<FoodSources nutrient="iron" />\n').document.components[0]?.props).toEqual({
      nutrient: 'iron',
      limit: 10,
    });
    expect(body('<FoodSources nutrient="iron" limit={2} />\n').diagnostics[0]?.message).toBe(
      'the prop "limit" of <FoodSources> is not sound: must be at least 3.',
    );
    expect(body('<FoodSources nutrient="iron" limit="8" />\n').diagnostics[0]?.message).toBe(
      'the prop "limit" of <FoodSources> is not sound: must be a number in braces.',
    );
  });
});

describe('text stays what was written', () => {
  test('single tildes are text, wherever they stand; two strike', () => {
    const text = '5~10 mg *a* and 2~4 mg, ~~gone~~, `~x~`, [a](/~b/) and https://x.org/~me';
    expect(html(body(text).document.body)).toBe(
      '<p>5~10\u00A0mg <em>a</em> and 2~4\u00A0mg, <del>gone</del>, <code>~x~</code>, <a href="/~b/">a</a> and <a href="https://x.org/~me">https://x.org/~me</a></p>',
    );
    expect(body('Adults get 5~10 mg and 2~4 mg.').prose[0]?.text).toBe(
      'Adults get 5~10 mg and 2~4 mg.',
    );
  });

  test('two components on a line are one paragraph, on two lines with a gap two', () => {
    const term = (word: string) => `<Term id="x">${word}</Term>`;
    expect(html(body(`${term('a')} ${term('b')}`).document.body)).toBe('<p>{Term:a} {Term:b}</p>');
    expect(html(body(`${term('a')}\n{/* c */}\n${term('b')}`).document.body)).toBe(
      '<p>{Term:a} {Term:b}</p>',
    );
    expect(html(body(`${term('a')}\n\n${term('b')}`).document.body)).toBe(
      '<p>{Term:a}</p>\n<p>{Term:b}</p>',
    );
  });

  test('headings keep their code, and take no id of the page', () => {
    const text =
      '## What `ferritin` means\n\n## `TIBC`\n\n## 🏃\n\n## Note 1\n\n## Ref 2\n\n## Note\n\n## Note\n';
    const { headings } = body(text).document;
    expect(headings.map(({ text: words, id }) => `${words}: ${id}`)).toEqual([
      'What ferritin means: what-ferritin-means',
      'TIBC: tibc',
      '🏃: section',
      'Note 1: section-note-1',
      'Ref 2: section-ref-2',
      'Note: note',
      'Note: section-note-2',
    ]);
  });

  test('a block of code scrolls inside itself and takes the keyboard', () => {
    expect(html(body('```\na < b\n```').document.body)).toBe(
      '<pre tabindex="0" role="region" aria-label="Code"><code>a &#x3C; b\n</code></pre>',
    );
  });

  test('of a word as long as a screen, only the end stays with its citation', () => {
    const word = 'x'.repeat(60);
    expect(html(body(`${word} [@a].`).document.body)).toBe(
      `<p>${'x'.repeat(40)}<span class="nb">${'x'.repeat(20)}.[a]</span></p>`,
    );
  });

  test.each([
    ['{/* a */ /* b */}', []],
    ['{/* a \\* b ** c */}', []],
    ['{/* a */ code() /* b */}', ['no-code']],
    ['{"/*" + x() + "*/"}', ['no-code']],
    ['{// a\n}', ['no-code']],
    ['{/* a\n*/ x}', ['no-code']],
  ])('%j holds code or none', (text, rules) => {
    expect(body(`One ${text} two.`).diagnostics.map(({ rule }) => rule)).toEqual(rules);
  });
});

test('an old fragment stands inside of the heading that it was', () => {
  const { document } = compileDocument({
    text: 'Text.\n\n## What we know\n\nMore.\n',
    takeaways: [],
    questions: [],
    answers: [],
    fragmentAliases: [{ old: 'what-was-known', now: 'what-we-know' }],
  });
  expect(document.body.join('')).toContain(
    '<h2 id="what-we-know"><span id="what-was-known"></span>What we know</h2>',
  );
  expect(document.headings).toMatchObject([{ id: 'what-we-know', text: 'What we know' }]);
});
