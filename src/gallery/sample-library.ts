/**
 * A small library of made-up entries, one for each state that a component can be in. Parsed by the
 * real schemas and shown through the real views, so that what an example shows is computed.
 */
import { originalOf, readPictures } from '#corpus/picture.ts';
import { libraryOf, type Loaded } from '#library/join.ts';
import { articleIndexSchema } from '#schemas/article.ts';
import { claimSchema, type Claim } from '#schemas/claim.ts';
import { figureSchema } from '#schemas/figure.ts';
import { foodsFileSchema } from '#schemas/food.ts';
import { imageIndexSchema } from '#schemas/image.ts';
import { merchantSchema } from '#schemas/merchant.ts';
import { nutrientSchema, type Nutrient } from '#schemas/nutrient.ts';
import { personSchema } from '#schemas/person.ts';
import { productSchema, type Product } from '#schemas/product.ts';
import { sourceSchema, type Source } from '#schemas/source.ts';
import { termSchema } from '#schemas/term.ts';
import { themeSchema } from '#schemas/theme.ts';

const intakes = (women: number, men: number): Nutrient['intakes'] =>
  [['female', women] as const, ['male', men] as const].map(([sex, amount]) => ({
    sex,
    ageFrom: 19,
    ageTo: 50,
    lifeStage: 'none',
    amount,
    basis: 'RDA',
    authority: 'NASEM',
  }));
const list = { items: ['a sample'], sources: ['sample-review'] };
const nutrient = (fields: object): Nutrient =>
  nutrientSchema.parse({
    kind: 'mineral',
    unit: 'mg',
    intakes: intakes(20, 10),
    intakeSources: ['sample-table'],
    dailyValue: {
      amount: 18,
      unit: 'mg',
      amountInNutrientUnit: 18,
      group: 'adults',
      sources: ['sample-table'],
    },
    roles: list,
    deficiencySigns: list,
    sources: ['sample-review'],
    ...fields,
  });
const limit = (amount: number, scope: string) => ({
  scope,
  levels: [{ lifeStage: 'none', ageFrom: 19, ageTo: null, amount }],
  sources: ['sample-table'],
});
const none = {
  note: 'None was set; that does not mean any dose is safe.',
  sources: ['sample-table'],
};

const nutrients: [string, Nutrient][] = [
  [
    'tested',
    nutrient({
      name: 'Testium',
      upperLimit: limit(40, 'total'),
      testFirst: { reason: 'A blood test comes before this one.', sources: ['sample-review'] },
    }),
  ],
  ['limited', nutrient({ name: 'Limitine', upperLimit: limit(50, 'supplements') })],
  ['free', nutrient({ name: 'Freesodium', noUpperLimit: none, intakes: intakes(1500, 1500) })],
];

const source = (id: string, fields: object): [string, { id: string; data: Source }] => [
  id,
  { id, data: sourceSchema.parse({ id, type: 'article-journal', ...fields }) },
];
const sources = [
  source('sample-table', {
    title: 'A sample table of reference values',
    type: 'dataset',
    custom: { design: 'data table', seen: 'citation-only', runners: 'unknown' },
  }),
  source('sample-review', {
    title: 'A sample review of many trials',
    author: [{ family: 'Muster', given: 'A' }],
    'container-title': 'Sample Journal',
    issued: { 'date-parts': [[2020]] },
    volume: '1',
    page: '1-9',
    DOI: '10.1234/sample.review',
    custom: { design: 'systematic review', seen: 'full-text', runners: 'yes' },
  }),
  source('sample-long', {
    title:
      'A sample of a title that goes on for longer than any title should, with a subtitle: a randomised, double-blind, placebo-controlled, cross-over trial in runners, cyclists and rowers over sixteen weeks of training at moderate altitude',
    author: ['Čermáková', 'Müller', 'Ødegård', 'Łukasiewicz', 'Peña', 'Sørensen', 'Kovač'].map(
      (family) => ({ family, given: 'A' }),
    ),
    'container-title': 'The Sample Journal of Applied Sports Nutrition and Exercise Metabolism',
    issued: { 'date-parts': [[2021]] },
    URL: 'https://example.org/a/very/long/address/that/does/not/break/by/itself/because-it-has-no-space',
    custom: { design: 'RCT', seen: 'abstract', runners: 'no' },
  }),
  source('sample-retracted', {
    title: 'A sample of a retracted work',
    DOI: '10.1234/sample.retracted',
    custom: { design: 'RCT', seen: 'secondary', runners: 'unknown', retracted: true },
  }),
];

