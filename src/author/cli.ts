/** The command line of `npm run author`: what helps an author at the desk. */
import path from 'node:path';
import { checkContent } from '../checks/run.ts';
import { formatText } from '../checks/report.ts';
import { readCorpus } from '../corpus/read.ts';
import { didYouMean } from '../document/suggest.ts';
import { contentDirectory, today } from '../environment.ts';
import { failureText, printable, UserError } from '../problem.ts';
import { openStore } from '../store/store.ts';
import { ask } from './ask.ts';
import { readFlags } from './flags.ts';
import { kindOf, kinds, make, write } from './new.ts';

const help = `npm run author -- COMMAND

new KIND       writes a file that is filled in but for your words; asks what is missing
               KIND: ${Object.keys(kinds).join(', ')}

COMMAND --help tells the options of each.`;

type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { new: create };

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

try {
  process.exitCode = await main();
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
