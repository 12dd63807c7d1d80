/** Whatever Markdown stands wherever it may: it becomes valid HTML, or is refused at its place. */
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { compileDocument, type Compiled } from '#document/compile.ts';
import type { Part } from '#document/document.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  // What is judged is a piece of a page, set by the compiler and by no hand.
  rules: {
    'prefer-native-element': 'off',
    'no-raw-characters': 'off',
    'valid-id': ['error', { relaxed: true }],
  },
});

const constructs: Readonly<Record<string, string>> = {
  emphasis: 'some *thin* and **fat** and ***both***',
  'struck words': 'some ~~old~~ words',
  code: 'the word `a < b` here',
  'a link': 'see [the words](/glossary/)',
  'a link with a title': 'see [the words](/glossary/ "A title")',
  'an address': 'see <https://example.org/>',
  'a bare address': 'see https://example.org/ here',
  'a link in emphasis': 'see **[the *thin* words](/glossary/)**',
  'a link in a link': 'see [the [inner](/a/) words](/b/)',
  'an image': 'see ![a picture](/favicon.svg)',
  'an image in a link': 'see [![a picture](/favicon.svg)](/glossary/)',
  'a citation': 'iron is low [@a].',
  'a citation in emphasis': 'iron is *low [@a]* here.',
  'a citation in a link': 'iron is [low [@a]](/glossary/) here.',
  'two citations': 'iron [@a] is low [@b; @c].',
  'a heading': '## A heading',
  'a deep heading': '#### A heading with [@a]',
  'a heading by its line': 'A heading\n---------',
  'a list': '- one\n- two',
  'a numbered list': '1. one\n2. two',
  'a list in a list': '- one\n  - two\n    1. three',
  'a loose list': '- one\n\n- two',
  'a list of tasks': '- [ ] one\n- [x] two',
  'a quotation': '> words of others',
  'a quotation in a quotation': '> words\n>\n> > of others',
  'a list in a quotation': '> - one\n> - two',
  'a block of code': '```\na < b\n```',
  'a block of code with a language': '```js\na < b\n```',
  'indented words': '    four spaces',
  'a table': '| a | b |\n| --- | --: |\n| 1 | 2 |',
  'a table with a citation': '| a | b |\n| --- | --: |\n| 1 [@a] | [x](/a/) |',
  'a line': 'one\n\n***\n\ntwo',
  'a break': 'one\\\ntwo',
  'a break by spaces': 'one  \ntwo',
  'two paragraphs': 'one\n\ntwo',
  'a note at the foot': 'words[^1]\n\n[^1]: The note.',
  'a link by its name': 'see [the words][name]\n\n[name]: /glossary/',
  entities: 'a &lt; b &amp; c &copy; d',
  escapes: 'a \\< b \\* c \\{ d',
  'a tag': 'some <b>fat</b> words',
  'a tag that is a block': '<div>words</div>',
  'a comment': 'some {/* no */} words',
  'a comment of HTML': 'some <!-- no --> words',
  'code of a language': 'some {1 + 1} words',
  'an import': "import x from 'y'",
  'a callout': '<Callout kind="note" title="Title">\n\nWords.\n\n</Callout>',
  'a callout on one line': '<Callout kind="note" title="Title">Words.</Callout>',
  'a term': 'your <Term id="a">stores</Term> are low',
  'a term in a link': '[your <Term id="a">stores</Term>](/a/)',
  'a link in a term': 'your <Term id="a">[stores](/a/)</Term>',
  'emphasis in a term': 'your <Term id="a">*stores*</Term>',
  'a term in a term': '<Term id="a">your <Term id="b">stores</Term></Term>',
  'a term in a heading': '## Your <Term id="a">stores</Term>',
  'a dose': 'take <Dose product="a" nutrient="b" /> of it',
  'a dose alone': '<Dose product="a" nutrient="b" />',
  'a card': '<ProductCard id="a" />',
  'a card in a sentence': 'see <ProductCard id="a" /> here',
  'a table of products': '<ProductTable ids="a b" />',
  'nothing linked': '<NoCard nutrient="a" reason="Food has it." />',
};

