/** What a package really is: its files as they lie on the disk, patched or linked, not the version that it names. */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import path from 'node:path';

/**
 * Digest of the code of a package and of every package that it depends on.
 * @param from absolute path of the file that imports it
 */
export function packageDigest(name: string, from: string): string {
  const hash = createHash('sha256');
  visit(name, from, hash, new Set());
  return hash.digest('hex');
}

function visit(name: string, from: string, hash: Hash, seen: Set<string>): void {
  const found = findManifest(name, from);
  if (found === undefined || seen.has(found)) return;
  seen.add(found);
  const folder = path.dirname(found);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:[cm]?js|json|node|wasm)$/.test(file))
    // The packages inside are visited where they are named.
    .filter((file) => !file.split(path.sep).includes('node_modules'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(found, 'utf8')) as {
    dependencies?: object;
    optionalDependencies?: object;
  };
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies }))
    visit(dependency, found, hash, seen);
}

// An optional package may be missing.
function findManifest(name: string, from: string): string | undefined {
  try {
    const manifest = findPackageJSON(name, from);
    return manifest === undefined ? undefined : realpathSync(manifest);
  } catch {
    return undefined;
  }
}
