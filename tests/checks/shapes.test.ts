/** A page taken apart into shapes is as valid as the whole of it, and what is wrong is told at its place. */
import { HtmlValidate } from 'html-validate';
import { afterAll, describe, expect, test } from 'vitest';
import { readBuiltPage } from '#checks/output/built-page.ts';
import { htmlConfig, startWorker, validateHtml, type HtmlDiagnostic } from '#checks/output/html.ts';
import { noShapes } from '#checks/output/shapes.ts';
import { takePageApart } from '#checks/output/take-apart.ts';
import { memoryStore, type Store } from '../../src/store/store.ts';

const good = `<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Iron for runners · Site</title>
<meta name="description" content="What is known, and what is not."><link rel="icon" href="/favicon.svg" type="image/svg+xml">
<script type="application/ld+json">{"@type":"Article"}</script></head><body class="site"><header><a href="/">Site</a>
<nav aria-label="Main"><ul><li><a href="/articles/">Articles</a></li><li><a href="/faq/" aria-current="page">Questions</a></li></ul></nav></header>
<main id="main"><article class="article"><h1>Iron</h1><p class="lead">Iron &amp; salt, and <em>less</em> than 5&nbsp;mg.<sup><a href="#ref-1" id="cite-1" aria-label="Source 1">1</a></sup></p>
<figure><img src="/a.png" alt="A plate" width="640" height="480"><figcaption>A plate.</figcaption></figure>
<section aria-labelledby="how-much"><h2 id="how-much">How much</h2><table><caption>Needs</caption><thead><tr><th scope="col">Age</th><th scope="col">Amount</th></tr></thead>
<tbody><tr><th scope="row">19</th><td>18 mg</td></tr><tr><th scope="row">51</th><td>8 mg</td></tr></tbody></table>
<svg viewBox="0 0 100 10" role="img" aria-label="A scale"><rect x="1" y="2" width="10.5" height="4"></rect><path d="M1 2L3 4"/></svg></section>
<details class="fold"><summary><h2>Sources</h2></summary><ol><li id="ref-1">A work. <a href="https://doi.org/10.1/x?a=1&amp;b=2">doi:10.1/x</a></li><li id="ref-2">Another <i>work</i>.</li></ol></details>
<dl class="label"><div class="row"><dt>Sources</dt><dd>12</dd></div><div class="row"><dt>Read</dt><dd>10</dd></div></dl>
<button type="button" popovertarget="note-1">Note</button><div id="note-1" popover><p>A note, <time datetime="2026-01-10">January 10</time>.</p></div>
<fieldset><legend>Show</legend><label><input type="radio" name="diet" value="" checked> any</label><label><input type="radio" name="diet" value="vegan"> vegan</label></fieldset>
</article></main><footer><p class="small">Text: CC BY 4.0.</p></footer></body></html>
`;

// To start one takes longer than a case.
const worker = startWorker();
afterAll(() => worker.end());

const validator = new HtmlValidate(htmlConfig);
const asWhole = (html: string): HtmlDiagnostic[] =>
  validator.validateStringSync(html).results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => ({
      line,
      column,
      message: `${message.replace(/\.$/, '')} (${ruleId}).`,
    })),
  );

async function byShapes(html: string, store: Store = memoryStore()) {
  const shapes = noShapes();
  const page = takePageApart(html, shapes).shapes;
  let wholes = 0;
  const read = (): string => {
    wholes += 1;
    return html;
  };
  const pages = new Map([['page', page]]);
  const found = await validateHtml(shapes.list, store, worker).diagnostics(pages, read);
  return { diagnostics: found.get('page') ?? [], wholes, page };
}

// The shapes of the good page are tried once for all cases.
const store = memoryStore();

test('a good page is valid by its shapes', async () => {
  expect(asWhole(good)).toEqual([]);
  expect(await byShapes(good, store)).toMatchObject({
    diagnostics: [],
    wholes: 0,
    page: { isOdd: false },
  });
});

test.each([
  ['a text', 'less', 'far more, they say'],
  ['an address', '/favicon.svg', '/other.svg'],
  ['an id', 'id="ref-2"', 'id="ref-3"'],
  [
    'more of the same',
    '<li id="ref-2">',
    '<li id="ref-4">Another <i>work</i>.</li><li id="ref-2">',
  ],
  ['a length', 'width="10.5"', 'width="99.25"'],
  [
    'a row',
    '<tr><th scope="row">51',
    '<tr><th scope="row">31</th><td>8 mg</td></tr><tr><th scope="row">51',
  ],
])('of a page with other %s nothing is looked at again', async (_what, from, to) => {
  const shapes = noShapes();
  const page = takePageApart(good, shapes).shapes;
  expect(good).toContain(from);
  expect(takePageApart(good.replace(from, to), shapes).shapes).toEqual(page);
});

