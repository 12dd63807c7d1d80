/** Everything but content that decides what is made of it: this program, its packages, the engine. */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { basePath } from '../base.ts';

let digest: string | undefined;

const key = Symbol.for('micromile.code');
// In a build, Vite loads this module once more for the loaders and once for the pages.
const shared = globalThis as { [key]?: string };

/**
 * Keeps the digest as it is until the thread ends, whoever loads this module.
 * @param known what another thread of the process found
 */
export function holdCode(known = codeDigest()): void {
  shared[key] = known;
}

/**
 * Digest of the code in `src/`, of every installed package as it lies on the disk, of the engine's
 * version, and of the path of the site, which is part of every link. Of the eleven thousand files of packages the sizes and the days of their last change count,
 * which a patch, a link and an installation change.
 */
export function codeDigest(): string {
  return (digest ??= shared[key] ?? digestNow());
}

/** The digest of what lies on the disk now: it is another one where somebody wrote code meanwhile. */
export function digestNow(): string {
  const hash = createHash('sha256').update(process.version);
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of sources.sort()) hash.update(file).update(readFileSync(file));
  for (const name of ['package.json', 'astro.config.mjs', 'tailwind.config.ts'])
    hash.update(readFileSync(name));
  hash.update(`${basePath()}\0`);
  addPackages('node_modules', hash, new Set());
  return hash.digest('hex');
}

function addPackages(folder: string, hash: Hash, seen: Set<string>): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isSymbolicLink() && !folder.endsWith('.bin')) {
      const real = realpathSync(file);
      if (!seen.has(real) && statSync(real).isDirectory()) addPackages(real, hash, seen.add(real));
    } else if (entry.isDirectory()) {
      if (entry.name !== '.cache' && entry.name !== '.vite') addPackages(file, hash, seen);
    } else if (/\.(?:[cm]?js|json|node|wasm)$/.test(entry.name)) {
      const { size, ctimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${ctimeMs}\0`);
    }
  }
}
