/** The content as it was at a commit. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import { readCorpus } from '../corpus/read.ts';
import { printable, UserError } from '../problem.ts';

/**
 * Reads the content folder of a commit, in a folder of its own that is gone afterwards.
 * @param directory absolute path of the content folder, in a git repository
 * @param ref what git takes for a commit
 * @throws {UserError} when git knows no such commit, or the folder is not in it
 */
export async function corpusAt(directory: string, ref: string): Promise<Corpus> {
  const folder = mkdtempSync(path.join(tmpdir(), 'micromile-past-'));
  const git = (...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', words, {
      cwd: directory,
      encoding: 'utf8',
      // The index of the work tree stays as it is.
      env: { ...process.env, GIT_INDEX_FILE: path.join(folder, 'index') },
    });
    if (status !== 0)
      throw new UserError(`git knows no content at "${ref}": ${printable(stderr.trim())}`);
    return stdout.trim();
  };
  try {
    const below = git('rev-parse', '--show-prefix').replace(/\/$/, '');
    // A name that begins with a hyphen would be an option of git.
    const commit = git('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`);
    git('read-tree', below === '' ? commit : `${commit}:${below}`);
    const past = path.join(folder, path.basename(directory));
    // Files of the index stand below the folder that it was read from.
    git('--work-tree', directory, 'checkout-index', '--all', `--prefix=${past}/`);
    const corpus = await readCorpus(past);
    // Texts are read when they are asked for.
    for (const entries of Object.values(corpus.entries))
      for (const entry of entries.values()) entry.text();
    return corpus;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
