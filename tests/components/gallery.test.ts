/** Every example of every component, rendered alone by Astro's Container API. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { vocabulary } from '#document/vocabulary.ts';
import { gallery } from '../../src/gallery/gallery.ts';
import { beginSession } from '../../src/session.ts';

// A picture asks whether its sizes are made at once.
beginSession({ folder: '', showsDrafts: false, isServing: true });

const container = await AstroContainer.create();
const html = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // A table or list that scrolls must be reachable with the keyboard.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

describe.each(gallery)('$name', ({ component, examples, inside }) => {
  test.each(examples)('$state', async ({ props }) => {
    const rendered = await container.renderToString(component, { props });
    const page = inside === 'cards' ? `<ul>${rendered}</ul>` : `<div>${rendered}</div>`;
    const report = await html.validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line}: ${message} (${ruleId})`),
      ),
    ).toEqual([]);
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, style, [style]')).toHaveLength(0);
    expect(document.documentElement.textContent).not.toMatch(/undefined|\[object|NaN/);
    const unnamed = [...document.querySelectorAll('svg:not(svg svg)')].filter(
      (svg) =>
        svg.closest('[aria-hidden="true"]') === null &&
        !(svg.getAttribute('role') === 'img' && svg.hasAttribute('aria-label')),
    );
    expect(unnamed).toEqual([]);
  });
});

test('every component that authors may use has an example', () => {
  expect(gallery.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(vocabulary)));
});

async function render(name: string, state: string): Promise<Document> {
  const shown = gallery.find((candidate) => candidate.name === name);
  const example = shown?.examples.find((candidate) => candidate.state === state);
  if (shown === undefined || example === undefined) throw new Error(`No ${name}: ${state}.`);
  const rendered = await container.renderToString(shown.component, { props: example.props });
  return parseHTML(`<html><body>${rendered}</body></html>`).document as unknown as Document;
}

test('a listed product has an ad with its relation; a refused one its reason and no link out', async () => {
  const listed = await render('ProductCard', 'typical');
  const link = listed.querySelector('a[href^="https://shop.example"]');
  expect(link?.getAttribute('rel')).toBe('sponsored nofollow noopener');
  expect(link?.textContent?.trim()).toBe('Search Sample Shop for Sample Typical Capsule (ad)');
  const refused = await render('ProductCard', 'refused, over the limit');
  expect(refused.body.textContent).toContain('Nobody can say who makes it.');
  expect(refused.querySelectorAll('a[href^="http"]')).toHaveLength(0);
});

test('"test first" stands above the amounts', async () => {
  const card = await render('ProductCard', 'at the limit, test first');
  const text = card.body.textContent ?? '';
  expect(text.indexOf('Test first.')).toBeGreaterThan(-1);
  expect(text.indexOf('Test first.')).toBeLessThan(text.indexOf('In one serving'));
});

test('a mark is loud where evidence is weak, and never on a care card', async () => {
  const marksOf = async (name: string, state: string): Promise<number> =>
    (await render(name, state)).querySelectorAll('.cite .sure').length;
  expect(await marksOf('Citation', 'two claims')).toBe(0);
  expect(await marksOf('Citation', 'conflicting')).toBe(1);
  expect(await marksOf('Callout', 'stop, long, with a weak claim')).toBe(1);
  expect(await marksOf('Callout', 'urgent, with a weak claim')).toBe(0);
});

test('a citation is a button for its note and a link to its source', async () => {
  const citation = await render('Citation', 'two claims');
  const marks = [...citation.querySelectorAll('button')].map((button) => [
    button.getAttribute('popovertarget'),
    button.getAttribute('aria-label'),
    button.nextElementSibling?.getAttribute('href'),
  ]);
  expect(marks).toEqual([
    ['note-1', 'Sources 1,2, strong evidence', '#ref-1'],
    ['note-2', 'Source 1, moderate evidence', '#ref-1'],
  ]);
});

test('certainty is a word and a shape of its own', async () => {
  const shapes = new Set<string | null | undefined>();
  for (const certainty of ['strong', 'moderate', 'limited', 'conflicting', 'none']) {
    const mark = await render('Certainty', certainty);
    expect(mark.body.textContent?.trim()).not.toBe('');
    shapes.add(mark.querySelector('.sure')?.className);
  }
  expect(shapes.size).toBe(5);
});
