/**
 * The benchmarks: whole commands, in turn, in one run; ratios are what to quote.
 *
 *     npm run bench                    everything at its usual size
 *     npm run bench -- build 200 1     one benchmark, its number of articles, its rounds
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeContent } from './content.ts';
import { timeDev } from './dev.ts';
import { benchPaint } from './paint.ts';
import { benchServe } from './serve.ts';

interface Usage {
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  /** What of it went into steps with budgets of their own, `src/step.ts`. */
  steps: { wallSeconds: number; cpuSeconds: number };
}

type Measure = Exclude<keyof Usage, 'steps'>;

interface Benchmark {
  articles: number;
  rounds: number;
  run: (articles: number, rounds: number) => Promise<void>;
}

const folder = path.resolve('.cache/bench');
const content = path.join(folder, 'content');
const environment = { TODAY: '2026-11-25', ASTRO_TELEMETRY_DISABLED: '1' };

const benchmarks: Record<string, Benchmark> = {
  build: { articles: 1000, rounds: 3, run: benchBuild },
  check: { articles: 10_000, rounds: 1, run: benchCheck },
  // A round is a start of the server; each saves the article five times.
  dev: { articles: 10_000, rounds: 1, run: benchDev },
  search: { articles: 10_000, rounds: 1, run: benchSearch },
  // Of the site that was built last.
  paint: { articles: 0, rounds: 5, run: (_articles, rounds) => benchPaint(folder, rounds) },
  // Of the site that was built last, too: a round is five seconds.
  serve: { articles: 0, rounds: 1, run: (_articles, rounds) => benchServe(folder, rounds) },
  editor: { articles: 10_000, rounds: 50, run: benchEditor },
};

