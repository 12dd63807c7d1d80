/** HTML that components write as text: what it is made of is escaped as Astro escapes it. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, test } from 'vitest';
import BlockTable from '#components/ui/BlockTable.astro';
import { Html, textOf, written } from '#components/html.ts';

const signs = `"a" & 'b' <c>`;

describe('written', () => {
  test('escapes texts as templates do, between tags and inside them', async () => {
    const container = await AstroContainer.create();
    const props = { columns: [signs], label: signs };
    const template = await container.renderToString(BlockTable, { props });
    const own = written`<div aria-label="${signs}"><th scope="col">${signs}</th></div>`.text;
    for (const piece of [/aria-label="[^"]*"/, /<th scope="col">.*?<\/th>/])
      expect(piece.exec(own)?.[0]).toBe(piece.exec(template)?.[0]);
  });

  test('knows a tag whose attributes are several pieces, and where it ends', () => {
    expect(
      written`<a href="${'?a&b'}" title="${"it's"}" rel="${'>'}">${"it's"}</a> ${'>'}`.text,
    ).toBe('<a href="?a&amp;b" title="it\'s" rel=">">it&#39;s</a> &gt;');
  });

  test('takes HTML as it is, and nothing else for HTML', () => {
    const bold = written`<b>${1}</b>`;
    expect(written`${bold}${[bold, '<i>', undefined]}${false}${new Html('&amp;')}`.text).toBe(
      '<b>1</b><b>1</b>&lt;i&gt;&amp;',
    );
  });
});

test('textOf() sets pieces one after the other', () => {
  expect(textOf([written`<br>`, written`a`])).toBe('<br>a');
});
