/** What commands keep for each other is found again, or made again; it never stands in the way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  file = path.join(folder, 'below/kept.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function change(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

test('a text is found under its key, at once and by others when it was written', () => {
  const store = openStore(file);
  store.set('name', 'key', 'text');
  expect(store.get('key')).toBe('text');
  expect(openStore(file).get('key')).toBeUndefined();
  store.flush();
  const other = openStore(file);
  expect([other.get('key'), other.has('key'), other.get('other')]).toEqual([
    'text',
    true,
    undefined,
  ]);
});

test('many texts are written before anybody asks for it', () => {
  const store = openStore(file);
  for (let number = 0; number < 1000; number += 1) store.set('name', `key ${number}`, 'text');
  expect(openStore(file).has('key 0')).toBe(true);
});

test('of one name what is older than a day goes, and what nothing used for thirty days', () => {
  const store = openStore(file);
  store.set('name', 'old', 'text');
  store.set('other name', 'unused', 'text');
  store.flush();
  change(`UPDATE kept SET used = used - 1 WHERE key = 'old'`);
  store.set('name', 'new', 'text');
  store.flush();
  expect([store.has('old'), store.has('new'), store.has('unused')]).toEqual([false, true, true]);
  change(`UPDATE kept SET used = used - 31 WHERE key = 'unused'`);
  expect(openStore(file).has('unused')).toBe(false);
});

test('what was used stays', () => {
  const store = openStore(file);
  store.set('name', 'key', 'text');
  store.flush();
  change(`UPDATE kept SET used = used - 29`);
  store.get('key');
  store.flush();
  change(`UPDATE kept SET used = used - 29`);
  expect(openStore(file).has('key')).toBe(true);
});

test.each([
  [
    'no database',
    () => writeFileSync(file, 'no database at all, and longer than its head'.repeat(99)),
  ],
  ['another table', () => change('DROP TABLE kept; CREATE TABLE kept (word TEXT)')],
  ['cut short', () => writeFileSync(file, 'SQLite format 3')],
])('a file that is %s stands in nobody’s way', (_what, spoil) => {
  const before = openStore(file);
  before.set('name', 'key', 'text');
  before.flush();
  spoil();
  const store = openStore(file);
  store.set('name', 'again', 'text');
  store.flush();
  expect(openStore(file).get('again')).toBe('text');
});

test.each([
  ['cut', `UPDATE kept SET text = substr(text, 1, length(text) - 1)`],
  ['altered', `UPDATE kept SET text = replace(text, '18 mg', '81 mg')`],
  [
    'exchanged for another one',
    `UPDATE kept SET text = (SELECT text FROM kept WHERE key = 'other') WHERE key = 'key'`,
  ],
])('a text that was %s is not found, and can be kept again', (_how, sql) => {
  const store = openStore(file);
  store.set('name', 'key', '{"amount":"18 mg"}');
  store.set('other name', 'other', '{"amount":"8 mg"}');
  store.flush();
  change(sql);
  expect([store.get('key'), store.has('key')]).toEqual([undefined, false]);
  store.set('name', 'key', '{"amount":"18 mg"}');
  store.flush();
  expect(openStore(file).get('key')).toBe('{"amount":"18 mg"}');
});

test('a store without a place keeps for itself', () => {
  writeFileSync(path.join(folder, 'below'), 'a file');
  const store = openStore(file, path.join(folder, 'below'));
  store.set('name', 'key', 'text');
  store.flush();
  expect(store.get('key')).toBe('text');
});

test('a folder of the process takes its place', () => {
  writeFileSync(path.join(folder, 'below'), 'a file');
  const store = openStore(file, folder);
  store.set('name', 'key', 'text');
  store.flush();
  expect(openStore(path.join(folder, 'kept.db')).get('key')).toBe('text');
});
