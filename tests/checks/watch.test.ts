/** `check --watch` as an author has it beside the editor: a process that stays, whatever becomes of the files. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
const model = path.join(folder, 'articles/model.mdx');
cpSync('tests/fixtures/content', folder, { recursive: true });
const whole = readFileSync(model, 'utf8');
const broken = whole.replace('id="iron-capsule"', 'id="iron-capsul"');

const watching = spawn(
  process.execPath,
  ['src/checks/cli.ts', '--watch', '--rule', 'unknown-reference'],
  {
    env: { ...process.env, CONTENT_DIR: folder, TODAY: '2026-06-01' },
  },
);
let output = '';
let more: () => void = () => undefined;
for (const stream of [watching.stdout, watching.stderr])
  stream.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    more();
  });
const exit = new Promise<number | null>((resolve) => watching.once('exit', resolve));

/** What was said last, once it is as wanted. */
async function untilSaid(wanted: RegExp): Promise<string> {
  for (;;) {
    const rounds = output.split('checking …\n');
    const last = rounds.at(-1) ?? '';
    if (/^Checked in /m.test(last) && wanted.test(last)) return last;
    await new Promise<void>((resolve) => (more = resolve));
  }
}

const isClean = /^clean/m;
const isTold = /content\/articles\/model\.mdx:\d+:1 {2}error {2}there is no product "iron-capsul"/;

beforeAll(() => untilSaid(isClean));
afterAll(() => watching.kill('SIGKILL'));

test('a save brings what is wrong, and a mend takes it away', async () => {
  writeFileSync(model, broken);
  const last = await untilSaid(isTold);
  expect(last).toMatch(/Did you mean "iron-capsule"\?/);
  expect(last).toMatch(/^Checked in \d+ ms, \d+ ms of a processor\. Waiting/m);
  writeFileSync(model, whole);
  expect(await untilSaid(isClean)).not.toContain('iron-capsul');
});

test('nothing is said while nothing changes', async () => {
  await untilSaid(isClean);
  const before = output;
  await pause(700);
  expect(output).toBe(before);
});

test('a storm of saves, halves of files among them, ends with what was saved last', async () => {
  for (let step = 0; step < 40; step += 1) {
    writeFileSync(model, step % 2 === 0 ? whole.slice(0, step * 40) : broken);
    await pause(step % 9);
  }
  await untilSaid(isTold);
  writeFileSync(model, whole);
  expect(await untilSaid(isClean)).not.toContain('error');
});

test('files and folders that vanish and come back are told, and the watch goes on', async () => {
  rmSync(path.join(folder, 'people/desk.yaml'));
  await untilSaid(/there is no person "desk"/);
  cpSync('tests/fixtures/content/people', path.join(folder, 'people'), { recursive: true });
  await untilSaid(isClean);
  renameSync(folder, `${folder}-away`);
  await untilSaid(/The content folder .* does not exist/);
  mkdirSync(folder);
  await untilSaid(/holds none of/);
  rmSync(folder, { recursive: true });
  // As another branch is checked out: all files are others.
  cpSync(`${folder}-away`, folder, { recursive: true });
  await untilSaid(isClean);
  writeFileSync(model, broken);
  await untilSaid(isTold);
  writeFileSync(model, whole);
  expect(await untilSaid(isClean)).not.toContain('error');
});

test('Ctrl-C ends it without an error', async () => {
  watching.kill('SIGINT');
  expect(await exit).toBe(0);
});
