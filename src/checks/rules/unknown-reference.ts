/** Every id that content names must exist. */
import type { CollectionName } from '../../corpus/collections.ts';
import type { Corpus, Entry } from '../../corpus/read.ts';
import { didYouMean } from '../../document/suggest.ts';
import type { Position } from '../../problem.ts';
import { themes } from '../../schemas/parts.ts';
import type { CorpusFinding, Rule, RuleFinding } from '../rule.ts';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  demands:
    'A product, claim, source, nutrient, person, term, merchant or topic that is named exists.',
  why: 'A citation that leads nowhere backs nothing up; Astro itself builds such a page without a word.',
  fix: 'Correct the id, or add the file that it names.',
  document: ({ entry, compiled, corpus }) => {
    const findings: RuleFinding[] = [];
    const need = (id: string, names: readonly CollectionName[], position: () => Position): void => {
      const finding = missing(corpus, id, names, position);
      if (finding !== undefined) findings.push(finding);
    };
    for (const citation of compiled.document.citations) {
      for (const id of citation.ids) need(id, ['claims', 'sources'], () => citation.position);
    }
    for (const { name, props, position } of compiled.document.components) {
      const at = (): Position => position;
      if (name === 'ProductCard') need(props.id, ['products'], at);
      if (name === 'ProductTable') props.ids.forEach((id) => need(id, ['products'], at));
      if (name === 'NoCard') need(props.nutrient, ['nutrients'], at);
      if (name === 'Dose') {
        need(props.product, ['products'], at);
        need(props.nutrient, ['nutrients'], at);
      }
      if (name === 'IntakeTable') need(props.nutrient, ['nutrients'], at);
      if (name === 'FoodSources') need(props.nutrient, ['foods'], at);
      if (name === 'Term') need(props.id, ['glossary'], at);
      if (name === 'EvidenceTable') findings.push(...evidenceTopic(props.topic, position, corpus));
    }
    if (entry.collection === 'articles')
      findings.push(...articleReferences(entry as Entry<'articles'>, corpus));
    if (entry.collection === 'nutrients')
      findings.push(...nutrientReferences(entry as Entry<'nutrients'>, corpus));
    return findings;
  },
  corpus: ({ corpus }) => dataReferences(corpus),
};

function missing(
  corpus: Corpus,
  id: string,
  names: readonly CollectionName[],
  position: () => Position,
): RuleFinding | undefined {
  if (names.some((name) => corpus.knownIds[name].has(id))) return undefined;
  const known = names.flatMap((name) => [...corpus.knownIds[name]]);
  const noun = names.map((name) => nouns[name]).join(' or ');
  return {
    ...position(),
    message: `there is no ${noun} "${id}".`,
    fix: didYouMean(id, known, `Add it to content/${names[0] ?? ''}/, or correct the id.`),
  };
}

// A topic of claims is no entry of its own: it exists where a claim names it.
function evidenceTopic(topic: string, position: Position, corpus: Corpus): RuleFinding[] {
  const topics = new Set([...corpus.entries.claims.values()].map(({ data }) => data.topic));
  if (topics.has(topic)) return [];
  return [
    {
      ...position,
      message: `no claim has the topic "${topic}".`,
      fix: didYouMean(topic, [...topics], `Topics of claims are ${[...topics].sort().join(', ')}.`),
    },
  ];
}

const nouns: Record<CollectionName, string> = {
  articles: 'article',
  pages: 'page',
  nutrients: 'nutrient',
  products: 'product',
  merchants: 'merchant',
  people: 'person',
  claims: 'claim',
  sources: 'source',
  foods: 'food list',
  interactions: 'interaction',
  glossary: 'term',
  sheets: 'sheet',
};

