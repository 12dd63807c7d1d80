/** What is read strictly of a page is what htmlparser2 reads of it. */
import { describe, expect, test } from 'vitest';
import { readBuiltPage } from '#checks/output/built-page.ts';
import { noShapes } from '#checks/output/shapes.ts';
import { StrictReader, type StrictTag } from '#checks/output/strict.ts';
import { takePageApart } from '#checks/output/take-apart.ts';

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Iron &amp; salt</title></head><body>${body}</body></html>\n`;

function isRead(html: string): boolean {
  return new StrictReader((tag: StrictTag) => tag).read(html, {
    open: () => undefined,
    text: () => undefined,
    close: () => undefined,
  });
}

describe('strictly', () => {
  test.each([
    '<h1>A &#39;b&#x27; &lt;c&gt;&nbsp;&quot;d&quot;</h1>',
    '<p>A<br>b<br/>c <img src="/a.png" alt="x > y"></p>',
    '<p title="a &amp;amp; b">A</p>',
    '<p>\n  A \t b\u00A0\u2003c</p>\n\n<p>d</p>',
    '<svg viewBox="0 0 1 1"><linearGradient id="a"><stop offset="1"/></linearGradient><title>T</title><path d="M0"/></svg>',
    '<svg><foreignObject><p>A</p></foreignObject><g/></svg>',
    '<style>p > a{b:c}</style><script type="application/ld+json">{"a":"<b>&amp;"}</script>',
    '<nav aria-label="Breadcrumb"><a href="/">Top <em>page</em></a> <a href="/a/">A</a></nav>',
    '<a href="/a/?b=1&amp;c=2#d" rel="nofollow">A</a><a name="b">B</a>',
    '<table><tr><th>A</th><td>b</td></tr><tr><td>c</td></tr></table>',
    '<ul><li>A<ul><li>b</li></ul></li></ul><p hidden>c</p>',
    '<p ID="a" id="b" CLASS="c">A</p>',
    '<template><p>A</p></template><time datetime="2026-01-10">b</time>',
  ])('%s', (body) => {
    const html = page(body);
    expect(isRead(html)).toBe(true);
    expect(takePageApart(html, noShapes()).page).toEqual(readBuiltPage(html));
  });
});

describe('by htmlparser2', () => {
  test.each([
    '<p>A',
    '<p>A</div>',
    '<p>A<div>b</div></p>',
    '<li>A<li>b</li></li>',
    '<p>A & b</p>',
    '<p>A &copy; b</p>',
    '<p>A &#128; b</p>',
    '<p title="a & b">A</p>',
    '<p title=a>A</p>',
    "<p title='a'>A</p>",
    '<p  title="a">A</p>',
    '<P>A</P>',
    '<div/>',
    '<svg><title/></svg>',
    '<svg><BR></BR></svg>',
    '<!-- a --><p>A</p>',
    '<script>"</b>"</script>',
    '<style>a</style >',
    '<textarea>&amp;</textarea>',
    '<xmp><p>A</xmp>',
    '<p>A < b</p>',
  ])('%s', (body) => {
    const html = page(body);
    expect(isRead(html)).toBe(false);
    const { page: found, shapes } = takePageApart(html, noShapes());
    expect(found).toEqual(readBuiltPage(html));
    expect(shapes.isOdd).toBe(true);
  });
});
