/** CSL-JSON as Zotero and pandoc export it: what is read, what is left alone, what is told. */
import { describe, expect, test } from 'vitest';
import { plainTitle, textFault, titleFault } from '#schemas/csl.ts';
import { sourceSchema } from '#schemas/source.ts';
import { goodEntry, messagesOf } from './entry.ts';

// One made-up record with every field that Zotero's exporter writes.
const exported = {
  id: 'http://zotero.org/users/1/items/AAAA1111',
  type: 'article-journal',
  abstract: 'x',
  'call-number': '5',
  'citation-key': 'musterMadeupTitle2019',
  'container-title': 'J Sports Sci',
  DOI: '10.1080/02640414.2019.1234567',
  edition: '2',
  editor: [{ family: 'Editor', given: 'E' }],
  'event-place': 'Nowhere',
  ISBN: '1',
  ISSN: '0264-0414',
  issue: '3',
  journalAbbreviation: 'J. Sports Sci.',
  keyword: 'a, b',
  language: 'en',
  license: undefined,
  note: 'PMID: 1\nPMCID: PMC1',
  number: 5,
  page: '1-9',
  PMCID: 'PMC1',
  'publisher-place': 'London',
  source: 'PubMed',
  title: 'A made-up title',
  'title-short': 'Title',
  volume: 38,
  author: [
    { family: 'Muster', given: 'A.', suffix: 'Jr', 'comma-suffix': true },
    { family: 'Berg', 'non-dropping-particle': 'van den', given: 'B.' },
    { family: 'Lamartine', 'dropping-particle': 'de', given: 'C.', 'static-ordering': false },
    { literal: 'A group', 'parse-names': false },
  ],
  accessed: { 'date-parts': [['2026', 1, 5]] },
  issued: { 'date-parts': [['2019', '5']], season: 'spring' },
};
const custom = { design: 'RCT', seen: 'abstract', runners: 'no' };

test('what Zotero exports wants an id of ours and what was read of it, and nothing else', () => {
  const { license: _, ...record } = exported;
  expect(messagesOf('sources', record, {})).toEqual([
    '"id" must be lowercase letters, digits and single hyphens (it is "http://zotero.org/users/1/items/AAAA1111").',
    'the field "custom" is missing.',
  ]);
  expect(sourceSchema.parse({ ...record, id: 'muster-2019', custom })).toEqual({
    id: 'muster-2019',
    type: 'article-journal',
    title: 'A made-up title',
    author: [
      { family: 'Muster', given: 'A.', suffix: 'Jr' },
      { family: 'Berg', 'non-dropping-particle': 'van den', given: 'B.' },
      { family: 'Lamartine', 'dropping-particle': 'de', given: 'C.' },
      { literal: 'A group' },
    ],
    'container-title': 'J Sports Sci',
    issued: { 'date-parts': [[2019, 5]] },
    volume: '38',
    issue: '3',
    page: '1-9',
    DOI: '10.1080/02640414.2019.1234567',
    note: 'PMID: 1\nPMCID: PMC1',
    custom,
  });
});

describe('a date', () => {
  const issued = (date: unknown) =>
    sourceSchema.safeParse({ id: 'a', type: 'book', title: 'A', custom, issued: date }).data
      ?.issued;

  test.each([
    [{ 'date-parts': [[2020, 5, 1]] }, [[2020, 5, 1]]],
    [{ 'date-parts': [['2020', '', '']] }, [[2020]]],
    [{ 'date-parts': [[2019], [2020]] }, [[2019], [2020]]],
    [{ 'date-parts': [[2020]], circa: true, season: 2 }, [[2020]]],
    [{ raw: '2020-05-01' }, [[2020, 5, 1]]],
    [{ raw: '2020-05' }, [[2020, 5]]],
    [{ literal: 'Spring 2020' }, [[2020]]],
    ['2020-05', [[2020, 5]]],
  ])('%j has parts', (date, parts) => {
    expect(issued(date)).toEqual({ 'date-parts': parts });
  });

  test.each([
    [{ literal: 'in press' }],
    [{ literal: '2019 or 2020' }],
    [{}],
    ['soon'],
    [{ 'date-parts': [['MMXX']] }],
  ])('%j has none, and is told', (date) => {
    const good = goodEntry('sources', 'studies.json');
    expect(messagesOf('sources', good, { issued: date })).toHaveLength(1);
  });
});

describe('a title', () => {
  test.each([
    ['<i>Helicobacter</i> and 25(OH)D<sub>3</sub>', 'Helicobacter and 25(OH)D3'],
    ['<span class="nocase">UK</span> runners', 'UK runners'],
    ['<span style="font-variant:small-caps;">l</span>-carnitine', 'l-carnitine'],
    ['<span style="font-variant: small-caps">l</span>-<b>c</b>', 'l-c'],
    ['<sc>d</sc>-ribose in <i>E. <b>coli</b></i>', 'd-ribose in E. coli'],
    ['Ferritin < 30 µg/L and BMI <25 & age >40', 'Ferritin < 30 µg/L and BMI <25 & age >40'],
    ['R&D; a review of AT&T', 'R&D; a review of AT&T'],
  ])('%s is set', (title, plain) => {
    expect(titleFault(title)).toBeUndefined();
    expect(plainTitle(title)).toBe(plain);
  });

  test.each([
    ['<em>x</em>', '<em>'],
    ['<inf>2</inf>', '<inf>'],
    ['<mml:math>x</mml:math>', '<mml:math>'],
    ['<I>x</I>', '<I>'],
    ['x</i>', '</i>'],
    ['<span>x</span>', '<span>'],
    ['<span class="nocase" onclick="x">x</span>', '<span class="nocase" onclick="x">'],
    ['<br/>', '<br/>'],
    ['a &lt; b', '&lt;'],
    ['a &#x2013; b', '&#x2013;'],
  ])('%s is refused', (title, stray) => {
    expect(titleFault(title)).toContain(`must hold no "${stray}"`);
  });

  test('alone has tags', () => {
    expect(textFault('J <i>Physiol</i>')).toBe('must hold no "<i>": only a title may have tags');
    expect(textFault('p < 0.05 & more')).toBeUndefined();
  });
});
