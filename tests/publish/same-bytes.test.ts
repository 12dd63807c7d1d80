/** The same content gives the same bytes in any folder, language, time zone and order of files. */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, contents, copyProject, temporaryFolder, writeSmallContent } from './project.ts';

const folders = [temporaryFolder(), path.join(temporaryFolder(), 'with spaces')];
const cache = temporaryFolder();

afterAll(() => {
  for (const folder of [...folders, cache]) rmSync(folder, { recursive: true, force: true });
});

// A disk gives the names of a folder in an order of its own.
const backwards = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const turned = (given) => (Array.isArray(given) ? given.toReversed() : given);
const { readdirSync } = fs;
const { readdir } = fs.promises;
fs.readdirSync = (...words) => turned(readdirSync(...words));
fs.promises.readdir = async (...words) => turned(await readdir(...words));
syncBuiltinESMExports();
`;

test('built twice under other circumstances, a site is the same, and says nothing of its machine', () => {
  const built = folders.map((folder, index) => {
    copyProject(folder);
    writeSmallContent(path.join(folder, 'content'));
    // Others keep it on another disk.
    if (index === 1) symlinkSync(cache, path.join(folder, '.cache'));
    const module = path.join(folder, 'backwards.mjs');
    writeFileSync(module, backwards);
    const circumstances =
      index === 0
        ? { TZ: 'UTC', LANG: 'C' }
        : {
            TZ: 'Pacific/Kiritimati',
            LANG: 'tr_TR.UTF-8',
            LC_ALL: 'tr_TR.UTF-8',
            NODE_OPTIONS: `--import=${JSON.stringify(module.replaceAll(' ', '%20')).slice(1, -1)}`,
          };
    const { status, output } = build(folder, circumstances);
    if (status !== 0) throw new Error(output);
    return new Map([
      ...contents(path.join(folder, 'dist')),
      ...[...contents(path.join(folder, 'deploy'))].map(([name, bytes]): [string, string] => [
        `deploy ${name}`,
        bytes,
      ]),
    ]);
  });
  const [first, second] = built as [Map<string, string>, Map<string, string>];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first.keys()].filter((file) => first.get(file) !== second.get(file))).toEqual([]);
  for (const [file, bytes] of second) {
    const text = Buffer.from(bytes, 'base64').toString('latin1');
    for (const folder of folders)
      if (text.includes(folder)) throw new Error(`${file} names ${folder}.`);
  }
});
