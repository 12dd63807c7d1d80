/** The words behind a command of `npm run author`. */
import { didYouMean } from '../document/suggest.ts';
import { UserError } from '../problem.ts';

/** What was given: words without a name, and values by name. */
export interface Given {
  words: string[];
  flags: ReadonlyMap<string, string>;
}

/**
 * Reads a command's words: `--name value`, `--name=value`, and `--name` alone for what is yes or no.
 * @param valued names that take a value
 * @param bare names that take none
 * @throws {UserError} for a name that is not one of these, stands twice, or lacks its value
 */
export function readFlags(
  given: readonly string[],
  valued: readonly string[],
  bare: readonly string[],
): Given {
  const flags = new Map<string, string>();
  const words: string[] = [];
  const known = [...valued, ...bare].map((name) => `--${name}`);
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [, name = '', equals, inline = ''] = /^--([^=]*)(=?)(.*)$/s.exec(word) ?? [];
    if (!known.includes(`--${name}`))
      throw new UserError(
        `There is no option --${name}. ${didYouMean(`--${name}`, known, `Options are ${known.join(', ')}.`)}`,
      );
    if (flags.has(name))
      throw new UserError(
        `--${name} stands twice: give it once, with commas between where several may be given.`,
      );
    if (bare.includes(name)) {
      if (equals !== '') throw new UserError(`--${name} takes no value.`);
      flags.set(name, 'yes');
      continue;
    }
    const value = equals === '' ? given[(at += 1)] : inline;
    if (value === undefined || value === '') throw new UserError(`--${name} needs a value.`);
    flags.set(name, value);
  }
  return { words, flags };
}
