/** What can be made: what is asked for each kind, and the files that the answers give. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { collections, type CollectionName, type EntryData } from '../corpus/collections.ts';
import { idOf } from '../corpus/issues.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { didYouMean } from '../document/suggest.ts';
import { UserError } from '../problem.ts';
import { isComparison } from '../schemas/claim.ts';
import { pictureExtensions } from '../schemas/image.ts';
import { citable, schemasAt, topicSchema, wordsOf } from '../schemas/fields.ts';
import { fetchRecord, readRecords, type SourceRecord } from './record.ts';

/** A question: the name of its option, what is asked, and what may be answered. */
export interface Question {
  flag: string;
  asks: string;
  /** Known answers; `several` takes more than one, parted by commas; `isOpen` takes other ids as well. */
  options?: (corpus: Corpus) => readonly string[];
  several?: true;
  isOpen?: true;
  /** Whether the answer is a day. */
  isDay?: true;
  /** What is taken where nothing was answered; without it the author's words are left to write. */
  otherwise?: (corpus: Corpus) => string;
  /** Whether nothing is made without an answer. */
  isNeeded?: true;
  /** Whether it is put at all, by the answers before it; always unless told. */
  isPut?: (answers: ReadonlyMap<string, string>) => boolean;
}

/** Something new: its questions, and the files that the answers give. */
interface Kind {
  collection: CollectionName;
  /** In which words `--help` and the list of kinds tell of it. */
  is: string;
  questions: readonly Question[];
  make: (answers: Answers, context: Context) => Promise<Made> | Made;
}

/** What it is made for. */
export interface Context {
  corpus: Corpus;
  today: string;
}

/** Files by path below the content folder; `copy` is a picture that is put beside them. */
export interface Made {
  id: string;
  files: ReadonlyMap<string, string>;
  copy?: { from: string; to: string };
}

/** The answers by option. */
export class Answers {
  readonly #values: ReadonlyMap<string, string>;
  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  get all(): ReadonlyMap<string, string> {
    return this.#values;
  }

  text(flag: string): string | undefined {
    return this.#values.get(flag);
  }

