/** The command line of `npm run check`. */
import { parseArgs } from 'node:util';
import picomatch from 'picomatch';
import { didYouMean } from '../document/suggest.ts';
import { contentDirectory, today } from '../environment.ts';
import type { Problem } from '../problem.ts';
import { formatGithub, formatJson, formatNotes, formatTable, formatText } from './report.ts';
import { rules } from './rules/index.ts';
import { checkContent, type CheckResult } from './run.ts';

const formats = ['text', 'json', 'github'] as const;
const options = {
  format: { type: 'string', default: 'text' },
  rule: { type: 'string' },
  file: { type: 'string' },
  report: { type: 'boolean', default: false },
} as const;

interface Options {
  format: (typeof formats)[number];
  rule: string | undefined;
  file: string | undefined;
  report: boolean;
}

async function main(): Promise<number> {
  const wanted = readOptions(process.argv.slice(2));
  const result = await checkContent(contentDirectory(), today());
  const problems = filterProblems(result, wanted);
  if (wanted.format === 'json') console.log(formatJson(problems));
  else if (wanted.format === 'github') console.log(formatGithub(problems));
  else
    console.log(
      [
        ...(wanted.report ? [formatTable(result), ''] : []),
        ...formatNotes(result),
        formatText(problems),
      ].join('\n'),
    );
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0;
}

/** @throws {Error} in one sentence when an option is not one of ours */
function readOptions(words: string[]): Options {
  const { values, tokens } = parseArgs({ args: words, options, strict: false, tokens: true });
  const names = Object.keys(options).map((name) => `--${name}`);
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new Error(`"${token.value}" is no option: options start with --, such as --rule ID.`);
    if (token.kind !== 'option') continue;
    if (!names.includes(token.rawName)) {
      const known = `Options are ${names.join(', ')}.`;
      throw new Error(
        `There is no option ${token.rawName}. ${didYouMean(token.rawName, names, known)}`,
      );
    }
    if (token.name !== 'report' && typeof token.value !== 'string')
      throw new Error(`${token.rawName} needs a value.`);
  }
  const format = formats.find((name) => name === values.format);
  if (format === undefined)
    throw new Error(`--format is "${String(values.format)}": write ${formats.join(', ')}.`);
  if (values.report === true && format !== 'text')
    throw new Error(`--report prints a table for people: leave out --format ${format}.`);
  const rule = values.rule as string | undefined;
  const ids = rules.map(({ id }) => id);
  if (rule !== undefined && !ids.includes(rule))
    throw new Error(
      `There is no rule "${rule}". ${didYouMean(rule, ids, `Rules are ${ids.join(', ')}.`)}`,
    );
  return { format, rule, file: values.file as string | undefined, report: values.report === true };
}

/** @throws {Error} in one sentence when the glob fits no file */
function filterProblems({ corpus, problems }: CheckResult, { rule, file }: Options): Problem[] {
  const ofRule = problems.filter((problem) => rule === undefined || problem.rule === rule);
  if (file === undefined) return ofRule;
  const fits = picomatch([file, `*/${file}`]);
  const files = [
    ...problems.map((problem) => problem.file),
    ...Object.values(corpus.entries).flatMap((entries) =>
      [...entries.values()].map((entry) => entry.file),
    ),
  ];
  if (!files.some((name) => fits(name)))
    throw new Error(`No file fits "${file}": write a path such as content/articles/*.mdx.`);
  return ofRule.filter((problem) => fits(problem.file));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