function articleReferences(entry: Entry<'articles'>, corpus: Corpus): RuleFinding[] {
  const { data } = entry;
  const topics = (ids: readonly string[], path: PropertyKey[]): RuleFinding[] =>
    ids.flatMap((id, index) => {
      if ((themes as readonly string[]).includes(id) || corpus.knownIds.nutrients.has(id))
        return [];
      return {
        ...entry.locate([...path, index]),
        message: `there is no topic "${id}".`,
        fix: didYouMean(
          id,
          [...themes, ...corpus.knownIds.nutrients],
          `Themes are ${themes.join(', ')}; else name a nutrient.`,
        ),
      };
    });
  return [
    missing(corpus, data.author, ['people'], () => entry.locate(['author'])),
    data.reviewed &&
      missing(corpus, data.reviewed.by, ['people'], () => entry.locate(['reviewed', 'by'])),
    ...topics(data.topics, ['topics']),
    ...data.faq.flatMap((item, index) => topics(item.topics ?? [], ['faq', index, 'topics'])),
  ].filter((finding) => finding !== undefined);
}

function nutrientReferences(entry: Entry<'nutrients'>, corpus: Corpus): RuleFinding[] {
  return sourceLists(entry.data, []).flatMap(({ ids, path }) =>
    ids.flatMap(
      (id, index) =>
        missing(corpus, id, ['sources', 'claims'], () => entry.locate([...path, index])) ?? [],
    ),
  );
}

// Every list of sources, however deep it stands in an entry.
function sourceLists(
  value: unknown,
  path: PropertyKey[],
): { ids: string[]; path: PropertyKey[] }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (['sources', 'intakeSources'].includes(key) && Array.isArray(inner))
      return [{ ids: inner as string[], path: at }];
    return sourceLists(inner, at);
  });
}

function dataReferences(corpus: Corpus): CorpusFinding[] {
  const findings: CorpusFinding[] = [];
  const need = (
    entry: Entry,
    ids: readonly string[],
    names: readonly CollectionName[],
    path: (index: number) => PropertyKey[],
  ): void => {
    ids.forEach((id, index) => {
      const finding = missing(corpus, id, names, () => entry.locate(path(index)));
      if (finding !== undefined) findings.push({ file: entry.file, ...finding });
    });
  };
  for (const entry of corpus.entries.claims.values()) {
    need(entry, entry.data.sources, ['sources'], (index) => ['sources', index]);
    need(entry, entry.data.nutrients, ['nutrients'], (index) => ['nutrients', index]);
  }
  for (const entry of corpus.entries.products.values()) {
    const { data } = entry;
    need(
      entry,
      data.nutrients.map((row) => row.nutrient),
      ['nutrients'],
      (index) => ['nutrients', index, 'nutrient'],
    );
    need(
      entry,
      data.warnings.map((row) => row.nutrient),
      ['nutrients'],
      (index) => ['warnings', index, 'nutrient'],
    );
    need(
      entry,
      data.offers.map((offer) => offer.merchant),
      ['merchants'],
      (index) => ['offers', index, 'merchant'],
    );
    need(entry, data.claims, ['claims'], (index) => ['claims', index]);
  }
  for (const entry of corpus.entries.foods.values()) {
    need(entry, [entry.data.nutrient], ['nutrients'], () => ['nutrient']);
    if (entry.data.nutrient !== entry.id)
      findings.push({
        file: entry.file,
        ...entry.locate(['nutrient']),
        message: `the file is named "${entry.id}" and is about "${entry.data.nutrient}".`,
        fix: 'Give it the name of its nutrient.',
      });
    need(
      entry,
      entry.data.foods.map((food) => food.source),
      ['sources'],
      (index) => ['foods', index, 'source'],
    );
  }
  for (const entry of corpus.entries.sheets.values()) {
    need(entry, [entry.id], ['nutrients'], () => []);
    for (const { ids, path } of sourceLists(entry.data, []))
      need(entry, ids, ['claims', 'sources'], (index) => [...path, index]);
  }
  for (const entry of corpus.entries.interactions.values()) {
    const { data } = entry;
    need(entry, [data.nutrient], ['nutrients'], () => ['nutrient']);
    if (data.with !== 'coffee') need(entry, [data.with], ['nutrients'], () => ['with']);
    need(entry, data.sources, ['claims', 'sources'], (index) => ['sources', index]);
  }
  for (const entry of corpus.entries.glossary.values()) {
    need(entry, entry.data.sources, ['sources', 'claims'], (index) => ['sources', index]);
  }
  return findings;
}
