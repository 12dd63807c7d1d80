/** Shapes as text: well-formed in a file, and HTML in a page. */
import { expect, test } from 'vitest';
import { markup, pageMarkup } from '#drawing/markup.ts';
import type { Shape } from '#drawing/shape.ts';

const shape: Shape = {
  tag: 'g',
  attributes: { class: '"a" & b' },
  children: [
    { tag: 'path', attributes: { d: 'M0 0' } },
    { tag: 'text', attributes: { x: 1 }, text: '< 5 mg' },
  ],
};

test('a file closes at once what holds nothing', () => {
  expect(markup(shape)).toBe(
    '<g class="&quot;a&quot; &amp; b"><path d="M0 0"/><text x="1">&lt; 5 mg</text></g>',
  );
});

test('a page closes everything by a tag', () => {
  expect(pageMarkup([shape, { tag: 'rect', attributes: {} }])).toBe(
    '<g class="&quot;a&quot; &amp; b"><path d="M0 0"></path><text x="1">&lt; 5 mg</text></g><rect></rect>',
  );
});
