/** Asks an author at a terminal what the options of a command did not say. */
import { cancel, intro, isCancel, multiselect, select, text } from '@clack/prompts';
import type { Corpus } from '../corpus/corpus.ts';
import { UserError } from '../problem.ts';
import type { Question } from './kinds.ts';

/**
 * The answers to the questions that are still open.
 * @throws {UserError} when the author goes away
 */
export async function ask(
  what: string,
  questions: readonly Question[],
  given: ReadonlyMap<string, string>,
  corpus: Corpus,
): Promise<Map<string, string>> {
  const answers = new Map(given);
  intro(`A new ${what}`);
  for (const question of questions) {
    if (answers.has(question.flag) || question.isPut?.(answers) === false) continue;
    const answer = await one(question, corpus);
    if (answer !== '') answers.set(question.flag, answer);
  }
  return answers;
}

async function one(question: Question, corpus: Corpus): Promise<string> {
  const { asks: message, options, several, otherwise, isNeeded = false } = question;
  const known = (options?.(corpus) ?? []).map((value) => ({ value, label: value }));
  const initialValue = otherwise?.(corpus);
  if (known.length > 0 && several === true) {
    const chosen = await multiselect({ message, options: known, required: isNeeded });
    return isCancel(chosen) ? leave() : chosen.join(',');
  }
  if (known.length > 0) {
    const nothing = isNeeded || initialValue !== undefined ? [] : [{ value: '', label: '(none)' }];
    const chosen = await select({
      message,
      options: [...nothing, ...known],
      ...(initialValue === undefined ? {} : { initialValue }),
    });
    return isCancel(chosen) ? leave() : chosen;
  }
  const typed = await text({
    message,
    ...(initialValue === undefined ? {} : { initialValue }),
    validate: (value) =>
      isNeeded && (value ?? '').trim() === '' ? 'Only you know it.' : undefined,
  });
  return isCancel(typed) ? leave() : (typed ?? '').trim();
}

function leave(): never {
  cancel('Nothing was written.');
  throw new UserError('Nothing was written.');
}
