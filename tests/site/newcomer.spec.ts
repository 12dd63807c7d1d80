/** The way of somebody who comes new: from a command to a page of the built site, without a round that fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { CompletionList } from 'vscode-languageserver/node';
import { Editor, today } from '../editor/editor.ts';
import { copyProject, startDev } from './commands.ts';

const port = Number(process.env['TEST_PORT'] ?? 4391) + 2;
const patience = { timeout: 60_000 };
test.setTimeout(600_000);

const id = 'do-runners-need-more-iron';
const file = `articles/${id}.mdx`;

// What the author writes, with two citations begun, and a slip in a name.
const words: [what: RegExp, by: string][] = [
  [
    /"TODO: the answer to the title[^"]*"/,
    'Only those who are low. Women who run often are, and a blood test tells, so ask for one first.',
  ],
  [/"TODO: what to do,[^"]*"/, '"Ask for a blood test before you take iron [@iron-test]."'],
  [/"TODO: the next thing[^"]*"/, '"Low iron is common in women who run [@iron-prevalence]."'],
  [/"TODO: one more,[^"]*"/, '"Iron eased fatigue in women with low stores [@iron-fatigue]."'],
  [
    /TODO: open with the answer\./,
    'Only if a test says so [@iron-test]. Lentils and meat bring iron to a plate.',
  ],
  [/TODO: what studies found[^\n]*/, 'Low stores are common in women who run [@].'],
  [/TODO: what a reader can do[^\n]*/, 'Ask for a blood test first [@].'],
  [/- desk/, '- dest'],
  [/draft: true\n/, ''],
];

test('a new article comes to readers without a failed round', async ({ page }) => {
  const root = copyProject();
  const content = path.join(root, 'content');
  const article = path.join(content, file);
  const environment = { CONTENT_DIR: content, TODAY: today, SITE_URL: '' };
  const run = (...command: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
    return { status, output: stdout + stderr };
  };

  const flags = ['--title', 'Do runners need more iron?', '--topics', 'iron', '--ai-use', 'none'];
  const begun = run('src/author/cli.ts', 'new', 'article', ...flags);
  expect(begun).toMatchObject({ status: 0 });
  expect(begun.output).toContain(`wrote content/${file}: ${id}`);

  const written = words.reduce(
    (text, [what, by]) => {
      expect(text).toMatch(what);
      return text.replace(what, by);
    },
    readFileSync(article, 'utf8'),
  );

  const editor = new Editor(content, root);
  await editor.begin({ completionList: { itemDefaults: ['editRange'] } });
  await editor.type(file, written);
  const cite = async (typed: string, wanted: string): Promise<void> => {
    const before = editor.document(file).getText();
    const put = before.replace('[@]', `[@${typed}]`);
    await editor.type(file, put);
    const list = await editor.ask<CompletionList>(
      'completion',
      file,
      put.slice(0, put.indexOf(`[@${typed}]`) + 2 + typed.length).slice(-40),
    );
    expect(list.items[0]?.label).toBe(wanted);
    await editor.type(file, put.replace(`[@${typed}]`, `[@${list.items[0]?.label ?? ''}]`));
  };
  // One by its id, one by a word of what it says.
  await cite('iron-pre', 'iron-prevalence');
  await cite('whether', 'iron-test');
  const told = await editor.until(file, (found) => found.length > 0);
  expect(told.map(({ code }) => code)).toEqual(['unknown-reference']);
  writeFileSync(article, editor.document(file).getText());
  await editor.end();

  const mended = run('src/checks/cli.ts', '--fix');
  expect(mended.output).toContain('Mended 1 problem.');
  expect(mended.status).toBe(0);
  expect(readFileSync(article, 'utf8')).toContain('authors:\n  - desk\n');

  const { server } = await startDev(port, environment, root);
  try {
    await page.goto(`http://localhost:${port}/articles/${id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do runners need more iron?');
    const desk = page.getByRole('complementary', { name: 'Writer’s desk' });
    await expect(desk.getByText('clean', { exact: true })).toBeVisible(patience);
  } finally {
    server.kill();
  }

  const built = run('src/publish/cli.ts');
  expect(built.status, built.output).toBe(0);
  expect(existsSync(path.join(root, 'dist/articles', id, 'index.html'))).toBe(true);
  rmSync(root, { recursive: true, force: true });
});
