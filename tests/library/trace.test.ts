/** A page is kept while all that it looked at is as it was, and made again when anything of it changed. */
import { expect, test } from 'vitest';
import { need, type Library } from '#library/records.ts';
import {
  digestAt,
  newTrace,
  noteEverything,
  noteText,
  traced,
  within,
  type Trace,
} from '#library/trace.ts';
import { changeLog } from '#views/change.ts';
import { claimPageView } from '#views/claim-page.ts';
import { nutrientPageView } from '#views/nutrient-page.ts';
import { productPageView } from '#views/product-page.ts';
import { productView } from '#views/product.ts';
import { glossaryView } from '#views/glossary.ts';
import { sampleLibrary } from '../../src/gallery/sample-library.ts';
import { library, libraryWith } from '../library.ts';

function traceOf(look: (library: Library) => unknown, from: Library = library): Trace {
  const trace = newTrace();
  look(traced(from, trace));
  return trace;
}

/** Whether a library has at all places of a trace what the one has that was looked at. */
function holds(trace: Trace, other: Library, from = library): boolean {
  return placesOf(trace).every((place) => digestAt(place, other) === digestAt(place, from));
}

function placesOf({ looks, parts }: Trace): string[] {
  return [...looks, ...[...parts].flatMap(placesOf)];
}

// Another object of the same content is the same; of other content it is not.
function changed<Name extends keyof Library>(name: Name, id: string, data?: object): Library {
  const map = new Map(library[name] as unknown as Map<string, { data: object }>);
  const record = map.get(id);
  if (record === undefined) throw new Error(`There is no ${name} "${id}".`);
  map.set(id, { ...record, data: { ...record.data, ...data } });
  return { ...library, [name]: map };
}

const [claimId = ''] = [...library.claims.keys()];
const claim = need(library.claims, claimId, 'claim').data;
const [sourceId = ''] = claim.sources;
const claimPage = traceOf((seen) => claimPageView(claimId, seen));

test('a copy of the same records is the same', () => {
  expect(holds(claimPage, library)).toBe(true);
  expect(holds(claimPage, changed('claims', claimId))).toBe(true);
});

test.each<[what: string, library: Library, expected: boolean]>([
  ['its claim', changed('claims', claimId, { statement: 'Another.' }), false],
  ['a source of it', changed('sources', sourceId, { title: 'Another' }), false],
  ['a source of others', changed('sources', 'usda-sr28', { title: 'Another' }), true],
  ['a nutrient that it is not about', changed('nutrients', 'biotin', { name: 'Other' }), true],
  ['the site', { ...library, site: { ...library.site, aiUse: 'none' } }, false],
  ['the day', { ...library, today: '2027-01-01' }, true],
  ['an article that cites it', withArticle([claimId]), false],
  ['an article that does not', withArticle([]), true],
  [
    'a claim that says otherwise',
    { ...library, contradictions: new Map([[claimId, ['other']]]) },
    false,
  ],
])('the page of a claim, when %s changes', (_what, after, expected) => {
  expect(holds(claimPage, after)).toBe(expected);
});

function withArticle(citations: string[]): Library {
  const [sample] = sampleLibrary.articles.values();
  if (sample === undefined) throw new Error('The sample library has no article.');
  return libraryWith([{ ...sample, data: { ...sample.data, citations } }]);
}

test('what goes through a whole collection holds while nothing of it changes', () => {
  const terms = traceOf(glossaryView);
  expect(holds(terms, library)).toBe(true);
  expect(holds(terms, changed('glossary', 'ferritin', { definition: 'Another.' }))).toBe(false);
  expect(holds(terms, changed('products', 'lmnt-recharge', { drawbacks: [] }))).toBe(true);
});

test('who asks for ids alone, or whether there is one, has looked at no entry', () => {
  const other = changed('claims', claimId, { statement: 'Another.' });
  const fewer = { ...library, claims: new Map([...library.claims].slice(1)) };
  for (const look of [
    (seen: Library) => [...seen.claims.keys()],
    (seen: Library) => seen.claims.size,
    (seen: Library) => seen.claims.has(claimId),
  ]) {
    expect(holds(traceOf(look), other)).toBe(true);
    expect(holds(traceOf(look), fewer)).toBe(false);
  }
});

test('what an answer depends on counts by the answer', () => {
  const nearest = traceOf((seen) => seen.relatedArticles('sample', 1), sampleLibrary);
  const other = { ...sampleLibrary, relatedArticles: () => ['other'] };
  expect(holds(nearest, { ...sampleLibrary }, sampleLibrary)).toBe(true);
  expect(holds(nearest, other, sampleLibrary)).toBe(false);
});

test('a view of a library that is traced is the view', () => {
  const same = <View>(look: (seen: Library) => View, from = library): void => {
    expect(look(traced(from, newTrace()))).toEqual(look(from));
  };
  same((seen) => claimPageView(claimId, seen));
  same(changeLog);
  same((seen) => productPageView('lmnt-recharge', seen));
  const document = {
    body: [],
    citations: [],
    components: [],
    headings: [],
  } as unknown as Parameters<typeof nutrientPageView>[1]['document'];
  same((seen) =>
    nutrientPageView(
      'iron',
      { data: need(seen.nutrients, 'iron', 'nutrient').data, document },
      seen,
    ),
  );
});

test('what pages share counts for each of them', () => {
  const product = need(library.products, 'lmnt-recharge', 'product');
  const nutrient = product.data.nutrients[0]?.nutrient ?? '';
  const looks = [1, 2].map(() => traceOf((seen) => productView(product, seen)));
  for (const trace of looks) {
    expect(placesOf(trace)).toContain(JSON.stringify(['nutrients', nutrient]));
    expect(holds(trace, changed('nutrients', nutrient))).toBe(true);
    expect(holds(trace, changed('nutrients', nutrient, { name: 'Other' }))).toBe(false);
  }
  const other = changed('nutrients', nutrient, { name: 'Other' });
  expect(productView(product, traced(other, newTrace())).doses[0]?.nutrientName).toBe('Other');
});

test('of an article lists have looked at what they show, and who reads its text at that too', () => {
  const [sample] = sampleLibrary.articles.values();
  if (sample === undefined) throw new Error('The sample library has no article.');
  const rewritten = libraryWith([{ ...sample, key: 'another text' }]);
  const before = libraryWith([sample]);
  const list = traceOf((seen) => [...seen.articles.values()], before);
  const page = newTrace();
  within(page, () => noteText('articles', sample.id));
  expect(holds(list, rewritten, before)).toBe(true);
  expect(holds(page, rewritten, before)).toBe(false);
});

test('where more was looked at than can be told, any change counts', () => {
  const trace = newTrace();
  within(trace, noteEverything);
  expect(holds(trace, { ...library })).toBe(true);
  expect(holds(trace, changed('sources', sourceId, { title: 'Another' }))).toBe(false);
  expect(holds(trace, { ...library, today: '2027-01-01' })).toBe(false);
  const [sample] = sampleLibrary.articles.values();
  if (sample === undefined) throw new Error('The sample library has no article.');
  const rewritten = libraryWith([{ ...sample, key: 'another text' }]);
  expect(holds(trace, rewritten, libraryWith([sample]))).toBe(false);
});
