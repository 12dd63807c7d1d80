/** The command line of `npm run check`. */
import { parseArgs } from 'node:util';
import { contentDirectory, today } from '../environment.ts';
import { formatJson, formatText } from './report.ts';
import { checkContent } from './run.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
  if (values.format !== 'text' && values.format !== 'json') {
    throw new Error(`--format is "${values.format}": write text or json.`);
  }
  const { problems } = await checkContent(contentDirectory(), today());
  console.log(values.format === 'json' ? formatJson(problems) : formatText(problems));
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
