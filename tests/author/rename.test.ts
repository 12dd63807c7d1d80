/** Renaming on the real content: there and back leaves every file as it was but for the aliases. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  givenId,
  newProblems,
  overlayOf,
  planRename,
  readName,
  usesOf,
  type Name,
} from '#author/rename.ts';
import { checkContent } from '#checks/run.ts';
import { collectionNames, collections } from '#corpus/collections.ts';
import type { Entry } from '#corpus/corpus.ts';
import { readCorpus } from '#corpus/read.ts';

const day = '2026-11-26';
const real = path.resolve('content');
const before = await checkContent(real, day);
const { corpus } = before;

// Of each collection the entry that is named most; the pages of the frame are not ours to rename.
const names = collectionNames
  .filter((name) => collections[name].file === undefined && name !== 'pages' && name !== 'images')
  .filter(
    (name) => collections[name].idsOf === undefined && collections[name].idField === undefined,
  )
  .flatMap((collection): Name[] => {
    const ids = [...(corpus.entries[collection] as Map<string, Entry>).keys()].slice(0, 6);
    const [most] = ids
      .map((id) => ({ id, uses: usesOf(corpus, { collection, id }).length }))
      .sort((a, b) => b.uses - a.uses);
    return most === undefined ? [] : [{ collection, id: most.id }];
  });

const withoutAliases = (text: string): string =>
  text.replaceAll(/^ *aliases:.*\n(?:[ \t]*- .*\n)*/gm, '');

test.each(names)('$collection/$id there and back', async (name) => {
  const other = `${name.id}-renamed`;
  const there = planRename(corpus, name, other);
  const overlay = overlayOf(there, corpus);
  const after = await checkContent(real, day, { overlay });
  expect(newProblems(before.problems, after.problems)).toEqual([]);
  expect(usesOf(after.corpus, { ...name, id: other })).toHaveLength(usesOf(corpus, name).length);
  expect(usesOf(after.corpus, name)).toEqual([]);
  const back = planRename(after.corpus, { ...name, id: other }, name.id);
  const final = await readCorpus(real, {
    overlay: new Map([...overlay, ...overlayOf(back, after.corpus)]),
  });
  const texts = ({ entries }: typeof corpus): [string, string][] =>
    collectionNames.flatMap((one) =>
      [...(entries[one] as Map<string, Entry>).values()].map(({ file, text }): [string, string] => [
        file,
        withoutAliases(text()),
      ]),
    );
  expect(new Map(texts(final))).toEqual(new Map(texts(corpus)));
});

test('a name that is none, an id that is none and one that is taken are told', () => {
  expect(() => readName(corpus, 'iron')).toThrow(
    '"iron" names no entry: write "nutrients/iron" or "foods/iron" or',
  );
  expect(() => readName(corpus, 'nutrients/irn')).toThrow(
    'There is no nutrient "irn". Did you mean "iron"?',
  );
  const [term = ''] = corpus.entries.themes.keys();
  expect(() => readName(corpus, term)).toThrow(`"themes/${term}"`);
  const iron = readName(corpus, 'content/nutrients/iron.mdx');
  expect(givenId('nutrients', 'content/nutrients/zinc.mdx')).toBe('zinc');
  expect(givenId('nutrients', 'articles/zinc')).toBe('articles/zinc');
  expect(() => planRename(corpus, iron, 'Iron!')).toThrow('"Iron!" is no id');
  expect(() => planRename(corpus, iron, 'zinc')).toThrow('"zinc" is taken');
});

// The command, on the fixtures in a repository of their own.
const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
cpSync('tests/fixtures/content', folder, { recursive: true });
const git = (...words: string[]): void => {
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: folder,
  });
};
const author = (...words: string[]): string => {
  const { stdout, stderr } = spawnSync('node', ['src/author/cli.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: folder, TODAY: '2026-06-01' },
  });
  return stdout + stderr;
};

test('a dry run writes nothing, what is not committed stops it, and then it is done', () => {
  const dry = author('rename', 'articles/model', 'iron');
  expect(dry).toContain('moved  content/articles/model.mdx to content/articles/iron.mdx');
  expect(dry).toContain('alias  /articles/model/ leads to /articles/iron/');
  expect(dry).toContain('Nothing was written: give --write to do it.');
  expect(author('rename', 'articles/model', 'iron', '--write')).toContain(
    'is in no git repository',
  );
  git('init', '-q');
  git('add', '-A');
  expect(author('rename', 'articles/model', 'iron', '--write')).toContain('not committed');
  git('commit', '-qm', 'All');
  expect(author('rename', 'articles/model', 'iron', '--write')).toContain('Done.');
  const text = readFileSync(path.join(folder, 'articles/iron.mdx'), 'utf8');
  expect(text).toContain('aliases: [/articles/old-model/, /articles/model/]');
  expect(text).toContain('[the model page](/articles/iron/#what-is-known)');
  git('add', '-A');
  git('commit', '-qm', 'Renamed');
  writeFileSync(path.join(folder, 'people/desk.yaml'), 'name:\n');
  expect(author('rename', 'articles/iron', 'model')).toContain('Mend these first');
  git('checkout', '-q', '.');
});

test('a draft that is still being written stops nobody, and leaves no alias where it was', () => {
  const draft = path.join(folder, 'articles/a-draft.mdx');
  const made = author(
    'new',
    'article',
    '--id=a-draft',
    '--title=Do runners need a draft?',
    '--topics=iron',
    '--ai-use=none',
  );
  expect(made).toContain('"TODO" would be printed as it stands.');
  git('add', '-A');
  git('commit', '-qm', 'A draft');
  expect(author('rename', 'people/desk', 'office')).toContain('Nothing was written');
  const moved = author('rename', 'articles/a-draft', 'a-plan');
  expect(moved).toContain('moved  content/articles/a-draft.mdx to content/articles/a-plan.mdx');
  expect(moved).not.toContain('alias');
  expect(author('remove', 'articles/a-draft')).toContain('was never out');
  const text = readFileSync(draft, 'utf8');
  writeFileSync(draft, text.replace('draft: true\n', ''));
  expect(author('rename', 'people/desk', 'office')).toContain('Mend these first');
  writeFileSync(draft, `${text}\n<Callout kind="note">\n`);
  expect(author('rename', 'people/desk', 'office')).toContain('Mend these first');
  git('rm', '-qf', 'articles/a-draft.mdx');
  git('commit', '-qm', 'No draft');
});

test('to remove says who uses it', () => {
  const told = author('remove', 'people/desk');
  expect(told).toMatch(/content\/articles\/\w+\.mdx:\d+:\d+ {2}"authors\.0"/);
  expect(told).toMatch(/\d+ places name this person\. What takes its place\?/);
  expect(told).toContain('--successor ID     another person: it is named there, and /people/desk/');
  expect(told).toContain('--gone "REASON"    nothing: /people/desk/ says why');
  const dry = author('remove', 'people/desk', '--successor', 'pat-example');
  expect(dry).toContain('"pat-example" wrote the article.');
  expect(dry).toContain('That would break the content: mend this first.');
});
