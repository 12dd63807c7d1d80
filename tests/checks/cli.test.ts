/** The command line of `npm run check`, as a process: what it prints, and how it ends. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContentFile } from '#corpus/content-file.ts';
import { readFiles } from '#corpus/read.ts';

function check(content: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['src/checks/cli.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, TODAY: '2026-06-01' },
  });
  return { status, stdout, stderr };
}

function copy(change: (folder: string) => void): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  cpSync('tests/fixtures/content', folder, { recursive: true });
  change(folder);
  return folder;
}

const good = path.resolve('tests/fixtures/content');
const edit =
  (file: string, from: string, to: string) =>
  (folder: string): void => {
    const target = path.join(folder, file);
    writeFileSync(target, readFileSync(target, 'utf8').replace(from, to));
  };
const broken = copy(edit('articles/model.mdx', 'authors: [desk]', 'authors: [dask]'));

test('clean content ends with 0, tells exceptions, new addresses and when to rebuild', () => {
  expect(check(good)).toEqual({
    status: 0,
    stdout: [
      'new  / /articles/ /faq/ and 93 more: npm run addresses writes them down, once they are out',
      'exception  content/articles/model.mdx  sentence-length until 2026-12-31, silences 1: One sentence is a quotation.',
      'scheduled  content/articles/second.mdx  rebuild on 2027-01-10 to publish it',
      'clean\n',
    ].join('\n'),
    stderr: '',
  });
});

test('a mistake ends with 1, one line with its place, and the fix under it', () => {
  const { status, stdout, stderr } = check(broken);
  expect(status).toBe(1);
  expect(stdout).toContain(
    'content/articles/model.mdx:8:11  error  there is no person "dask".  unknown-reference\n    Did you mean "desk"?\n1 error, 0 warnings\n',
  );
  expect(stderr).toBe('');
});

test('JSON is nothing but JSON', () => {
  const { status, stdout, stderr } = check(broken, '--format', 'json');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual([
    {
      file: 'content/articles/model.mdx',
      line: 8,
      column: 11,
      severity: 'error',
      rule: 'unknown-reference',
      message: 'there is no person "dask".',
      fix: 'Did you mean "desk"?',
    },
  ]);
  expect(JSON.parse(check(good, '--format', 'json').stdout)).toEqual([]);
});

test('JSON stays JSON when nothing could be checked, and does not say clean', () => {
  const { status, stdout } = check('/nowhere/content', '--format', 'json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual([
    {
      file: '/nowhere/content',
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'check',
      message:
        'The content folder /nowhere/content does not exist: set CONTENT_DIR to a folder like content/.',
      fix: 'Mend this first: nothing was checked.',
    },
  ]);
  expect(JSON.parse(check(good, '--format=json', '--rule', 'clich').stdout)).toHaveLength(1);
  expect(check('/nowhere/content', '--format', 'github').stdout).toMatch(/^::error file=.* exist/);
});

test('annotations are what GitHub reads', () => {
  expect(check(broken, '--format', 'github').stdout).toBe(
    '::error file=content/articles/model.mdx,line=8,col=11,title=unknown-reference::there is no person "dask". Did you mean "desk"?\n',
  );
});

test('the report has a row for each article', () => {
  const lines = check(good, '--report').stdout.split('\n');
  expect(lines[0]?.split(/\s+/)).toEqual(
    'article words grade sources strong moderate limited conflicting none review exceptions'.split(
      ' ',
    ),
  );
  // Sources: survey, trial, tables. Claims: three strong, two moderate, one none.
  expect(lines[1]?.split(/\s+/)).toEqual(
    expect.arrayContaining(['model', '3', '2027-06-01', 'sentence-length']),
  );
  expect(lines[2]).toMatch(/^second .* 2027-12-01 {2}-$/);
});

test('as a comment on a pull request nobody is named, and nothing is marked up', () => {
  const text = check(broken, '--report', '--format', 'markdown').stdout;
  expect(text).toMatch(
    /^## Content: 1 error, \d+ warnings\n\n- \*\*error\*\* content\/articles\/model/,
  );
  expect(text).toContain('(unknown-reference)<br>Did you mean "desk"?');
  expect(text).toContain('\n\n| article | words | grade | sources |');
  expect(text).toContain('\n| model | ');
  expect(check(broken, '--format', 'markdown').stdout).not.toContain('| article |');
});

test('a mistyped option is told in a sentence, without a stack trace', () => {
  expect(check(good, '--rule', 'clich')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is no rule "clich". Did you mean "cliche"?\n',
  });
});

test('a folder with nothing in it is told which pages it needs', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  mkdirSync(path.join(folder, 'pages'), { recursive: true });
  expect(check(folder)).toEqual({
    status: 1,
    stdout: [
      'content/pages:1:1  error  every page leads to pages that the folder lacks: about.mdx, accessibility.mdx, corrections.mdx, disclosure.mdx, how-we-work.mdx, and privacy.mdx.  frame-page',
      '    Write them; content/README.md says what such a page holds.',
      '1 error, 0 warnings\n',
    ].join('\n'),
    stderr: '',
  });
});

describe('what would be obeyed', () => {
  const escapes = '\u001B[31m';
  const folder = copy((own) => {
    writeFileSync(path.join(own, `people/a\n::error::${escapes}.yaml`), 'name: X\n');
    edit(
      'articles/model.mdx',
      'authors: [desk]',
      `"::error::x\\e[31m\\u202e": 1\nauthors: [desk]`,
    )(own);
  });

  test.each(['text', 'json', 'github'])('is spelled out in %s', (format) => {
    const { stdout } = check(folder, '--format', format);
    // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/);
    expect(stdout).toContain(format === 'json' ? 'a\\n\\u003a:error::\\u001b' : 'a\\u000a');
    expect(stdout.replaceAll(/^::error file=/gm, '')).not.toContain('::error::');
    const line = stdout.split('\n').find((one) => one.includes('unknown field'));
    expect(line).toContain(format === 'json' ? 'x\\\\u001b[31m' : 'x\\u001b[31m');
  });
});

test('a machine is told the name of a file as the disk has it', () => {
  const name = 'a\n::error::.yaml';
  const folder = copy((own) => {
    writeFileSync(path.join(own, 'people', name), 'name: X\n');
  });
  const problems = JSON.parse(check(folder, '--format', 'json').stdout) as { file: string }[];
  expect(problems.map(({ file }) => path.basename(file))).toContain(name);
});

describe('the folder', () => {
  test('that does not exist is told in a sentence', () => {
    const { status, stderr } = check('/nowhere/content');
    expect(status).toBe(1);
    expect(stderr).toBe(
      'The content folder /nowhere/content does not exist: set CONTENT_DIR to a folder like content/.\n',
    );
  });

  test('that is a file, or holds nothing of ours, is told in a sentence', () => {
    expect(check(path.join(good, 'people/desk.yaml')).stderr).toContain('desk.yaml is a file: set');
    const { status, stderr } = check(mkdtempSync(path.join(tmpdir(), 'micromile-')));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      / holds none of articles, pages, .*: set CONTENT_DIR to a folder like content\/, or begin a site with pages\/about\.mdx, pages\/accessibility\.mdx, pages\/corrections\.mdx, pages\/disclosure\.mdx, pages\/how-we-work\.mdx, pages\/privacy\.mdx\.\n$/,
    );
  });

  test('without a name is content/', () => {
    expect(check('', '--file', 'pages/how-we-work.mdx').stderr).toBe('');
  });

  test('may hold strangers, and each of them is named', () => {
    const folder = copy((own) => {
      mkdirSync(path.join(own, 'artikel'));
      mkdirSync(path.join(own, 'people/folder.yaml'));
      writeFileSync(path.join(own, 'articles/note.txt'), 'x');
      symlinkSync('nowhere', path.join(own, 'pages/link.mdx'));
      rmSync(path.join(own, 'sheets'), { recursive: true });
      symlinkSync('people', path.join(own, 'sheets'));
    });
    const { status, stdout } = check(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('content/artikel:1:1  error  nothing reads "artikel".  file-name');
    expect(stdout).toContain('content/articles/note.txt:1:1  error  is no .mdx file');
    expect(stdout).toContain('content/pages/link.mdx:1:1  error  is a link, so nothing reads it.');
    expect(stdout).toContain('content/people/folder.yaml:1:1  error  is a folder');
    expect(stdout).toContain('content/sheets:1:1  error  "sheets" is no folder.  file-name');
  });

  test('may hold what cannot be read', async () => {
    const folder = copy((own) => mkdirSync(path.join(own, 'people/folder.yaml')));
    const file = readContentFile(folder, 'people', path.join(folder, 'people/folder.yaml'));
    expect(file.decoded().diagnostics).toEqual([
      {
        rule: 'file-unreadable',
        line: 1,
        column: 1,
        message: 'the file cannot be read.',
        fix: 'Give it its permissions back, or delete it.',
      },
    ]);
    // A name that no file system takes fails as a folder without permissions does.
    const { problems } = await readFiles('/none\0', 'people');
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'file-unreadable: the folder cannot be read.',
    ]);
  });
});

test('a day that is none is told in a sentence', () => {
  const { status, stderr } = spawnSync('node', ['src/checks/cli.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: good, TODAY: 'tomorrow' },
  });
  expect(status).toBe(1);
  expect(stderr).toBe('TODAY is "tomorrow": write a day of the calendar as YYYY-MM-DD.\n');
});

test('--fix mends what is sure, shows it, leaves a citation to its author, and a second time does nothing', () => {
  const folder = copy((content) => {
    edit('articles/model.mdx', 'authors: [desk]', 'auhtors: [desk]')(content);
    edit('articles/model.mdx', 'run [@iron-prevalence]', 'run [@iron-prevalense]')(content);
  });
  const first = check(folder, '--fix');
  expect(first.status).toBe(1);
  expect(first.stdout).toContain('- auhtors: [desk]\n+ authors: [desk]\n');
  expect(first.stdout).toContain('mended  content/articles/model.mdx:8  unknown field "auhtors".');
  expect(first.stdout).toContain(
    'not mended, read it first  content/articles/model.mdx:16  there is no claim or source "iron-prevalense". No other claim or source is called like "iron-prevalense".\n    line 16: "iron-prevalence"\nMended 1 problem.',
  );
  expect(check(folder, '--fix').stdout).toContain('Nothing was mended.');
  expect(check(good, '--fix', '--format', 'json').stdout).toContain('--fix shows what it changed');
});