const claim = (id: string, fields: object): [string, { id: string; data: Claim }] => [
  id,
  {
    id,
    data: claimSchema.parse({
      id,
      topic: 'sample',
      nutrients: ['tested'],
      outcome: 'other',
      finding: 'descriptive',
      measures: 'effect',
      population: 'adults',
      appliesToRunners: 'partly',
      sources: ['sample-review'],
      ...fields,
    }),
  },
];
const claims = [
  claim('sample-strong', {
    statement: 'A sample of a claim that many good trials carry.',
    certainty: 'strong',
    appliesToRunners: 'yes',
    sources: ['sample-review', 'sample-long'],
  }),
  claim('sample-moderate', { statement: 'A sample of a likely claim.', certainty: 'moderate' }),
  claim('sample-limited', { statement: 'A sample of a thin claim.', certainty: 'limited' }),
  claim('sample-conflicting', {
    statement: 'A sample of a claim on which sound sources disagree.',
    certainty: 'conflicting',
    sources: ['sample-long', 'sample-retracted'],
  }),
  claim('sample-none', {
    statement: 'A sample of a claim that nobody has tested.',
    finding: 'not-studied',
    certainty: 'none',
    appliesToRunners: 'unknown',
  }),
  claim('sample-values', {
    statement: 'A sample of a claim with values to draw.',
    nutrients: ['tested', 'free'],
    certainty: 'moderate',
    appliesToRunners: 'yes',
    population: 'runners in a sample',
    values: [
      { name: 'range', low: 420, high: 1630, unit: 'mg/L' },
      { name: 'mean', value: 860, low: 420, high: 1630, unit: 'mg/L' },
      { name: 'alone', value: 900, unit: 'mg/L', group: 'runners who were measured twice' },
      { name: 'much', value: 90, unit: '%' },
      { name: 'half', low: 40, high: 50, unit: '%' },
      { name: 'little', value: 0.4, unit: '%' },
      { name: 'nothing', value: 0, unit: '%' },
      { name: 'down', value: -54, unit: '%' },
      { name: 'far-down', low: -94, high: -79, unit: '%' },
      { name: 'up', value: 12.5, unit: '%' },
      { name: 'ratio', value: 0.48, low: 0.35, high: 0.64, unit: 'ratio', n: 598 },
      { name: 'wide', value: 1.2, low: 0.01, high: 90, unit: 'ratio', n: 12 },
      { name: 'difference', value: -0.41, low: -0.69, high: -0.12, unit: 'cm' },
      { name: 'some', value: 12, of: 43, unit: 'people', group: 'women' },
      { name: 'few', value: 1, of: 400, unit: 'people', group: 'men' },
      { name: 'nobody', value: 0, of: 9, unit: 'people', group: 'children' },
    ],
  }),
  claim('sample-elsewhere', {
    statement: 'A sample of a claim about people who are no runners.',
    certainty: 'limited',
    appliesToRunners: 'no',
    population: 'people in an office',
    figures: 'Beside others the ratio was 0.97 (0.94-1.00).',
    values: [
      { name: 'range', low: 100, high: 500, unit: 'mg/L' },
      { name: 'share', value: 30, unit: '%' },
      { name: 'down', value: -20, unit: '%' },
      { name: 'ratio', value: 0.97, low: 0.94, high: 1, unit: 'ratio', n: 10_708 },
      { name: 'some', value: 7, of: 20, unit: 'people' },
    ],
  }),
];

