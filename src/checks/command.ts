/** What `npm run check` does. */
import path from 'node:path';
import { tellEditors } from '../corpus/editor-schemas.ts';
import { contentDirectory, siteUrl, today } from '../environment.ts';
import { openStore, type Store } from '../store/store.ts';
import { failureText, printable, type Problem } from '../problem.ts';
import { mendContent, writeMended } from './fix.ts';
import { filterProblems, readOptions, type Options } from './options.ts';
import {
  formatGithub,
  formatJson,
  formatMarkdown,
  formatMended,
  formatNotes,
  formatTable,
  formatText,
} from './report.ts';
import { checkContent, type CheckResult } from './run.ts';
import { watchContent } from './watch.ts';

async function main(): Promise<number> {
  const wanted = readOptions(process.argv.slice(2));
  // Nothing is asked of it here, but a build would stop at it.
  siteUrl();
  const store = openStore(path.resolve('.cache/kept.db'));
  const directory = contentDirectory();
  const told = (result: CheckResult): string =>
    [
      ...(wanted.report ? [formatTable(result), ''] : []),
      ...formatNotes(result, today()),
      formatText(filterProblems(result, wanted)),
    ].join('\n');
  if (wanted.watch) {
    await watchContent(store, told);
    return 0;
  }
  const result = wanted.fix
    ? await mend(directory, wanted, store)
    : await checkContent(directory, today(), { store });
  tellEditors(result.corpus);
  const problems = filterProblems(result, wanted);
  if (wanted.format === 'json') console.log(formatJson(problems));
  else if (wanted.format === 'github') console.log(formatGithub(problems));
  else if (wanted.format === 'markdown')
    console.log(formatMarkdown(problems, wanted.report ? result : undefined));
  else console.log(told(result));
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0;
}

// Mends what is safe, and shows both that and what its author has to read first.
async function mend(directory: string, wanted: Options, store: Store): Promise<CheckResult> {
  const { files, mended, result } = await mendContent(
    directory,
    today(),
    (found) => filterProblems(found, wanted),
    { store },
  );
  await writeMended(directory, files);
  console.log(formatMended(files, mended, filterProblems(result, wanted)));
  return result;
}

// What keeps the check from running is told on standard output too where a machine reads it: an
// empty answer is no JSON, and an empty list would say clean.
function failure(message: string): Problem {
  const place = { file: printable(contentDirectory()), line: 1, column: 1 };
  const fix = 'Mend this first: nothing was checked.';
  return { ...place, severity: 'error', rule: 'check', message, fix };
}

try {
  process.exitCode = await main();
} catch (error) {
  const text = failureText(error);
  const problems = [failure(text.split('\n')[0] ?? text)];
  const words = process.argv.slice(2).join(' ');
  if (/--format[ =]json\b/.test(words)) console.log(formatJson(problems));
  if (/--format[ =]github\b/.test(words)) console.log(formatGithub(problems));
  console.error(text);
  process.exitCode = 1;
}
