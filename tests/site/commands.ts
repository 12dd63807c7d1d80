/** Runs this project's commands beside the site under test, over content of a test's own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const astro = path.resolve('node_modules/astro/bin/astro.mjs');

/** A copy of the real content, or of another folder of its shape, that a test may break. */
export function copyContent(from = 'content'): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** A copy of the project over the small content of the rules' tests, of which a test may break all. */
export function copyProject(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  const files = ['src', 'public', 'astro.config.mjs', 'tailwind.config.ts', 'tsconfig.json'];
  for (const file of [...files, 'package.json', 'package-lock.json'])
    cpSync(file, path.join(root, file), { recursive: true });
  cpSync('tests/fixtures/content', path.join(root, 'content'), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  return root;
}

/** Builds a site in a folder, to the end. */
export function runBuild(
  folder: string,
  environment: NodeJS.ProcessEnv,
): { status: number | null; output: string } {
  const words = ['src/publish/cli.ts', '--outDir', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Starts a command of `astro` that serves, see `startServing`. */
export function startAstro(
  words: string[],
  port: number,
  environment: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): Promise<Serving> {
  return startServing([astro, ...words], port, environment, cwd);
}

/** Starts `npm run dev` of a project, see `startServing`. */
export function startDev(
  port: number,
  environment: NodeJS.ProcessEnv,
  root: string,
): Promise<Serving> {
  return startServing(['src/publish/dev-cli.ts'], port, environment, root);
}

/** A process that serves, and what it has printed so far. */
interface Serving {
  server: ChildProcess;
  output: () => string;
}

/**
 * Starts a server and waits until it answers at `/`.
 * @throws {Error} with its output after three minutes
 */
async function startServing(
  words: string[],
  port: number,
  environment: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Serving> {
  let output = '';
  const server = spawn(process.execPath, [...words, '--port', String(port)], {
    env: { ...process.env, ...environment },
    cwd,
  });
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (let attempt = 0; attempt < 360; attempt += 1) {
    const answer = await fetch(`http://localhost:${port}/`).catch(() => undefined);
    if (answer?.ok === true) return { server, output: () => output };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  server.kill();
  throw new Error(`${words.join(' ')} does not answer:\n${output}`);
}