/** Sets a text in a place of an article. */
const places: Readonly<Record<string, (text: string) => Compiled>> = {
  'a paragraph': (text) => inBody(text),
  'a sentence': (text) => inBody(`Before ${text} behind.`),
  'an item': (text) => inBody(`- ${indented(text, '  ')}\n- last`),
  'an item of an item': (text) => inBody(`- one\n  - ${indented(text, '    ')}`),
  'a numbered item': (text) => inBody(`1. ${indented(text, '   ')}\n2. last`),
  'a quotation': (text) => inBody(`> ${indented(text, '> ')}`),
  'a cell': (text) =>
    inBody(
      `| a | b |\n| --- | --- |\n| ${text.replaceAll('\n', ' ').replaceAll('|', '\\|')} | x |`,
    ),
  'a head': (text) =>
    inBody(
      `| ${text.replaceAll('\n', ' ').replaceAll('|', '\\|')} | b |\n| --- | --- |\n| a | x |`,
    ),
  'a heading': (text) => inBody(`## ${text.replaceAll('\n', ' ')}`),
  emphasis: (text) => inBody(`Some *${text}* words`),
  'a link': (text) => inBody(`Some [${text}](/a/) words`),
  'a callout': (text) => inBody(`<Callout kind="note" title="Title">\n\n${text}\n\n</Callout>`),
  'a callout right behind its tag': (text) =>
    inBody(`<Callout kind="note" title="Title">${text}</Callout>`),
  'a term': (text) => inBody(`Your <Term id="t">${text}</Term> here`),
  'a takeaway': (text) => compileDocument({ ...empty, takeaways: [snippet(text)] }),
  'an answer': (text) =>
    compileDocument({ ...empty, questions: [snippet('Why?')], answers: [snippet(text)] }),
};

const empty = { text: '', takeaways: [], questions: [], answers: [] };
const inBody = (text: string): Compiled => compileDocument({ ...empty, text: `${text}\n` });
const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
const snippet = (text: string) => ({
  text,
  isPlain: true,
  locate: (offset: number) => ({ line: 2, column: 1 + offset }),
});

const inline = new Set(['Dose', 'Term']);

// Elements of the kind that the components print.
function html(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'citation') return '<sup><a href="#ref-1">1</a></sup>';
      if (part.name === 'Term') return `<button type="button">${html(part.children)}</button>`;
      if (inline.has(part.name)) return '<span>25 mg</span>';
      return part.name === 'Callout' ? `<div>${html(part.children)}</div>` : '<div>a card</div>';
    })
    .join('');
}

/** What is wrong: nothing, where all of it is valid HTML, or refused at a line that exists. */
function faultsOf({ document, diagnostics }: Compiled): string[] {
  if (diagnostics.length > 0)
    return diagnostics
      .filter(({ line, column, fix }) => line < 1 || column < 1 || fix === '')
      .map(({ message }) => `no place or fix: ${message}`);
  const takeaways = document.takeaways.map((parts) => `<li>${html(parts)}</li>`);
  const page = [
    '<div>',
    html(document.body),
    takeaways.length > 0 ? `<ul>${takeaways.join('')}</ul>` : '',
    ...document.answers.map((parts) => `<div>${html(parts)}</div>`),
    '</div>',
  ].join('\n');
  const { results } = validator.validateStringSync(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId}: ${message} in ${page}`),
  );
}

test.each(Object.keys(places))('in %s whatever is written is valid or refused', (place) => {
  const faults = Object.entries(constructs).flatMap(([name, text]) =>
    faultsOf((places[place] ?? inBody)(text)).map((fault) => `${name}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test('what is ordinary is refused nowhere that it belongs', () => {
  const ordinary = ['emphasis', 'a link', 'a citation', 'code', 'escapes', 'a term'];
  const belongs = [
    'a paragraph',
    'an item',
    'a quotation',
    'a cell',
    'a callout',
    'a takeaway',
    'an answer',
  ];
  const refused = ordinary.flatMap((name) =>
    belongs
      .filter((place) => (places[place] ?? inBody)(constructs[name] ?? '').diagnostics.length > 0)
      .map((place) => `${name} in ${place}`),
  );
  expect(refused).toEqual([]);
});
