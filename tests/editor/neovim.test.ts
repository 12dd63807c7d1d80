/** Neovim with the language server, where the machine has one: a client that nobody here wrote. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

// A version before 0.8 asks Lua for the type of a file only when it is told so.
const before = ['--clean', '--cmd', 'let g:do_filetype_lua = 1'];
const isThere = spawnSync('nvim', ['--version']).status === 0;

test.skipIf(!isThere)('Neovim underlines, completes, hovers and renames', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  cpSync('tests/fixtures/content', folder, { recursive: true });
  const { stdout, stderr } = spawnSync(
    'nvim',
    ['--headless', ...before, '-S', 'tests/editor/neovim.lua'],
    {
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, CONTENT_DIR: folder, TODAY: '2026-06-01' },
    },
  );
  const said = stdout.split('\n').find((line) => line.startsWith('{')) ?? '';
  expect(stderr).not.toContain('waited in vain');
  expect(JSON.parse(said)).toMatchObject({
    diagnostic: 'there is no claim or source "iron-tset".\nDid you mean "iron-test"?',
    // Behind letters of several bytes, which Neovim counts, and of two units, which the protocol does.
    underlined: '[@iron-tset]',
    completion: 'iron-fatigue',
    hover: expect.arrayContaining(['**Low stores are common in women who run.**']),
    renamed: 4,
    claims: 1,
  });
});
