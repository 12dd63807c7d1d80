/** What changes for readers between two states of the content. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const home = mkdtempSync(path.join(tmpdir(), 'micromile-'));
const folder = path.join(home, 'content');
afterAll(() => rmSync(home, { recursive: true, force: true }));

cpSync('tests/fixtures/content', folder, { recursive: true });
const git = (...words: string[]): string =>
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: folder,
    encoding: 'utf8',
  }).stdout;
git('init', '-q');
git('add', '-A');
git('commit', '-qm', 'All');

const diff = (...words: string[]): string => {
  const { stdout, stderr } = spawnSync('node', ['src/author/cli.ts', 'diff', ...words], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: folder, TODAY: '2026-06-01' },
  });
  return stdout + stderr;
};
const edit = (file: string, find: string, put: string): void => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  expect(text).toContain(find);
  writeFileSync(
    path.join(folder, file),
    text.replace(find, () => put),
  );
};

test('nothing that differs is said to be nothing', () => {
  expect(diff('HEAD')).toBe('For readers nothing differs from HEAD.\n');
});

test('pages, titles, figures, certainties and what is gone are told', () => {
  edit('articles/model.mdx', 'title: What iron does', 'title: What a metal does');
  edit('articles/model.mdx', '28% of the women were low', '29% of the women were low');
  edit('claims/iron.yaml', 'certainty: strong', 'certainty: moderate');
  edit('products/iron-capsule.yaml', 'amount: 30', 'amount: 25');
  git('mv', 'articles/second.mdx', 'articles/other.mdx');
  edit('articles/other.mdx', 'aiUse: ', 'aliases: [/articles/second/]\naiUse: ');
  git('rm', '-q', 'glossary/ferritin.yaml');
  const told = diff('HEAD');
  expect(told).toMatch(/changed \/articles\/model\/ {2}What a metal does/);
  expect(told).toContain('title: What iron does for a runner → What a metal does for a runner');
  expect(told).toContain('figures in the text: 28% → 29%');
  expect(told).toMatch(/certainty: strong → moderate/);
  expect(told).toMatch(/nutrients: .*amount: 30.* → .*amount: 25/);
  expect(told).toContain('renamed /articles/second/ to /articles/other/');
  expect(told).toMatch(/gone {4}.*Ferritin/);
  const markdown = diff('HEAD', '--format', 'markdown');
  expect(markdown).toContain('## What changes for readers, against HEAD');
  expect(markdown).toContain('### Claims\n\n- **changed** ');
  expect(markdown).not.toContain('[@');
  // The work tree and its index are as they were.
  expect(git('status', '--porcelain')).toContain('RM articles/second.mdx -> articles/other.mdx');
});

test('what git does not know is told', () => {
  expect(diff('nope')).toContain('git knows no content at "nope"');
  expect(diff()).toContain('diff REF: ');
  expect(diff('HEAD', '--format', 'html')).toContain('--format is "html": write text or markdown.');
});
