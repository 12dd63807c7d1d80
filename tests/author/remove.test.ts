/** What is removed leaves an answer behind: a successor, or a reason. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { planRemoval } from '#author/remove.ts';
import { newProblems } from '#author/rename.ts';
import { checkContent } from '#checks/run.ts';

const day = '2026-06-01';
const root = path.resolve('tests/fixtures/content');
const before = await checkContent(root, day);
const { corpus } = before;

// The problems that are new when a removal is done.
async function after({ texts, deleted }: ReturnType<typeof planRemoval>) {
  const overlay = new Map<string, Uint8Array | undefined>([
    ...[...texts].map(([file, { after: text }]) => [file, Buffer.from(text)] as const),
    ...deleted.map((file) => [file, undefined] as const),
  ]);
  return newProblems(before.problems, (await checkContent(root, day, { overlay })).problems);
}

test('a successor is named wherever the entry was, and the old address leads there', async () => {
  const name = { collection: 'claims', id: 'iron-limited' } as const;
  const plan = planRemoval(corpus, name, { successor: 'iron-mixed' }, day);
  expect(plan.deleted).toEqual([]);
  const text = plan.texts.get('content/claims/iron.yaml')?.after ?? '';
  expect(text).not.toContain('- id: iron-limited\n');
  expect(text).toMatch(
    /- id: iron-mixed\n(?: {2}.*\n)* {2}aliases: \[.*\/evidence\/iron-limited\//,
  );
  expect(plan.told).toContain('leads to');
  expect(await after(plan)).toEqual([]);
});

test('a reason stands at the address from that day on', async () => {
  const name = { collection: 'articles', id: 'second' } as const;
  const without = { ...corpus, entries: { ...corpus.entries, series: new Map() } };
  const plan = planRemoval(without, name, { gone: 'It said "nothing" new.' }, day);
  expect(plan.deleted).toEqual(['content/articles/second.mdx']);
  const gone = plan.texts.get('content/gone.yaml');
  expect(gone?.after).toBe(
    `${gone?.before ?? ''}  - address: /articles/second/\n    on: ${day}\n    reason: "It said \\"nothing\\" new."\n`,
  );
});

test('what was published is not lost without an answer, and what is named is not lost at all', () => {
  const figure = { collection: 'figures', id: 'low-stores' } as const;
  const named = { articles: new Map(), sheets: new Map(), site: new Map(), pages: new Map() };
  const unnamed = { ...corpus, entries: { ...corpus.entries, ...named } };
  expect(() => planRemoval(corpus, { collection: 'people', id: 'desk' }, undefined, day)).toThrow(
    /\d+ places name it: name a --successor/,
  );
  expect(() =>
    planRemoval(corpus, { collection: 'people', id: 'desk' }, { gone: 'Left.' }, day),
  ).toThrow('places name it');
  expect(() => planRemoval(corpus, figure, { successor: 'low-stores' }, day)).toThrow(
    'A figure is no successor of its own.',
  );
  expect(() => planRemoval(corpus, figure, { successor: 'none' }, day)).toThrow(
    'There is no figure "none".',
  );
  expect(() => planRemoval(unnamed, figure, undefined, day)).toThrow(
    '/figures/low-stores/ was published: say what takes its place, or why it is gone.',
  );
});

test('a source goes from its list of JSON, and the list stays one', () => {
  const name = { collection: 'sources', id: 'small-trial' } as const;
  const plan = planRemoval(corpus, name, { successor: 'iron-trial' }, day);
  const list = JSON.parse(plan.texts.get('content/sources/studies.json')?.after ?? '') as {
    id: string;
  }[];
  const ids = [...corpus.entries.sources.values()]
    .filter(({ file }) => file === 'content/sources/studies.json')
    .map(({ id }) => id);
  expect(list.map(({ id }) => id)).toEqual(ids.filter((id) => id !== name.id));
});

test('a list keeps its line ends, those of Windows too, and the one behind its last entry', () => {
  const file = 'content/claims/iron.yaml';
  for (const ends of ['\n', '\r\n']) {
    const rewritten = new Map(
      [...corpus.entries.claims].map(([id, entry]) => [
        id,
        { ...entry, text: () => entry.text().replaceAll('\n', ends) },
      ]),
    );
    const own = { ...corpus, entries: { ...corpus.entries, claims: rewritten } };
    const last = [...corpus.entries.claims.values()].findLast((one) => one.file === file);
    for (const id of ['iron-limited', last?.id ?? '']) {
      const successor = id === 'iron-prevalence' ? 'iron-fatigue' : 'iron-prevalence';
      const plan = planRemoval(own, { collection: 'claims', id }, { successor }, day);
      const text = plan.texts.get(file)?.after ?? '';
      expect(text).not.toMatch(new RegExp(`^- id: ${id}\\r?$`, 'm'));
      expect(text.endsWith(ends)).toBe(true);
      expect(text.replaceAll(ends, '')).not.toMatch(/[\r\n]/);
    }
  }
});
