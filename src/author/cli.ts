/** The command line of `npm run author`: what helps an author at the desk. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename as move, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDiff } from '../checks/diff.ts';
import { checkContent, type CheckResult } from '../checks/run.ts';
import { formatText } from '../checks/report.ts';
import { formatEvent, scheduleOf } from '../checks/schedule.ts';
import { collections } from '../corpus/collections.ts';
import { readCorpus, type Entry } from '../corpus/read.ts';
import { didYouMean } from '../document/suggest.ts';
import { formatCount } from '../domain/format.ts';
import { contentDirectory, today } from '../environment.ts';
import { failureText, printable, UserError } from '../problem.ts';
import { openStore, type Store } from '../store/store.ts';
import { ask } from './ask.ts';
import { readFlags } from './flags.ts';
import { newProblems, overlayOf, planRename, readName, usesOf } from './rename.ts';
import { kindOf, kinds, make, write } from './new.ts';

const help = `npm run author -- COMMAND

new KIND       writes a file that is filled in but for your words; asks what is missing
               KIND: ${Object.keys(kinds).join(', ')}

rename COLLECTION/OLD NEW
               shows what it takes: the file, whatever names it, an alias; --write does it
remove COLLECTION/ID
               says who uses it; --write deletes what nothing uses
schedule       the days on which the site changes by itself; --format json for a calendar

COMMAND --help tells the options of each.`;

type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { new: create, rename, remove, schedule };

async function main(): Promise<number> {
  const [name = '--help', ...words] = process.argv.slice(2);
  if (name === '--help') return say(help);
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
          ({ flag, asks, isNeeded }) =>
            `  --${flag.padEnd(13)}${asks}${isNeeded === true ? ' (needed)' : ''}`,
        ),
        `  --${'no-questions'.padEnd(13)}asks nothing, also at a terminal`,
      ].join('\n'),
    );
  if (extra.length > 0)
    throw new UserError(`"${extra[0] ?? ''}" is no option: options start with --.`);
  const directory = contentDirectory();
  const store = openStore(path.resolve('.cache/kept.db'));
  const corpus = await readCorpus(directory, store);
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
    ({ severity, byCalendar }) => severity === 'error' && byCalendar !== true,
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
  const [old = '', id = ''] = given;
  if (flags.has('help') || given.length !== 2)
    return say('rename COLLECTION/OLD NEW: shows what it takes; --write does it.');
  const { directory, store, result } = await clearDesk(flags.has('write'));
  const plan = planRename(result.corpus, readName(result.corpus, old), id);
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
  const { words: given, flags } = readFlags(words, [], ['help', 'write']);
  const [old = ''] = given;
  if (flags.has('help') || given.length !== 1)
    return say('remove COLLECTION/ID: says who uses it; --write deletes what nothing uses.');
  const { directory, result } = await clearDesk(flags.has('write'));
  const { corpus } = result;
  const name = readName(corpus, old);
  const uses = usesOf(corpus, name);
  for (const { file, position, as } of uses)
    console.log(`${printable(file)}:${position.line}:${position.column}  ${as}`);
  const { list, noun, address } = collections[name.collection];
  if (uses.length > 0)
    return say(
      `${formatCount(uses.length, 'place')} ${uses.length === 1 ? 'names' : 'name'} this ${noun}: name another there, or take the sentence out; then remove it.`,
    );
  const page = address?.(name.id);
  if (page !== undefined)
    console.log(
      `Nothing leads from ${page} then: put it into the aliases of what takes its place.`,
    );
  const entry = (corpus.entries[name.collection] as Map<string, Entry>).get(name.id);
  const file = entry?.file ?? '';
  if (list === true)
    return say(
      `Nothing uses it: delete its entry in ${printable(file)}:${entry?.locate(['id']).line ?? 1}.`,
    );
  if (!flags.has('write'))
    return say(`Nothing uses it: give --write to delete ${printable(file)}.`);
  const root = path.dirname(directory);
  await unlink(path.join(root, file));
  for (const picture of name.collection === 'images' ? (corpus.pictures.get(name.id) ?? []) : [])
    await unlink(picture.absolutePath);
  return say(`Deleted ${printable(file)}.`);
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
