/** Lines that our handlers write, and lines like them that they leave to the library, held against what it writes itself. */
import { array, assert, constant, constantFrom, letrec, oneof, property, record } from 'fast-check';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Link, PhrasingContent, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { handlers } from '#formats/handlers.ts';

const plain = constantFrom(...'Iron low w W p s 1 12 , ;'.split(' '), ' ', ' in runners', '. ');
const sign = constantFrom(
  ...'. ) ( - + * _ ** # > ! [ ] ]( : ` ~ | & &amp; < <b \\ = :- @ / w. s: :/ “ é 😀'.split(' '),
  '\n',
  '\t',
  '\r',
  '\u00A0',
  '\u0000',
);
// What means something only together with what stands beside it.
const part = constantFrom(...'w w. .w s s: :/ / (a 1) 1. a'.split(' '), 'a ');
const value = oneof(
  array(oneof(plain, plain, plain, sign), { maxLength: 5 }).map((all) => all.join('')),
  part,
);
const url = oneof(
  constantFrom(
    ...'https://a.b/c_d?e=f#g https://a.b/c?d&e https://a.b/(c) https://a.b/* mailto:a@b.c a:b'.split(
      ' ',
    ),
  ),
  value,
);

const { line } = letrec<{ line: PhrasingContent[]; node: PhrasingContent }>((tie) => ({
  line: array(tie('node'), { maxLength: 4 }),
  node: oneof(
    { depthSize: 'small' },
    { weight: 6, arbitrary: record({ type: constant('text'), value }) },
    record({ type: constant('link'), url, children: tie('line') }),
    url.map((own): Link => ({ type: 'link', url: own, children: [{ type: 'text', value: own }] })),
    record({ type: constant('image'), url, alt: value }),
    record({ type: constant('footnoteReference'), identifier: value, label: value }),
    record({ type: constantFrom('strong', 'emphasis', 'delete'), children: tie('line') }),
    record({ type: constant('inlineCode'), value }),
    constant({ type: 'break' }),
  ),
}));
const block = oneof(
  record({ type: constant('paragraph'), children: line }),
  record({ type: constant('heading'), depth: constantFrom(1, 2, 3), children: line }),
  line.map((children) => ({
    type: 'table',
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
  })),
);
const tree = array(
  oneof(
    block,
    record({ type: constant('blockquote'), children: array(block, { maxLength: 2 }) }),
    array(block, { maxLength: 2 }).map((children) => ({
      type: 'list',
      children: [{ type: 'listItem', children }],
    })),
  ),
  { maxLength: 2 },
);

test('a line is written as the library writes it', () => {
  const extensions = [gfmToMarkdown()];
  assert(
    property(tree, (children) => {
      const root = { type: 'root', children: children as RootContent[] } as const;
      expect(toMarkdown(root, { extensions, handlers })).toBe(toMarkdown(root, { extensions }));
    }),
    { numRuns: 4000 },
  );
});
