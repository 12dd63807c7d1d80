/** Ordinary prose comes out of the compiler as it went in, wherever it stands. */
import * as fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { compileDocument, type Compiled } from '#document/compile.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,12}$/) },
  fc.stringMatching(/^[A-Z][a-z]{0,8}$/),
  fc.stringMatching(/^[a-zà-öø-ÿα-ωа-яößéñ]{1,9}$/),
  fc.stringMatching(/^[\u4E00-\u4E7F]{1,4}$/),
  fc.constantFrom(
    'β-carotene',
    'B12',
    '25(OH)D',
    'VO2max',
    'iron-rich',
    'e.g.',
    'µg',
    '10K',
    "runner's",
    'U.S.',
    'vitamins/minerals',
    '24/7',
    'p<0.05',
    '&',
    'AT&T',
    'x',
    '🏃',
  ),
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom(
    '1,200',
    '0.5',
    '.5',
    '25%',
    '5–10',
    '±3',
    '-2',
    '1:30',
    '2026',
    '1/2',
    '½',
    '~300',
    '≈5',
    '$20',
    '€3',
    '10^3',
    '5×',
    '3rd',
    '#1',
    '*5',
  ),
);
const piece = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 2, arbitrary: number },
  fc.constantFrom(
    '—',
    '–',
    '...',
    '…',
    '=',
    '+',
    '“quoted”',
    '‘so’',
    '"quoted"',
    "'so'",
    '(in',
    'brackets)',
    '[sic]',
    '§',
    '°C',
    '→',
    '≥',
    '>5',
    '<5',
    '_',
    '~',
    '@',
    '|',
  ),
);
const sentence = fc
  .tuple(
    word,
    fc.array(fc.tuple(piece, fc.constantFrom('', '', '', ',', ';', ':')), {
      minLength: 1,
      maxLength: 14,
    }),
    fc.constantFrom('.', '?', '!', '…', ''),
  )
  .map(([first, rest, end]) => [first, ...rest.map(([one, mark]) => one + mark)].join(' ') + end);
const prose = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

const places: Readonly<Record<string, (text: string) => Compiled>> = {
  'a paragraph': (text) => inBody(text),
  'a wrapped paragraph': (text) => inBody(text.replaceAll(/(?<=[a-z]) (?=[a-z])/g, '\n')),
  'an item': (text) => inBody(`- ${text}\n- ${text}`),
  'a quotation': (text) => inBody(`> ${text}`),
  'a callout': (text) => inBody(`<Callout kind="note" title="Title">\n\n${text}\n\n</Callout>`),
  'a heading': (text) => inBody(`## ${text}`),
  'a cell': (text) => inBody(`| |\n| --- |\n| ${text.replaceAll('|', '\\|')} |`),
  'a takeaway': (text) => compileDocument({ ...empty, takeaways: [snippet(text)] }),
  'an answer': (text) =>
    compileDocument({ ...empty, questions: [snippet('Why?')], answers: [snippet(text)] }),
};
const empty = { text: '', takeaways: [], questions: [], answers: [] };
const inBody = (text: string): Compiled => compileDocument({ ...empty, text: `${text}\n` });
const snippet = (text: string) => ({
  text,
  isPlain: true,
  locate: (offset: number) => ({ line: 2, column: 1 + offset }),
});

function printed({ document }: Compiled): string {
  const parts = [...document.takeaways, document.body, ...document.answers].flat();
  const html = parts.map((part) =>
    typeof part === 'string' ? part : part.kind === 'component' ? part.children.join('') : '?',
  );
  return words(textOf(parseDocument(html.join(''))));
}

interface Node {
  data?: string;
  children?: Node[];
}
const textOf = (node: Node): string => node.data ?? (node.children ?? []).map(textOf).join('');
// Marks are set, and the last letter of a unit stays on its line: the same to a reader.
const words = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[‘’′]/g, "'")
    .replaceAll(/[“”″]/g, '"')
    .replaceAll('…', '...')
    .trim();

test.each(Object.keys(places))('in %s what is no markup is printed as it is, or told', (place) => {
  let sound = 0;
  fc.assert(
    fc.property(prose, (text) => {
      const compiled = (places[place] ?? inBody)(text);
      // What Markdown reads as markup is told, with a place.
      for (const { line, column } of compiled.diagnostics)
        expect(Math.min(line, column)).toBeGreaterThan(0);
      if (compiled.diagnostics.length > 0) return;
      sound += 1;
      const wanted = words(text);
      expect(printed(compiled)).toBe(place === 'an item' ? `${wanted} ${wanted}` : wanted);
    }),
    { numRuns: 400 },
  );
  expect(sound).toBeGreaterThan(100);
});
