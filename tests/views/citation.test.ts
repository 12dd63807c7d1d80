/** References made from their parts: marks, dots, particles, addresses. */
import { describe, expect, test } from 'vitest';
import { certaintyOrder } from '#domain/certainty.ts';
import type { Certainty } from '#schemas/fields.ts';
import { sourceSchema } from '#schemas/source.ts';
import { bibliography, dataCitation, sourceLinks, ungraded } from '#views/citation.ts';
import { partViews } from '#views/parts.ts';
import { sampleLibrary } from '../../src/gallery/sample-library.ts';
import { library, libraryWith } from '../library.ts';

describe('a mark', () => {
  const idOf = (certainty: Certainty): string =>
    [...sampleLibrary.claims.values()].find(({ data }) => data.certainty === certainty)?.id ?? '';
  const page = (certainty: Certainty) => {
    const citation = dataCitation([idOf(certainty)]);
    return { citation, list: bibliography([citation], sampleLibrary) };
  };

  test('is loud where evidence is limited, conflicting or missing; elsewhere the number will do', () => {
    const marks = certaintyOrder.map((certainty) => {
      const { citation, list } = page(certainty);
      return list.cite(citation)[0]?.mark;
    });
    expect(marks).toEqual([undefined, undefined, 'limited', 'conflicting', 'none']);
  });

  test('says how sure the evidence is whether it is loud or not, but not of an instruction', () => {
    const { citation, list } = page('moderate');
    expect(list.cite(citation)[0]?.label).toMatch(/^Sources? [\d,]+, moderate evidence$/);
    const weak = page('limited');
    const [mark] = ungraded(weak.list).cite(weak.citation);
    expect(mark?.mark).toBeUndefined();
    expect(mark?.label).toMatch(/^Sources? [\d,]+$/);
  });

  test('shows and says for how many sentences it stands; one that another stands for is none', () => {
    const { citation, list } = page('moderate');
    expect(list.cite({ ...citation, sentences: 0 })).toEqual([]);
    const [mark] = list.cite({ ...citation, sentences: 3 });
    expect(mark?.text).toBe(`‹‹${mark?.numbers.join(',')}`);
    expect(mark?.label).toMatch(/, for 3 sentences$/);
  });

  test('is where its source leads back to, and is counted there', () => {
    const { citation, list } = page('moderate');
    const backs = () => list.references().map(({ back }) => back);
    expect(new Set(backs())).toEqual(new Set([undefined]));
    const [first] = list.cite(citation);
    expect(backs()[0]).toEqual({ href: `#${first?.anchor}`, text: 'used once' });
    list.cite(citation);
    expect(backs()[0]).toEqual({ href: `#${first?.anchor}`, text: 'used 2 times' });
  });
});

test('of neighbors that rest on the same only the last shows a mark, and no span is left', () => {
  const citation = dataCitation([[...library.sources.keys()][0] ?? '']);
  const list = bibliography([citation], library);
  const parts = [
    '<p>First <span class="nb">thing.',
    { ...citation, sentences: 0 },
    '</span> Second <span class="nb">thing.',
    { ...citation, sentences: 2 },
    '</span></p>',
  ];
  const [first, hidden, second, shown] = partViews(parts, list, library);
  expect([first, second]).toEqual(['<p>First thing.', ' Second <span class="nb">thing.']);
  expect(hidden).toEqual({ kind: 'citation', citations: [] });
  expect(shown).toMatchObject({ citations: [{ text: '‹1' }] });
});

const reference = (fields: object) => {
  const data = sourceSchema.parse({
    id: 'a',
    type: 'article-journal',
    title: 'A title',
    custom: { design: 'RCT', seen: 'abstract', runners: 'no' },
    ...fields,
  });
  const own = libraryWith([], { sources: [{ id: 'a', data }] });
  const [view] = bibliography([dataCitation(['a'])], own).references();
  return { ...view, short: sourceLinks(['a'], own)[0]?.text };
};

describe('a reference', () => {
  const author = [{ family: 'Muster', given: 'A' }];
  const issued = { 'date-parts': [[2019]] };
  const journal = { 'container-title': 'J Sports Sci', volume: '38', issue: '3', page: '1-9' };

  test.each([
    [{ author, issued, ...journal }, 'Muster A. A title. J Sports Sci 38(3):1-9, 2019.'],
    [{}, 'A title.'],
    [{ title: 'Is it so?' }, 'Is it so?'],
    [{ title: '“Is it so?”', issued }, '“Is it so?” 2019.'],
    [{ title: 'A title.', publisher: 'Press Inc.' }, 'A title. Press Inc.'],
    [{ title: 'In <i>E. coli</i>', issued }, 'In <i>E. coli</i>. 2019.'],
    [{ title: '<i>Is it E. coli?</i>', issued }, '<i>Is it E. coli?</i> 2019.'],
    [{ author: [{ family: 'Muster', given: 'A.' }] }, 'Muster A. A title.'],
    [{ author: ['A', 'B', 'C'].map((family) => ({ family })) }, 'A, B, C. A title.'],
    [{ author: ['A', 'B', 'C', 'D'].map((family) => ({ family })) }, 'A, et al. A title.'],
    [{ author: [{ literal: 'Muster A, et al.' }] }, 'Muster A, et al. A title.'],
    [{ title: 'Fe<sup>2+</sup> <4 & >2' }, 'Fe<sup>2+</sup> &lt;4 &amp; &gt;2.'],
    [
      {
        title:
          '<span style="font-variant:small-caps;">d</span>-X in <span class="nocase">UK</span>',
      },
      '<span class="small-caps">d</span>-X in UK.',
    ],
  ])('%j', (fields, html) => {
    expect(reference(fields).html).toBe(html);
  });

  test('keeps the particles of names', () => {
    const names = [
      { family: 'Poel', given: 'M', 'non-dropping-particle': 'van der' },
      { family: 'Alembert', given: 'J', 'non-dropping-particle': 'd’' },
      { family: 'Lamartine', given: 'A', 'dropping-particle': 'de', suffix: 'Jr' },
    ];
    const { html, short } = reference({ author: names, issued });
    expect(html).toBe('van der Poel M, d’Alembert J, Lamartine A de Jr. A title. 2019.');
    expect(short).toBe('van der Poel et al., 2019');
  });

  test('is short by its title without marks where nobody wrote it', () => {
    expect(reference({ title: 'Vitamin B<sub>12</sub>' }).short).toBe('Vitamin B12');
  });

  test.each([
    [
      { DOI: '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-#' },
      'https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-%23',
      'doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-#',
    ],
    [{ URL: 'https://www.nih.gov/a?b=1#c' }, 'https://www.nih.gov/a?b=1#c', 'nih.gov'],
    [{ PMID: 23356638 }, 'https://pubmed.ncbi.nlm.nih.gov/23356638/', 'PMID 23356638'],
    [{}, undefined, undefined],
  ])('%j leads to %s', (fields, href, linkText) => {
    expect(reference(fields)).toMatchObject({ href, linkText });
  });
});
