/** Compressed forms lie beside what they were made of, and nowhere else. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryStore } from '#store/store.ts';
import { compressSite } from '../../src/publish/compress.ts';
import { temporaryFolder } from './project.ts';

let site: string;
const text = 'Runners ask for iron. '.repeat(100);

beforeEach(() => {
  site = temporaryFolder();
  mkdirSync(path.join(site, 'a'));
  writeFileSync(path.join(site, 'a/index.html'), text);
  writeFileSync(path.join(site, 'short.txt'), 'too short to gain');
  writeFileSync(path.join(site, 'picture.png'), text);
});
afterEach(() => {
  rmSync(site, { recursive: true });
});

test('a text has both forms, what is short or packed has none', async () => {
  const { files, bytes } = await compressSite(site, 5, memoryStore());
  expect([files, bytes]).toEqual([1, text.length]);
  const form = (end: string): Buffer => readFileSync(path.join(site, `a/index.html.${end}`));
  expect(brotliDecompressSync(form('br')).toString()).toBe(text);
  expect(gunzipSync(form('gz')).toString()).toBe(text);
  expect(readdirSync(site).sort()).toEqual(['a', 'picture.png', 'short.txt']);
});

test('the same text gives the same bytes, from what was kept and anew', async () => {
  const store = memoryStore();
  const forms = async (kept = store): Promise<string[]> => {
    await compressSite(site, 5, kept);
    return ['br', 'gz'].map((end) => readFileSync(path.join(site, `a/index.html.${end}`), 'hex'));
  };
  const once = await forms();
  expect(await forms()).toEqual(once);
  expect(await forms(memoryStore())).toEqual(once);
});

test('the form of a text that is gone or too short now goes too', async () => {
  await compressSite(site, 5, memoryStore());
  writeFileSync(path.join(site, 'a/index.html'), 'short');
  writeFileSync(path.join(site, 'gone.html.br'), 'left');
  writeFileSync(path.join(site, 'a/.compressing-index.html.gz'), 'cut off');
  await compressSite(site, 5, memoryStore());
  expect(readdirSync(path.join(site, 'a'))).toEqual(['index.html']);
  expect(readdirSync(site)).not.toContain('gone.html.br');
});
