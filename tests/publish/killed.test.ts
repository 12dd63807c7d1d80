/**
 * Builds that are killed at any moment leave a whole site, and nothing that the next one does not clear:
 * a few of them here, a hundred by `npm run torture`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import {
  build,
  contents,
  copyProject,
  day,
  edit,
  startBuild,
  temporaryFolder,
  writeSmallContent,
} from './project.ts';

const kills = Number(process.env['TORTURE'] ?? 4);
const project = temporaryFolder();
const article = path.join(project, 'content/articles/model.mdx');

afterAll(() => {
  rmSync(project, { recursive: true });
});

const titles = ['Killed at any moment', 'Built to the end'] as const;

// Each turn is a build or two, on a machine that may be busy.
const timeout = 300_000 + kills * 60_000;

test(`${kills} builds are killed`, { timeout }, async () => {
  copyProject(project);
  writeSmallContent(path.join(project, 'content'));
  const site = path.join(project, 'dist');
  const title = (words: string): void => edit(article, /^title: .*$/m, `title: ${words}`);
  const whole = titles.map((words) => {
    title(words);
    expect(build(project, {}).status).toBe(0);
    return contents(site);
  });
  // The length of a build, with pages to make: kills fall on all of it.
  title(titles[0]);
  const began = performance.now();
  expect(build(project, {}).status).toBe(0);
  const length = performance.now() - began;
  for (let turn = 0; turn < kills; turn += 1) {
    title(titles[(turn + 1) % 2] ?? '');
    const { process: started, end } = startBuild(project, {});
    // The last tenth is where a site is put in its place.
    const share = turn % 2 === 0 ? Math.random() : 0.9 + 0.2 * Math.random();
    await Promise.race([end, pause(share * length)]);
    started.kill('SIGKILL');
    await end;
    const left = contents(site);
    expect(
      whole.some((one) => isSame(one, left)),
      `killed after ${Math.round(share * length)} ms`,
    ).toBe(true);
  }
  title(titles[1]);
  const { status, output } = build(project, {});
  if (status !== 0) throw new Error(output);
  expect(isSame(contents(site), whole[1] ?? new Map())).toBe(true);
  expect(readdirSync(project).filter((name) => name.startsWith('.staging-'))).toEqual([]);
  expect(
    readdirSync(path.join(project, '.cache')).filter((name) => name.startsWith('.staging-')),
  ).toEqual([]);
});

// A limit on the size of files stands for a full disk: in the pages, and in what makes them.
test('a build that may write no more says so, and leaves the site', { timeout: 300_000 }, () => {
  const site = contents(path.join(project, 'dist'));
  edit(article, /^title: .*$/m, 'title: Cut off by a full disk');
  for (const [blocks, hasPress] of [
    [1, true],
    [60, true],
    [60, false],
    [200, false],
  ] as const) {
    if (!hasPress) rmSync(path.join(project, '.cache/presses'), { recursive: true, force: true });
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f ${blocks} && exec "$@"`, 'sh', process.execPath, 'src/publish/cli.ts'],
      { cwd: project, encoding: 'utf8', env: { ...process.env, ...day } },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/The machine refuses: .*file too large.*\. Nothing was published\.\n$/i);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
    expect(isSame(contents(path.join(project, 'dist')), site)).toBe(true);
    expect(readdirSync(project).filter((name) => name.startsWith('.staging-'))).toEqual([]);
  }
  const { status, output } = build(project, {});
  if (status !== 0) throw new Error(output);
  expect(isSame(contents(path.join(project, 'dist')), site)).toBe(false);
});

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([file, bytes]) => other.get(file) === bytes);
}
