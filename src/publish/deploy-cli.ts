/** The command line of `npm run deploy`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatCount } from '../domain/format.ts';
import { UserError } from '../problem.ts';
import { deploySite, goBack } from './deploy.ts';
import { stopFor } from './stop.ts';

const usage = 'npm run deploy -- FOLDER [--from SITE] [--back] [--dry-run]';

function options(): { to: string; from: string; isBack: boolean; isDry: boolean } {
  let given;
  try {
    given = parseArgs({
      options: {
        from: { type: 'string', default: 'dist' },
        back: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0] ?? ''}. Use ${usage}.`);
  }
  const [to, ...others] = given.positionals;
  if (to === undefined || others.length > 0) throw new UserError(`Use ${usage}.`);
  const { from, back, 'dry-run': isDry } = given.values;
  return { to: path.resolve(to), from: path.resolve(from), isBack: back, isDry };
}

try {
  const { to, from, isBack, isDry } = options();
  const { steps, unchanged, isRestyled } = isBack ? goBack(to, isDry) : deploySite(from, to, isDry);
  if (isDry) for (const { does, file } of steps) console.log(`${does} ${file}`);
  const count = (does: string): number => steps.filter((step) => step.does === does).length;
  console.log(
    `${isDry ? 'Would be done' : 'Done'} in ${to}: ${formatCount(count('add'), 'file')} new, ${count('change')} changed, ${count('remove')} gone, ${unchanged} as they were.`,
  );
  if (isRestyled)
    console.log(
      'The styles inside the pages are others now: give the server the configuration of this build (deploy/) and reload it, or browsers refuse them.',
    );
} catch (error) {
  await stopFor(error);
}