  list(flag: string): string[] {
    return (this.#values.get(flag) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  /** The answer, or a note that `check` tells until the author has written the words. */
  words(flag: string, note: string): string {
    return this.#values.get(flag) ?? `TODO: ${note}`;
  }
}

const idsOf =
  (name: CollectionName) =>
  ({ knownIds }: Corpus): string[] =>
    [...knownIds[name]].sort();

// Names of the files of a collection, each of which holds the entries of a topic.
const filesOf =
  (name: 'claims' | 'sources') =>
  ({ entries }: Corpus): string[] => [
    ...new Set([...entries[name].values()].map(({ file }) => path.parse(file).name)),
  ];

const topicsOf = (corpus: Corpus): string[] => [
  ...idsOf('nutrients')(corpus),
  ...topicSchema.options,
];

const idQuestion: Question = {
  flag: 'id',
  asks: 'Its id: the name of its file and its address, in small letters and hyphens (made from its name where nothing is said)',
};
const authorOf = ({ knownIds }: Corpus): string => [...knownIds.people].sort()[0] ?? 'an-id';
const yaml = (data: object): string => stringify(data, { lineWidth: 0, indentSeq: true });

// The words of which a field is one.
const wordsIn =
  <Name extends CollectionName>(name: Name, field: keyof EntryData<Name> & string) =>
  (): readonly string[] =>
    schemasAt(collections[name].schema, [field]).flatMap(wordsOf);

const foundByDefault = 'descriptive';
const measuredByDefault = 'effect';

const comparesSomething = (answers: ReadonlyMap<string, string>): boolean =>
  isComparison({
    finding: answers.get('finding') ?? foundByDefault,
    measures: answers.get('measures') ?? measuredByDefault,
  });

/** What can be made. */
export const kinds: Readonly<Record<string, Kind>> = {
  article: {
    collection: 'articles',
    is: 'an article, as a draft',
    questions: [
      { flag: 'title', asks: 'The headline, 10-80 characters', isNeeded: true },
      idQuestion,
      {
        flag: 'topics',
        asks: 'What it is about, the most important first',
        options: topicsOf,
        several: true,
        isNeeded: true,
      },
      { flag: 'theme', asks: 'The theme that it stands under', options: idsOf('themes') },
      { flag: 'authors', asks: 'Who writes it', options: idsOf('people'), several: true },
      {
        flag: 'ai-use',
        asks: 'What part AI has in it',
        options: wordsIn('articles', 'aiUse'),
        isNeeded: true,
      },
      { flag: 'published', asks: 'Its first day on the site, YYYY-MM-DD', isDay: true },
      { flag: 'description', asks: 'The answer in one sentence, 50-160 characters' },
    ],
    make: (answers, { today, corpus }) => {
      const title = answers.text('title') ?? '';
      const id = answers.text('id') ?? madeId(title);
      const published = answers.text('published') ?? today;
      const theme = answers.text('theme');
      const authors = answers.list('authors');
      const data = {
        title,
        description: answers.words(
          'description',
          'the answer to the title in one sentence of 50 to 160 characters.',
        ),
        published,
        reviewDue: halfYearLater(published),
        authors: authors.length === 0 ? [authorOf(corpus)] : authors,
        aiUse: answers.text('ai-use') ?? '',
        topics: answers.list('topics'),
        ...(theme === undefined ? {} : { theme }),
        takeaways: [
          'TODO: what to do, or the plain answer, with its claim behind it.',
          'TODO: the next thing to know, with its claim behind it.',
          'TODO: one more, with its claim behind it.',
        ],
        draft: true,
      };
      const body = [
        'TODO: open with the answer.',
        '## What was tested',
        'TODO: what studies found, in whom, each sentence with its claim.',
        '## What to do',
        'TODO: what a reader can do today.',
      ].join('\n\n');
      const text = `---\n${yaml(data)}---\n\n${body}\n`;
      return { id, files: new Map([[`articles/${id}.mdx`, text]]) };
    },
  },
  product: {
    collection: 'products',
    is: 'a product whose label nobody read yet',
    questions: [
      { flag: 'name', asks: 'Its name without the brand', isNeeded: true },
      { flag: 'brand', asks: 'Its maker', isNeeded: true },
      { flag: 'category', asks: 'What kind of product it is', isNeeded: true },
      idQuestion,
    ],
    make: (answers) => {
      const [name, brand] = [answers.text('name') ?? '', answers.text('brand') ?? ''];
      const id = answers.text('id') ?? madeId(`${brand} ${name}`);
      const data = {
        name,
        brand,
        category: answers.text('category') ?? '',
        status: 'unread',
        reason: 'Nobody read its label for this site yet.',
        nutrients: [],
        certifications: [],
        fits: 'TODO: for whom, in one sentence.',
        drawbacks: ['TODO: what speaks against it.'],
        skipIf: 'TODO: who should not take it.',
        unverified: ['the label'],
      };
      return { id, files: new Map([[`products/${id}.yaml`, yaml(data)]]) };
    },
  },
  claim: {
    collection: 'claims',
    is: 'a statement that prose can cite, at the end of the file of its topic',
    questions: [
      { flag: 'id', asks: 'The id that prose cites', isNeeded: true },
      {
        flag: 'topic',
        asks: 'Its topic, which is the name of its file',
        isNeeded: true,
        isOpen: true,
        options: filesOf('claims'),
      },
      {
        flag: 'sources',
        asks: 'The sources that it rests on',
        options: idsOf('sources'),
        several: true,
        isNeeded: true,
      },
      {
        flag: 'nutrients',
        asks: 'Nutrients that it is about',
        options: idsOf('nutrients'),
        several: true,
      },
      { flag: 'statement', asks: 'What the evidence says, in one sentence' },
      { flag: 'population', asks: 'Who was studied' },
      {
        flag: 'outcome',
        asks: 'What it is about',
        options: wordsIn('claims', 'outcome'),
        otherwise: () => 'other',
      },
      {
        flag: 'finding',
        asks: 'What was found',
        options: wordsIn('claims', 'finding'),
        otherwise: () => foundByDefault,
      },
      {
        flag: 'measures',
        asks: 'What was measured',
        options: wordsIn('claims', 'measures'),
        otherwise: () => measuredByDefault,
      },
      {
        flag: 'intervention',
        asks: 'What they were given, did or were exposed to: form, dose, with what, for how long',
        isPut: comparesSomething,
      },
      {
        flag: 'comparator',
        asks: 'What it was compared with; "nothing" where it was not',
        isPut: comparesSomething,
      },
      {
        flag: 'runners',
        asks: 'Whether runners were studied',
        options: wordsIn('claims', 'appliesToRunners'),
        otherwise: () => 'unknown',
      },
      {
        flag: 'certainty',
        asks: 'How sure the evidence lets anyone be',
        options: wordsIn('claims', 'certainty'),
        otherwise: () => 'limited',
      },
    ],
    make: async (answers, { corpus }) => {
      const id = answers.text('id') ?? '';
      const topic = answers.text('topic') ?? '';
      const file = `claims/${topic}.yaml`;
      const known = [...corpus.entries.claims.values()].find(({ file: other }) =>
        other.endsWith(`/${file}`),
      );
      const entry = {
        id,
        statement: answers.words('statement', 'what the evidence says, in one sentence.'),
        topic: known?.data.topic ?? topic,
        nutrients: answers.list('nutrients'),
        outcome: answers.text('outcome') ?? 'other',
        finding: answers.text('finding') ?? foundByDefault,
        measures: answers.text('measures') ?? measuredByDefault,
        population: answers.words('population', 'who was studied.'),
        ...(comparesSomething(answers.all)
          ? {
              intervention: answers.words(
                'intervention',
                'what was given or done, as the source says.',
              ),
              comparator: answers.words('comparator', 'what it was compared with.'),
            }
          : {}),
        appliesToRunners: answers.text('runners') ?? 'unknown',
        certainty: answers.text('certainty') ?? 'limited',
        sources: answers.list('sources'),
      };
      const before = await textOf(corpus, file);
      const text = before === '' ? '' : `${before.trimEnd()}\n\n`;
      return { id, files: new Map([[file, withEndsOf(before, `${text}${yaml([entry])}`)]]) };
    },
  },
  source: {
    collection: 'sources',
    is: 'a work of the bibliography, from its DOI or a record in BibTeX, RIS or CSL-JSON',
    questions: [
      { flag: 'doi', asks: 'Its DOI (needs a network); nothing where you have a record in a file' },
      {
        flag: 'from',
        asks: 'A file with its record in BibTeX, RIS or CSL-JSON; - reads what is pasted',
      },
      {
        flag: 'topic',
        asks: 'The file that it goes into',
        isNeeded: true,
        isOpen: true,
        options: filesOf('sources'),
      },
      {
        flag: 'id',
        asks: 'Its id, such as muster-2019 (made from its author and year where nothing is said)',
      },
      {
        flag: 'design',
        asks: 'Its design, or what kind of document it is',
        otherwise: () => 'study',
      },
    ],
    make: async (answers, { corpus }) => {
      const design = answers.text('design') ?? 'study';
      const records = await recordsOf(answers, design);
      const [first] = records;
      const id = answers.text('id');
      if (first !== undefined && id !== undefined) first.id = id;
      const file = `sources/${answers.text('topic') ?? ''}.json`;
      for (const { id: own, DOI } of records) {
        const same = [...corpus.entries.sources.values()].find(
          ({ data }) => DOI !== undefined && data.DOI?.toLowerCase() === String(DOI).toLowerCase(),
        );
        if (same !== undefined)
          throw new UserError(`The work ${String(DOI)} is there already: cite [@${same.id}].`);
        if (citable.some((name) => corpus.knownIds[name].has(own)))
          throw new UserError(`There is "${own}" already: give this one another with --id.`);
      }
      const before = await textOf(corpus, file);
      return {
        id: records.map((record) => record.id).join(', '),
        files: new Map([[file, withEndsOf(before, withRecords(before, records))]]),
      };
    },
  },
  nutrient: {
    collection: 'nutrients',
    is: 'a nutrient; its amounts are left to copy from their sources',
    questions: [
      { flag: 'name', asks: 'Its name', isNeeded: true },
      {
        flag: 'kind',
        asks: 'What it is',
        options: wordsIn('nutrients', 'kind'),
        isNeeded: true,
      },
      {
        flag: 'unit',
        asks: 'The unit of its amounts',
        options: wordsIn('nutrients', 'unit'),
        isNeeded: true,
      },
      {
        flag: 'sources',
        asks: 'Sources of its reference intakes',
        options: idsOf('sources'),
        several: true,
        isNeeded: true,
      },
      idQuestion,
    ],
    make: (answers) => {
      const { name, id } = named(answers);
      const sources = answers.list('sources');
      const row = (sex: string) => ({
        sex,
        ageFrom: 19,
        ageTo: null,
        lifeStage: 'none',
        amount: 'TODO',
        basis: 'RDA',
        authority: 'NASEM',
      });
      const data = {
        name,
        kind: answers.text('kind') ?? '',
        unit: answers.text('unit') ?? '',
        intakes: [row('female'), row('male')],
        intakeSources: sources,
        noUpperLimit: {
          note: 'TODO: why no limit was set; or upperLimit in its place.',
          sources,
        },
        dailyValue: {
          amount: 'TODO',
          unit: answers.text('unit') ?? '',
          amountInNutrientUnit: 'TODO',
          group: 'adults and children 4 years and over',
          sources,
        },
        roles: { items: ['TODO: what the body uses it for.'], sources },
        deficiencySigns: { items: ['TODO: signs of a deficiency.'], sources },
        sources,
      };
      const body = [
        'TODO: what it is, in a sentence.',
        '## Who runs low',
        'TODO: who runs low.',
        '## What to eat',
        'TODO: what holds it.',
        '## When a test or a pill',
        'TODO: when a test or a pill.',
      ].join('\n\n');
      return {
        id,
        files: new Map([[`nutrients/${id}.mdx`, `---\n${yaml(data)}---\n\n${body}\n`]]),
      };
    },
  },
  term: {
    collection: 'glossary',
    is: 'a word of the glossary',
    questions: [
      { flag: 'name', asks: 'The term as shown', isNeeded: true },
      { flag: 'definition', asks: 'One or two plain sentences' },
      {
        flag: 'sources',
        asks: 'What the definition rests on',
        options: idsOf('sources'),
        several: true,
      },
      idQuestion,
    ],
    make: (answers) => {
      const { name, id } = named(answers);
      const sources = answers.list('sources');
      const data = {
        name,
        definition: answers.words('definition', 'one or two plain sentences.'),
        ...(sources.length === 0 ? {} : { sources }),
      };
      return { id, files: new Map([[`glossary/${id}.yaml`, yaml(data)]]) };
    },
  },
  series: {
    collection: 'series',
    is: 'articles that are read one after the other',
    questions: [
      { flag: 'name', asks: 'What it is called, in a few words', isNeeded: true },
      {
        flag: 'articles',
        asks: 'Its articles, the first to read first',
        options: idsOf('articles'),
        several: true,
        isNeeded: true,
      },
      idQuestion,
    ],
    make: (answers) => {
      const { name, id } = named(answers);
      const data = { name, articles: answers.list('articles') };
      return { id, files: new Map([[`series/${id}.yaml`, yaml(data)]]) };
    },
  },
  figure: {
    collection: 'figures',
    is: 'a picture of numbers that claims have',
    questions: [
      {
        flag: 'title',
        asks: 'A sentence that says what one sees, 10-90 characters',
        isNeeded: true,
      },
      {
        flag: 'kind',
        asks: 'Which question it answers',
        options: wordsIn('figures', 'kind'),
        isNeeded: true,
      },
      {
        flag: 'values',
        asks: 'The values that it draws, as claim:value',
        options: valuesOf,
        several: true,
        isNeeded: true,
      },
      {
        flag: 'topics',
        asks: 'What it is about',
        options: topicsOf,
        several: true,
        isNeeded: true,
      },
      idQuestion,
    ],
    make: (answers, { corpus, today }) => {
      const title = answers.text('title') ?? '';
      const id = answers.text('id') ?? madeId(title);
      const rows = answers.list('values').map((value) => {
        const [claim = '', name = ''] = value.split(':');
        return { label: `TODO: what ${name} shows.`, from: { claim, value: name } };
      });
      const [first] = rows;
      const claim = corpus.entries.claims.get(first?.from.claim ?? '');
      const unit = claim?.data.values?.find(({ name }) => name === first?.from.value)?.unit;
      const data = {
        title,
        subtitle: 'TODO: what is measured, in whom, and in which unit.',
        kind: answers.text('kind') ?? '',
        unit: unit ?? 'TODO',
        ...(unit === 'ratio' ? { scale: 'log' } : {}),
        rows,
        topics: answers.list('topics'),
        published: today,
      };
      return { id, files: new Map([[`figures/${id}.yaml`, yaml(data)]]) };
    },
  },
  image: {
    collection: 'images',
    is: 'a picture, copied into the content with what there is to say of it',
    questions: [
      { flag: 'file', asks: `The picture: ${pictureExtensions.join(', ')}`, isNeeded: true },
      { flag: 'credit', asks: 'Who made it, as they want to be named', isNeeded: true },
      {
        flag: 'licence',
        asks: 'Under which terms it may be shown',
        options: wordsIn('images', 'licence'),
        isNeeded: true,
      },
      { flag: 'alt', asks: 'What it shows, for who cannot see it' },
      { flag: 'source', asks: 'Where it was found' },
      idQuestion,
    ],
    make: (answers) => {
      const from = answers.text('file') ?? '';
      const extension = path.extname(from).toLowerCase().replace('.jpeg', '.jpg');
      if (!pictureExtensions.some((known) => known === extension))
        throw new UserError(`"${from}" is no picture: save it as ${pictureExtensions.join(', ')}.`);
      const id = answers.text('id') ?? madeId(path.basename(from, path.extname(from)));
      const source = answers.text('source');
      const data = {
        alt: answers.words('alt', 'what it shows, in a sentence or two.'),
        credit: answers.text('credit') ?? '',
        licence: answers.text('licence') ?? '',
        ...(source === undefined ? {} : { source }),
      };
      const to = `images/${id}${extension}`;
      return { id, files: new Map([[`images/${id}.yaml`, yaml(data)]]), copy: { from, to } };
    },
  },
  person: {
    collection: 'people',
    is: 'an author or a reviewer who exists and agreed to be named',
    questions: [
      { flag: 'name', asks: 'The name as shown', isNeeded: true },
      {
        flag: 'kind',
        asks: 'What it is',
        options: wordsIn('people', 'kind'),
        isNeeded: true,
      },
      {
        flag: 'agreed',
        asks: 'Of a person: the day on which they agreed to be named here, YYYY-MM-DD',
        isDay: true,
      },
      { flag: 'description', asks: 'Who this is, in a sentence or two' },
      { flag: 'credentials', asks: 'Professional credentials of a person, such as RD' },
      idQuestion,
    ],
    make: (answers) => {
      const { name, id } = named(answers);
      const kind = answers.text('kind') ?? '';
      const [agreed, credentials] = [answers.text('agreed'), answers.text('credentials')];
      if (kind === 'person' && agreed === undefined)
        throw new UserError(
          'Nobody stands here who did not agree to it: give the day with --agreed YYYY-MM-DD.',
        );
      const data = {
        name,
        kind,
        description: answers.words('description', 'who this is, in a sentence or two.'),
        ...(credentials === undefined ? {} : { credentials }),
        ...(agreed === undefined ? {} : { agreed }),
      };
      return { id, files: new Map([[`people/${id}.yaml`, yaml(data)]]) };
    },
  },
};

/** A kind by its name. @throws {UserError} when there is none */
export function kindOf(name: string): Kind {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined)
    throw new UserError(
      `There is no kind "${name}". ${didYouMean(name, Object.keys(kinds), `Say what is new: ${Object.keys(kinds).join(', ')}.`)}`,
    );
  return kind;
}

// What it is called, and its id: made from the name where nothing is said.
function named(answers: Answers): { name: string; id: string } {
  const name = answers.text('name') ?? '';
  return { name, id: answers.text('id') ?? madeId(name) };
}

function madeId(words: string): string {
  return (idOf(words) ?? '')
    .slice(0, 60)
    .replace(/-[^-]*$/, (rest) => (words.length > 60 ? '' : rest));
}

// The review of an article lies half a year after its first day.
function halfYearLater(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(date, last))).toISOString().slice(0, 10);
}

