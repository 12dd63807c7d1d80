/** What `npm run author -- new` writes: a file of a collection, filled in but for the author's own words. */
import { constants, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collections } from '../corpus/collections.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { didYouMean } from '../document/suggest.ts';
import { formatCount } from '../domain/format.ts';
import { UserError } from '../problem.ts';
import { idPattern, plannedDay } from '../schemas/fields.ts';
import { Answers, kindOf, type Context, type Made, type Question } from './kinds.ts';

/**
 * The files that answers give.
 * @throws {UserError} when an answer is missing that is needed, is not one of those known, or the id is taken
 */
export async function make(
  kind: string,
  values: ReadonlyMap<string, string>,
  context: Context,
): Promise<Made> {
  const { collection, questions, make: of } = kindOf(kind);
  const lacking = questions.filter(({ flag, isNeeded }) => isNeeded === true && !values.has(flag));
  if (lacking.length > 0)
    throw new UserError(
      `Tell what only you know: ${lacking.map(({ flag, asks }) => `--${flag} (${asks})`).join('; ')}.`,
    );
  const answers = new Answers(values);
  for (const question of questions) refuseUnknown(question, answers, context.corpus);
  const made = await of(answers, context);
  const ids = made.id.split(', ');
  for (const id of ids)
    if (!idPattern.test(id))
      throw new UserError(
        `"${id}" is no id: give one with --id, in small letters, digits and hyphens.`,
      );
  const taken = ids.find((id) => context.corpus.knownIds[collection].has(id));
  if (taken !== undefined)
    throw new UserError(
      `The ${collections[collection].noun} "${taken}" is there already: give another id with --id.`,
    );
  return made;
}

// What was given by a flag is held to what a question at the terminal would take.
function refuseUnknown(question: Question, answers: Answers, corpus: Corpus): void {
  const { flag, options, several, isOpen, isDay } = question;
  const text = answers.text(flag);
  if (text === undefined) return;
  if (isDay === true) {
    const { error } = plannedDay().safeParse(text);
    const [issue] = error?.issues ?? [];
    if (issue !== undefined) throw new UserError(`--${flag} ${issue.message} (it is "${text}").`);
  }
  // It becomes the name of a file.
  if (isOpen === true && !idPattern.test(text))
    throw new UserError(
      `--${flag} is "${text}", which is no id: use small letters, digits and single hyphens.`,
    );
  const known = isOpen === true ? [] : (options?.(corpus) ?? []);
  if (known.length === 0) return;
  const given = several === true ? answers.list(flag) : [text];
  const strange = given.find((answer) => !known.includes(answer));
  if (strange === undefined) return;
  const all =
    known.length > 40
      ? `It is none of the ${formatCount(known.length, 'answer')} that the content knows.`
      : `It takes ${several === true ? 'one or more' : 'one'} of ${known.join(', ')}.`;
  throw new UserError(`--${flag} does not know "${strange}". ${didYouMean(strange, known, all)}`);
}

/**
 * Writes what was made; a file that is there grows at its end alone.
 * @throws {UserError} when a picture cannot be read, or stands there already
 */
export async function write(directory: string, { files, copy }: Made): Promise<void> {
  if (copy !== undefined) {
    const target = path.join(directory, copy.to);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(copy.from, target, constants.COPYFILE_EXCL).catch(() => {
      throw new UserError(
        `"${copy.from}" cannot be copied to ${copy.to}: is it there, or that already?`,
      );
    });
  }
  for (const [file, text] of files) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
