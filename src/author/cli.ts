/** The command line of `npm run author`: what helps an author at the desk. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename as move, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDiff } from '../checks/diff.ts';
import { checkContent, type CheckResult } from '../checks/run.ts';
import { formatText } from '../checks/report.ts';
import { formatEvent, scheduleOf } from '../checks/schedule.ts';
import { collections, pageOf } from '../corpus/collections.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { readCorpus } from '../corpus/read.ts';
import { didYouMean } from '../document/suggest.ts';
import { formatCount } from '../domain/format.ts';
import { contentDirectory, today } from '../environment.ts';
import { failureText, printable, UserError } from '../problem.ts';
import { openStore, type Store } from '../store/store.ts';
import { pathOf } from '../routes.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { corpusAt } from './past.ts';
import { planRemoval } from './remove.ts';
import { differenceMarkdown, differenceText } from './tell-difference.ts';
import { readFlags } from './flags.ts';
import { kindOf, kinds } from './kinds.ts';
import { make, write } from './new.ts';
import {
  givenId,
  isUnfinished,
  newProblems,
  overlayOf,
  planRename,
  readName,
  usesOf,
} from './rename.ts';

const help = `npm run author -- COMMAND

new KIND       writes a file that is filled in but for your words; asks what is missing
               KIND: ${Object.keys(kinds).join(', ')}

rename COLLECTION/OLD NEW
               shows what it takes: the file, whatever names it, an alias; --write does it
remove COLLECTION/ID
               says who uses it and what to do: --successor ID names another one in its place and
               leads its address there, --gone "REASON" says there why it is gone; --write does it
diff REF       what changes for readers since a commit: pages, titles, figures, certainties;
               --format markdown for a pull request
schedule       the days on which the site changes by itself; --format json for a calendar

COMMAND --help tells the options of each.`;

type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { new: create, rename, remove, diff, schedule };

async function main(): Promise<number> {
  const [name = '--help', ...words] = process.argv.slice(2);
  if (name === '--help' || name === '-h') return say(help);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw new UserError(
      `There is no command "${name}". ${didYouMean(name, Object.keys(commands), `Commands are ${Object.keys(commands).join(', ')}.`)}`,
    );
  return command(words);
}

function say(text: string): number {
  console.log(text);
  return 0;
}

async function create(words: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = words;
  if (name === '--help')
    return say(
      Object.entries(kinds)
        .map(([kind, { is }]) => `new ${kind.padEnd(10)}${is}`)
        .join('\n'),
    );
  const { questions, is } = kindOf(name);
  const { words: extra, flags } = readFlags(
    rest,
    questions.map(({ flag }) => flag),
    ['help', 'no-questions'],
  );
  if (flags.has('help'))
    return say(
      [
        `new ${name}: ${is}`,
        ...questions.map(
          ({ flag, asks, isNeeded, several }) =>
            `  --${flag.padEnd(13)}${asks}${several === true ? ', with commas between' : ''}${isNeeded === true ? ' (needed)' : ''}`,
        ),
        `  --${'no-questions'.padEnd(13)}asks nothing, also at a terminal`,
      ].join('\n'),
    );
  if (extra.length > 0)
    throw new UserError(
      `"${extra[0] ?? ''}" is no option: options start with --, and an answer of several words stands in quotes.`,
    );
  const directory = contentDirectory();
  const store = openStore(path.resolve('.cache/kept.db'));
  const corpus = await readCorpus(directory, { store });
  const isAsking = process.stdin.isTTY && process.stdout.isTTY && !flags.has('no-questions');
  const values = isAsking ? await ask(name, questions, flags, corpus) : flags;
  const made = await make(name, values, { corpus, today: today() });
  await write(directory, made);
  const result = await checkContent(directory, today(), { store });
  const files = [...made.files.keys()].map((file) => `${path.basename(directory)}/${file}`);
  const left = result.problems.filter(({ file }) => files.includes(file));
  console.log(`wrote ${files.map(printable).join(', ')}: ${printable(made.id)}`);
  if (left.length > 0) console.log(`Yours to write:\n${formatText(left)}`);
  return 0;
}

interface Desk {
  directory: string;
  store: Store;
  result: CheckResult;
}

// What is about to be changed by a machine has to be sound, and to be had back.
async function clearDesk(isWriting: boolean): Promise<Desk> {
  const directory = contentDirectory();
  const store = openStore(path.resolve('.cache/kept.db'));
  const result = await checkContent(directory, today(), { store });
  const errors = result.problems.filter(
    (problem) =>
      problem.severity === 'error' &&
      problem.byCalendar !== true &&
      !isUnfinished(result.corpus, problem),
  );
  if (errors.length > 0) {
    console.error(formatText(errors));
    throw new UserError('Mend these first: what is broken may hide a name.');
  }
  if (isWriting) {
    const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--', '.'], {
      cwd: directory,
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new UserError(`${directory} is in no git repository: nobody could take this back.`);
    if (stdout.trim() !== '') {
      console.error(stdout.trimEnd().split('\n').map(printable).join('\n'));
      throw new UserError(
        'These are not committed: commit them first, so that this can be taken back.',
      );
    }
  }
  return { directory, store, result };
}

async function rename(words: readonly string[]): Promise<number> {
  const { words: given, flags } = readFlags(words, [], ['help', 'write']);
  const [old = '', wanted = ''] = given;
  if (flags.has('help') || given.length !== 2)
    return say('rename COLLECTION/OLD NEW: shows what it takes; --write does it.');
  const { directory, store, result } = await clearDesk(flags.has('write'));
  const name = readName(result.corpus, old);
  const plan = planRename(result.corpus, name, givenId(name.collection, wanted));
  const overlay = overlayOf(plan, result.corpus);
  const next = await checkContent(directory, today(), { store, overlay });
  // The checks read pictures from the disk, where they have their old names still.
  const faults = newProblems(result.problems, next.problems).filter(
    ({ file }) => !/\/images\//.test(file),
  );
  if (faults.length > 0) {
    console.error(formatText(faults));
    throw new UserError('That would break the content: mend this first.');
  }
  for (const [file, { before, after }] of plan.texts) console.log(formatDiff(file, before, after));
  for (const [from, to] of plan.moves) console.log(`moved  ${printable(from)} to ${printable(to)}`);
  const { address } = plan;
  if (address !== undefined)
    console.log(
      address.isLed
        ? `alias  ${address.from} leads to ${address.to}`
        : `note   ${address.from} is gone: a ${old.split('/')[0] ?? ''} entry has no aliases, and links from elsewhere end there`,
    );
  if (!flags.has('write')) return say('Nothing was written: give --write to do it.');
  const root = path.dirname(directory);
  for (const to of plan.moves.values())
    if (existsSync(path.join(root, to))) throw new UserError(`${printable(to)} is there already.`);
  for (const [file, { after }] of plan.texts) await writeFile(path.join(root, file), after);
  for (const [from, to] of plan.moves) await move(path.join(root, from), path.join(root, to));
  return say('Done.');
}

async function remove(words: readonly string[]): Promise<number> {
  const { words: given, flags } = readFlags(words, ['successor', 'gone'], ['help', 'write']);
  const [old = ''] = given;
  if (flags.has('help') || given.length !== 1)
    return say(
      'remove COLLECTION/ID [--successor ID | --gone "REASON"]: says who uses it, and what it takes; --write does it.',
    );
  const [successor, gone] = [flags.get('successor'), flags.get('gone')];
  if (successor !== undefined && gone !== undefined)
    throw new UserError('Give --successor or --gone: an address leads on, or says why it is gone.');
  const { directory, store, result } = await clearDesk(flags.has('write'));
  const { corpus } = result;
  const name = readName(corpus, old);
  const { noun } = collections[name.collection];
  const uses = usesOf(corpus, name);
  for (const { file, position, as } of uses)
    console.log(`${printable(file)}:${position.line}:${position.column}  ${as}`);
  const page = pageOf(name.collection, name.id);
  const isPublished = page !== undefined && corpus.ledger.includes(pathOf(page));
  if (successor === undefined && gone === undefined && (uses.length > 0 || isPublished)) {
    const places =
      uses.length === 0
        ? 'Nothing names'
        : `${formatCount(uses.length, 'place')} ${uses.length === 1 ? 'names' : 'name'}`;
    console.log(`${places} this ${noun}. What takes its place?`);
    console.log(
      `  --successor ID     another ${noun}: it is named there${page === undefined ? '' : `, and ${page} leads to it`}`,
    );
    if (page !== undefined)
      console.log(
        `  --gone "REASON"    nothing: ${page} says why${uses.length > 0 ? '; take it out of these places first' : ''}`,
      );
    return 0;
  }
  const answer =
    successor !== undefined ? { successor } : gone !== undefined ? { gone } : undefined;
  const { texts, deleted, told } = planRemoval(corpus, name, answer, today());
  const overlay = new Map<string, Uint8Array | undefined>([
    ...[...texts].map(([file, { after }]) => [file, Buffer.from(after)] as const),
    ...deleted.map((file) => [file, undefined] as const),
  ]);
  const next = await checkContent(directory, today(), { store, overlay });
  const faults = newProblems(result.problems, next.problems);
  if (faults.length > 0) {
    console.error(formatText(faults));
    throw new UserError('That would break the content: mend this first.');
  }
  for (const [file, { before, after }] of texts) console.log(formatDiff(file, before, after));
  for (const file of deleted) console.log(`deleted  ${printable(file)}`);
  if (told !== undefined) console.log(`note     ${told}`);
  if (!flags.has('write')) return say('Nothing was written: give --write to do it.');
  const root = path.dirname(directory);
  for (const [file, { after }] of texts) await writeFile(path.join(root, file), after);
  for (const file of deleted) await unlink(path.join(root, file));
  return say('Done.');
}

async function diff(words: readonly string[]): Promise<number> {
  const { words: given, flags } = readFlags(words, ['format'], ['help']);
  const [ref = ''] = given;
  if (flags.has('help') || given.length !== 1)
    return say(
      'diff REF: what changes for readers since a commit; --format markdown for a pull request.',
    );
  const format = flags.get('format') ?? 'text';
  if (format !== 'text' && format !== 'markdown')
    throw new UserError(`--format is "${format}": write text or markdown.`);
  const directory = contentDirectory();
  const before = await corpusAt(directory, ref);
  const after = await readCorpus(directory, { store: openStore(path.resolve('.cache/kept.db')) });
  const differences = compare(before, after, today());
  const unread = [...unreadNote(before, `at ${ref}`), ...unreadNote(after, 'now')];
  return say(
    [
      format === 'text' ? differenceText(differences, ref) : differenceMarkdown(differences, ref),
      ...unread.map((note) => (format === 'markdown' ? `\n${note}` : note)),
    ].join('\n'),
  );
}

// What does not fit the shape of today is not compared.
function unreadNote({ problems }: Corpus, when: string): string[] {
  const files = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  return files.size === 0
    ? []
    : [`${formatCount(files.size, 'file')} not compared, or in part: unsound ${printable(when)}.`];
}

async function schedule(words: readonly string[]): Promise<number> {
  const { words: extra, flags } = readFlags(words, ['format'], ['help']);
  if (flags.has('help') || extra.length > 0)
    return say('schedule: what each day to come brings; --format json prints it as data.');
  const format = flags.get('format') ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UserError(`--format is "${format}": write text or json.`);
  const store = openStore(path.resolve('.cache/kept.db'));
  const result = await checkContent(contentDirectory(), today(), { store });
  const events = scheduleOf(result, today());
  if (format === 'json')
    return say(JSON.stringify(events, null, 2).split('\n').map(printable).join('\n'));
  return say(
    events.length === 0 ? 'No day to come changes anything.' : events.map(formatEvent).join('\n'),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
