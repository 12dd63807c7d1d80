/** What `npm run check` does. */
import path from 'node:path';
import { tellEditors } from '../corpus/editor-schemas.ts';
import { contentDirectory, siteUrl, today } from '../environment.ts';
import { openStore } from '../store/store.ts';
import { failureText, printable, type Problem } from '../problem.ts';
import { filterProblems, readOptions } from './options.ts';
import { formatGithub, formatJson, formatNotes, formatTable, formatText } from './report.ts';
import { checkContent } from './run.ts';

async function main(): Promise<number> {
  const wanted = readOptions(process.argv.slice(2));
  // Nothing is asked of it here, but a build would stop at it.
  siteUrl();
  const store = openStore(path.resolve('.cache/kept.db'));
  const result = await checkContent(contentDirectory(), today(), { store });
  tellEditors(result.corpus);
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
