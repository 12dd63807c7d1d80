/** What the site says of itself is counted, and nothing else on its first pages promises as much. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '#checks/run.ts';
import { frontmatterOf } from '#corpus/data.ts';
import type { Library } from '#library/records.ts';
import { figuresCited, promisesView } from '#views/promises.ts';
import { library as knowledge } from '../library.ts';

const { corpus, problems } = await checkContent(path.resolve('content'), '2026-11-25');
const { nutrients, claims, sources, products } = corpus.entries;
const real: Library = {
  ...knowledge,
  ...({ nutrients, claims, sources, products } as unknown as Partial<Library>),
};

// Read without our schemas and views: the files as they are.
const filesOf = (collection: string): string[] =>
  readdirSync(`content/${collection}`).map((name) =>
    readFileSync(`content/${collection}/${name}`, 'utf8'),
  );

test('no figure of an article stands without its source, as is promised', () => {
  expect(figuresCited).toMatch(/article/);
  expect(problems.filter(({ rule }) => rule === 'uncited-amount')).toEqual([]);
  expect(corpus.entries.articles.size).toBeGreaterThan(0);
});

test('what is counted is what the files hold', () => {
  const [claimText, sourceText, factText, labelText] = promisesView(real);
  const claimCount = filesOf('claims').flatMap((text) => parse(text) as unknown[]).length;
  expect(claimText).toBe(`All ${claimCount} claims name their sources.`);
  const seen = filesOf('sources').flatMap((text) => text.match(/"seen": "[a-z-]+"/g) ?? []);
  const share = (kind: string) =>
    seen.filter((one) => one === `"seen": "${kind}"`).length || 'none';
  expect(sourceText).toBe(
    `Of ${seen.length} sources we know ${share('full-text')} in full, ${share('passage')} by the passage with the figure, ${share('abstract')} as an abstract, ${share('secondary')} second hand, and ${share('citation-only')} by the citation alone.`,
  );
  const marks = filesOf('nutrients').flatMap(
    (text) => (frontmatterOf(text) ?? '').match(/\bunverified: true\b/g) ?? [],
  ).length;
  expect(factText).toMatch(marks === 0 ? /^All facts/ : new RegExp(`^${marks} facts? about`));
  const readings = filesOf('products').map((text) => {
    const data = parse(text) as { labelSeen?: object; amountsFrom?: { kind: string }[] };
    return data.labelSeen === undefined ? data.amountsFrom?.[0]?.kind : 'label';
  });
  const onLabel = readings.filter((kind) => kind === 'label').length || 'none';
  expect(labelText).toContain(
    `Of ${readings.length} products the amounts were read: ${onLabel} on`,
  );
});

describe('where something is missing, the sentence says so', () => {
  const withClaim = (names: string[]): Library => ({
    ...knowledge,
    claims: new Map(
      [...knowledge.claims.values()]
        .slice(0, 1)
        .map((claim) => [claim.id, { ...claim, data: { ...claim.data, sources: names } }]),
    ),
  });

  test('a claim without a source', () => {
    expect(promisesView(withClaim(['a']))[0]).toBe('All 1 claim names its sources.');
    expect(promisesView(withClaim([]))[0]).toBe('0 of 1 claims name their sources.');
  });

  test('nothing that is not verified', () => {
    expect(promisesView({ ...knowledge, nutrients: new Map() })[2]).toBe(
      'All facts on the pages of nutrients name their sources.',
    );
    expect(promisesView(knowledge)[2]).toMatch(/^\d+ facts about nutrients have no source/);
  });
});

// Sentences of a file, with what is markup or code between them as their ends. A correction tells of
// what was promised before.
const sentencesOf = (text: string): string[] =>
  text
    .replace(/^changes:\n(?: .*\n)+/m, '')
    .replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
    .split(/[.!?;:|]\s|[<>{}"]|\n\s*\n/)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim());
const isPromise = (sentence: string): boolean =>
  /\b(?:every|each|all|no|none|nothing|never|always)\b/i.test(sentence) &&
  /\b(?:figures?|doses?|amounts?|sources?|sourced|claims?(?! a\b)|checked|verified|backed up)\b/i.test(
    sentence,
  );

test('a promise is known by its words', () => {
  expect(isPromise('A figure without a source is refused')).toBe(false);
  for (const sentence of [
    'Every claim sourced, every dose checked',
    'No figure stands here without a source',
    'All amounts were checked',
  ])
    expect(isPromise(sentence)).toBe(true);
});

test.each([
  'src/layouts/Base.astro',
  'src/layouts/Article.astro',
  'src/pages/index.astro',
  'src/site.ts',
  'src/styles/drawings/social-card.svg',
  'content/pages/about.mdx',
  'content/site.yaml',
  'package.json',
])('%s promises nothing beyond what is counted', (file) => {
  expect(sentencesOf(readFileSync(file, 'utf8')).filter(isPromise)).toEqual([]);
});

test('the opening of the README promises nothing beyond what is counted', () => {
  const [opening = ''] = readFileSync('README.md', 'utf8').split('\n## ');
  expect(sentencesOf(opening).filter(isPromise)).toEqual([]);
});