const wrong: [what: string, from: string | RegExp, to: string][] = [
  ['an element that is not closed', '<em>less</em>', '<em>less'],
  ['elements closed crosswise', '<em>less</em>', '<em><b>less</em></b>'],
  ['a block in a line', '<em>less</em>', '<em><div>less</div></em>'],
  ['a list in a paragraph', '<em>less</em>', '<ul><li>less</li></ul>'],
  ['an id twice', 'id="ref-2"', 'id="ref-1"'],
  ['an id twice, far apart', 'id="note-1" popover', 'id="main" popover'],
  ['an empty id', 'id="ref-2"', 'id=""'],
  ['an id with a space', 'id="ref-2"', 'id="ref 2"'],
  ['an image without alt', ' alt="A plate"', ''],
  ['an unknown element', '<em>less</em>', '<foo>less</foo>'],
  ['an element of old days', '<em>less</em>', '<center>less</center>'],
  ['an attribute twice', 'class="lead"', 'class="lead" class="x"'],
  ['a class twice', 'class="lead"', 'class="lead lead"'],
  ['a style', 'class="lead"', 'style="color:red"'],
  ['an attribute without quotation marks', 'class="lead"', 'class=lead'],
  ['an attribute in single ones', 'class="lead"', "class='lead'"],
  ['a tag in capitals', '<em>less</em>', '<EM>less</EM>'],
  ['a raw ampersand', 'Iron &amp; salt', 'Iron & salt'],
  ['a reference to no letter', 'Iron &amp; salt', 'Iron &salty; salt'],
  ['a heading without text', '<h2 id="how-much">How much</h2>', '<h2 id="how-much"></h2>'],
  ['a title without text', /<title>[^<]*/, '<title>'],
  ['no title', /<title>[^<]*<\/title>/, ''],
  ['a link in a link', '<em>less</em>', '<a href="/a/">less <a href="/b/">b</a></a>'],
  ['a link without text', '>Articles</a>', '></a>'],
  ['a button in a link', '<em>less</em>', '<a href="/a/"><button type="button">x</button></a>'],
  ['a button without a type', '<button type="button"', '<button'],
  ['a button without text', '>Note</button>', '></button>'],
  ['a row outside of a table', '<em>less</em>', '</p><tr><td>1</td></tr><p>'],
  ['an item outside of a list', '<figure>', '<li>x</li><figure>'],
  ['a term outside of its list', '<figure>', '<dt>x</dt><figure>'],
  ['a caption behind the rows', /(<caption>.*?<\/caption>)(.*?)<\/table>/s, '$2$1</table>'],
  ['two captions', '<caption>', '<caption>Two</caption><caption>'],
  ['a summary that is not first', /(<summary>.*?<\/summary>)(<ol>)/s, '<p>x</p>$1$2'],
  ['no summary', /<summary>.*?<\/summary>/s, ''],
  ['a legend that is missing', '<legend>Show</legend>', ''],
  ['a role that is no role', 'role="img"', 'role="command"'],
  [
    'a role that it has anyway',
    '<nav aria-label="Main">',
    '<nav role="navigation" aria-label="Main">',
  ],
  ['a label on what takes none', '<em>less</em>', '<em aria-label="x">less</em>'],
  [
    'a label that says what is said',
    '<figure>',
    '<label for="n">Name</label><input id="n" type="text" aria-label="Name"><figure>',
  ],
  [
    'a label that labels two',
    '<label><input type="radio" name="diet" value="" checked> any',
    '<label><input type="radio" name="diet" value="" checked><input type="radio" name="diet" value="b"> any',
  ],
  ['a header without a scope', '<th scope="row">19', '<th>19'],
  ['a scope that is none', 'scope="row">51', 'scope="rows">51'],
  [
    'a type that is none',
    'type="radio" name="diet" value="vegan"',
    'type="radios" name="diet" value="vegan"',
  ],
  ['a value where none goes', ' checked>', ' checked="false">'],
  ['something that closes itself', '<figcaption>A plate.</figcaption>', '<figcaption/>'],
  [
    'a void element that is closed',
    '<img src="/a.png" alt="A plate" width="640" height="480">',
    '<img src="/a.png" alt="A plate"></img>',
  ],
  [
    'hidden, and to be focused',
    '<button type="button"',
    '<button type="button" aria-hidden="true"',
  ],
  ['two main elements', '<footer>', '<main>x</main><footer>'],
  ['a main element in an article', '<figure>', '<main>x</main><figure>'],
  ['a header in a header', '<nav aria-label="Main">', '<header>x</header><nav aria-label="Main">'],
  ['space at the end of a line', '</figure>\n', '</figure> \n'],
  ['a telephone number that breaks', '<em>less</em>', '<a href="tel:+1">1 2 3</a>'],
  ['a label for what is none', '<label>', '<label for="main">'],
  ['a picture that plays by itself', '<em>less</em>', '<video src="/a.mp4" autoplay></video>'],
  ['a conditional comment', '<figure>', '<!--[if IE]><p>x</p><![endif]--><figure>'],
  [
    'an old document type',
    '<!DOCTYPE html>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
  ],
  ['hidden, the whole page', '<body class="site">', '<body class="site" aria-hidden="true">'],
  [
    'a page that goes on by itself',
    '<title>',
    '<meta http-equiv="refresh" content="5;url=/a/"><title>',
  ],
  ['an empty address', 'href="/articles/"', 'href'],
  ['a width in words', 'width="640"', 'width="wide"'],
];
test.each(wrong)('%s is read as htmlparser2 reads it', (_what, from, to) => {
  const html = good.replace(from, to);
  expect(takePageApart(html, noShapes()).page).toEqual(readBuiltPage(html));
});

