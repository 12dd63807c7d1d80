/** Breaks and mends files under a running dev server, round after round: none may stay as it was. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { copyProject, startDev } from './commands.ts';

/** A file that is broken and mended, and the page that shows it. */
interface Target {
  name: string;
  file: string;
  page: string;
  /** Makes it unsound. */
  broken: (text: string) => string;
  /** Leaves it sound, and shows the mark on the page. */
  marked: (text: string, mark: string) => string;
}

const targets: Target[] = [
  {
    name: 'article',
    file: 'articles/model.mdx',
    page: '/articles/model/',
    broken: (text) =>
      text.replace('<ProductCard id="iron-capsule" />', '<ProductCard id="none" />'),
    marked: (text, mark) => text.replace('Iron is carried by', `${mark} is carried by`),
  },
  {
    name: 'product',
    file: 'products/iron-capsule.yaml',
    page: '/products/iron-capsule/',
    broken: (text) => text.replace('\nfits:', '\nfitz:'),
    marked: (text, mark) => text.replace('A runner whose', `${mark} whose`),
  },
  {
    name: 'claims',
    file: 'claims/iron.yaml',
    page: '/evidence/',
    broken: (text) => text.replace('statement: Low stores', 'statement: "Low stores'),
    marked: (text, mark) => text.replace('Low stores are common', `${mark} is common`),
  },
];

/** How long an author waits before something is wrong, in milliseconds; a busy machine takes its time. */
const patience = Number(process.env['PATIENCE'] ?? 20_000);

/**
 * Runs rounds of two rhythms in turn: a slow one that waits for the error, and a quick one that
 * saves several states in a row while a page is asked for.
 * @returns the rounds after which the page did not show what was saved last
 */
export async function stuckRounds(root: string, site: string, rounds: number): Promise<string[]> {
  const stuck: string[] = [];
  const originals = targets.map(({ file }) => readFileSync(`${root}/content/${file}`, 'utf8'));
  for (let round = 0; round < rounds; round += 1) {
    const target = targets[round % targets.length] ?? targets[0];
    const original = originals[round % targets.length] ?? '';
    if (target === undefined) break;
    const save = (text: string): void => writeFileSync(`${root}/content/${target.file}`, text);
    const ask = async (): Promise<string> => {
      const response = await fetch(site + target.page);
      return `${response.status} ${await response.text()}`;
    };
    const shows = async (fits: (answer: string) => boolean): Promise<boolean> => {
      for (const end = Date.now() + patience; Date.now() < end; await pause(50))
        if (fits(await ask())) return true;
      return false;
    };
    const isQuick = round % 2 === 1;
    const name = `${round + 1}: ${target.name}, ${isQuick ? 'quick' : 'slow'}`;
    const drafts = isQuick ? 4 : 0;
    for (let step = 0; step < drafts; step += 1) {
      const draft = target.marked(original, `Draft ${round} ${step}`);
      save(step % 2 === 0 ? target.broken(original) : draft);
      // Neither waited for nor left alone: what is still on its way when the next state is saved.
      await Promise.race([ask(), pause(97 * ((round + step) % 8))]);
    }
    save(target.broken(original));
    if (!isQuick && !(await shows((answer) => answer.startsWith('500'))))
      stuck.push(`${name}, not refused`);
    const mark = `Mark ${round}`;
    save(target.marked(original, mark));
    if (!(await shows((answer) => answer.startsWith('200') && answer.includes(mark))))
      stuck.push(name);
    save(original);
  }
  return stuck;
}

async function main(): Promise<number> {
  const rounds = Number(process.argv[2] ?? 200);
  const root = copyProject();
  const port = Number(process.env['TEST_PORT'] ?? 4391) + 1;
  let server: ChildProcess | undefined;
  try {
    ({ server } = await startDev(port, { TODAY: '2026-11-25' }, root));
    const stuck = await stuckRounds(root, `http://localhost:${port}`, rounds);
    console.log([...stuck, `${rounds} rounds, ${stuck.length} stuck`].join('\n'));
    return stuck.length === 0 ? 0 : 1;
  } finally {
    server?.kill();
  }
}

if (import.meta.main) process.exitCode = await main();
