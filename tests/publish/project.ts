/** Copies of this project in which a test may change everything, and a small site to build there. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one test file, and how to delete it. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'micromile-'));
}

/**
 * A copy of the project, with links to the packages.
 * @param patched packages that are copied too, so that a test may change them
 */
export function copyProject(folder: string, patched: readonly string[] = []): string {
  for (const name of ['src', 'public', 'astro.config.mjs', 'tailwind.config.ts'])
    cpSync(name, path.join(folder, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) cpSync(name, path.join(folder, name));
  const packages = path.join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync('node_modules').filter((entry) => !/^\.(?!bin$)/.test(entry))) {
    const own = path.resolve('node_modules', name);
    if (patched.includes(name)) cpSync(own, path.join(packages, name), { recursive: true });
    else symlinkSync(own, path.join(packages, name));
  }
  return folder;
}

/** The small corpus with the pages that every page links to. */
export function writeSmallContent(folder: string): string {
  cpSync('tests/fixtures/content', folder, { recursive: true });
  for (const name of ['about', 'disclosure', 'corrections', 'privacy', 'accessibility'])
    writeFileSync(
      path.join(folder, `pages/${name}.mdx`),
      `---
title: The page called ${name}
description: A made-up page called ${name}, to which every page of the site has a link.
updated: 2026-01-10
---

It says what ${name} is.
`,
    );
  return folder;
}

/** Changes a file. @throws {Error} when the text is not in it */
export function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${String(from)} is not in ${file}.`);
  // A linked file is another project's too.
  rmSync(file);
  writeFileSync(file, edited);
}

interface Run {
  status: number | null;
  output: string;
}

/** The day of these builds, and no word to anybody. */
export const day = { TODAY: '2026-11-25', ASTRO_TELEMETRY_DISABLED: '1' };

/** Builds a project to the end. */
export function build(project: string, environment: NodeJS.ProcessEnv, words: string[] = []): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/publish/cli.ts', ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...day, ...environment },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Starts a build. */
export function startBuild(
  project: string,
  environment: NodeJS.ProcessEnv,
  words: string[] = [],
): { process: ChildProcess; end: Promise<Run> } {
  const started = spawn(process.execPath, ['src/publish/cli.ts', ...words], {
    cwd: project,
    env: { ...process.env, ...day, ...environment },
  });
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = new Promise<Run>((resolve) => {
    started.once('close', (status) => resolve({ status, output }));
  });
  return { process: started, end };
}

/** The files of a folder and what is in them. */
export function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'base64')]),
  );
}

/** Stylesheets and scripts that the pages among some files name, relative to the site. */
export function assetsOf(files: ReadonlyMap<string, string>): string[] {
  const addresses = [...files]
    .filter(([name]) => name.endsWith('.html'))
    .flatMap(([, bytes]) => [
      ...Buffer.from(bytes, 'base64')
        .toString()
        .matchAll(/<link rel="stylesheet" href="([^"]*)"|<script\b[^>]* src="([^"]*)"/g),
    ])
    .map(([, style, script]) => style ?? script ?? '');
  return [...new Set(addresses)].map((address) => address.replace(/^\//, ''));
}