function valuesOf({ entries }: Corpus): string[] {
  return [...entries.claims.values()].flatMap(({ id, data }) =>
    (data.values ?? []).map(({ name }) => `${id}:${name}`),
  );
}

async function textOf({ directory }: Corpus, file: string): Promise<string> {
  return readFile(path.join(directory, file), 'utf8').catch(() => '');
}

async function recordsOf(answers: Answers, design: string): Promise<SourceRecord[]> {
  const [doi, from] = [answers.text('doi'), answers.text('from')];
  if (doi !== undefined) return [await fetchRecord(doi, design)];
  if (from === undefined)
    throw new UserError(
      'Give its DOI with --doi, or a file with its record with --from FILE (- reads what is pasted).',
    );
  const text = await readFile(from === '-' ? '/dev/stdin' : from, 'utf8').catch(() => {
    throw new UserError(`"${from}" cannot be read: give a file with --from.`);
  });
  return readRecords(text, design);
}

/** A text with the line ends of one before it: a list that has those of Windows goes on like that. */
export function withEndsOf(before: string, text: string): string {
  return before.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

// Only the end of the file changes.
function withRecords(text: string, records: readonly SourceRecord[]): string {
  const items = records
    .map((record) => JSON.stringify(record, null, 2).replaceAll(/^/gm, '  '))
    .join(',\n');
  const before = text.trimEnd().replace(/\s*\]$/, '');
  return `${before === '' ? '[' : before === '[' ? '[' : `${before},`}\n${items}\n]\n`;
}
