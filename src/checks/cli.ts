/** The command line of `npm run check`. */
import { contentDirectory, today } from '../environment.ts';
import { filterProblems, readOptions } from './options.ts';
import { formatGithub, formatJson, formatNotes, formatTable, formatText } from './report.ts';
import { checkContent } from './run.ts';

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

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
