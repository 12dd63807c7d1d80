/** What figures say, over the samples of the gallery; numbers are those of their claims, worked out by hand. */
import { describe, expect, test } from 'vitest';
import { sampleLibrary } from '#gallery/sample-library.ts';
import { drawPlot } from '#drawing/plot.ts';
import { newTrace, traced } from '#library/trace.ts';
import { bibliography, citationsOf, dataCitation } from '#views/citation.ts';
import { figureCsv, figureJson, figurePageView } from '#views/figure-page.ts';
import { figureView, standingAlone } from '#views/figure.ts';
import type { Document } from '#document/document.ts';

const values = (id: string): [string, string][] =>
  figureView(id, sampleLibrary).rows.map(({ label, valueText }) => [
    label,
    valueText.replaceAll('\u00A0', ' '),
  ]);
const base = new URL('https://x.example/');

describe('values in words', () => {
  test('bars, the most first', () => {
    expect(values('bars').map(([, text]) => text)).toEqual(['90%', '40–50%', '30%', '0.4%', '0%']);
  });

  test('changes with their direction', () => {
    expect(values('changes').map(([, text]) => text)).toEqual([
      '79–94% less',
      '54% less',
      '20% less',
      '0%',
      '12.5% more',
    ]);
  });

  test('changes that may go both ways keep their signs', () => {
    const [id, sample] = [...sampleLibrary.claims].find(([, { data }]) => data.values)!;
    const value = { name: 'either', low: -5, high: 10, unit: '%' } as const;
    const claims = new Map(sampleLibrary.claims);
    claims.set(id, { ...sample, data: { ...sample.data, values: [value] } });
    const figures = new Map(sampleLibrary.figures);
    const changes = figures.get('changes')!;
    const rows = [{ label: 'Either', from: { claim: id, value: 'either' } }];
    figures.set('changes', { ...changes, data: { ...changes.data, rows, marks: [] } });
    const view = figureView('changes', { ...sampleLibrary, claims, figures });
    expect(view.rows[0]?.valueText).toBe('−5 to 10%');
    // A line alone: a bar would say which way.
    const drawn = JSON.stringify(drawPlot(view.plot).rows);
    expect(drawn).toContain('"width":"0%"');
  });

  test('estimates with their intervals', () => {
    expect(values('estimates-as-ratios').map(([, text]) => text)).toEqual([
      '0.48 (0.35 to 0.64)',
      '0.97 (0.94 to 1.00)',
      '1.2 (0.01 to 90)',
    ]);
    expect(values('estimates-as-differences')).toEqual([
      ['The value “difference”', '−0.41 cm (−0.69 to −0.12)'],
    ]);
  });

  test('people as they were counted, all in a thousand where a hundred is too few for one row', () => {
    expect(values('people').map(([, text]) => text)).toEqual([
      '12 of 43, 279 in 1,000',
      '1 of 400, 3 in 1,000',
      '0 of 9, 0 in 1,000',
    ]);
  });

  test('a share of a need is computed: 900 mg a liter against 1,500 mg a day', () => {
    expect(values('shares-of-a-need')).toEqual([['A liter against a day’s need of it', '60%']]);
  });

  test('what nobody knows', () => {
    expect(values('unknown')[0]).toEqual(['A drink of unknown strength', 'not known']);
  });
});

test('bars begin at nought, where a line stands below it, too', () => {
  const { plot } = figureView('one-bar', sampleLibrary);
  const drawn = drawPlot({ ...plot, marks: [{ value: -50, text: 'a line' }] });
  const [zero, bar] = ['"class":"zero"', '"class":"solid"'].map((role) => {
    const shapes = JSON.stringify(drawn.rows[0]).split('"tag"');
    return /"x1?":"([\d.]+)%"/.exec(shapes.find((shape) => shape.includes(role)) ?? '')?.[1];
  });
  expect(Number(zero)).toBeGreaterThan(20);
  expect(bar).toBe(zero);
});

test('a figure that stands alone says where its evidence is weak', () => {
  const figure = figureView('bars', sampleLibrary);
  const row = { ...figure.rows[0]!, whoText: 'somebody' };
  const number = figure.numbers[0]!;
  const alone = (...grades: ('limited' | 'moderate')[]) =>
    standingAlone({
      ...figure,
      note: 'Read it so.',
      rows: grades.map(() => row),
      numbers: grades.map((certainty) => ({ ...number, certainty })),
    });
  expect(alone('limited', 'limited').note).toBe('Read it so. Limited evidence.');
  expect(alone('moderate', 'moderate')).toMatchObject({ note: 'Read it so.', rows: [row, row] });
  const mixed = alone('moderate', 'limited');
  expect(mixed.note).toBe('Read it so.');
  expect(mixed.rows.map(({ whoText }) => whoText)).toEqual([
    'somebody',
    'somebody; limited evidence',
  ]);
});

