/** What a killed process leaves goes, what a living one has stays, and a site that was put aside comes back. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asideOf, openWorkFolder, tidy } from '../../src/publish/work-folder.ts';
import { temporaryFolder } from './project.ts';

let parent: string;
const living: ChildProcess[] = [];

beforeEach(() => {
  parent = temporaryFolder();
});
afterEach(() => {
  for (const child of living.splice(0)) child.kill('SIGKILL');
  rmSync(parent, { recursive: true });
});

/** A process that works in a folder of its own, and ends when it is told to or killed. */
async function work(): Promise<{ folder: string; stop: (signal?: 'SIGKILL') => Promise<void> }> {
  const module = path.resolve('src/publish/work-folder.ts');
  const code = `
    import { openWorkFolder } from ${JSON.stringify(module)};
    console.log(openWorkFolder(${JSON.stringify(parent)}));
    process.stdin.once('data', () => process.exit());
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  living.push(child);
  const folder = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('close', () => reject(new Error('The process ended.')));
  });
  const stop = async (signal?: 'SIGKILL'): Promise<void> => {
    const closed = new Promise((resolve) => child.once('close', resolve));
    if (signal === undefined) child.stdin.write('end');
    else child.kill(signal);
    await closed;
  };
  return { folder, stop };
}

function writeSite(folder: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), words);
}
const page = (folder: string): string => readFileSync(path.join(folder, 'index.html'), 'utf8');

test('a process takes its folder with it', async () => {
  const { folder, stop } = await work();
  writeSite(path.join(folder, 'site'), 'half');
  await stop();
  expect(readdirSync(parent)).toEqual([]);
});

test('the next process takes away what a killed one left, and not what a living one has', async () => {
  const killed = await work();
  const lives = await work();
  await killed.stop('SIGKILL');
  expect(existsSync(killed.folder)).toBe(true);
  const own = openWorkFolder(parent);
  expect(readdirSync(parent).sort()).toEqual(
    [own, lives.folder].map((folder) => path.basename(folder)).sort(),
  );
});

test('a number of a process says nothing: what an earlier form of the name left goes too', () => {
  writeSite(path.join(parent, 'dist'), 'new');
  writeSite(path.join(parent, `.staging-${process.pid}`), 'half');
  writeSite(path.join(parent, `.staging-${process.pid}-previous`), 'old');
  tidy(parent);
  expect(readdirSync(parent)).toEqual(['dist']);
  expect(page(path.join(parent, 'dist'))).toBe('new');
});

test('a site that a killed process put aside comes back where none came after it', async () => {
  const killed = await work();
  writeSite(asideOf(killed.folder, path.join(parent, 'dist')), 'old');
  writeSite(asideOf(killed.folder, path.join(parent, 'other')), 'older');
  writeSite(path.join(parent, 'other'), 'newer');
  tidy(parent);
  expect(existsSync(path.join(parent, 'dist'))).toBe(false);
  await killed.stop('SIGKILL');
  tidy(parent);
  expect(readdirSync(parent)).toEqual(['dist', 'other']);
  expect([page(path.join(parent, 'dist')), page(path.join(parent, 'other'))]).toEqual([
    'old',
    'newer',
  ]);
});

/** A process that builds into a target when it is its turn. @returns what it printed so far */
function builder(target: string): { child: ChildProcess; printed: () => string } {
  const module = path.resolve('src/publish/work-folder.ts');
  const code = `
    import { takeTurn } from ${JSON.stringify(module)};
    await takeTurn(${JSON.stringify(target)}, console.log);
    console.log('begins');
    process.stdin.resume();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: parent });
  living.push(child);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { child, printed: () => printed };
}

test('of two builds into one folder the second says who builds, and begins when that one ends or dies', async () => {
  const target = path.join(parent, 'dist');
  const first = builder(target);
  await expect.poll(first.printed, { timeout: 20_000 }).toBe('begins\n');
  const second = builder(target);
  const elsewhere = builder(path.join(parent, 'other'));
  const waits = `Process ${first.child.pid} builds into ${target}: this one begins when that is done.\n`;
  await expect.poll(second.printed, { timeout: 20_000 }).toBe(waits);
  await expect.poll(elsewhere.printed, { timeout: 20_000 }).toBe('begins\n');
  expect(second.printed()).toBe(waits);
  first.child.kill('SIGKILL');
  await expect.poll(second.printed, { timeout: 20_000 }).toBe(`${waits}begins\n`);
}, 60_000);

test('what else lies beside the site is not looked at', () => {
  for (const name of ['.staging', '.staging-', '.staging-my-notes', 'dist-previous'])
    writeSite(path.join(parent, name), 'mine');
  tidy(parent);
  expect(readdirSync(parent)).toHaveLength(4);
});
