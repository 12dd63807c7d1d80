/** The options of `npm run check`: what is looked at, and how it is shown. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import picomatch from 'picomatch';
import { didYouMean } from '../document/suggest.ts';
import { UserError, type Problem } from '../problem.ts';
import { rules } from './rules/index.ts';
import type { CheckResult } from './run.ts';

const formats = ['text', 'json', 'github', 'markdown'] as const;
const options = {
  format: { type: 'string', default: 'text' },
  rule: { type: 'string' },
  file: { type: 'string' },
  report: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const;
const flags: ReadonlySet<string> = new Set(['report', 'fix', 'watch']);

/** What was asked for. */
export interface Options {
  format: (typeof formats)[number];
  rule: string | undefined;
  file: string | undefined;
  report: boolean;
  /** Whether what is safe to mend is mended. */
  fix: boolean;
  /** Whether it stays and checks after each save. */
  watch: boolean;
}

/**
 * Reads the words of a command line.
 * @throws {UserError} when an option is not one of ours
 */
export function readOptions(words: string[]): Options {
  const { values, tokens } = parseArgs({ args: words, options, strict: false, tokens: true });
  const names = Object.keys(options).map((name) => `--${name}`);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new UserError(
        `"${token.value}" is no option: options start with --, such as --rule ID.`,
      );
    if (token.kind !== 'option') continue;
    if (!names.includes(token.rawName)) {
      const known = `Options are ${names.join(', ')}.`;
      throw new UserError(
        `There is no option ${token.rawName}. ${didYouMean(token.rawName, names, known)}`,
      );
    }
    if (seen.has(token.name)) throw new UserError(`${token.rawName} stands twice: give it once.`);
    seen.add(token.name);
    if (flags.has(token.name) && token.value !== undefined)
      throw new UserError(`${token.rawName} takes no value.`);
    if (!flags.has(token.name) && (typeof token.value !== 'string' || token.value === ''))
      throw new UserError(`${token.rawName} needs a value.`);
  }
  const format = formats.find((name) => name === values.format);
  if (format === undefined)
    throw new UserError(`--format is "${String(values.format)}": write ${formats.join(', ')}.`);
  if (values.report === true && format !== 'text' && format !== 'markdown')
    throw new UserError(`--report prints a table for people: leave out --format ${format}.`);
  if (values.fix === true && format !== 'text')
    throw new UserError(`--fix shows what it changed to people: leave out --format ${format}.`);
  if (values.watch === true && format !== 'text')
    throw new UserError(`--watch shows people what is wrong: leave out --format ${format}.`);
  if (values.watch === true && values.fix === true)
    throw new UserError('--watch looks while you write: leave out --fix, or --watch.');
  const rule = values.rule as string | undefined;
  const ids = rules.map(({ id }) => id);
  if (rule !== undefined && !ids.includes(rule))
    throw new UserError(
      `There is no rule "${rule}". ${didYouMean(rule, ids, `Rules are ${ids.join(', ')}.`)}`,
    );
  return {
    format,
    rule,
    file: values.file as string | undefined,
    report: values.report === true,
    fix: values.fix === true,
    watch: values.watch === true,
  };
}

/**
 * The problems that were asked for.
 * @throws {UserError} when the glob fits no file
 */
export function filterProblems(
  { corpus, problems }: Pick<CheckResult, 'corpus' | 'problems'>,
  { rule, file }: Pick<Options, 'rule' | 'file'>,
): Problem[] {
  const ofRule = problems.filter((problem) => rule === undefined || problem.rule === rule);
  if (file === undefined) return ofRule;
  // An editor gives the whole path.
  const wanted = path.isAbsolute(file)
    ? path.relative(path.dirname(corpus.directory), file).split(path.sep).join('/')
    : file;
  const fits = picomatch([wanted, `*/${wanted}`]);
  const files = [...problems.map((problem) => problem.file), ...corpus.digests.keys()];
  if (!files.some((name) => fits(name)))
    throw new UserError(`No file fits "${file}": write a path such as content/articles/*.mdx.`);
  return ofRule.filter((problem) => fits(problem.file));
}