test('whoever sees no picture is told what stands at its lines', () => {
  const { sentence, marks } = figureView('ranges', sampleLibrary);
  expect(marks).not.toEqual([]);
  for (const { label, valueText } of marks)
    expect(sentence).toContain(`Marked: ${label} ${valueText}.`);
});

test('rows that are not of runners say so and look so', () => {
  const { rows, plot } = figureView('ranges', sampleLibrary);
  expect(rows.at(-1)?.whoText).toBe('people in an office; not runners');
  expect(plot.rows.map(({ isHollow }) => isHollow)).toEqual([false, false, false, true]);
});

test('people who do not run are rings', () => {
  const drawn = drawPlot(figureView('people-who-do-not-run', sampleLibrary).plot);
  const roles = drawn.rows.map(({ shapes }) => [
    ...new Set(shapes.map(({ attributes }) => attributes['class'])),
  ]);
  expect(roles).toEqual([
    ['person', 'other'],
    ['person', 'hole', 'other'],
  ]);
});

test('the claim of a line alone is cited, and named among the numbers', () => {
  const figures = new Map(sampleLibrary.figures);
  const ranges = figures.get('ranges')!;
  const from = { claim: 'sample-elsewhere', value: 'range' };
  const data = { ...ranges.data, rows: [ranges.data.rows[0]!], marks: [{ label: 'office', from }] };
  figures.set('ranges', { ...ranges, data });
  const claims = [dataCitation(['sample-values', 'sample-elsewhere'])];
  const view = figureView(
    'ranges',
    { ...sampleLibrary, figures },
    bibliography(claims, sampleLibrary),
  );
  expect([view.citations.length, view.rows[0]?.citations.length]).toEqual([1, 1]);
  expect(view.marks).toEqual([
    {
      label: 'office',
      valueText: '100–500\u00A0mg/L',
      whoText: 'people in an office',
      certainty: 'limited',
      from: {
        href: '/evidence/sample-elsewhere/',
        text: 'A sample of a claim about people who are no runners.',
      },
    },
  ]);
});

test('a figure cites its claims where it stands', () => {
  const figure = {
    kind: 'component',
    name: 'Figure',
    props: { id: 'bars' },
    children: [],
  } as const;
  const part = { ...figure, position: { line: 1, column: 1 } };
  const document = {
    urgent: [],
    takeaways: [],
    body: [dataCitation(['sample-table']), part, dataCitation(['sample-strong'])],
    answers: [],
    citations: [dataCitation(['sample-table']), dataCitation(['sample-strong'])],
    components: [part],
  } as unknown as Document;
  const cited = citationsOf(document, sampleLibrary);
  expect(cited.map(({ ids }) => ids)).toEqual([
    ['sample-table'],
    ['sample-values', 'sample-elsewhere'],
    ['sample-strong'],
  ]);
  const view = figureView('bars', sampleLibrary, bibliography(cited, sampleLibrary));
  expect(view.rows.map(({ citations }) => citations.length)).toEqual([1, 1, 1, 1, 1]);
});

test('the mark of a claim that all rows share stands once', () => {
  const sources = bibliography([dataCitation(['sample-values'])], sampleLibrary);
  const view = figureView('people', sampleLibrary, sources);
  expect(view.citations).toHaveLength(1);
  expect(view.rows.flatMap(({ citations }) => citations)).toEqual([]);
});

test('marks that one page gives a figure are not on the next', () => {
  const sources = bibliography([dataCitation(['sample-values'])], sampleLibrary);
  expect(figureView('people', traced(sampleLibrary, newTrace()), sources).citations).toHaveLength(
    1,
  );
  expect(figureView('people', traced(sampleLibrary, newTrace())).citations).toEqual([]);
});

describe('what is taken along', () => {
  test('CSV with a line for each row', () => {
    const [head, first] = figureCsv('people', sampleLibrary).split('\r\n');
    expect(head).toBe('label,value,low,high,unit,of,n,population,certainty,claim,product,nutrient');
    expect(first).toBe('The value “some”,12,,,people,43,,women,moderate,sample-values,,');
  });

  test('JSON with the claims behind it', () => {
    const data = JSON.parse(figureJson('bars', sampleLibrary, base)) as {
      rows: object[];
      claims: { id: string }[];
      license: string;
    };
    expect(data.rows).toHaveLength(5);
    expect(data.claims.map(({ id }) => id)).toEqual(['sample-values', 'sample-elsewhere']);
    expect(data.license).toContain('creativecommons.org');
  });

  test('how to cite it, with its address', () => {
    const page = figurePageView('people', sampleLibrary, base);
    expect(page.citation).toBe(
      'Micromile. “A sample of a figure: people” (figure), January 10, 2026. https://x.example/figures/people/. Creative Commons Attribution 4.0.',
    );
    expect(page.articles.items).toEqual([]);
  });
});
