/** What `npm run author -- new` writes: sound but for the words that only its author has. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '#author/kinds.ts';
import { make } from '#author/new.ts';
import { fetchRecord, readRecords } from '#author/record.ts';
import { checkContent } from '#checks/run.ts';
import { readCorpus } from '#corpus/read.ts';

const root = path.resolve('tests/fixtures/content');
const today = '2026-06-01';
const corpus = await readCorpus(root);
const valued = [...corpus.entries.claims.values()].find(({ data }) => data.values);
const value = `${valued?.id ?? ''}:${valued?.data.values?.[0]?.name ?? ''}`;

const answers: Record<string, Record<string, string>> = {
  article: { title: 'Do runners need extra zinc?', topics: 'iron', 'ai-use': 'none' },
  product: { name: 'Drops', brand: 'Maker', category: 'drops' },
  claim: { id: 'iron-new', topic: 'iron', sources: 'runner-survey', nutrients: 'iron' },
  source: { from: 'tests/author/record.ris', topic: 'studies' },
  nutrient: { name: 'Boron', kind: 'mineral', unit: 'mg', sources: 'reference-tables' },
  term: { name: 'Sweat salt' },
  series: { name: 'A series of two', articles: 'second,model' },
  figure: {
    title: 'How much was found in this group',
    kind: 'people',
    values: value,
    topics: 'iron',
  },
  image: { file: 'a photograph.png', credit: 'A. Muster', licence: 'CC0-1.0' },
  person: { name: 'Muster Laboratory', kind: 'organization' },
};

test('each kind has a test', () => expect(Object.keys(answers)).toEqual(Object.keys(kinds)));

test.each(Object.entries(answers))('a new %s lacks words alone', async (kind, given) => {
  const { files } = await make(kind, new Map(Object.entries(given)), { corpus, today });
  const overlay = new Map(
    [...files].map(([file, text]) => [`content/${file}`, Buffer.from(text)] as const),
  );
  const { problems } = await checkContent(root, today, { overlay });
  const other = problems.filter(
    ({ rule, message }) =>
      !message.includes('TODO') &&
      // Its takeaways are to be written, nothing shows it yet, the picture is copied beside it, and
      // there are no articles but those of another series.
      !['uncited-takeaway', 'unused', 'picture-file', 'twin'].includes(rule),
  );
  expect(other).toEqual([]);
});

test('a new claim of an effect has a place for what was given, and against what', async () => {
  const fileOf = async (given: Record<string, string>) => {
    const all = { ...answers['claim'], ...given };
    const { files } = await make('claim', new Map(Object.entries(all)), { corpus, today });
    return files.get('claims/iron.yaml')?.split('- id: iron-new').at(-1);
  };
  const found = await fileOf({ finding: 'helps', comparator: 'placebo' });
  expect(found).toContain('  intervention: "TODO: ');
  expect(found).toContain('  comparator: placebo\n');
  expect(await fileOf({ finding: 'helps', measures: 'safety' })).not.toContain('intervention');
  const asked = kinds['claim']?.questions.filter(
    ({ isPut }) => isPut?.(new Map([['finding', 'harms']])) === true,
  );
  expect(asked?.map(({ flag }) => flag)).toEqual(['intervention', 'comparator']);
});

test('a list grows at its end alone', async () => {
  const { files } = await make('claim', new Map(Object.entries(answers['claim'] ?? {})), {
    corpus,
    today,
  });
  const text = [...corpus.entries.claims.values()].find(({ file }) => file.endsWith('/iron.yaml'));
  expect(files.get('claims/iron.yaml')?.startsWith(text?.text().trimEnd() ?? '-')).toBe(true);
});

test('a list with Windows line ends keeps them', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  cpSync(root, folder, { recursive: true });
  for (const file of ['claims/iron.yaml', 'sources/studies.json']) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), text.replaceAll('\n', '\r\n'));
  }
  const windows = await readCorpus(folder);
  for (const kind of ['claim', 'source']) {
    const given = new Map(Object.entries(answers[kind] ?? {}));
    const [text = ''] = (await make(kind, given, { corpus: windows, today })).files.values();
    expect(text).toMatch(/\r\n$/);
    expect(text).not.toMatch(/[^\r]\n/);
  }
});

test('what is needed, known or taken is told', async () => {
  const context = { corpus, today };
  const of = (kind: string, given: Record<string, string>) =>
    make(kind, new Map(Object.entries(given)), context);
  await expect(of('term', {})).rejects.toThrow(
    'Tell what only you know: --name (The term as shown).',
  );
  await expect(of('term', { name: 'Ferritin' })).rejects.toThrow(
    'The term "ferritin" is there already: give another id with --id.',
  );
  await expect(of('novel', {})).rejects.toThrow('Say what is new: article, product, claim');
  await expect(of('artcle', {})).rejects.toThrow('Did you mean "article"?');
  await expect(of('person', { name: 'A. Muster', kind: 'person' })).rejects.toThrow(
    'Nobody stands here who did not agree to it',
  );
});

test('an answer by a flag is held to what a question takes', async () => {
  const of = (kind: string, given: Record<string, string>) =>
    make(kind, new Map(Object.entries({ ...answers[kind], ...given })), { corpus, today });
  await expect(of('article', { topics: 'iron, tesing' })).rejects.toThrow(
    '--topics does not know "tesing". Did you mean "testing"?',
  );
  await expect(of('article', { 'ai-use': 'yes' })).rejects.toThrow(
    '--ai-use does not know "yes". It takes one of none, assisted, generated.',
  );
  await expect(of('article', { published: '12/1/2026' })).rejects.toThrow(
    '--published must be a date written YYYY-MM-DD (it is "12/1/2026").',
  );
  await expect(of('article', { published: '2026-02-30' })).rejects.toThrow(
    '--published is not a day of the calendar',
  );
  await expect(of('claim', { sources: 'nobody-1900' })).rejects.toThrow('--sources does not know');
  for (const [kind, topic] of [
    ['claim', '../iron'],
    ['source', 'A b'],
  ] as const)
    await expect(of(kind, { topic })).rejects.toThrow(`--topic is "${topic}", which is no id`);
  expect([...(await of('claim', { topic: 'new-topic' })).files.keys()]).toEqual([
    'claims/new-topic.yaml',
  ]);
});

const bibtex = `@article{x, title={Iron and {Runners}}, author={Muster, Anna}, journal={J Test},
  year={2019}, volume={3}, pages={1--9}, doi={10.1000/XYZ}}`;
const csl = JSON.stringify([
  {
    id: 'http://zotero.org/1',
    type: 'article-journal',
    title: 'Iron and <i>Runners</i>',
    author: [{ family: 'Müster', given: 'Anna' }],
    issued: { 'date-parts': [[2019, 5]] },
    abstract: 'Long.',
  },
]);

test('BibTeX, RIS and CSL-JSON become a source of ours', () => {
  expect(readRecords(bibtex, 'RCT')).toEqual([
    {
      id: 'muster-2019',
      type: 'article-journal',
      title: 'Iron and Runners',
      author: [{ family: 'Muster', given: 'Anna' }],
      'container-title': 'J Test',
      volume: '3',
      page: '1-9',
      issued: { 'date-parts': [[2019]] },
      DOI: '10.1000/XYZ',
      custom: { design: 'RCT', seen: 'citation-only', runners: 'unknown' },
    },
  ]);
  const [work] = readRecords(csl, 'study');
  expect(work).toMatchObject({ id: 'muster-2019', title: 'Iron and <i>Runners</i>' });
  expect(work).not.toHaveProperty('abstract');
  expect(() => readRecords('Muster A. Iron. 2019.', 'study')).toThrow(
    'is no BibTeX, RIS or CSL-JSON',
  );
  expect(() => readRecords(bibtex, 'novel')).toThrow('The record does not fit: "custom.design"');
});

test('a DOI is asked at its registrar, and without a network that is said', async () => {
  const answer =
    (text: string, status = 200) =>
    async () =>
      new Response(text, { status });
  const record = await fetchRecord('https://doi.org/10.1000/XYZ', 'RCT', answer(csl));
  expect(record).toMatchObject({ id: 'muster-2019', DOI: '10.1000/xyz' });
  await expect(fetchRecord('10.1000/xyz', 'RCT', answer('', 404))).rejects.toThrow(
    'doi.org knows no 10.1000/xyz',
  );
  const dead = () => Promise.reject(new TypeError('fetch failed'));
  await expect(fetchRecord('10.1000/xyz', 'RCT', dead)).rejects.toThrow(
    'doi.org cannot be reached (fetch failed): try again with a network, or paste the record',
  );
  await expect(fetchRecord('xyz', 'RCT', dead)).rejects.toThrow('"xyz" is no DOI');
});