const of = (value: string, label = `The value “${value}”`, more: object = {}) => ({
  label,
  from: { claim: 'sample-values', value },
  ...more,
});
const elsewhere = (value: string) => ({
  label: 'Somebody else',
  from: { claim: 'sample-elsewhere', value },
  population: 'people in an office',
});
const figure = (id: string, fields: object) => ({
  id,
  data: figureSchema.parse({
    title: `A sample of a figure: ${id}`,
    subtitle: 'What was measured, in runners of a sample, in the unit of a sample.',
    topics: ['tested'],
    published: '2026-01-10',
    ...fields,
  }),
});
const figures = [
  figure('bars', {
    kind: 'bars',
    unit: '%',
    order: 'most',
    note: 'A thin line ends where the highest value does.',
    rows: [of('little'), of('half'), of('much'), of('nothing'), elsewhere('share')],
  }),
  figure('one-bar', { kind: 'bars', unit: '%', rows: [of('half')] }),
  figure('twelve-bars', {
    kind: 'bars',
    unit: '%',
    rows: Array.from({ length: 12 }, (_, index) =>
      of(index % 2 ? 'half' : 'much', `Row ${index + 1}`),
    ),
  }),
  figure('shares-of-a-need', {
    kind: 'bars',
    unit: '%',
    rows: [
      {
        label: 'A liter against a day’s need of it',
        from: { claim: 'sample-values', value: 'alone', need: 'free' },
      },
    ],
  }),
  figure('unknown', {
    kind: 'bars',
    unit: 'mg/L',
    rows: [
      { label: 'A drink of unknown strength', from: { product: 'long', nutrient: 'free' } },
      of('alone'),
    ],
    marks: [{ label: 'sweat', from: { claim: 'sample-values', value: 'range' } }],
  }),
  figure('changes', {
    kind: 'changes',
    unit: '%',
    order: 'least',
    rows: [of('down'), of('far-down'), of('up'), of('nothing'), elsewhere('down')],
  }),
  figure('ranges', {
    kind: 'ranges',
    unit: 'mg/L',
    rows: [of('range'), of('mean'), of('alone'), elsewhere('range')],
    marks: [
      { label: 'low', from: { claim: 'sample-values', value: 'alone' } },
      {
        label: 'a label that goes on for a bit',
        from: { claim: 'sample-values', value: 'mean' },
      },
    ],
  }),
  figure('ranges-on-a-log-scale', {
    kind: 'ranges',
    unit: 'mg/L',
    scale: 'log',
    rows: [
      of('range', 'A label that goes on and on until it has sixty letters in it'),
      elsewhere('range'),
    ],
  }),
  figure('estimates-as-ratios', {
    kind: 'estimates',
    unit: 'ratio',
    scale: 'log',
    rows: [of('ratio', 'Runners'), elsewhere('ratio'), of('wide', 'A huge interval')],
  }),
  figure('estimates-as-differences', { kind: 'estimates', unit: 'cm', rows: [of('difference')] }),
  figure('people', { kind: 'people', unit: 'people', rows: [of('some'), of('few'), of('nobody')] }),
  figure('people-who-do-not-run', {
    kind: 'people',
    unit: 'people',
    rows: [of('some'), elsewhere('some')],
  }),
  figure('cutoffs', {
    kind: 'cutoffs',
    unit: 'mg/L',
    rows: [of('range', 'A body that draws a band'), of('alone', 'A body that draws a line')],
  }),
];

const row = (id: string, amount: number, fields: object = {}) => ({
  nutrient: id,
  amount,
  unit: 'mg',
  elemental: 'yes',
  ...fields,
});
const product = (id: string, fields: object): [string, { id: string; data: Product }] => [
  id,
  {
    id,
    data: productSchema.parse({
      brand: 'Sample',
      category: 'sample',
      serving: { amount: 1, unit: 'capsule' },
      servings: 60,
      nutrients: [],
      certifications: [],
      fits: 'A reader who wants to see how a label looks.',
      drawbacks: ['It does not exist.'],
      skipIf: 'You look for a product.',
      unverified: ['everything'],
      amountsFrom: [{ kind: 'seller', where: 'shop.example' }],
      status: 'listed',
      offers: [{ merchant: 'shop', search: 'sample' }],
      ...fields,
    }),
  },
];
const products = [
  product('typical', {
    name: 'Typical Capsule',
    nutrients: [row('limited', 10)],
    labelSeen: { url: 'https://maker.example/typical', on: '2026-01-05' },
  }),
  product('at-the-limit', {
    name: 'Capsule at the Limit',
    nutrients: [row('tested', 40)],
    warnings: [{ nutrient: 'tested', text: 'One capsule is the whole upper limit.' }],
    certifications: [{ scheme: 'Sample Scheme', scope: 'this lot' }],
    dietary: ['vegan', 'gluten-free'],
  }),
  product('long', {
    name: 'Drink Mix of Many Things, with a Name That Goes On and On, Strawberry and Kiwi',
    serving: { amount: 1, unit: 'packet', note: 'in 500 mL of water' },
    nutrients: [
      row('free', 700, { amountMax: 720, elemental: 'unknown' }),
      row('limited', 26, { elemental: 'unknown' }),
      row('tested', 1.5),
    ],
    other: [{ name: 'Carbohydrate', amount: 22, unit: 'g' }],
    drawbacks: ['It has three nutrients in one.', 'It says nothing about most of them.'],
    offers: [
      { merchant: 'shop', search: 'sample' },
      { merchant: 'maker', url: 'https://maker.example/sample' },
    ],
  }),
  product('empty', {
    name: 'Capsule without Amounts',
    brand: undefined,
    serving: undefined,
    servings: undefined,
    amountsFrom: [],
  }),
  product('unread', {
    name: 'Unread Capsule',
    packs: [60, 120],
    amountsFrom: [],
    status: 'unread',
    reason: 'Nobody could retrieve its label.',
    offers: [],
  }),
  product('refused', {
    name: 'Refused Capsule',
    nutrients: [row('limited', 60, { elemental: 'unknown' })],
    status: 'refused',
    reason: 'Nobody can say who makes it.',
    offers: [],
  }),
  product('discontinued', {
    name: 'Discontinued Capsule',
    nutrients: [row('limited', 5)],
    status: 'discontinued',
    reason: 'Its maker sells it no more.',
    offers: [],
  }),
];

