/** A site comes to a served folder so that at no moment a link leads nowhere, and what stays is not touched. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deploySite, goBack, stepsOf } from '../../src/publish/deploy.ts';
import { temporaryFolder } from './project.ts';

type Site = Record<string, string>;

const link = (...to: string[]): string => to.map((one) => `<a href="${one}">`).join('');
const first: Site = {
  'index.html': link('/a/', '/gone/', '/_astro/old.css'),
  'a/index.html': link('/'),
  'gone/index.html': link('/a/'),
  'gone/index.html.br': 'small',
  'feed.xml': link('/gone/'),
  '_astro/old.css': 'red',
};
const second: Site = {
  'index.html': link('/a/', '/new/', '/_astro/new.css'),
  'a/index.html': link('/'),
  'new/index.html': link('/', '/later/', '/_astro/new.css'),
  'later/index.html': link('/new/'),
  'feed.xml': link('/new/'),
  '_astro/new.css': 'blue',
};

let parent: string;
let to: string;

beforeEach(() => {
  parent = temporaryFolder();
  to = path.join(parent, 'www');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

function write(name: string, site: Site): string {
  const folder = path.join(parent, name);
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

function read(folder: string): Site {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

/** Links that a reader finds who comes in at the home page, and that lead nowhere. */
function deadLinks(site: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>();
  const waiting = ['index.html', 'feed.xml'];
  const dead: string[] = [];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, address = ''] of (site.get(file) ?? '').matchAll(/href="\/([^"]*)"/g)) {
      const target = address === '' || address.endsWith('/') ? `${address}index.html` : address;
      if (site.has(target)) waiting.push(target);
      else dead.push(`${file}: /${address}`);
    }
  }
  return dead;
}

test.each([
  ['forth', first, second],
  ['back', second, first],
])('on the way %s no link leads nowhere after any step', (_way, from, wanted) => {
  const state = new Map(Object.entries(from));
  expect(deadLinks(state)).toEqual([]);
  const steps = stepsOf(new Map(Object.entries(wanted)), state, () => false);
  expect(steps.length).toBeGreaterThan(5);
  for (const { does, file } of steps) {
    if (does === 'remove') state.delete(file);
    else state.set(file, wanted[file] ?? '');
    expect(deadLinks(state), `${does} ${file}`).toEqual([]);
  }
  expect(Object.fromEntries(state)).toEqual(wanted);
});

test('a site comes whole, and a second time nothing is done', () => {
  const site = write('dist', first);
  expect(deploySite(site, to).steps).toHaveLength(6);
  expect(read(to)).toEqual(first);
  expect(deploySite(site, to)).toEqual({ steps: [], unchanged: 6, isRestyled: false });
});

test('what stays the same is not touched, and what changed is newer by the second', () => {
  deploySite(write('dist', first), to);
  const ahead = Math.floor(Date.now() / 1000) + 60;
  for (const file of ['a/index.html', 'index.html']) utimesSync(path.join(to, file), ahead, ahead);
  const stayed = statSync(path.join(to, 'a/index.html'));
  deploySite(write('dist', second), to);
  const now = statSync(path.join(to, 'a/index.html'));
  expect([now.ino, now.mtimeMs]).toEqual([stayed.ino, stayed.mtimeMs]);
  expect(statSync(path.join(to, 'index.html')).mtimeMs).toBe((ahead + 1) * 1000);
});

test('says when the policy of the server must name other styles', () => {
  const styled = (style: string) => ({ ...first, 'index.html': `<style>${style}</style>` });
  expect(deploySite(write('dist', styled('red')), to).isRestyled).toBe(false);
  expect(deploySite(write('dist', styled('blue')), to, true).isRestyled).toBe(true);
  expect(deploySite(write('dist', styled('blue')), to).isRestyled).toBe(true);
  expect(deploySite(write('dist', styled('blue')), to).isRestyled).toBe(false);
});

test('a hashed file stays one deployment longer', () => {
  deploySite(write('dist', first), to);
  deploySite(write('dist', second), to);
  expect(read(to)).toEqual({ ...second, '_astro/old.css': 'red' });
  deploySite(write('dist', { ...second, 'feed.xml': 'newer' }), to);
  expect(read(to)).toEqual({ ...second, 'feed.xml': 'newer' });
});

test('a compressed form goes with the page that it was made of', () => {
  const both = { ...first, 'index.html.br': 'of the first' };
  deploySite(write('dist', both), to);
  const steps = deploySite(write('dist', { ...second, 'a/index.html.br': 'x' }), to).steps;
  const at = (does: string, file: string): number =>
    steps.findIndex((step) => step.does === does && step.file === file);
  expect(at('remove', 'index.html.br')).toBeGreaterThan(-1);
  expect(at('remove', 'index.html.br')).toBeLessThan(at('change', 'index.html'));
});

test('one can go back, and forth again', () => {
  deploySite(write('dist', first), to);
  deploySite(write('dist', second), to);
  goBack(to);
  expect(read(to)).toMatchObject(first);
  expect(existsSync(path.join(to, 'new/index.html'))).toBe(false);
  goBack(to);
  expect(read(to)).toMatchObject(second);
});

test('a dry run changes nothing', () => {
  const site = write('dist', first);
  expect(deploySite(site, to, true).steps).toHaveLength(6);
  expect(existsSync(to)).toBe(false);
  deploySite(site, to);
  deploySite(write('dist', second), to, true);
  expect(read(to)).toEqual(first);
});

