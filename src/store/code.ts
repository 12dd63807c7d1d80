/** Everything but content that decides what is made of it: this program, its packages, the engine. */
import { createHash, randomUUID, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { basePath } from '../base.ts';
import { UserError } from '../problem.ts';

let digest: string | undefined;

const key = Symbol.for('micromile.code');
const loadingKey = Symbol.for('micromile.loading');
// Vite loads this module once more for the pages.
const shared = globalThis as { [key]?: string; [loadingKey]?: number };

/** Says that code is loaded anew from now on: a process loads its own from its start on, and so do its threads. */
export function beginLoading(): void {
  shared[loadingKey] = Date.now();
}

/**
 * Keeps the digest as it is until the thread ends, whoever loads this module.
 * @param known what another thread of the process found
 * @throws {UserError} where nobody knows which code was loaded
 */
export function holdCode(known?: string): void {
  if (known !== undefined) {
    shared[key] = known;
    return;
  }
  const found = look();
  if (isUnsettled(found)) throw new UserError('The code changed while it was loaded: start again.');
  shared[key] = found.digest;
}

/**
 * Digest of the code in `src/`, of every installed package as it lies on the disk, of the engine's
 * version, and of the path of the site, which is part of every link. Of the eleven thousand files of packages the sizes and the days of their last change count,
 * which a patch, a link and an installation change.
 *
 * Where some of it changed after the first of it was loaded, nobody knows what of either is at work:
 * what is made then is filed under a digest that nobody finds again.
 */
export function codeDigest(): string {
  return (digest ??= shared[key] ?? digestOfLoaded());
}

/** The digest of what lies on the disk now: it is another one where somebody wrote code meanwhile. */
export function digestNow(): string {
  return look().digest;
}

/** What lies on the disk, and when it changed last, in milliseconds since 1970. */
interface Look {
  digest: string;
  changed: number;
}

function digestOfLoaded(): string {
  const found = look();
  return isUnsettled(found) ? `${found.digest} ${randomUUID()}` : found.digest;
}

function isUnsettled({ changed }: Look): boolean {
  return changed > (shared[loadingKey] ?? performance.timeOrigin);
}

function look(): Look {
  const hash = createHash('sha256').update(process.version);
  let changed = 0;
  const note = (ctimeMs: number): void => {
    // What changes in the future does so by a clock that was put back.
    if (ctimeMs > changed && ctimeMs <= Date.now()) changed = ctimeMs;
  };
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of sources.sort()) hash.update(file).update(readFileSync(file));
  const others = ['package.json', 'astro.config.mjs', 'tailwind.config.ts'];
  for (const name of others) hash.update(readFileSync(name));
  hash.update(`${basePath()}\0`);
  addPackages('node_modules', hash, new Set(), note);
  // After they were read: what changed between is noted.
  for (const file of [...sources, ...others]) note(statSync(file).ctimeMs);
  return { digest: hash.digest('hex'), changed };
}

function addPackages(
  folder: string,
  hash: Hash,
  seen: Set<string>,
  note: (ctimeMs: number) => void,
): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isSymbolicLink() && !folder.endsWith('.bin')) {
      const real = realpathSync(file);
      if (!seen.has(real) && statSync(real).isDirectory())
        addPackages(real, hash, seen.add(real), note);
    } else if (entry.isDirectory()) {
      if (entry.name !== '.cache' && entry.name !== '.vite') addPackages(file, hash, seen, note);
    } else if (/\.(?:[cm]?js|json|node|wasm)$/.test(entry.name)) {
      const { size, ctimeMs } = statSync(file);
      note(ctimeMs);
      hash.update(`${file}\0${size}\0${ctimeMs}\0`);
    }
  }
}