const shop = merchantSchema.parse({
  name: 'Sample Shop',
  country: 'US',
  hosts: ['shop.example'],
  programme: true,
  searchUrl: 'https://shop.example/s?q={query}',
});
const maker = merchantSchema.parse({
  name: 'Sample Maker',
  country: 'US',
  hosts: ['maker.example'],
  programme: false,
});

const article = articleIndexSchema.parse({
  title: 'A sample article on Testium for runners',
  description: 'A sample of a sentence that gives the answer before anybody has to scroll down.',
  published: '2026-01-10',
  reviewDue: '2026-07-10',
  authors: ['sample'],
  aiUse: 'generated',
  topics: ['tested'],
  theme: 'sample-theme',
  words: 1500,
  citations: ['sample-strong', 'sample-moderate', 'sample-table'],
  products: ['typical', 'refused'],
  questions: [
    {
      id: 'sample',
      question: 'Is this a sample?',
      topics: ['tested'],
      answer: ['<p>Yes, it is made up.</p>'],
    },
  ],
});

const originals = await readPictures('src/gallery/pictures', (file) => file);
const image = (id: string, fields: object) => ({
  id,
  data: imageIndexSchema.parse({
    credit: 'Micromile',
    licence: 'CC-BY-4.0',
    original: originalOf(originals.filter((picture) => picture.id === id)),
    ...fields,
  }),
});
const images = [
  image('sample-wide', {
    alt: 'A path winds over green hills towards gray mountains, under a low sun.',
    caption: 'A sample of a caption, which says what readers should notice.',
    source: 'https://example.org/sample',
  }),
  image('sample-small', {
    alt: 'The same hills, in a picture that is smaller than a phone.',
    licence: 'permission',
    aiUse: 'generated',
  }),
  image('sample-drawing', { decorative: true, licence: 'CC0-1.0' }),
];

const samples: Loaded = {
  articles: [{ id: 'sample', data: article, key: 'sample' }],
  nutrients: nutrients.map(([id, data]) => ({ id, data, key: id })),
  products: products.map(([, record]) => record),
  images,
  merchants: [
    { id: 'shop', data: shop },
    { id: 'maker', data: maker },
  ],
  people: [
    {
      id: 'sample',
      data: personSchema.parse({ name: 'Sample', kind: 'organization', description: 'A sample.' }),
    },
  ],
  claims: claims.map(([, record]) => record),
  sources: sources.map(([, record]) => record),
  figures,
  foods: [
    {
      id: 'tested',
      data: foodsFileSchema.parse({
        nutrient: 'tested',
        foods: [1, 2, 3].map((rank) => ({
          food: `Sample food ${rank}`,
          serving: { household: '1 cup', grams: 100 },
          amount: 10 / rank,
          percentDailyValue: Math.round(1000 / 18 / rank),
          vegan: true,
          vegetarian: true,
          source: 'sample-table',
          ndbNumber: '1',
          usdaDescription: 'Sample',
        })),
      }),
    },
  ],
  glossary: [
    {
      id: 'sample-term',
      data: termSchema.parse({ name: 'sample', definition: 'Something made up to show.' }),
    },
  ],
  themes: [
    {
      id: 'sample-theme',
      data: themeSchema.parse({
        name: 'Sample theme',
        sentence: 'What a runner would ask about a sample.',
        order: 1,
        nutrients: ['tested'],
      }),
    },
  ],
};

export const sampleLibrary = libraryOf(samples, { today: '2026-02-01' });