test('a deployment that was cut off is gone on with, and what was whole before it comes back', () => {
  deploySite(write('dist', first), to);
  const site = write('dist', second);
  mkdirSync(path.join(to, '.deploying-feed.xml/in-the-way'), { recursive: true });
  expect(() => deploySite(site, to)).toThrow(
    /^The deployment was cut off \(.*\.deploying-feed\.xml.*\): .*www holds files of both sites\. Mend that and deploy again, or go back with --back\.$/,
  );
  expect(read(to)).toMatchObject({ ...first, 'index.html': second['index.html'] });
  rmSync(path.join(to, '.deploying-feed.xml'), { recursive: true });
  deploySite(site, to);
  // Who came before the one that was cut off still has the page open.
  expect(read(to)).toEqual({ ...second, '_astro/old.css': 'red' });
  goBack(to);
  expect(read(to)).toMatchObject(first);
});

test('one that was cut off can be taken back', () => {
  deploySite(write('dist', first), to);
  mkdirSync(path.join(to, '.deploying-feed.xml/in-the-way'), { recursive: true });
  expect(() => deploySite(write('dist', second), to)).toThrow('cut off');
  rmSync(path.join(to, '.deploying-feed.xml'), { recursive: true });
  goBack(to);
  expect(read(to)).toMatchObject(first);
  expect(existsSync(path.join(to, 'new'))).toBe(false);
});

test('a way back that was killed as it began is gone again', () => {
  deploySite(write('dist', first), to);
  deploySite(write('dist', second), to);
  const own = path.join(parent, '.www.deploy');
  renameSync(path.join(own, 'before'), path.join(own, 'going-back'));
  goBack(to);
  expect(read(to)).toMatchObject(first);
  goBack(to);
  expect(read(to)).toMatchObject(second);
});

test('one that is killed leaves whole files alone, and the next one ends it', async () => {
  const many = (words: string): Site => ({
    'index.html': 'home',
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}/index.html`, words.repeat(500)]),
    ),
  });
  const sites = ['one ', 'two '].map((words) => write(words.trim(), many(words)));
  deploySite(sites[0] ?? '', to);
  // Written where a deployment begins, and gone where it ends.
  const began = () =>
    statSync(path.join(parent, '.www.deploy/unfinished'), { throwIfNoEntry: false })?.mtimeMs;
  for (const site of [1, 0, 1, 0].map((index) => sites[index] ?? '')) {
    const words = ['src/publish/deploy-cli.ts', to, '--from', site];
    const killed = spawn(process.execPath, words, { stdio: 'ignore' });
    const ended = new Promise((resolve) => killed.once('close', resolve));
    const last = began();
    while (began() === last && killed.exitCode === null) await pause(1);
    await Promise.race([ended, pause(40 * Math.random())]);
    killed.kill('SIGKILL');
    await ended;
    const there = Object.entries(read(to)).filter(([file]) => !file.includes('.deploying-'));
    expect(there).toHaveLength(301);
    for (const [file, text] of there)
      expect([many('one ')[file], many('two ')[file]]).toContain(text);
  }
  deploySite(sites[1] ?? '', to);
  expect(read(to)).toEqual(many('two '));
}, 60_000);

test('a file becomes a folder and a folder a file, and back again', () => {
  const before: Site = {
    'index.html': 'home',
    'a.md': 'words',
    'b/c/index.html': 'deep',
    'b/d': 'd',
  };
  const after: Site = { 'index.html': 'home', 'a.md/index.html': 'page', b: 'flat' };
  deploySite(write('dist', before), to);
  deploySite(write('dist', after), to);
  expect(read(to)).toEqual(after);
  goBack(to);
  expect(read(to)).toEqual(before);
  goBack(to);
  expect(read(to)).toEqual(after);
});

test('what somebody else puts there later stays, and is never written over', () => {
  deploySite(write('dist', first), to);
  const theirs = { '.well-known/token': 'a', 'proof.html': 'mine', 'gone/notes.txt': 'mine' };
  write('www', { ...read(to), ...theirs });
  mkdirSync(path.join(to, 'empty'));
  deploySite(write('dist', second), to);
  expect(read(to)).toEqual({ ...second, ...theirs, '_astro/old.css': 'red' });
  goBack(to);
  expect(read(to)).toEqual({ ...first, ...theirs, '_astro/new.css': 'blue' });
  expect(existsSync(path.join(to, 'empty'))).toBe(true);
  for (const clash of ['proof.html', 'gone/notes.txt/index.html', 'gone']) {
    const site = write('dist', { 'index.html': 'home', [clash]: 'ours' });
    expect(() => deploySite(site, to)).toThrow(
      / is in the way, and this command did not put it there: move it away\.$/,
    );
  }
  expect(read(to)).toMatchObject(theirs);
});

test('files of somebody else are not replaced', () => {
  write('www', { 'notes.txt': 'mine' });
  expect(() => deploySite(write('dist', first), to)).toThrow(
    `${to} holds files that this command did not put there: name a folder that is empty or not there yet.`,
  );
  expect(read(to)).toEqual({ 'notes.txt': 'mine' });
});

test('neither a folder without a site nor one inside the other is deployed, nor is a file replaced', () => {
  expect(() => deploySite(parent, to)).toThrow(
    `${parent} holds no site: build one first, with npm run build.`,
  );
  const site = write('dist', first);
  expect(() => deploySite(site, path.join(site, 'www'))).toThrow(/ lie in each other: /);
  writeFileSync(to, 'mine');
  expect(() => deploySite(site, to)).toThrow(`${to} is a file: name a folder.`);
});

test('without a site from before there is nothing to go back to', () => {
  deploySite(write('dist', first), to);
  expect(() => goBack(to)).toThrow(`There is no site from before in ${to}: nothing to go back to.`);
});