test.each(wrong)('%s is told as by the whole page', async (_what, from, to) => {
  const html = good.replace(from, to);
  const expected = asWhole(html);
  expect(expected).not.toEqual([]);
  expect((await byShapes(html, store)).diagnostics).toEqual(expected);
});

describe('a page with a form', () => {
  const odd = good.replace(
    '<figure>',
    `<form id="seek" data-index="/1/"><label for="n">Name</label><input id="n" name="n" type="text">
<label>All <select name="s"><option value="a">A</option></select></label>${'<p><a href="/a/">A</a></p>'.repeat(9)}</form><figure>`,
  );
  const outlineOf = (html: string): string | undefined => {
    const shapes = noShapes();
    const { isOdd, shapes: places } = takePageApart(html, shapes).shapes;
    return isOdd ? undefined : shapes.list[places[0] ?? -1]?.html;
  };

  test('is looked at in outline', async () => {
    expect(outlineOf(odd)).toContain('<p><a href="?">x</a></p><p><a href="?">x</a></p></form>');
    expect(await byShapes(odd, store)).toMatchObject({ diagnostics: [], wholes: 0 });
  });

  test.each([
    ['words', 'less', 'far more, they say'],
    ['an address', '/favicon.svg', '/other.svg'],
    ['an id', 'id="ref-2"', 'id="ref-3"'],
    ['data', 'data-index="/1/"', 'data-index="/2/"'],
    ['more of the same', '</form>', '<p><a href="/b/">B</a></p></form>'],
  ])('has the same outline as one with other %s', (_what, from, to) => {
    expect(odd).toContain(from);
    expect(outlineOf(odd.replace(from, to))).toBe(outlineOf(odd));
  });

  test.each([
    ['the words of a label', '>Name<', '>Names<'],
    ['the name of a field', 'name="n"', 'name="s"'],
    ['the id of a field', 'id="n"', 'id="m"'],
    ['the id that a label names', 'for="n"', 'for="main"'],
    ['an element', '<em>less</em>', '<b>less</b>'],
    ['a class', 'class="lead"', 'class="lead lead"'],
  ])('has another where %s is another', (_what, from, to) => {
    expect(odd).toContain(from);
    expect(outlineOf(odd.replace(from, to))).not.toBe(outlineOf(odd));
  });

  test.each([
    ['space at the end of a line', '</figure>\n', '</figure> \n'],
    ['a comment', '<figure>', '<!-- a --><figure>'],
    ['a tag that is not closed', '<em>less</em>', '<em>less'],
    ['an id twice', 'id="ref-2"', 'id="n"'],
    ['a telephone number', '<em>less</em>', '<a href="tel:+1">1 2 3</a>'],
  ])('has none with %s', (_what, from, to) => {
    expect(outlineOf(odd.replace(from, to))).toBeUndefined();
  });

  test.each([
    ['a label for what takes none', 'for="n"', 'for="main"'],
    ['a label that says what is said', 'type="text"', 'type="text" aria-label="Name"'],
    ['a name twice', 'name="s"', 'name="n"'],
    ['a label that labels two', '<option', '<input type="text"><option'],
    ['an id twice', 'id="ref-2"', 'id="n"'],
    ['a field without a type', ' type="text"', ''],
    ['two forms in one another', '</form>', '<form></form></form>'],
    ['a list in a paragraph', '<em>less</em>', '<ul><li>less</li></ul>'],
    ['a link without text', '>Articles</a>', '></a>'],
    ['what completes nothing', 'type="text"', 'type="text" autocomplete="nothing"'],
  ])('is told of %s as by the whole page', async (_what, from, to) => {
    const html = odd.replace(from, to);
    expect(odd).toContain(from);
    const expected = asWhole(html);
    expect(expected).not.toEqual([]);
    expect((await byShapes(html, store)).diagnostics).toEqual(expected);
  });
});