/** Runs a command to its end. @throws {Error} with its output when it fails */
async function measure(words: string[], other: NodeJS.ProcessEnv = {}): Promise<Usage> {
  const report = path.join(folder, 'usage');
  rmSync(report, { recursive: true, force: true });
  mkdirSync(report, { recursive: true });
  const measurer = pathToFileURL(path.resolve('tests/bench/measure.ts')).href;
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${measurer}`,
      BENCH_REPORT: report,
      ...environment,
      ...other,
      CONTENT_DIR: content,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2000)));
  let together = 0;
  const looking = setInterval(() => {
    together = Math.max(together, megabytesOf(child.pid ?? 0));
  }, 50);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(looking);
  if (status !== 0) throw new Error(`${words.join(' ')} failed:\n${output}`);
  // A command may start others: each tells what it used, and what all have at once is seen from here.
  const usages = readdirSync(report).map(
    (name) => JSON.parse(readFileSync(path.join(report, name), 'utf8')) as Usage,
  );
  const sum = (of: (usage: Usage) => number): number =>
    usages.reduce((all, usage) => all + of(usage), 0);
  return {
    wallSeconds: Math.max(...usages.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    peakMegabytes: Math.max(together, ...usages.map(({ peakMegabytes }) => peakMegabytes)),
    steps: {
      wallSeconds: sum(({ steps }) => steps.wallSeconds),
      cpuSeconds: sum(({ steps }) => steps.cpuSeconds),
    },
  };
}

/** What a process and those that it started have of the memory; nothing where the system does not tell. */
function megabytesOf(process: number): number {
  try {
    const [, resident = ''] = readFileSync(`/proc/${process}/statm`, 'utf8').split(' ');
    const children = readFileSync(`/proc/${process}/task/${process}/children`, 'utf8');
    const pageBytes = 4096;
    return children
      .split(' ')
      .filter((text) => text !== '')
      .reduce(
        (sum, child) => sum + megabytesOf(Number(child)),
        (Number(resident) * pageBytes) / 2 ** 20,
      );
  } catch {
    return 0;
  }
}

/** What a script of package.json gives to Node. */
function commandOf(name: 'build' | 'check'): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<typeof name, string>;
  };
  return scripts[name].split(' ').slice(1);
}

const asides = path.join(folder, 'aside');
const aside = path.join(asides, String(process.pid));
let moved = 0;

// ext4 makes files at a twentieth of its speed for five minutes after thousands were taken away: what a
// cold run must not find is moved, and taken away when all has been measured.
function forget(...names: readonly string[]): void {
  mkdirSync(aside, { recursive: true });
  for (const name of names.filter((one) => existsSync(one)))
    renameSync(name, path.join(aside, String((moved += 1))));
}

// @returns how many words an article has
async function freshContent(articles: number): Promise<number> {
  forget(content);
  return writeContent(content, articles);
}

function forgetKept(): void {
  const names = readdirSync('.cache').filter((one) => one !== 'bench');
  forget(...names.map((name) => path.join('.cache', name)));
}

// This project's build against stock @astrojs/mdx over the same files: cold, warm, and after an edit.
async function benchBuild(articles: number, rounds: number): Promise<void> {
  const words = await freshContent(articles);
  console.log(`build: ${articles} articles of ${words} words, ${rounds} rounds in turn`);
  const astro = path.resolve('node_modules/astro/bin/astro.mjs');
  const stock = path.join(folder, 'stock');
  forget(stock);
  cpSync('tests/bench/stock', stock, { recursive: true });
  const ours = [...commandOf('build'), '--outDir', path.join(folder, 'site')];
  const theirs = [astro, 'build', '--root', stock];
  const forgetAll = (): void => {
    forgetKept();
    const made = ['site', 'site-deploy'].map((name) => path.join(folder, name));
    forget(...made, `${stock}/node_modules`, `${stock}/dist`);
  };
  const runs: Record<string, Usage[]> = {};
  const add = (name: string, usage: Usage): void => {
    (runs[name] ??= []).push(usage);
  };
  for (let round = 0; round < rounds; round += 1) {
    forgetAll();
    add('ours cold', await measure(ours));
    add('stock cold', await measure(theirs));
    add('ours warm', await measure(ours));
    editArticle();
    add('ours edited', await measure(ours));
    // It empties its folder, see `forget`.
    add('stock warm', await measure(theirs));
  }
  for (const [name, usages] of Object.entries(runs).filter(([one]) => one.startsWith('ours')))
    runs[`${name}${bare}`] = usages.map(withoutSteps);
  print(runs);
  for (const part of ['', bare]) {
    for (const state of ['cold', 'warm'])
      printRatio(runs, `ours ${state}${part}`, `stock ${state}`);
    printRatio(runs, `ours edited${part}`, 'stock cold');
  }
}

/** As the goals count: stock MDX makes neither. */
const bare = ', without search index and bitmaps';

function withoutSteps({ steps, ...usage }: Usage): Usage {
  return {
    ...usage,
    wallSeconds: usage.wallSeconds - steps.wallSeconds,
    cpuSeconds: usage.cpuSeconds - steps.cpuSeconds,
    steps: { wallSeconds: 0, cpuSeconds: 0 },
  };
}

// One sentence more in one article. Where all are alike, every other one leads on to the first of them.
function editArticle(): void {
  const articles = path.join(content, 'articles');
  const names = readdirSync(articles);
  const name = names[Math.floor(names.length / 2)] ?? '';
  appendFileSync(path.join(articles, name), '\nOne more sentence stands here.\n');
}

function editClaim(): void {
  const claims = path.join(content, 'claims');
  const cited = readFileSync(
    path.join(content, 'articles', readdirSync(path.join(content, 'articles'))[0] ?? ''),
    'utf8',
  );
  for (const file of readdirSync(claims).map((name) => path.join(claims, name))) {
    const text = readFileSync(file, 'utf8');
    const [, id = ''] = /^- id: (\S+)/m.exec(text) ?? [];
    if (cited.includes(id)) continue;
    const edited = text.replace(/^( {2}statement: .*)\.("?)$/m, '$1, all in all.$2');
    if (edited === text) continue;
    writeFileSync(file, edited);
    return;
  }
}

// The command line of `npm run check`: with nothing kept, with nothing changed, with one article edited,
// on the next day, and with a claim edited: the articles, which are all alike, do not cite it.
async function benchCheck(articles: number, rounds: number): Promise<void> {
  const words = await freshContent(articles);
  console.log(`check: ${articles} articles of ${words} words, ${rounds} rounds`);
  const command = commandOf('check');
  const [article = ''] = readdirSync(path.join(content, 'articles'));
  const runs: Record<string, Usage[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    forgetKept();
    const add = async (state: string, other?: NodeJS.ProcessEnv): Promise<void> => {
      (runs[state] ??= []).push(await measure(command, other));
    };
    await add('cold');
    await add('nothing changed');
    appendFileSync(path.join(content, 'articles', article), '\nOne more line.\n');
    await add('one edited');
    await add('the next day', { TODAY: '2026-11-26' });
    editClaim();
    await add('a claim edited');
  }
  print(runs);
}

// What an author waits for: the first article, with nothing kept and then again, and each save of it.
async function benchDev(articles: number, rounds: number): Promise<void> {
  const words = await freshContent(articles);
  console.log(`dev: ${articles} articles of ${words} words, ${rounds} rounds`);
  const [article = ''] = readdirSync(path.join(content, 'articles'));
  const slug = path.basename(article, '.mdx');
  const rows: Record<string, object> = {};
  for (let round = 1; round <= rounds; round += 1) {
    forgetKept();
    for (const state of ['nothing kept', 'again']) {
      const { firstArticle, savedArticle } = await timeDev(content, slug, 5, environment);
      rows[`${state} ${round}`] = {
        'first article s': firstArticle.toFixed(1),
        'saved article s': median(savedArticle).toFixed(2),
        'the slowest': Math.max(...savedArticle).toFixed(2),
      };
    }
  }
  console.table(rows);
}

// The search index, and what a first search fetches of it.
async function benchSearch(articles: number, rounds: number): Promise<void> {
  const words = await freshContent(1);
  console.log(`search: ${articles} articles of ${words} words and more, ${rounds} rounds`);
  const report = path.join(folder, 'search.json');
  const command = ['tests/bench/search.ts', content, String(articles), report];
  const usages: Usage[] = [];
  for (let round = 0; round < rounds; round += 1) usages.push(await measure(command));
  print({ search: usages });
  const { asked, ...made } = JSON.parse(readFileSync(report, 'utf8')) as {
    asked: Record<string, object>;
  };
  console.table(made);
  console.table(asked);
}

// What the language server answers while the longest article is written; a round is one change of it.
async function benchEditor(articles: number, rounds: number): Promise<void> {
  const words = await freshContent(articles);
  console.log(`editor: ${articles} articles of ${words} words about, ${rounds} rounds`);
  const report = path.join(folder, 'editor.json');
  await measure(['tests/bench/editor.ts', content, String(rounds), report]);
  console.table(JSON.parse(readFileSync(report, 'utf8')));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function medians(usages: Usage[] | undefined): Omit<Usage, 'steps'> {
  const of = (key: Measure): number => median((usages ?? []).map((usage) => usage[key]));
  return {
    wallSeconds: of('wallSeconds'),
    cpuSeconds: of('cpuSeconds'),
    peakMegabytes: of('peakMegabytes'),
  };
}

function print(runs: Record<string, Usage[]>): void {
  console.table(
    Object.fromEntries(
      Object.entries(runs).map(([name, usages]) => {
        const { wallSeconds, cpuSeconds, peakMegabytes } = medians(usages);
        return [
          name,
          {
            'wall s': wallSeconds.toFixed(1),
            'CPU s': cpuSeconds.toFixed(1),
            'peak MB': peakMegabytes.toFixed(0),
          },
        ];
      }),
    ),
  );
}

function printRatio(runs: Record<string, Usage[]>, a: string, b: string): void {
  const [left, right] = [medians(runs[a]), medians(runs[b])];
  const ratio = (key: Measure): string => (left[key] / right[key]).toFixed(2);
  console.log(
    `${a} / ${b}: wall ${ratio('wallSeconds')}, CPU ${ratio('cpuSeconds')}, peak memory ${ratio('peakMegabytes')}`,
  );
}

const [wanted, articles, rounds] = process.argv.slice(2);
const chosen = Object.entries(benchmarks).filter(
  ([name]) => wanted === undefined || name === wanted,
);
if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted ?? ''}": ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 1;
}
mkdirSync(folder, { recursive: true });
for (const [, benchmark] of chosen)
  await benchmark.run(Number(articles ?? benchmark.articles), Number(rounds ?? benchmark.rounds));
rmSync(asides, { recursive: true, force: true });
